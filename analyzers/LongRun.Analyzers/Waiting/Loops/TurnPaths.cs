using System.Collections.Immutable;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>
/// The ways through a turn of a loop, from a status call back to the same: which pause least. A way counts that can be taken
/// under at least one scenario; it has to go through the loop's own jump back, not only through that of a loop inside.
/// </summary>
internal sealed class TurnPaths
{
    private readonly ControlFlowGraph _graph;
    private readonly LoopRegion _region;
    private readonly ImmutableArray<LoopRegion> _inner;
    private readonly ImmutableArray<LoopRegion> _pausing;
    private readonly List<TurnEvent>[] _events;
    private readonly HashSet<SyntaxNode> _asks;
    private readonly bool _hasFinally;

    internal TurnPaths(ControlFlowGraph graph, LoopRegion region, ImmutableArray<LoopRegion> inner, TurnEvents events, IEnumerable<SyntaxNode> asks)
    {
        _graph = graph;
        _region = region;
        _inner = inner;
        _asks = new HashSet<SyntaxNode>(asks);
        _events = graph.Blocks.Select(b => region.Contains(b) ? events.Of(b) : []).ToArray();
        _pausing = inner.Where(l => graph.Blocks.Any(b => l.Contains(b) && _events[b.Ordinal].Any(static e => e.Pause is not null)) && !graph.Blocks.Any(b => l.Contains(b) && _events[b.Ordinal].Any(IsAsk))).ToImmutableArray();
        _hasFinally = graph.Blocks.Any(static b => b.EnclosingRegion.Kind == ControlFlowRegionKind.Finally);
        FinallyEvents = graph.Blocks.Select(b => b.EnclosingRegion.Kind == ControlFlowRegionKind.Finally ? events.Of(b) : []).ToArray();
    }

    private List<TurnEvent>[] FinallyEvents { get; }

    /// <summary>The pauses of the way that pauses least; <see langword="null"/> where no way is known to lead back, or each has a pause that is not constant.</summary>
    internal ImmutableArray<Pause>? Shortest(Func<BasicBlock, BasicBlock, bool> canGo) => Shortest(_ => canGo);

    /// <inheritdoc cref="Shortest(Func{BasicBlock, BasicBlock, bool})"/>
    /// <param name="canGoAfter">Gives, for the block of a status call, what ways can be taken after it.</param>
    internal ImmutableArray<Pause>? Shortest(Func<BasicBlock, Func<BasicBlock, BasicBlock, bool>> canGoAfter)
    {
        ImmutableArray<Pause>? shortest = null;
        foreach (BasicBlock block in _graph.Blocks)
        {
            List<TurnEvent> events = _events[block.Ordinal];
            for (int i = 0; i < events.Count; i++)
            {
                if (IsAsk(events[i]) && Shortest(block, i, canGoAfter(block)) is { } found && (shortest is not { } known || Sum(found) < Sum(known)))
                {
                    shortest = found;
                }
            }
        }

        return shortest;
    }

