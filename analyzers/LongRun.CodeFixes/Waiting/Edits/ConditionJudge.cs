using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Says for which endings of the job a condition of the source holds.</summary>
internal sealed class ConditionJudge
{
    private readonly FlowContext _context;
    private readonly MonitorContract? _monitor;
    private readonly IReadOnlyList<(ILocalSymbol Local, FlowValue Value)> _locals;
    private readonly bool _ignoresTokens;

    internal ConditionJudge(FlowContext context, MonitorContract? monitor, IReadOnlyList<(ILocalSymbol Local, FlowValue Value)> locals, bool ignoresTokens)
    {
        _ignoresTokens = ignoresTokens;
        _context = context;
        _monitor = monitor;
        _locals = locals;
    }

    internal bool? OnSuccess(IOperation condition) => Under(condition, Scenario.Success(_monitor));

    internal bool? WhileRunning(IOperation condition) => Under(condition, Scenario.Running(_monitor));

    /// <summary>Whether it holds for all failures, or for none; <see langword="null"/> where they differ, or it is not known.</summary>
    internal bool? OnFailure(IOperation condition)
    {
        bool?[] all = (_monitor?.Failed ?? ImmutableArray<string>.Empty).Select(f => Under(condition, Scenario.Failure(_monitor!, f))).Distinct().ToArray();
        return all.Length == 1 ? all[0] : null;
    }

    /// <summary>Whether it is known for every failure, be it so or so.</summary>
    internal bool IsKnownForFailures(IOperation condition) => (_monitor?.Failed ?? ImmutableArray<string>.Empty).All(f => Under(condition, Scenario.Failure(_monitor!, f)) is not null);

    private bool? Under(IOperation condition, Scenario scenario)
    {
        // The ticks of a timer go on until it is disposed.
        if (condition is IAwaitOperation { Operation: IInvocationOperation { TargetMethod.Name: "WaitForNextTickAsync" } })
        {
            return true;
        }

        var state = new FlowState();
        foreach ((ILocalSymbol local, FlowValue value) in _locals)
        {
            state.Set(local, value);
        }

        return new Evaluator(_context, scenario, new FlowOptions { StartsInTheMiddle = true, TokensNeverFire = _ignoresTokens }).Evaluate(condition, state).Truth;
    }
}
