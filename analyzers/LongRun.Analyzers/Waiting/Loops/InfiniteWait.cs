using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>A wait of an operation with no limit and no token.</summary>
internal sealed class InfiniteWait
{
    private InfiniteWait(ContractCall call, SyntaxNode value)
    {
        Call = call;
        Value = value;
    }

    internal ContractCall Call { get; }


    /// <summary>What says that there is no limit.</summary>
    internal SyntaxNode Value { get; }

    internal static IEnumerable<InfiniteWait> In(WaitingBody body)
    {
        foreach (ContractCall wait in WaitArguments.WaitsIn(body))
        {
            if (!WaitArguments.HasToken(wait)
                && WaitArguments.Option(wait, "MaxWaitTime", body.CancellationToken) is { } limit
                && ValueEvaluator.Evaluate(limit, body.CancellationToken)?.Duration == Timeout.InfiniteTimeSpan)
            {
                yield return new InfiniteWait(wait, limit.Syntax);
            }
        }
    }
}
