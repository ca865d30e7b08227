using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>
/// Follows a graph, or the blocks of one loop in it, until nothing new is learnt: what is known at the start of each block,
/// which ways can be taken, and what comes out at the end. Exceptions are not followed, but for those that the code of a loop
/// throws and catches itself.
/// </summary>
internal sealed class FlowRun
{
    // A state has few variables with few alternatives each, so that this is reached only by code that no person wrote.
    private const int MaxVisitsOfBlock = 64;

    private readonly Evaluator _evaluator;
    private readonly FlowOptions _options;
    private readonly ControlFlowGraph _graph;
    private readonly LoopRegion[] _loops;
    private readonly List<FlowState>[] _states;
    private readonly SortedSet<int> _waiting = [];
    private readonly HashSet<(int From, int To)> _edges = [];
    private readonly Dictionary<(int From, int To), FlowState> _ways = [];

    private FlowRun(Evaluator evaluator, ControlFlowGraph graph, FlowOptions options, LoopRegion[] loops)
    {
        _evaluator = evaluator;
        _graph = graph;
        _options = options;
        _loops = loops;
        _states = graph.Blocks.Select(static _ => new List<FlowState>(1)).ToArray();
    }

    internal Scenario Scenario => _evaluator.Scenario;

    /// <summary>What is known where the function returns; <see langword="null"/> where it never does.</summary>
    internal FlowState? AtEnd { get; private set; }

    /// <summary>What the function returns.</summary>
    internal FlowValue Returned { get; private set; } = FlowValue.None;

    /// <summary>Whether control leaves what is followed: the loop, or the function by its end or a <c>throw</c>.</summary>
    internal bool Leaves { get; private set; }

    /// <summary>Whether control may have left it somewhere out of sight.</summary>
    internal bool MayLeave => Leaves || IsUnsure;

    /// <summary>Whether something out of sight may have decided.</summary>
    internal bool IsUnsure => _states.Any(static b => b.Any(static s => s.IsUnsure)) || IsUnsureAtEnd;

    /// <summary>What is known where the block begins: for sure, or else not; <see langword="null"/> where control never gets there.</summary>
    internal FlowState? AtAll(BasicBlock block)
    {
        FlowState? all = null;
        foreach (FlowState state in _states[block.Ordinal].OrderBy(static s => s.IsUnsure))
        {
            if (all is null)
            {
                all = state.Clone();
            }
            else if (state.IsUnsure == all.IsUnsure)
            {
                all.Join(state, _options.Initial);
            }
        }

        return all;
    }

    /// <summary>What is known where control enters a region from outside by this block; <see langword="null"/> where it never does.</summary>
    internal FlowState? AtEntry(BasicBlock block, LoopRegion region)
    {
        FlowState? all = null;
        foreach (ControlFlowBranch way in block.Predecessors.Where(p => !region.Contains(p.Source)))
        {
            if (!_ways.TryGetValue((way.Source.Ordinal, block.Ordinal), out FlowState? state))
            {
                continue;
            }

            if (all is null)
            {
                all = state.Clone();
            }
            else
            {
                all.Join(state, _options.Initial);
            }
        }

        return all;
    }

    /// <summary>The blocks that control leaves from, each with the block it goes to (-1: it throws or ends).</summary>
    internal ISet<(int From, int To)> Exits { get; } = new HashSet<(int, int)>();

    /// <summary>Whether the way from one block to the other can be taken.</summary>
    internal bool CanGo(BasicBlock from, BasicBlock to) => _edges.Contains((from.Ordinal, to.Ordinal));

    private bool IsUnsureAtEnd { get; set; }

    /// <summary>Follows a whole function from its start.</summary>
    /// <returns>What was learnt; <see langword="null"/> where the code is too tangled to follow.</returns>
    internal static FlowRun? Execute(FlowContext context, Scenario scenario, FunctionFlow function, FlowOptions options, LoopRegion[] loops) =>
        Execute(new Evaluator(context, scenario, options), function.Graph, new FlowState(), function.Graph.Blocks[0], options, loops);

    /// <summary>Follows a handler of exceptions, or what is done finally, from its start; nothing is known of what came before.</summary>
    internal static FlowRun? ExecuteHandler(FlowContext context, Scenario scenario, FunctionFlow function, ControlFlowRegion handler, FlowOptions options) =>
        Execute(new Evaluator(context, scenario, options), function.Graph, new FlowState(), function.Graph.Blocks[handler.FirstBlockOrdinal], options, context.LoopsOf(function));

