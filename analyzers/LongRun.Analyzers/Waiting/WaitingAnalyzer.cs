using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
        new FailureNotSeen(),
        new LoopWithoutPause(),
        new WaitWithoutEnd(),
        new BlockedThread(),
        new TooFastPolling(),
        new HandWrittenLoop());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Select(static r => r.Rule).ToImmutableArray();

    private protected override void Register(CompilationStartAnalysisContext context, Contract contract)
    {
        // Weak: the bodies seen must not outlive their trees in an editor.
        var seen = new ConditionalWeakTable<IOperation, object>();
        context.RegisterOperationAction(
            c =>
            {
                if (contract.RoleOf(((IInvocationOperation)c.Operation).TargetMethod) == CallRole.None)
                {
                    return;
                }

                IOperation root = c.Operation;
                while (root.Parent is { } parent)
                {
                    root = parent;
                }

                // The calls of one body come one after another, so that no two threads are here with the same root.
                if (!seen.TryGetValue(root, out _))
                {
                    seen.Add(root, seen);
                    var body = new WaitingBody(c, contract, root);
                    foreach (WaitingRule rule in Rules)
                    {
                        rule.Examine(body);
                    }
                }
            },
            OperationKind.Invocation);
    }
}
