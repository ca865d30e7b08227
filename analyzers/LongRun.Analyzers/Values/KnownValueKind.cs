namespace LongRun.Analyzers.Values;

/// <summary>What the compiler can know of a value.</summary>
internal enum KnownValueKind
{
    /// <summary>It is <see langword="null"/>.</summary>
    Null,

    /// <summary>A text, or a URL made from one.</summary>
    Text,

    /// <summary>How a text, or a URL made from one, begins.</summary>
    TextHead,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A collection: some or all of its items.</summary>
    Items,

    /// <summary>A constant of another kind, such as an enum member; only good for comparing.</summary>
    Other,
}
