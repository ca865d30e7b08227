using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Diagnostics;

/// <summary>What was found wrong so far. Collected rather than thrown, so that one build shows every mistake.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _found = [];

    /// <summary>Everything found, in the order of its place.</summary>
    public IReadOnlyList<Diagnostic> All => _found
        .Distinct()
        .OrderBy(static diagnostic => diagnostic.Position.Line)
        .ThenBy(static diagnostic => diagnostic.Position.Column)
        .ToList();

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _found.Count == 0;

    /// <summary>Adds a finding.</summary>
    /// <param name="id">Id of the rule.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Add(string id, SourcePosition position, string message) => _found.Add(new Diagnostic(id, position, message));
}
