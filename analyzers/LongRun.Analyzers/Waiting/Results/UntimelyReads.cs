using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>
/// Finds reads before success: the body is followed under every ending but success, and a member that has no value then
/// may turn up nowhere that needs one. Whatever kind of check keeps control away from there keeps the rule away too.
/// </summary>
internal sealed class UntimelyReads : IFlowListener
{
    private readonly WaitingBody _body;
    private readonly FlowContext _context;
    private readonly Dictionary<SyntaxNode, IMemberReferenceOperation> _reads;
    private readonly Dictionary<IOperation, FunctionFlow> _uses = [];
    private readonly List<(FunctionFlow, ControlFlowRegion)> _handlers = [];
    private readonly HashSet<FunctionFlow> _reached = [];
    private readonly HashSet<(SyntaxNode Place, Scenario Scenario)> _found = [];
    private HashSet<SyntaxNode> _foundInRun = [];
    private Scenario? _scenario;

    private UntimelyReads(WaitingBody body, FlowContext context, Dictionary<SyntaxNode, IMemberReferenceOperation> reads)
    {
        _body = body;
        _context = context;
        _reads = reads;
        foreach (FunctionFlow function in context.Functions)
        {
            foreach (IOperation use in RequiredUses.In(body, function))
            {
                _uses[use] = function;
            }

            foreach (ControlFlowRegion handler in Handlers(function.Graph.Root))
            {
                if (ReadsIn(function, handler).Any())
                {
                    _handlers.Add((function, handler));
                }
            }
        }
    }

    /// <summary>Finds them among the members read that pass, in source order.</summary>
    internal static IEnumerable<UntimelyRead> In(WaitingBody body, Func<IMemberReferenceOperation, bool> passes)
    {
        var reads = new Dictionary<SyntaxNode, IMemberReferenceOperation>();
        foreach (IMemberReferenceOperation read in body.Operations.OfType<IMemberReferenceOperation>())
        {
            if (read.Instance is not null && passes(read))
            {
                reads[read.Syntax] = read;
            }
        }

        if (reads.Count == 0 || body.Flow is not { } context)
        {
            yield break;
        }

        var finder = new UntimelyReads(body, context, reads);
        foreach (MonitorContract? monitor in body.Calls.Select(static c => c.Monitor).Distinct())
        {
            finder.Follow(monitor);
        }

        foreach (var read in finder._found.GroupBy(static f => (f.Place, f.Scenario.Monitor)).OrderBy(static g => g.Key.Place.SpanStart))
        {
            yield return new UntimelyRead(reads[read.Key.Place], read.Select(static f => f.Scenario).ToImmutableArray());
        }
    }

    public void Evaluated(IOperation operation, FlowValue value, FlowState state)
    {
        if (!_uses.TryGetValue(operation, out FunctionFlow? function))
        {
            return;
        }

        _reached.Add(function);
        if (!state.IsSure || _scenario!.Ending == JobEnding.Success)
        {
            return;
        }

        foreach (Atom atom in value.Atoms)
        {
            if (atom.MissingAt is { } place && _reads.ContainsKey(place))
            {
                _foundInRun.Add(place);
            }
        }
    }

    /// <summary>Follows the jobs of a monitor: all of them as if they stood alike, then each that can be told from the others.</summary>
    private void Follow(MonitorContract? monitor)
    {
        OpenEndings endings = OpenEndings.Of(_body, monitor);
        Follow(endings, static s => s, static _ => true);

        var identities = new JobIdentities(_body);
        (SyntaxNode Syntax, object? Job)[] calls = _body.Calls.Select(c => (c.Call.Syntax, Job: identities.Of(c))).ToArray();
        foreach (object job in calls.Select(static c => c.Job).OfType<object>().Distinct())
        {
            var others = new HashSet<SyntaxNode>(calls.Where(c => c.Job is not null && !job.Equals(c.Job)).Select(static c => c.Syntax));
            if (others.Count > 0)
            {
                // Where every call is of a job that is known, what is found without the others is this job's.
                bool isSure = calls.All(static c => c.Job is not null);
                Follow(endings, s => s.Without(others), read => identities.OfJob(read.Instance) is { } own ? job.Equals(own) : isSure && !JobIdentities.IsOfHandle(read.Instance));
            }
        }
    }

    private void Follow(OpenEndings endings, Func<Scenario, Scenario> narrow, Func<IMemberReferenceOperation, bool> counts)
    {
        ImmutableArray<Scenario> scenarios = endings.All.Select(narrow).ToImmutableArray();
        FunctionFlow[] inner = _context.Functions.Skip(1).Where(f => _reads.Keys.Any(r => f.Syntax.Span.Contains(r.Span))).ToArray();
        var found = new HashSet<(SyntaxNode Place, Scenario Scenario)>();
        _reached.Clear();
        Follow(_context.Functions[0], scenarios, found);
        if (inner.Length > 0)
        {
            Follow(_context.Functions[0], ImmutableArray.Create(narrow(endings.Success)), found);
        }

        // What is called where it is in sight was followed there, with what is known there; the rest is called by others.
        foreach (FunctionFlow function in inner)
        {
            if (!_reached.Contains(function))
            {
                Follow(function, scenarios, found);
            }
        }

        foreach ((FunctionFlow function, ControlFlowRegion handler) in _handlers)
        {
            FollowHandler(function, handler, scenarios, found);
        }

        bool Agrees(SyntaxNode place) => !endings.RunningMustAgree || scenarios.All(s => s.Ending != JobEnding.None || found.Contains((place, s)));
        _found.UnionWith(found.Where(f => counts(_reads[f.Place]) && (f.Scenario.Ending != JobEnding.None || Agrees(f.Place))));
    }

    private void Follow(FunctionFlow function, ImmutableArray<Scenario> scenarios, HashSet<(SyntaxNode, Scenario)> found)
    {
        foreach (Scenario scenario in scenarios)
        {
            _scenario = scenario;
            _foundInRun = [];
            if (FlowRun.Execute(_context, scenario, function, new FlowOptions { Listener = this, MindsLoops = true }, _context.LoopsOf(function)) is not null)
            {
                found.UnionWith(_foundInRun.Select(place => (place, scenario)));
            }
        }
    }

    /// <summary>Exceptions are not followed: what stands in their handlers is followed by itself, and only that counts.</summary>
    private void FollowHandler(FunctionFlow function, ControlFlowRegion handler, ImmutableArray<Scenario> scenarios, HashSet<(SyntaxNode, Scenario)> found)
    {
        var inside = new HashSet<SyntaxNode>(ReadsIn(function, handler));
        foreach (Scenario scenario in scenarios)
        {
            _scenario = scenario;
            _foundInRun = [];
            if (FlowRun.ExecuteHandler(_context, scenario, function, handler, new FlowOptions { Listener = this, MindsLoops = true, StartsInTheMiddle = true }) is not null)
            {
                found.UnionWith(_foundInRun.Where(inside.Contains).Select(place => (place, scenario)));
            }
        }
    }

    private IEnumerable<SyntaxNode> ReadsIn(FunctionFlow function, ControlFlowRegion region) => function.Graph.Blocks
        .Where(b => b.Ordinal >= region.FirstBlockOrdinal && b.Ordinal <= region.LastBlockOrdinal)
        .SelectMany(FunctionFlow.OperationsOf)
        .Where(o => o is IMemberReferenceOperation && _reads.ContainsKey(o.Syntax))
        .Select(static o => o.Syntax);

    private static IEnumerable<ControlFlowRegion> Handlers(ControlFlowRegion region) => region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Finally
        ? [region]
        : region.NestedRegions.SelectMany(Handlers);
}
