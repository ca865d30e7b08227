using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Tests;

/// <summary>Runs the rules on starts over <c>Corpus/Starts/*.txt</c>: they report what is marked there, and nothing else.</summary>
public sealed class StartsCorpusTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun;
        using Polly;
        using Polly.Retry;
        using TwelveLabs;
        using Videos;

        """;

    public static TheoryData<string, string> Programs => [.. CorpusTests.ProgramsOf("Corpus/Starts")];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task The_rules_report_what_is_marked_and_nothing_else(string file, string name)
    {
        string marked = CorpusTests.TextOf("Corpus/Starts", file, name);
        bool isProgram = name.EndsWith("(program)", StringComparison.Ordinal);
        List<string> wanted = [];
        string code = CorpusTests.Unmark(Usings + (isProgram || name.EndsWith("(file)", StringComparison.Ordinal) ? marked : InMethod(marked)), wanted);

        var compilation = CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest), cancellationToken: TestContext.Current.CancellationToken)],
            [.. References.Framework, .. References.AspNetCore, .. References.Polly, References.LongRun, References.Videos, References.TwelveLabs],
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
        IEnumerable<Diagnostic> reported = await new CompilationWithAnalyzers(compilation, [new WaitingAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            wanted.Order(StringComparer.Ordinal),
            reported.Where(static d => d.Id is "LRO1001" or "LRO1012").Select(d => CorpusTests.Describe(d.Id, d.Location.SourceSpan, code)).Order(StringComparer.Ordinal));
    }

    private static string InMethod(string statements) => $$"""
        class Program
        {
            async Task RunAsync(IVideoApi api, ITwelveLabsClient client, string text, int number, bool flag, UploadRequest request, List<UploadRequest> requests, CancellationToken stop)
            {
                await Task.CompletedTask;
        {{statements}}
            }
        }
        """;
}
