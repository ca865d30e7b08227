using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1006: a thread that is blocked to wait, where <c>await</c> would give it back.</summary>
internal sealed class BlockedThread : WaitingRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.BlockedThread,
        "Thread is blocked to wait",
        "'{0}' blocks a thread for as long as the job runs, and can lock up where the caller has a context of its own. {1}.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A job may run for minutes or hours. A blocked thread is missing in the pool all that time; an awaited wait costs no thread.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.BlockedThread));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Examine(WaitingBody body)
    {
        foreach (BlockingCall call in In(body))
        {
            body.Report(Descriptor, call.Place, call, call.Text, call.Advice);
        }
    }

    /// <summary>What blocks in a polling loop, or on the wait of an operation, in functions that could await.</summary>
    internal static IEnumerable<BlockingCall> In(WaitingBody body)
    {
        foreach (IOperation operation in body.Operations)
        {
            if (BlockingCall.Of(operation) is { } call
                && IsAsync(operation, body.Owner)
                && (IsWait(body.Contract, call.Task ?? operation) || body.Loops.Any(l => l.Place.Span.Contains(operation.Syntax.Span)))
                && !DoneTask.IsOf(body, call))
            {
                yield return call;
            }
        }
    }

    private static bool IsWait(Contract contract, IOperation? task)
    {
        while (task is not null)
        {
            switch (task)
            {
                case IConversionOperation conversion:
                    task = conversion.Operand;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" } step:
                    task = step.Instance;
                    continue;
                case ILocalReferenceOperation local:
                    task = Values.LocalValues.OnlyOperation(local, CancellationToken.None);
                    continue;
                case IInvocationOperation { TargetMethod.Name: "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny" } many:
                    return many.Descendants().SelectMany(MadeOf).OfType<IInvocationOperation>().Any(i => IsWaitRole(contract.RoleOf(i.TargetMethod)));
                case IInvocationOperation call:
                    return IsWaitRole(contract.RoleOf(call.TargetMethod));
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>A local of many tasks is what it was made of.</summary>
    private static IEnumerable<IOperation> MadeOf(IOperation operation) =>
        operation is ILocalReferenceOperation local && Values.LocalValues.OnlyOperation(local, CancellationToken.None) is { } made ? made.DescendantsAndSelf() : [operation];

    private static bool IsWaitRole(CallRole role) => role is CallRole.Wait or CallRole.Outcome or CallRole.StartAndWait;

    private static bool IsAsync(IOperation operation, ISymbol owner)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync;
            }
        }

        return owner is IMethodSymbol { IsAsync: true };
    }
}
