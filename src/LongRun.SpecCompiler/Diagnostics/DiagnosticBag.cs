using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Diagnostics;

/// <summary>What was found wrong so far. Collected rather than thrown, so that one build shows every mistake.</summary>
public sealed class DiagnosticBag
{
    // Room for the longest of ours, and an end to a name of a megabyte.
    private const int LongestMessage = 4000;

    private readonly List<Diagnostic> _found = [];

    /// <summary>Everything found, in the order of its place.</summary>
    public IReadOnlyList<Diagnostic> All => _found
        .Distinct()
        .OrderBy(static diagnostic => diagnostic.Position.File, StringComparer.Ordinal)
        .ThenBy(static diagnostic => diagnostic.Position.Line)
        .ThenBy(static diagnostic => diagnostic.Position.Column)
        .ToList();

    /// <summary>Whether something was found that keeps a client from being made.</summary>
    public bool HasErrors => _found.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Adds a finding that a client can be made in spite of.</summary>
    /// <param name="id">Id of the rule.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="message">What is wrong and what happens instead.</param>
    public void Warn(string id, SourcePosition position, string message) => _found.Add(new Diagnostic(id, position, Line(message), DiagnosticSeverity.Warning));

    /// <summary>Adds what an author may want to know, though nothing is wrong.</summary>
    /// <param name="id">Id of the rule.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="message">What was seen and what could be had.</param>
    public void Inform(string id, SourcePosition position, string message) => _found.Add(new Diagnostic(id, position, Line(message), DiagnosticSeverity.Info));

    /// <summary>Adds a finding that keeps a client from being made.</summary>
    /// <param name="id">Id of the rule.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Add(string id, SourcePosition position, string message) => _found.Add(new Diagnostic(id, position, Line(message)));

    // A build reads lines, and what is quoted of a document may hold anything.
    private static string Line(string message)
    {
        string whole = message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
        return whole.Any(IsBreak) ? string.Concat(whole.ReplaceLineEndings(" ").Select(static c => IsBreak(c) ? ' ' : c)) : whole;
    }

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
