using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Tests;

/// <summary>Runs the rules on statuses over <c>Corpus/Statuses/*.txt</c>: they report what is marked there, and nothing else.</summary>
public sealed class StatusesCorpusTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun;
        using LongRun.Annotations;
        using Videos;

        """;

    public static TheoryData<string, string> Programs => [.. CorpusTests.ProgramsOf("Corpus/Statuses")];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task The_rules_report_what_is_marked_and_nothing_else(string file, string name)
    {
        string marked = CorpusTests.TextOf("Corpus/Statuses", file, name);
        bool isProgram = name.EndsWith("(program)", StringComparison.Ordinal);
        List<string> wanted = [];
        string code = CorpusTests.Unmark(Usings + (isProgram || name.EndsWith("(file)", StringComparison.Ordinal) ? marked : InMethod(marked)), wanted);

        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Program",
            [
                CSharpSyntaxTree.ParseText(code, parse, cancellationToken: TestContext.Current.CancellationToken),
                CSharpSyntaxTree.ParseText(References.OtherClientsSource, parse, cancellationToken: TestContext.Current.CancellationToken),
            ],
            [.. References.Framework, References.LongRun, References.Videos, References.TwelveLabs],
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);

        // A program is about one of the rules; the other may have its own opinion of it.
        DiagnosticAnalyzer rule = file.Contains("Switches", StringComparison.Ordinal) ? new IncompleteStatusSwitch() : new UnknownStatus();
        IEnumerable<Diagnostic> reported = await new CompilationWithAnalyzers(compilation, [rule], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            wanted.Order(StringComparer.Ordinal),
            reported.Select(d => CorpusTests.Describe(d.Id, d.Location.SourceSpan, code)).Order(StringComparer.Ordinal));
    }

    private static string InMethod(string statements) => $$"""
        class Program
        {
            async Task RunAsync(IVideoApi api, string text, int number, bool flag, CancellationToken stop)
            {
                await Task.CompletedTask;
        {{statements}}
            }
        }
        """;
}