    /// <summary>Whether any way leads from a status call back to it.</summary>
    internal bool Repeats(Func<BasicBlock, BasicBlock, bool> canGo)
    {
        foreach (BasicBlock block in _graph.Blocks.Where(b => _events[b.Ordinal].Any(IsAsk)))
        {
            var seen = new HashSet<(int, bool)>();
            var waiting = new Stack<(BasicBlock Block, bool HasTurned)>();
            waiting.Push((block, false));
            while (waiting.Count > 0)
            {
                (BasicBlock at, bool hasTurned) = waiting.Pop();
                foreach (ControlFlowBranch branch in Ways(at, canGo))
                {
                    bool turned = hasTurned || IsTurn(at, branch.Destination!);
                    if (turned && branch.Destination == block)
                    {
                        return true;
                    }

                    if (seen.Add((branch.Destination!.Ordinal, turned)))
                    {
                        waiting.Push((branch.Destination, turned));
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Whether a turn can be taken that asks for no status: how often one is asked for then hangs on something else than the pauses.</summary>
    internal bool HasTurnWithoutAsk(Func<BasicBlock, BasicBlock, bool> canGo)
    {
        // A loop inside that asks for each of many may have nothing to ask for; that is no turn of its own.
        LoopRegion[] asking = _inner.Where(l => _graph.Blocks.Any(b => l.Contains(b) && _events[b.Ordinal].Any(IsAsk))).ToArray();
        bool IsFree(BasicBlock block) => !_events[block.Ordinal].Any(IsAsk) && !asking.Any(l => l.Contains(block));

        foreach (BasicBlock last in _graph.Blocks.Where(b => _region.Contains(b) && IsFree(b)))
        {
            var seen = new HashSet<int>();
            var waiting = new Stack<BasicBlock>(Ways(last, canGo).Select(static w => w.Destination!).Where(d => IsTurn(last, d) && IsFree(d)));
            while (waiting.Count > 0)
            {
                BasicBlock at = waiting.Pop();
                if (at == last)
                {
                    return true;
                }

                foreach (ControlFlowBranch way in Ways(at, canGo).Where(w => IsFree(w.Destination!) && seen.Add(w.Destination!.Ordinal)))
                {
                    waiting.Push(way.Destination!);
                }
            }
        }

        return false;
    }

    internal static double Sum(IEnumerable<Pause> pauses) => pauses.Sum(static p => p.Seconds ?? 0);

    private ImmutableArray<Pause>? Shortest(BasicBlock start, int ask, Func<BasicBlock, BasicBlock, bool> canGo)
    {
        var best = new Dictionary<(int Block, bool HasTurned), double>();
        var waiting = new List<(BasicBlock Block, bool HasTurned, ImmutableArray<Pause> Pauses)>();
        if (Add(ImmutableArray<Pause>.Empty, _events[start.Ordinal].Skip(ask + 1)) is not { } first)
        {
            return null;
        }

        ImmutableArray<Pause>? shortest = null;
        waiting.Add((start, false, first));
        while (waiting.Count > 0)
        {
            (BasicBlock at, bool hasTurned, ImmutableArray<Pause> pauses) = waiting[waiting.Count - 1];
            waiting.RemoveAt(waiting.Count - 1);
            foreach (ControlFlowBranch branch in Ways(at, canGo))
            {
                BasicBlock destination = branch.Destination!;
                bool turned = hasTurned || IsTurn(at, destination);

                // How often a loop inside pauses is not known here.
                if (_pausing.Any(l => l.Contains(destination)) || Add(pauses, FinallyEventsOf(branch)) is not { } before)
                {
                    continue;
                }

                if (turned && destination == start && Add(before, _events[start.Ordinal].Take(ask)) is { } whole && (shortest is not { } known || Sum(whole) < Sum(known)))
                {
                    shortest = whole;
                }

                if (Add(before, _events[destination.Ordinal]) is { } after
                    && (!best.TryGetValue((destination.Ordinal, turned), out double sum) || Sum(after) < sum))
                {
                    best[(destination.Ordinal, turned)] = Sum(after);
                    waiting.Add((destination, turned, after));
                }
            }
        }

        return shortest;
    }

    private IEnumerable<TurnEvent> FinallyEventsOf(ControlFlowBranch branch) => !_hasFinally ? [] :
        branch.FinallyRegions.SelectMany(r => Enumerable.Range(r.FirstBlockOrdinal, r.LastBlockOrdinal - r.FirstBlockOrdinal + 1)).SelectMany(b => FinallyEvents[b]);

    /// <summary>The pauses with those of the events; <see langword="null"/> where one is not constant, and may be any.</summary>
    private static ImmutableArray<Pause>? Add(ImmutableArray<Pause> pauses, IEnumerable<TurnEvent> events)
    {
        foreach (TurnEvent turnEvent in events)
        {
            if (turnEvent.Pause is not { } pause)
            {
                continue;
            }

            if (pause.Seconds is null)
            {
                return null;
            }

            pauses = pauses.Add(pause);
        }

        return pauses;
    }

    private bool IsAsk(TurnEvent turnEvent) => turnEvent.Pause is null && _asks.Contains(turnEvent.Syntax);

    private IEnumerable<ControlFlowBranch> Ways(BasicBlock from, Func<BasicBlock, BasicBlock, bool> canGo)
    {
        foreach (ControlFlowBranch? branch in new[] { from.ConditionalSuccessor, from.FallThroughSuccessor })
        {
            if (branch is { Semantics: ControlFlowBranchSemantics.Regular, Destination: { } destination } && _region.Contains(destination) && canGo(from, destination))
            {
                yield return branch;
            }
        }
    }

    // Blocks are numbered as they stand in the source.
    private bool IsTurn(BasicBlock from, BasicBlock to) => to.Ordinal <= from.Ordinal && !_inner.Any(l => l.Contains(from) && l.Contains(to));
}
