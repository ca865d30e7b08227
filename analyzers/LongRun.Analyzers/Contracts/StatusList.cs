using System.Collections.Immutable;

namespace LongRun.Analyzers.Contracts;

/// <summary>The statuses that the document lists for one status member or type.</summary>
internal sealed class StatusList
{
    private readonly ImmutableArray<string> _monitors;
    private readonly ImmutableArray<string> _names;

    internal StatusList(ImmutableArray<string> monitors, ImmutableArray<string> texts, bool isComplete, ImmutableArray<string> names, bool ignoresCase)
    {
        _monitors = monitors;
        Texts = texts;
        IsComplete = isComplete;
        _names = names;
        IgnoresCase = ignoresCase;
    }

    /// <summary>The statuses as on the wire, in the document's order.</summary>
    internal ImmutableArray<string> Texts { get; }

    /// <summary>Whether running statuses are listed too; else only the endings are known.</summary>
    internal bool IsComplete { get; }

    /// <summary>Whether the status type itself compares without regard to case.</summary>
    internal bool IgnoresCase { get; }

    /// <summary>Whose statuses they are: "Indexing", "Import or Export".</summary>
    internal string Owner => string.Join(" or ", _monitors);

    /// <summary>What the text of a status may be, in the given form.</summary>
    internal ImmutableArray<string> Candidates(bool asNames) => asNames ? _names : Texts;

    internal StatusList Join(StatusList other) => ReferenceEquals(this, other) ? this : new StatusList(
        _monitors.Union(other._monitors).ToImmutableArray(),
        Texts.Union(other.Texts).ToImmutableArray(),
        IsComplete && other.IsComplete,
        _names.Union(other._names).ToImmutableArray(),
        IgnoresCase || other.IgnoresCase);
}
