using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Diagnostics;

/// <summary>Something to be said about the document.</summary>
/// <param name="Id">Id of the rule: <c>LRO3001</c>.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Severity">Whether a client can be made all the same.</param>
public sealed record Diagnostic(string Id, SourcePosition Position, string Message, DiagnosticSeverity Severity = DiagnosticSeverity.Error)
{
    /// <summary>The form that MSBuild and editors link to the line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Position}: {Word} {Id}: {Message}";

    private string Word => Severity switch
    {
        DiagnosticSeverity.Info => "info",
        DiagnosticSeverity.Warning => "warning",
        _ => "error",
    };
}