    /// <summary>Follows a function that is called.</summary>
    internal static FlowRun? Execute(Evaluator evaluator, FlowContext context, FunctionFlow function, FlowState start, FlowOptions options)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return Execute(evaluator, function.Graph, start, function.Graph.Blocks[0], options, options.MindsLoops ? context.LoopsOf(function) : []);
    }

    /// <summary>Follows the turns of one loop from a block of it.</summary>
    internal static FlowRun? ExecuteLoop(FlowContext context, Scenario scenario, ControlFlowGraph graph, FlowState start, BasicBlock first, FlowOptions options) =>
        Execute(new Evaluator(context, scenario, options), graph, start, first, options, []);

    private static FlowRun? Execute(Evaluator evaluator, ControlFlowGraph graph, FlowState start, BasicBlock first, FlowOptions options, LoopRegion[] loops)
    {
        var run = new FlowRun(evaluator, graph, options, loops);
        run.Reach(first, start);
        return run.Follow() ? run : null;
    }

    private bool Follow()
    {
        var visits = new int[_graph.Blocks.Length];
        while (_waiting.Count > 0)
        {
            int ordinal = _waiting.Min;
            _waiting.Remove(ordinal);
            if (++visits[ordinal] > MaxVisitsOfBlock)
            {
                return false;
            }

            foreach (FlowState state in _states[ordinal].ToArray())
            {
                Visit(_graph.Blocks[ordinal], state.Clone());
            }
        }

        return true;
    }

    private void Visit(BasicBlock block, FlowState state)
    {
        foreach (IOperation operation in block.Operations)
        {
            _evaluator.Evaluate(operation, state);
            if (state.HasEnded)
            {
                Leave(block, null);
                return;
            }
        }

        FlowValue value = block.BranchValue is { } branchValue ? _evaluator.Evaluate(branchValue, state) : FlowValue.None;
        if (state.HasEnded)
        {
            Leave(block, null);
            return;
        }

        if (block.ConditionKind == ControlFlowConditionKind.None || block.ConditionalSuccessor is null)
        {
            Go(block, block.FallThroughSuccessor, state, value);
            return;
        }

        bool whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (value.Truth is { } truth)
        {
            Go(block, truth == whenTrue ? block.ConditionalSuccessor : block.FallThroughSuccessor, state, value);
            return;
        }

        GoBothWays(block, whenTrue, value, state);
    }

    private void GoBothWays(BasicBlock block, bool whenTrue, FlowValue value, FlowState state)
    {
        foreach (ControlFlowBranch? branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
        {
            bool taken = branch == block.ConditionalSuccessor ? whenTrue : !whenTrue;

            // What is the same in every turn lets no turn leave that did not leave in the first.
            if (value.IsStable && _options.Region is { } region && !region.Contains(branch?.Destination) && !value.Atoms.Contains(Atom.Constant(taken)))
            {
                continue;
            }

            FlowState next = Narrowing.Apply(_evaluator, block.BranchValue!, taken, state);
            Decide(block, branch?.Destination, next);
            if (value.IsHint)
            {
                next.DecideByHint(block, taken);
            }

            Go(block, branch, next, value);
        }
    }

    /// <summary>
    /// A loop left by a counter or a clock is often followed by a question about the same: whoever asks it knows why the loop
    /// ended, and the rules do not.
    /// </summary>
    private void Decide(BasicBlock block, BasicBlock? destination, FlowState state)
    {
        ISymbol[] variables = Decision.VariablesOf(block.BranchValue!).ToArray();
        if (_loops.Any(l => l.Contains(block) && !l.Contains(destination)))
        {
            state.Decided.UnionWith(variables);
        }
        else if (!_loops.Any(l => l.Contains(block)) && variables.Any(state.Decided.Contains))
        {
            state.IsUnsure = true;
        }
    }

    private void Go(BasicBlock from, ControlFlowBranch? branch, FlowState state, FlowValue value)
    {
        switch (branch?.Semantics)
        {
            case ControlFlowBranchSemantics.Return when branch.Destination is not null:
                Returned = Returned.Join(value);
                End(from, state);
                _edges.Add((from.Ordinal, branch.Destination.Ordinal));
                break;
            case ControlFlowBranchSemantics.Regular when branch.Destination is { } destination:
                _edges.Add((from.Ordinal, destination.Ordinal));
                if (destination.Kind == BasicBlockKind.Exit)
                {
                    End(from, state);
                }
                else if (_options.Region is { } region && !region.Contains(destination))
                {
                    Leave(from, destination);
                }
                else
                {
                    Keep(from, destination, state);
                    Reach(destination, state);
                }

                break;
            case ControlFlowBranchSemantics.Throw when _options.Region is { } loop && CaughtThrows.HandlerOf(from, _graph, loop) is { } handler:
                _edges.Add((from.Ordinal, handler.Ordinal));
                Reach(handler, state);
                break;
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                Leave(from, null);
                break;
        }
    }

    private void Keep(BasicBlock from, BasicBlock to, FlowState state)
    {
        if (!_options.KeepsWays)
        {
            return;
        }

        if (_ways.TryGetValue((from.Ordinal, to.Ordinal), out FlowState? known))
        {
            known.Join(state, _options.Initial);
        }
        else
        {
            _ways.Add((from.Ordinal, to.Ordinal), state.Clone());
        }
    }

    private void Leave(BasicBlock from, BasicBlock? to)
    {
        Leaves = true;
        Exits.Add((from.Ordinal, to?.Ordinal ?? -1));
    }

    private void End(BasicBlock from, FlowState state)
    {
        Leave(from, null);
        IsUnsureAtEnd |= state.IsUnsure;
        if (AtEnd is null)
        {
            AtEnd = state.Clone();
        }
        else
        {
            AtEnd.IsUnsure |= state.IsUnsure;
            AtEnd.Join(state, _options.Initial);
        }
    }

    private void Reach(BasicBlock block, FlowState state)
    {
        List<FlowState> states = _states[block.Ordinal];
        if (states.Find(state.IsLike) is not { } known)
        {
            states.Add(state.Clone());
            _waiting.Add(block.Ordinal);
        }
        else if (known.Join(state, _options.Initial))
        {
            _waiting.Add(block.Ordinal);
        }
    }
}
