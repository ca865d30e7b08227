using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Documentation.Tests;

/// <summary>What the light bulb makes of a snippet.</summary>
internal static class Mending
{
    // More than any snippet has reports; a fix that mends nothing would otherwise go on for ever.
    private const int MostFixes = 20;

    private static readonly Lazy<IReadOnlyList<CodeFixProvider>> LazyFixes = new(static () => SnippetReferences.Instances<CodeFixProvider>("LongRun.CodeFixes"));

    /// <summary>Applies fixes, from the first report on, until the rule is silent.</summary>
    /// <param name="snippet">The snippet.</param>
    /// <param name="id">The rule.</param>
    /// <param name="choice">Which of the fixes that are offered, counted from 0.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The snippet's lines afterwards.</returns>
    public static async Task<string> MendAsync(Snippet snippet, string id, int choice, CancellationToken stop)
    {
        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "Snippet",
            "Snippet",
            LanguageNames.CSharp,
            compilationOptions: SnippetReferences.Options(program: false),
            parseOptions: SnippetReferences.ParseOptions,
            metadataReferences: SnippetReferences.All));
        project = project.AddDocument("Usings.cs", SourceText.From(Contexts.Text("usings"))).Project;
        Document document = project.AddDocument("Snippet.cs", snippet.Source);
        for (int turn = 0; turn < MostFixes; turn++)
        {
            Diagnostic? report = (await SnippetTests.ReportsAsync((await document.Project.GetCompilationAsync(stop))!))
                .Where(r => r.Id == id)
                .MinBy(static r => r.Location.SourceSpan.Start);
            if (report is null)
            {
                return snippet.Out((await document.GetTextAsync(stop)).ToString());
            }

            document = await ApplyAsync(document, report, choice, stop);
        }

        throw new InvalidOperationException($"{id} still reports after {MostFixes} fixes.");
    }

    private static async Task<Document> ApplyAsync(Document document, Diagnostic report, int choice, CancellationToken stop)
    {
        CodeFixProvider fix = LazyFixes.Value.Single(f => f.FixableDiagnosticIds.Contains(report.Id));
        var offered = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, report, (action, _) => offered.Add(action), stop));
        var applied = (ApplyChangesOperation)(await offered[choice].GetOperationsAsync(stop)).Single(static o => o is ApplyChangesOperation);
        return applied.ChangedSolution.GetDocument(document.Id)!;
    }
}
