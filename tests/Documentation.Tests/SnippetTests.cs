using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Documentation.Tests;

/// <summary>Every C# snippet on a page compiles, and the rules say of it what the page says they do.</summary>
public sealed class SnippetTests
{
    // What is said of fragments only: variables that the reader goes on with, and code after an end.
    private static readonly string[] SaidOfFragments = ["CS0162", "CS0168", "CS0219", "CS1998", "CS8321", "CS8019"];

    public static TheoryData<string> Places => [.. Fence.Of("csharp").Select(static f => f.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_snippet_compiles_and_the_rules_report_where_it_says(string place)
    {
        Snippet snippet = Snippet.Of(Fence.Of("csharp").Single(f => f.Place == place));
        Compilation compilation = snippet.Compile();
        string[] faults =
        [
            .. compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(d => d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && snippet.Holds(d) && !SaidOfFragments.Contains(d.Id)))
                .Select(snippet.Describe),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));

        ImmutableArray<Diagnostic> reports = await ReportsAsync(compilation);
        (int Line, string Id)[] reported = [.. reports.Select(r => (snippet.LineOf(r), r.Id)).Distinct().Order()];
        Assert.True(
            snippet.Marks().Distinct().Order().SequenceEqual(reported),
            $"The page marks {string.Join(", ", snippet.Marks())}; reported is:\n{string.Join('\n', reports.Select(snippet.Describe))}");
        foreach (Snippet.Squiggle squiggle in snippet.Squiggles)
        {
            Diagnostic report = reports.Single(r => snippet.LineOf(r) == squiggle.Line);
            FileLinePositionSpan span = report.Location.GetLineSpan();
            Assert.Equal(
                (squiggle.Column, squiggle.Length, squiggle.Message),
                (span.StartLinePosition.Character, report.Location.SourceSpan.Length, $"{report.Id}: {report.GetMessage(null)}"));
        }
    }

    internal static async Task<ImmutableArray<Diagnostic>> ReportsAsync(Compilation compilation) =>
        await compilation.WithAnalyzers(SnippetReferences.Rules).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
