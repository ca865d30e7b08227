namespace LongRun.SpecCompiler.Diagnostics;

/// <summary>Ids of the rules about the document.</summary>
public static class DiagnosticIds
{
    /// <summary>The document cannot be read: syntax, a reference that leads nowhere, an unsupported version.</summary>
    public const string Unreadable = "LRO3001";

    /// <summary>An extension names an operation that does not exist.</summary>
    public const string UnknownOperation = "LRO3002";

    /// <summary>A runtime expression does not resolve in the schema it points into.</summary>
    public const string UnresolvedExpression = "LRO3003";

    /// <summary>A status under <c>succeeded</c> or <c>failed</c> is not listed in the status schema.</summary>
    public const string UnlistedStatus = "LRO3004";

    /// <summary>The same status means success and failure.</summary>
    public const string ContradictoryStatus = "LRO3005";

    /// <summary>A monitor names no status of terminal failure.</summary>
    public const string NoFailure = "LRO3006";

    /// <summary>A range is empty, or a duration or pattern does not parse.</summary>
    public const string InvalidLimit = "LRO3007";

    /// <summary>An extension or an overlay has a key that nobody knows.</summary>
    public const string UnknownKey = "LRO3008";

    /// <summary>The generated client cannot express something; it does something else instead.</summary>
    public const string NotExpressed = "LRO3009";

    /// <summary>An operation looks like a job and has no monitor.</summary>
    public const string UnwatchedJob = "LRO3010";

    /// <summary>The target of an overlay's action matches nothing in the document.</summary>
    /// <remarks>
    /// A warning, because an overlay may serve several versions of a document it does not own; and one with an id of its own,
    /// because a build that wants to know when the vendor renames something turns this one into an error.
    /// </remarks>
    public const string UnmatchedTarget = "LRO3011";
}
