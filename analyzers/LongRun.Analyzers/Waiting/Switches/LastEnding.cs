using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LongRun.Analyzers.Waiting.Switches;

/// <summary>The one ending that comes through a switch whose cases take every other listed status, and leave: what follows is its case.</summary>
internal static class LastEnding
{
    internal static bool ComesThrough(WaitingBody body, SwitchStatementSyntax syntax, SwitchLabels labels, MissingEndings missing)
    {
        if (missing is not { Monitor: { } monitor, Endings: [_] } || !IsFollowed(syntax))
        {
            return false;
        }

        var named = new HashSet<string>(labels.Constants.Select(static c => c.Text));
        string[] running = StatusNames.ListedAsRunning(body.Contract, monitor).ToArray();
        return running.Length > 0 && running.All(named.Contains) && syntax.Sections.All(s => Leaves(body.Root.SemanticModel, s));
    }

    private static bool IsFollowed(SwitchStatementSyntax syntax) =>
        syntax.Parent is BlockSyntax block && block.Statements.Last() != syntax && block.Statements[block.Statements.IndexOf(syntax) + 1] is not BreakStatementSyntax and not ContinueStatementSyntax;

    private static bool Leaves(SemanticModel? model, SwitchSectionSyntax section) =>
        model?.AnalyzeControlFlow(section.Statements[0], section.Statements[section.Statements.Count - 1]) is { Succeeded: true, EndPointIsReachable: false } flow
        && !flow.ExitPoints.Any(static e => e is BreakStatementSyntax);
}
