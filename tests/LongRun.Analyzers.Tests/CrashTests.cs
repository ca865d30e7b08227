using System.Collections.Concurrent;
using LongRun.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Tests;

/// <summary>No rule throws on anything: an analyzer that does is switched off by the compiler (AD0001), and its user never knows why.</summary>
public sealed class CrashTests
{
    private const int Programs = 300;
    private const int ProgramsAtOnce = 10;

    // The compiler itself crashes on some programs that nobody writes; more than these would be a test that tests nothing.
    private const int MostThatCrashTheCompiler = 20;

    private static string Features => File.ReadAllText(RepositoryFolder.PathOf("tests/LongRun.Analyzers.Tests/Verification/Features.cs.txt"));

    [Theory]
    [InlineData(OutputKind.DynamicallyLinkedLibrary)]
    [InlineData(OutputKind.ConsoleApplication)]
    public async Task Every_feature_of_the_language(OutputKind kind) => await RunAsync([Features], kind);

    [Fact]
    public async Task The_sources_of_this_repository()
    {
        string[] sources = [.. new[] { "src", "analyzers", "generators", "tests" }
            .Select(RepositoryFolder.PathOf)
            .SelectMany(static folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(static file => !file.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText)];

        await RunAsync(sources, OutputKind.DynamicallyLinkedLibrary);
    }

    [Fact]
    public async Task Programs_with_random_syntax_errors()
    {
        int seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string[] originals = [Features, References.VideosSource];
        int leftOut = 0;
        for (int i = 0; i < Programs; i += ProgramsAtOnce)
        {
            string[] broken = [.. Enumerable.Range(0, ProgramsAtOnce).Select(_ => Break(originals[random.Next(originals.Length)], random))];
            if (CrashesCompiler(Compile(broken, OutputKind.DynamicallyLinkedLibrary)))
            {
                string[] sound = [.. broken.Where(static source => !CrashesCompiler(Compile([source], OutputKind.DynamicallyLinkedLibrary)))];
                leftOut += broken.Length - sound.Length;
                Assert.True(sound.Length < broken.Length && leftOut <= MostThatCrashTheCompiler, $"seed {seed}: the compiler crashes without any rule.");
                broken = sound;
            }

            await RunAsync(broken, OutputKind.DynamicallyLinkedLibrary, $"seed {seed}");
        }
    }

    /// <summary>Whether the compiler alone cannot cope: no rule runs here, so that none is to blame.</summary>
    private static bool CrashesCompiler(CSharpCompilation compilation)
    {
        try
        {
            compilation.GetDiagnostics(TestContext.Current.CancellationToken);
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return true;
        }
    }

    private static string Break(string source, Random random)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(static t => t.Span.Length > 0)];
        IEnumerable<TextChange> changes = Enumerable.Range(0, random.Next(1, 12))
            .Select(_ => tokens[random.Next(tokens.Length)])
            .DistinctBy(static t => t.SpanStart)
            .OrderBy(static t => t.SpanStart)
            .Select(token => new TextChange(token.Span, random.Next(3) switch
            {
                0 => "",
                1 => token.Text + " " + token.Text,
                _ => tokens[random.Next(tokens.Length)].Text,
            }));
        return SourceText.From(source).WithChanges(changes).ToString();
    }

    private static CSharpCompilation Compile(string[] sources, OutputKind kind)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        return CSharpCompilation.Create(
            "Anything",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parse, $"File{i}.cs")),
            [.. References.Framework, .. References.AspNetCore, References.LongRun, References.Videos, References.TwelveLabs],
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static async Task RunAsync(string[] sources, OutputKind kind, string about = "")
    {
        CSharpCompilation compilation = Compile(sources, kind);
        var crashes = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, analyzer, _) => crashes.Enqueue($"{analyzer.GetType().Name}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);

        IEnumerable<Diagnostic> reported = await new CompilationWithAnalyzers(compilation, [.. RuleBook.Analyzers], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.True(crashes.IsEmpty, $"{about}\n{crashes.FirstOrDefault()}");
        Assert.DoesNotContain(reported, static d => d.Id == "AD0001");
        Assert.True(sources.Length != 1 || reported.Any(), "The rules were not at work.");
    }
}
