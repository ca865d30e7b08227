using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Diagnostics;

/// <summary>Something wrong with the document.</summary>
/// <param name="Id">Id of the rule: <c>LRO3001</c>.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record Diagnostic(string Id, SourcePosition Position, string Message)
{
    /// <summary>The form that MSBuild and editors link to the line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Position}: error {Id}: {Message}";
}
