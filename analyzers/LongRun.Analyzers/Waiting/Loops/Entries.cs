using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>What is known where loops begin: each function followed from its start, once for each assumption that is needed.</summary>
internal sealed class Entries
{
    private readonly FlowContext _context;
    private readonly Dictionary<(FunctionFlow, string, MonitorContract?), FlowRun?> _runs = [];

    internal Entries(FlowContext context) => _context = context;

    /// <summary>The state at a block while the job still runs; where the code never gets there with such a job, with one that ended.</summary>
    internal FlowState? At(FunctionFlow function, BasicBlock block, LoopRegion region, MonitorContract? monitor) =>
        At(function, block, region, Scenario.Running(monitor)) ?? At(function, block, region, Scenario.Success(monitor));

    private FlowState? At(FunctionFlow function, BasicBlock block, LoopRegion region, Scenario scenario)
    {
        (FunctionFlow, string, MonitorContract?) key = (function, scenario.Status, scenario.Monitor);
        if (!_runs.TryGetValue(key, out FlowRun? run))
        {
            run = FlowRun.Execute(_context, scenario, function, new FlowOptions { KeepsWays = true }, []);
            _runs.Add(key, run);
        }

        return run?.AtEntry(block, region);
    }
}
