using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>Reads what a pipeline or policy consists of.</summary>
internal sealed class StrategyChain
{
    // Deeper than anything a person writes; a bound against members that refer to each other.
    private const int MaxDepth = 32;

    private readonly Origin _origin;
    private readonly CancellationToken _cancellationToken;

    internal StrategyChain(Origin origin, CancellationToken cancellationToken)
    {
        _origin = origin;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The calls that make its strategies, the outermost first; <see langword="null"/> where not all are in sight.</summary>
    internal IReadOnlyList<IInvocationOperation>? Of(IOperation? runner, int depth = 0)
    {
        if (depth > MaxDepth || _origin.Of(runner) is not IInvocationOperation call || !PollyMethods.Contains(call.TargetMethod))
        {
            return null;
        }

        switch (call.TargetMethod.Name)
        {
            case "Build":
                return Added(CallSite.Receiver(call), depth + 1);
            case "Wrap" or "WrapAsync" when CallSite.Receiver(call) is { } outer:
                return call.Arguments.Length == (call.Instance is null ? 2 : 1) ? Joined([outer, call.Arguments[call.Arguments.Length - 1].Value], depth + 1) : null;
            case "Wrap" or "WrapAsync" when call.Arguments is [{ Value: IArrayCreationOperation { Initializer.ElementValues: var policies } }]:
                return Joined(policies, depth + 1);
            case "WithPolicyKey" or "AsAsyncPolicy" or "AsPolicy" or "AsSyncPolicy":
                return Of(CallSite.Receiver(call), depth + 1);
            default:
                return [call];
        }
    }

    private List<IInvocationOperation>? Joined(IEnumerable<IOperation> policies, int depth)
    {
        var all = new List<IInvocationOperation>();
        foreach (IOperation policy in policies)
        {
            if (Of(policy, depth) is not { } calls)
            {
                return null;
            }

            all.AddRange(calls);
        }

        return all;
    }

    /// <summary>What was added to a builder so far.</summary>
    private IReadOnlyList<IInvocationOperation>? Added(IOperation? builder, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        switch (builder)
        {
            case IObjectCreationOperation { Type.Name: "ResiliencePipelineBuilder" }:
                return [];
            case IInvocationOperation call when PollyMethods.Contains(call.TargetMethod):
                return Added(CallSite.Receiver(call), depth + 1) is { } before ? [.. before, call] : null;
            case ILocalReferenceOperation local:
                return AddedTo(local, depth + 1);
            default:
                return _origin.Of(builder) is { } made && made != builder ? Added(made, depth + 1) : null;
        }
    }

    private List<IInvocationOperation>? AddedTo(ILocalReferenceOperation local, int depth)
    {
        if (BuiltInSteps.Before(local, _cancellationToken) is not { } steps || Values.LocalValues.OnlyOperation(local, _cancellationToken) is not { } made || Added(made, depth) is not { } added)
        {
            return null;
        }

        var all = added.ToList();
        foreach (ILocalReferenceOperation step in steps)
        {
            if (step.Parent is IPropertyReferenceOperation)
            {
                continue;
            }

            int before = all.Count;
            IOperation inner = step;
            while (CallOn(inner) is { } call)
            {
                all.Add(call);
                inner = call;
            }

            // Handed to somebody who may add to it.
            if (all.Count == before)
            {
                return null;
            }
        }

        return all;
    }

    /// <summary>The call of a builder's method on what the operation gives.</summary>
    private static IInvocationOperation? CallOn(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is IConversionOperation or IArgumentOperation)
        {
            outer = outer.Parent;
        }

        return outer is IInvocationOperation call && PollyMethods.Contains(call.TargetMethod) && CallSite.Receiver(call)?.Syntax == operation.Syntax && call.TargetMethod.Name != "Build" ? call : null;
    }
}
