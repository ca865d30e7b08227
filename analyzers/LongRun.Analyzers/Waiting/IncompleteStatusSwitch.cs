using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Switches;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1010: a switch on a status that handles some endings of the job and lets others fall through.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IncompleteStatusSwitch : ContractAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.IncompleteStatusSwitch,
        "Status switch misses an ending",
        "The switch handles some endings of {0}, but not {1}, and has no default: a job that ended so is taken for one that still runs. Add the {2}, or a default.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A switch without a default does nothing with a value that no case names. An ending that falls through is never noticed.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.IncompleteStatusSwitch));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    private protected override void Register(CompilationStartAnalysisContext context, Contract contract)
    {
        var catalog = new StatusCatalog(context.Compilation, contract);
        context.RegisterOperationAction(c => Judge((ISwitchOperation)c.Operation, contract, catalog, () => new WaitingBody(c, contract, WaitingBody.RootOf(c.Operation))), OperationKind.Switch);
    }

    /// <summary>Looks at every switch of a body.</summary>
    internal static void Examine(WaitingBody body, StatusCatalog catalog)
    {
        foreach (ISwitchOperation @switch in body.Operations.OfType<ISwitchOperation>())
        {
            Judge(@switch, body.Contract, catalog, () => body);
        }
    }

    private static void Judge(ISwitchOperation @switch, Contract contract, StatusCatalog catalog, Func<WaitingBody> getBody)
    {
        var labels = new SwitchLabels(contract, @switch);
        if (labels.HasDefault
            || !labels.Constants.Any(c => catalog.IsEnding(c.Text) || SwitchLabels.IsState(c.Operation))
            || @switch.Syntax is not SwitchStatementSyntax syntax
            || IsFollowedByThrow(syntax))
        {
            return;
        }

        WaitingBody body = getBody();
        if (MissingEndings.In(body, catalog, @switch, labels) is { } missing && !LastEnding.ComesThrough(body, syntax, labels, missing))
        {
            body.Report(
                Descriptor,
                syntax.SwitchKeyword.GetLocation(),
                missing,
                missing.Monitor?.Name ?? "the operation",
                Listed(missing.Endings.Select(static e => $"'{e.Name}'").ToArray()),
                missing.Endings.Length == 1 ? "case" : "cases");
        }
    }

    // Where every case leaves, that is the default.
    private static bool IsFollowedByThrow(SwitchStatementSyntax syntax) => syntax.Parent switch
    {
        BlockSyntax block => block.Statements.SkipWhile(s => s != syntax).ElementAtOrDefault(1) is ThrowStatementSyntax,
        SwitchSectionSyntax section => section.Statements.SkipWhile(s => s != syntax).ElementAtOrDefault(1) is ThrowStatementSyntax,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } own => unit.Members.SkipWhile(m => m != own).ElementAtOrDefault(1) is GlobalStatementSyntax { Statement: ThrowStatementSyntax },
        _ => false,
    };

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : string.Join(", ", names.Take(names.Length - 1)) + " and " + names[names.Length - 1];
}
