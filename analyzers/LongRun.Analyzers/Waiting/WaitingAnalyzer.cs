using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>
/// Runs the rules on waiting. All look at the same bodies: those with a call that has a role. Any other body costs one
/// look-up in a dictionary for each of its calls.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WaitingAnalyzer : ContractAnalyzer
{
    private static readonly ImmutableArray<WaitingRule> Rules = ImmutableArray.Create<WaitingRule>(
        new DroppedOperation(),
        new FailureNotSeen(),
        new LoopWithoutPause(),
        new WaitWithoutEnd(),
        new BlockedThread(),
        new TooFastPolling(),
        new HandWrittenLoop(),
        new ResultReadBeforeSuccess(),
        new OutcomeIgnored(),
        new RepeatedStart());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Select(static r => r.Rule).ToImmutableArray();

    /// <summary>Lets the rules with these ids look at a body.</summary>
    internal static void Examine(WaitingBody body, ISet<string> ids)
    {
        foreach (WaitingRule rule in Rules)
        {
            if (ids.Contains(rule.Rule.Id))
            {
                rule.Examine(body);
            }
        }
    }

    // By block and not by call: an editor that asks for a few lines runs the actions on calls of these lines only, and what
    // is wrong with a body may be said far from its first call.
    private protected override void Register(CompilationStartAnalysisContext context, Contract contract) => context.RegisterOperationBlockStartAction(start =>
    {
        var roots = new List<IOperation>();
        start.RegisterOperationAction(
            c =>
            {
                if (contract.RoleOf(((IInvocationOperation)c.Operation).TargetMethod) == CallRole.None)
                {
                    return;
                }

                IOperation root = WaitingBody.RootOf(c.Operation);
                if (!roots.Contains(root))
                {
                    roots.Add(root);
                }
            },
            OperationKind.Invocation);
        start.RegisterOperationBlockEndAction(end =>
        {
            foreach (IOperation root in roots)
            {
                var body = new WaitingBody(end, contract, root);
                foreach (WaitingRule rule in Rules)
                {
                    rule.Examine(body);
                }
            }
        });
    });
}
