using LongRun.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Tests;

/// <summary>Runs the rules on waiting over <c>Corpus/Unseen/*.txt</c>, whole files of application code: they report what is marked there, and nothing else.</summary>
public sealed class UnseenCorpusTests
{
    // The implicit usings of a web project, and what the programs need of packages that are not restored here.
    private const string Surroundings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;

        namespace Refit
        {
            public sealed class GetAttribute(string path) : Attribute { public string Path => path; }
            public sealed class PostAttribute(string path) : Attribute { public string Path => path; }
            public sealed class BodyAttribute : Attribute;
        }

        namespace Xunit
        {
            public sealed class FactAttribute : Attribute;

            public interface IAsyncLifetime
            {
                Task InitializeAsync();
                Task DisposeAsync();
            }

            public static class Assert
            {
                public static void True(bool condition) { }
                public static void Equal<T>(T expected, T actual) { }
                public static void NotEqual<T>(T expected, T actual) { }
                public static void NotNull([System.Diagnostics.CodeAnalysis.NotNull] object? value) { if (value is null) throw new Exception(); }
                [System.Diagnostics.CodeAnalysis.DoesNotReturn] public static void Fail(string message) => throw new Exception(message);
                public static async Task<T> ThrowsAsync<T>(Func<Task> code) where T : Exception { try { await code(); } catch (T e) { return e; } throw new Exception(); }
            }
        }
        """;

    public static TheoryData<string, string> Programs => [.. CorpusTests.ProgramsOf("Corpus/Unseen")];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task The_rules_report_what_is_marked_and_nothing_else(string file, string name)
    {
        List<string> wanted = [];
        string code = CorpusTests.Unmark(CorpusTests.TextOf("Corpus/Unseen", file, name), wanted);

        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] trees = [.. new[] { code, Surroundings, References.OtherClientsSource }.Select(text => CSharpSyntaxTree.ParseText(text, parse, cancellationToken: TestContext.Current.CancellationToken))];
        bool isProgram = trees[0].GetRoot(TestContext.Current.CancellationToken).ChildNodes().OfType<GlobalStatementSyntax>().Any();
        var compilation = CSharpCompilation.Create(
            "Program",
            trees,
            [.. References.Framework, .. References.AspNetCore, .. References.Polly, References.LongRun, References.TwelveLabs],
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
        IEnumerable<Diagnostic> reported = await new CompilationWithAnalyzers(compilation, [.. RuleBook.Analyzers], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            wanted.Order(StringComparer.Ordinal),
            reported.Where(static d => d.Id[3] is '1').Select(d => CorpusTests.Describe(d.Id, d.Location.SourceSpan, code)).Order(StringComparer.Ordinal));
    }
}
