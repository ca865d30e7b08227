using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>The turns of one loop, followed under each scenario that matters to it.</summary>
internal sealed class LoopRuns
{
    private readonly ImmutableArray<FlowRun> _otherRunning;

    private readonly Func<Scenario, BasicBlock, FlowState, FlowRun?> _again;

    private LoopRuns(Func<Scenario, BasicBlock, FlowState, FlowRun?> again, FlowRun success, FlowRun running, ImmutableArray<(string Status, FlowRun Run)> failures, ImmutableArray<FlowRun> otherRunning)
    {
        _again = again;
        _otherRunning = otherRunning;
        Success = success;
        Running = running;
        Failures = failures;
        All = failures.Select(static f => f.Run).Concat(otherRunning).Concat([success, running]).ToImmutableArray();
    }

    internal FlowRun Success { get; }

    internal FlowRun Running { get; }

    internal ImmutableArray<(string Status, FlowRun Run)> Failures { get; }

    internal ImmutableArray<FlowRun> All { get; }

    /// <summary>Whether it is for the statuses that control leaves the loop, or for which it stays.</summary>
    internal bool DependOnStatus => Success.Exits.Any(e => !Running.Exits.Contains(e) || _otherRunning.Any(r => !r.Exits.Contains(e)));

    /// <summary>The ways that can be taken after a block of the loop, when what was known before it no longer counts.</summary>
    internal Func<BasicBlock, BasicBlock, bool> FollowingTurns(BasicBlock block)
    {
        FlowRun?[] runs = All.Select(r => r.AtAll(block) is { } state ? _again(r.Scenario, block, state.Clone()) : null).ToArray();
        return (from, to) => runs.Any(r => r?.CanGo(from, to) == true);
    }

    /// <summary>Follows the loop.</summary>
    /// <returns><see langword="null"/> where the code is too tangled to follow.</returns>
    internal static LoopRuns? Follow(FlowContext context, FunctionFlow function, LoopRegion region, MonitorContract? monitor, Entries entries)
    {
        BasicBlock? first = function.Graph.Blocks.FirstOrDefault(b => region.Contains(b) && b.Predecessors.Any(p => !region.Contains(p.Source)))
            ?? function.Graph.Blocks.FirstOrDefault(region.Contains);
        if (first is null)
        {
            return null;
        }

        FlowState? before = entries.At(function, first, monitor);
        var options = new FlowOptions { Region = region, StartsInTheMiddle = before is null };
        FlowState start = Start(before);
        FlowRun? RunFrom(Scenario scenario, BasicBlock block, FlowState state) => FlowRun.ExecuteLoop(context, scenario, function.Graph, state, block, options);
        FlowRun? Run(Scenario scenario) => RunFrom(scenario, first, start.Clone());

        IEnumerable<(string Status, Scenario Scenario)> failing = monitor is null
            ? [("failed", Scenario.Failure())]
            : monitor.Failed.Select(s => (s, Scenario.Failure(monitor, s)));
        FlowRun? success = Run(Scenario.Success(monitor));
        FlowRun? running = Run(Scenario.Running(monitor));
        var failures = failing.Select(f => (f.Status, Run: Run(f.Scenario))).ToImmutableArray();
        var others = RunningStatuses(context, function, region, monitor).Select(s => Run(Scenario.RunningAs(monitor!, s))).ToImmutableArray();
        return success is null || running is null || failures.Any(static f => f.Run is null) || others.Any(static r => r is null)
            ? null
            : new LoopRuns(RunFrom, success, running, failures.Select(static f => (f.Status, f.Run!)).ToImmutableArray(), others.Select(static r => r!).ToImmutableArray());
    }

    /// <summary>What is known before the loop; what is not known there is at least the same in every turn, until the loop writes it.</summary>
    private static FlowState Start(FlowState? before)
    {
        FlowState start = before?.Clone() ?? new FlowState();
        start.IsUnsure = false;
        foreach (KeyValuePair<object, FlowValue> variable in start.Values.ToArray())
        {
            ITypeSymbol? type = (variable.Key as ILocalSymbol)?.Type ?? (variable.Key as IParameterSymbol)?.Type;
            if (type is not null && (variable.Value.IsUnknown || (variable.Value.Equals(FlowValue.NotNull) && PlainCollections.Contains(type))))
            {
                start.Set(variable.Key, FlowValue.Stable);
            }
        }

        return start;
    }

    /// <summary>Statuses of running jobs that the loop asks for by name.</summary>
    private static IEnumerable<string> RunningStatuses(FlowContext context, FunctionFlow function, LoopRegion region, MonitorContract? monitor) => monitor is null
        ? []
        : function.Graph.Blocks.Where(region.Contains)
            .SelectMany(FunctionFlow.OperationsOf)
            .Select(o => o switch
            {
                { ConstantValue: { HasValue: true, Value: string text } } => text,
                IMemberReferenceOperation { Member: { IsStatic: true } member } => context.Contract.StatusTextOf(member) ?? (member is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } ? member.Name : null),
                _ => null,
            })
            .OfType<string>()
            .Where(s => !monitor.Succeeded.Contains(s) && !monitor.Failed.Contains(s))
            .Distinct()
            .Take(8);
}
