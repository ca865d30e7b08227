using System.Collections.Immutable;
using LongRun.Consumers.Tests.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace LongRun.Consumers.Tests;

/// <summary>The sample with mistakes in an editor: what it shows, what it offers, and what is left after it was taken.</summary>
[Collection(nameof(ProgramFolder))]
public sealed class EditorTests(ProgramFolder programs, PackageFeed feed)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_shows_each_rule_with_a_link_to_its_page()
    {
        using Editor editor = await Editor.OpenAsync(programs.At("Mistakes/Mistakes.csproj"), feed.Version, Stop);

        ImmutableArray<Diagnostic> shown = await editor.DiagnosticsAsync(editor.Project, Stop);

        string[] pages = [.. Directory.GetFiles(RepositoryFolder.PathOf("analyzers/docs"), "LRO*.md").Select(static page => Path.GetFileNameWithoutExtension(page)).Order(StringComparer.Ordinal)];
        Assert.Equal(pages, shown.Select(static d => d.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(shown, static diagnostic =>
        {
            Assert.True(diagnostic.Location.IsInSource);
            Assert.EndsWith($"/analyzers/docs/{diagnostic.Id}.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
            Assert.True(Uri.TryCreate(diagnostic.Descriptor.HelpLinkUri, UriKind.Absolute, out Uri? link) && link.Scheme == Uri.UriSchemeHttps);
        });
    }

    /// <summary>
    /// Each light bulb of the sample alone: what it was lit for is gone, no other warning is there instead, and the program compiles.
    /// All but what the sample keeps under <c>ByHand</c> has one.
    /// </summary>
    [Fact]
    public async Task A_code_action_that_is_taken_removes_what_it_was_offered_for()
    {
        using Editor editor = await Editor.OpenAsync(programs.At("Mistakes/Mistakes.csproj"), feed.Version, Stop);
        ImmutableArray<Diagnostic> shown = await editor.DiagnosticsAsync(editor.Project, Stop);
        var mended = new HashSet<string>(StringComparer.Ordinal);

        foreach (Diagnostic diagnostic in shown)
        {
            foreach (CodeAction action in await editor.ActionsAsync(diagnostic, Stop))
            {
                Project changed = await editor.TakeAsync(action, Stop);
                ImmutableArray<Diagnostic> left = await editor.DiagnosticsAsync(changed, Stop);
                Assert.Equal(Warnings(shown.Remove(diagnostic)), Warnings(left));
                Assert.Equal(shown.Count(d => d.Id == diagnostic.Id) - 1, left.Count(d => d.Id == diagnostic.Id));
                Assert.Empty((await changed.GetCompilationAsync(Stop))!.GetDiagnostics(Stop).Where(static d => d.Severity == DiagnosticSeverity.Error));
                mended.Add(diagnostic.Id);
            }
        }

        Assert.Equal(
            shown.Where(static d => !d.Location.SourceTree!.FilePath.Contains("ByHand", StringComparison.Ordinal)).Select(static d => d.Id).Distinct().Order(StringComparer.Ordinal),
            mended.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Warnings(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => d.Id).Order(StringComparer.Ordinal);
}
