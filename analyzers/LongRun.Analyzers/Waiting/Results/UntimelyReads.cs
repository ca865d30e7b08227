using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>
/// Finds reads before success: the body is followed under every ending but success, and a member that has no value then
/// may turn up nowhere that needs one. Whatever kind of check keeps control away from there keeps the rule away too.
/// </summary>
internal sealed class UntimelyReads : IFlowListener
{
    private readonly WaitingBody _body;
    private readonly FlowContext _context;
    private readonly ImmutableHashSet<SyntaxNode> _reads;
    private readonly Dictionary<IOperation, FunctionFlow> _uses = [];
    private readonly HashSet<FunctionFlow> _reached = [];
    private readonly List<(SyntaxNode Place, Scenario Scenario)> _found = [];
    private Scenario? _scenario;

    private UntimelyReads(WaitingBody body, FlowContext context, ImmutableHashSet<SyntaxNode> reads)
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
        }
    }

    /// <summary>Finds them among the reads given, in source order.</summary>
    internal static IEnumerable<UntimelyRead> In(WaitingBody body, ImmutableHashSet<SyntaxNode> reads)
    {
        if (reads.IsEmpty || body.Flow is not { } context)
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
            yield return new UntimelyRead(read.Key.Place, read.Select(static f => f.Scenario).ToImmutableArray());
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
            if (atom.MissingAt is { } place && _reads.Contains(place))
            {
                _found.Add((place, _scenario));
            }
        }
    }

    private void Follow(MonitorContract? monitor)
    {
        OpenEndings endings = OpenEndings.Of(_body, monitor);
        ImmutableArray<Scenario> scenarios = endings.Running.AddRange(endings.Failed);
        FunctionFlow[] inner = _context.Functions.Skip(1).Where(f => _reads.Any(r => f.Syntax.Span.Contains(r.Span))).ToArray();
        _reached.Clear();
        Follow(_context.Functions[0], scenarios);
        if (inner.Length > 0)
        {
            Follow(_context.Functions[0], ImmutableArray.Create(Scenario.Success(monitor)));
        }

        // What is called where it is in sight was followed there, with what is known there; the rest is called by others.
        foreach (FunctionFlow function in inner)
        {
            if (!_reached.Contains(function))
            {
                Follow(function, scenarios);
            }
        }

        if (endings.RunningMustAgree)
        {
            var all = new HashSet<(SyntaxNode, Scenario)>(_found);
            _found.RemoveAll(f => endings.Running.Contains(f.Scenario) && !endings.Running.All(s => all.Contains((f.Place, s))));
        }
    }

    private void Follow(FunctionFlow function, ImmutableArray<Scenario> scenarios)
    {
        foreach (Scenario scenario in scenarios)
        {
            _scenario = scenario;
            int before = _found.Count;
            if (FlowRun.Execute(_context, scenario, function, new FlowOptions { Listener = this, MindsLoops = true }, _context.LoopsOf(function)) is null)
            {
                _found.RemoveRange(before, _found.Count - before);
            }
        }
    }
}
