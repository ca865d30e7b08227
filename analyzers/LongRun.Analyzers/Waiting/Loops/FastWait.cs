using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>A wait of an operation that is given a constant pause below the monitor's shortest.</summary>
internal sealed class FastWait
{
    private FastWait(SyntaxNode value, double seconds, double minDelay)
    {
        Value = value;
        Seconds = seconds;
        MinDelay = minDelay;
    }

    internal SyntaxNode Value { get; }

    internal double Seconds { get; }

    internal double MinDelay { get; }

    internal static IEnumerable<FastWait> In(WaitingBody body)
    {
        foreach (ContractCall wait in WaitArguments.WaitsIn(body))
        {
            if (wait.Monitor is { } monitor
                && WaitArguments.Plain(WaitArguments.Option(wait, "Delay", body.CancellationToken)) is IInvocationOperation { TargetMethod: { Name: "Fixed", ContainingType.Name: "DelayStrategy" }, Arguments: [{ Value: var delay }] }
                && ValueEvaluator.Evaluate(delay, body.CancellationToken)?.Duration is { } span
                && span > TimeSpan.Zero
                && span.TotalSeconds < monitor.MinDelaySeconds)
            {
                yield return new FastWait(delay.Syntax, span.TotalSeconds, monitor.MinDelaySeconds);
            }
        }
    }
}
