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

    private readonly Lazy<ImmutableArray<FlowRun?>> _listed;

    private readonly Func<Scenario, BasicBlock, FlowState, FlowRun?> _again;

    private LoopRuns(Func<Scenario, BasicBlock, FlowState, FlowRun?> again, FlowRun success, FlowRun running, ImmutableArray<(string Status, FlowRun Run)> failures, ImmutableArray<FlowRun> otherRunning, Lazy<ImmutableArray<FlowRun?>> listed)
    {
        _again = again;
        _listed = listed;
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

    /// <summary>Whether control may leave the loop with any status of a running job, asked for by name or not.</summary>
    internal bool MayLeaveWhileRunning => Running.MayLeave && _otherRunning.All(static r => r.MayLeave);

    /// <summary>Whether it is for the statuses that control leaves the loop, or for which it stays.</summary>
    internal bool DependOnStatus => Success.Exits.Any(e => !Running.Exits.Contains(e) || _otherRunning.Any(r => !r.Exits.Contains(e)));

    /// <summary>Whether it is left at one place, whatever the status, and nobody out of sight decides on it.</summary>
    internal bool LeaveAtOnePlace => !DependOnStatus && All.All(static r => !r.IsUnsure) && All.SelectMany(static r => r.Exits).Select(static e => e.From).Distinct().Count() == 1;

    /// <summary>Whether success leaves where no job that still runs does: with the statuses that the loop or the document names.</summary>
    internal bool WaitForSuccess => Success.Exits.Any(e => _otherRunning.All(r => !r.Exits.Contains(e)) && _listed.Value.All(r => r?.Exits.Contains(e) != true));

    /// <summary>The ways that can be taken after a block of the loop, when what was known before it no longer counts.</summary>
    internal Func<BasicBlock, BasicBlock, bool> FollowingTurns(FlowRun run, BasicBlock block)
    {
        FlowRun? following = run.AtAll(block) is { } state ? _again(run.Scenario, block, state.Clone()) : null;
        return (from, to) => following?.CanGo(from, to) == true;
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

        FlowState? before = entries.At(function, first, region, monitor);
        var options = new FlowOptions { Region = region, StartsInTheMiddle = before is null };
        FlowState start = Start(before, context, function, region);
        FlowRun? RunFrom(Scenario scenario, BasicBlock block, FlowState state) => FlowRun.ExecuteLoop(context, scenario, function.Graph, state, block, options);
        FlowRun? Run(Scenario scenario) => RunFrom(scenario, first, start.Clone());

        IEnumerable<(string Status, Scenario Scenario)> failing = monitor is null
            ? [("failed", Scenario.Failure())]
            : monitor.Failed.Select(s => (s, Scenario.Failure(monitor, s)));
        FlowRun? success = Run(Scenario.Success(monitor));
        FlowRun? running = Run(Scenario.Running(monitor));
        var failures = failing.Select(f => (f.Status, Run: Run(f.Scenario))).ToImmutableArray();
        var others = (monitor is null ? [] : StatusNames.OfRunning(context, function, region, monitor).Select(s => Run(Scenario.RunningAs(monitor, s)))).ToImmutableArray();
        var listed = new Lazy<ImmutableArray<FlowRun?>>(
            () => (monitor is null ? [] : StatusNames.ListedAsRunning(context.Contract, monitor).Select(s => Run(Scenario.RunningAs(monitor, s)))).ToImmutableArray(),
            LazyThreadSafetyMode.None);
        return success is null || running is null || failures.Any(static f => f.Run is null) || others.Any(static r => r is null)
            ? null
            : new LoopRuns(RunFrom, success, running, failures.Select(static f => (f.Status, f.Run!)).ToImmutableArray(), others.Select(static r => r!).ToImmutableArray(), listed);
    }

    /// <summary>What is known before the loop; what is not known there is at least the same in every turn, until the loop writes it.</summary>
    private static FlowState Start(FlowState? before, FlowContext context, FunctionFlow function, LoopRegion region)
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

        foreach (IOperation operation in function.Graph.Blocks.Where(region.Contains).SelectMany(FunctionFlow.OperationsOf))
        {
            if (operation is IAssignmentOperation { Target: var target }
                && Decision.VariableOf(target) is IFieldSymbol or IPropertySymbol
                && Decision.VariableOf(target) is { } member
                && start.Find(member) is null or { IsUnknown: true }
                && !context.IsWrittenByOthers(member))
            {
                start.Set(member, FlowValue.Stable);
            }
        }

        return start;
    }
}
