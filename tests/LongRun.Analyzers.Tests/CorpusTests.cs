using System.Text;
using System.Text.RegularExpressions;
using LongRun.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Tests;

/// <summary>Runs the rules on constraints and configuration over <c>Corpus/*.txt</c>: they report what is marked there, and nothing else.</summary>
public sealed partial class CorpusTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Configuration;
        using LongRun;
        using LongRun.Annotations;
        using LongRun.Constraints;
        using TwelveLabs;
        using Videos;
        using VideoRequirements = Videos.VideoRequirements;

        """;

#if NEWEST_ROSLYN
    private const bool KnowsNewestSyntax = true;
#else
    private const bool KnowsNewestSyntax = false;
#endif

    public static TheoryData<string, string> Programs => [.. ProgramsOf("Corpus").Where(static p => KnowsNewestSyntax || p.File != "Newest")];

    /// <summary>The programs in the files of a folder: file and name.</summary>
    internal static IEnumerable<(string File, string Name)> ProgramsOf(string folder) => Directory.GetFiles(RepositoryFolder.PathOf("tests/LongRun.Analyzers.Tests/" + folder), "*.txt")
        .SelectMany(static file => Header().Matches(File.ReadAllText(file)).Select(m => (Path.GetFileNameWithoutExtension(file), m.Groups["name"].Value.Trim())));

    /// <summary>One program, with its marks.</summary>
    internal static string TextOf(string folder, string file, string name) => Header()
        .Matches(File.ReadAllText(RepositoryFolder.PathOf($"tests/LongRun.Analyzers.Tests/{folder}/{file}.txt")))
        .Single(m => m.Groups["name"].Value.Trim() == name).Groups["program"].Value;

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task The_rules_report_what_is_marked_and_nothing_else(string file, string name)
    {
        string marked = TextOf("Corpus", file, name);
        bool isProgram = name.EndsWith("(program)", StringComparison.Ordinal);
        string source = Usings + (isProgram || name.EndsWith("(file)", StringComparison.Ordinal) ? marked : InMethod(marked));
        List<string> wanted = [];
        string code = Unmark(source, wanted);

        var compilation = CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest), cancellationToken: TestContext.Current.CancellationToken)],
            [.. References.Framework, .. References.AspNetCore, References.LongRun, References.Videos, References.TwelveLabs],
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
        IEnumerable<Diagnostic> reported = await new CompilationWithAnalyzers(compilation, [.. RuleBook.Analyzers], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            wanted.Order(StringComparer.Ordinal),
            reported.Where(static d => d.Id[3] is '2' or '4').Select(d => Describe(d.Id, d.Location.SourceSpan, code)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^### (?<name>.+)\n(?<program>(?:(?!### ).*(?:\n|\z))*)", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex(@"\{\|(LRO[0-9]{4}):|\|\}")]
    private static partial Regex Mark();

    internal static string Describe(string id, TextSpan span, string code) => $"{id} at {span.Start:D5}: {code[span.Start..span.End]}";

    private static string InMethod(string statements) => $$"""
        class Program
        {
            async Task RunAsync(IVideoApi api, ITwelveLabsClient tl, string text, int number, bool flag, CancellationToken stop)
            {
                await Task.CompletedTask;
        {{statements}}
            }
        }
        """;

    internal static string Unmark(string source, List<string> wanted)
    {
        var code = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var spans = new List<(string Id, TextSpan Span)>();
        int at = 0;
        foreach (Match mark in Mark().Matches(source))
        {
            code.Append(source, at, mark.Index - at);
            at = mark.Index + mark.Length;
            if (mark.Groups[1].Success)
            {
                open.Push((mark.Groups[1].Value, code.Length));
            }
            else
            {
                (string id, int start) = open.Pop();
                spans.Add((id, TextSpan.FromBounds(start, code.Length)));
            }
        }

        string text = code.Append(source, at, source.Length - at).ToString();
        wanted.AddRange(spans.Select(s => Describe(s.Id, s.Span, text)));
        return text;
    }
}
