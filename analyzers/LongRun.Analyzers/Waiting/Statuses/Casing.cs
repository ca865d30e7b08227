namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>What was done to the letters of a text.</summary>
internal enum Casing
{
    /// <summary>Nothing.</summary>
    AsItIs,

    /// <summary>All lower case.</summary>
    Lower,

    /// <summary>All upper case.</summary>
    Upper,
}
