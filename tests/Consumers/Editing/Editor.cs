using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace LongRun.Consumers.Tests.Editing;

/// <summary>A project opened as an editor opens it: MSBuild says what belongs to it, and analyzers and fixes are those that it refers to.</summary>
internal sealed class Editor : IDisposable
{
    private readonly MSBuildWorkspace _workspace;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly ILookup<string, CodeFixProvider> _fixes;

    private Editor(MSBuildWorkspace workspace, Project project)
    {
        _workspace = workspace;
        Project = project;
        AnalyzerFileReference[] references = [.. project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(static r => Path.GetFileName(r.FullPath).StartsWith("LongRun.", StringComparison.Ordinal))];
        _analyzers = [.. references.SelectMany(static reference => reference.GetAnalyzers(LanguageNames.CSharp))];
        _fixes = references
            .SelectMany(static reference => reference.GetAssembly().GetTypes())
            .Where(static type => !type.IsAbstract && type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .SelectMany(static fix => fix.FixableDiagnosticIds.Select(id => (Id: id, Fix: fix)))
            .ToLookup(static pair => pair.Id, static pair => pair.Fix);
    }

    public Project Project { get; }

    /// <summary>Opens a project that is restored.</summary>
    /// <param name="path">The project file.</param>
    /// <param name="clientVersion">Version of the client's package.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Editor> OpenAsync(string path, string clientVersion, CancellationToken cancellationToken)
    {
        MSBuildWorkspace workspace = MSBuildWorkspace.Create(new Dictionary<string, string> { ["ClientVersion"] = clientVersion });
        Project project = await workspace.OpenProjectAsync(path, cancellationToken: cancellationToken);
        Assert.Empty(workspace.Diagnostics);
        return new Editor(workspace, project);
    }

    /// <summary>What an editor underlines: suggestions, warnings and errors of the rules, and what an analyzer threw.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CancellationToken cancellationToken)
    {
        Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
        return await compilation.WithAnalyzers(_analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken);
    }

    /// <summary>What the light bulb offers.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        Document document = Project.GetDocument(diagnostic.Location.SourceTree)!;
        List<CodeAction> actions = [];
        foreach (CodeFixProvider fix in _fixes[diagnostic.Id])
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
        }

        return actions;
    }

    /// <summary>Takes an action.</summary>
    /// <returns>The project as it is then.</returns>
    public async Task<Project> TakeAsync(CodeAction action, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(Project.Id)!;
    }

    public void Dispose() => _workspace.Dispose();
}
