using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Tests.Verification;

/// <summary>
/// Tests of what a fixer offers at the first report of its rule: every fix with its title, its key and the text it makes.
/// What is given must compile, and so must what comes out.
/// </summary>
public abstract class FixTests
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun;
        using Videos;

        class Program
        {
            async Task RunAsync(
                IVideoApi api, IRenderApi renders, IExportApi exports, IImportApi imports, TwelveLabs.ITwelveLabsClient client,
                string id, int number, bool flag, ILogger logger, IProgress<VideoTask> progress, CancellationToken stop)
            {
                await Task.CompletedTask;

        """;

    private const string Tail = "\n    }\n}\n";

    private static readonly string Support = File.ReadAllText(RepositoryFolder.PathOf("tests/LongRun.Analyzers.Tests/Waiting/OtherApis.cs.txt"));

    /// <summary>In statements of an async method.</summary>
    private protected static async Task OffersAsync<TFix>(string statements, params Offer[] offers)
        where TFix : CodeFixProvider, new()
    {
        IReadOnlyList<Offer> found = await InFileAsync(new TFix(), Head + statements + Tail);
        Assert.Equal(offers.AsEnumerable(), found.Select(static o => o with { Text = Inner(o.Text) }));
    }

    /// <summary>In a whole file, as it is.</summary>
    private protected static async Task FileOffersAsync<TFix>(string source, params Offer[] offers)
        where TFix : CodeFixProvider, new() => Assert.Equal(offers.AsEnumerable(), await InFileAsync(new TFix(), source));

    /// <summary>In a whole file whose lines end as they do on Windows.</summary>
    private protected static Task WindowsFileOffersAsync<TFix>(string source, params Offer[] offers)
        where TFix : CodeFixProvider, new() =>
        FileOffersAsync<TFix>(source.ReplaceLineEndings("\r\n"), [.. offers.Select(static o => o with { Text = o.Text.ReplaceLineEndings("\r\n") })]);

    /// <summary>Where all reports are fixed at once by the fix of that key.</summary>
    private protected static async Task FixesAllAsync<TFix>(string key, string statements, string after)
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        Document document = DocumentOf(Head + statements + Tail);
        ImmutableArray<Diagnostic> reports = await ReportsAsync(fix, document);
        var context = new FixAllContext(document, fix, FixAllScope.Document, key, fix.FixableDiagnosticIds, new Known(reports), TestContext.Current.CancellationToken);
        CodeAction? action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        Assert.Equal(after, Inner(await ChangedAsync(action, document.Id)));
    }

    private static async Task<IReadOnlyList<Offer>> InFileAsync(CodeFixProvider fix, string source)
    {
        Document document = DocumentOf(source);
        ImmutableArray<Diagnostic> reports = await ReportsAsync(fix, document);
        Assert.NotEmpty(reports);
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, reports[0], (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        var offers = new List<Offer>();
        foreach (CodeAction action in actions)
        {
            offers.Add(new Offer(action.Title, action.EquivalenceKey!, await ChangedAsync(action, document.Id)));
        }

        return offers;
    }

    private static async Task<string> ChangedAsync(CodeAction action, DocumentId id)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Document changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(id)!;
        string text = (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Empty(Errors((await changed.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!, text));
        return text;
    }

    private static async Task<ImmutableArray<Diagnostic>> ReportsAsync(CodeFixProvider fix, Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Assert.Empty(Errors(compilation, ""));
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. RuleBook.Analyzers.Where(a => a.SupportedDiagnostics.Any(d => fix.FixableDiagnosticIds.Contains(d.Id)))];
        ImmutableArray<Diagnostic> reports = await new CompilationWithAnalyzers(compilation, analyzers, document.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. reports.Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).OrderBy(static d => d.Location.SourceSpan.Start)];
    }

    private static IEnumerable<string> Errors(Compilation compilation, string text) => compilation.GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(static d => d.Severity == DiagnosticSeverity.Error)
        .Select(d => d + "\n" + text);

    private static Document DocumentOf(string source)
    {
        var workspace = new AdhocWorkspace();
        ProjectInfo project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Program",
            "Program",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(source.Contains("class ", StringComparison.Ordinal) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: [.. References.Framework, .. References.AspNetCore, References.LongRun, References.Videos, References.TwelveLabs]);
        Project added = workspace.AddProject(project);
        return added.AddDocument("Support.cs", Support).Project.AddDocument("Program.cs", source);
    }

    private static string Inner(string text)
    {
        Assert.StartsWith(Head, text, StringComparison.Ordinal);
        Assert.EndsWith(Tail, text, StringComparison.Ordinal);
        return text[Head.Length..^Tail.Length];
    }

    /// <summary>What an editor shows, by what it is known again at other places, and what comes out.</summary>
    private protected sealed record Offer(string Title, string Key, string Text);

    private sealed class Known(ImmutableArray<Diagnostic> reports) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(reports);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(reports);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
