using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>
/// Walks the graph of one function around a start: from its success, to see whether that leaves the loop, and from its
/// failure, to see whether a handler lets the loop come back to it.
/// </summary>
internal sealed class RetryWalk
{
    // Enough for what people write; beyond it the rule does not know, and is silent.
    private const int MaxSteps = 2000;
    private const int MaxArrivals = 8;

    private readonly ControlFlowGraph _graph;
    private readonly SyntaxNode _site;
    private readonly HarmlessFailures _harmless;
    private readonly WalkVariables _variables = new();
    private readonly Conditions _conditions;
    private readonly BasicBlock? _siteBlock;
    private readonly int _siteIndex;
    // What a capture stands for, where it is assigned through.
    private readonly Dictionary<int, int> _captured = [];
    private LoopExtent? _loop;
    private IReadOnlyList<LoopExtent> _innerLoops = [];
    private int _steps;

    /// <param name="graph">The function's graph.</param>
    /// <param name="site">The start's call, or the lambda in the function that holds it.</param>
    /// <param name="harmless">Failures after which a start may be repeated.</param>
    internal RetryWalk(ControlFlowGraph graph, SyntaxNode site, HarmlessFailures harmless)
    {
        _graph = graph;
        _site = site;
        _harmless = harmless;
        _conditions = new Conditions(_variables);
        foreach (BasicBlock block in graph.Blocks)
        {
            for (int i = 0; i <= block.Operations.Length && _siteBlock is null; i++)
            {
                if ((i < block.Operations.Length ? block.Operations[i] : block.BranchValue) is { } operation && HoldsSite(operation))
                {
                    _siteBlock = block;
                    _siteIndex = i;
                }
            }
        }
    }

    /// <summary>Whether success leaves the loop, and a handler comes back to the start.</summary>
    /// <param name="loop">The loop; <see langword="null"/> for jumps back by <c>goto</c>.</param>
    /// <param name="innerLoops">The loops inside it.</param>
    internal bool Retries(LoopExtent? loop, IReadOnlyList<LoopExtent> innerLoops)
    {
        if (_siteBlock is null)
        {
            return false;
        }

        _loop = loop;
        _innerLoops = innerLoops;
        IReadOnlyList<WalkState> arrivals = Arrivals();
        return arrivals.Any(ComesBack) && arrivals.All(Leaves);
    }

    private bool HoldsSite(IOperation operation) => operation.DescendantsAndSelf().Any(o => o.Syntax == _site && o is IInvocationOperation or IFlowAnonymousFunctionOperation);

    /// <summary>What is known when the start is reached for the first time.</summary>
    private IReadOnlyList<WalkState> Arrivals()
    {
        var arrivals = new Dictionary<string, WalkState>();
        _steps = 0;
        Spread(_graph.Blocks[0], WalkState.Empty, stopAtSite: state => arrivals[state.Key] = state);
        if (arrivals.Count is 0 or > MaxArrivals)
        {
            // In a handler, which no plain branch leads to; or too much to tell apart.
            return [WalkState.Empty];
        }

        return arrivals.Values.ToArray();
    }

    /// <summary>Goes everywhere that plain branches lead, up to the start.</summary>
    private void Spread(BasicBlock from, WalkState at, Action<WalkState> stopAtSite)
    {
        var seen = new HashSet<(int, string)>();
        var waiting = new Stack<(BasicBlock Block, WalkState State)>();
        waiting.Push((from, at));
        while (waiting.Count > 0 && ++_steps < MaxSteps)
        {
            (BasicBlock block, WalkState state) = waiting.Pop();
            if (!seen.Add((block.Ordinal, state.Key)))
            {
                continue;
            }

            bool isSite = block == _siteBlock;
            state = Run(block, 0, isSite ? _siteIndex : block.Operations.Length, state);
            if (isSite)
            {
                stopAtSite(state);
                continue;
            }

            foreach ((ControlFlowBranch branch, WalkState next) in Successors(block, state))
            {
                if (branch.Destination is { } destination)
                {
                    waiting.Push((destination, RunFinally(branch, next)));
                }
            }
        }
    }

    private bool ComesBack(WalkState state)
    {
        _steps = 0;
        var seen = new HashSet<(int, string)>();
        var waiting = new Stack<(BasicBlock Block, WalkState State)>();
        Throw(_siteBlock!, null, isStart: true, state, waiting);
        ThrowAfterSuccess(state, waiting);
        while (waiting.Count > 0)
        {
            if (++_steps >= MaxSteps)
            {
                return false;
            }

            (BasicBlock block, WalkState here) = waiting.Pop();
            bool isLeft = _loop is not null && !_loop.Contains(block);
            if (isLeft || !seen.Add((block.Ordinal, here.Key)))
            {
                continue;
            }

            if (block == _siteBlock)
            {
                return true;
            }

            if (block.Operations.Any(_harmless.IsNotBlind) || (block.BranchValue is { } asked && _harmless.IsNotBlind(asked)))
            {
                continue;
            }

            here = Run(block, 0, block.Operations.Length, here);
            foreach ((ControlFlowBranch branch, WalkState next) in Successors(block, here))
            {
                if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
                {
                    Throw(block, branch.Semantics == ControlFlowBranchSemantics.Throw ? TypeOf(block.BranchValue) : null, isStart: false, next, waiting);
                }
                else if (branch.Destination is { } destination && !IsHarmless(block, branch))
                {
                    waiting.Push((destination, RunFinally(branch, next)));
                }
            }
        }

        return false;
    }

    /// <summary>What comes after the start may fail as well, with the start's result at hand.</summary>
    private void ThrowAfterSuccess(WalkState state, Stack<(BasicBlock Block, WalkState State)> waiting)
    {
        var seen = new HashSet<(int, string)>();
        var ahead = new Stack<(BasicBlock Block, int From, WalkState State)>();
        ahead.Push((_siteBlock!, _siteIndex, state));
        while (ahead.Count > 0 && ++_steps < MaxSteps)
        {
            (BasicBlock block, int from, WalkState here) = ahead.Pop();
            if (!seen.Add((block.Ordinal, here.Key)) || (_loop is not null && !_loop.Contains(block)))
            {
                continue;
            }

            for (int i = from; i <= block.Operations.Length; i++)
            {
                if ((i < block.Operations.Length ? block.Operations[i] : block.BranchValue) is { } operation && MayFail(operation))
                {
                    Throw(block, null, isStart: false, here, waiting);
                }

                here = i < block.Operations.Length ? Run(block, i, i + 1, here) : here;
            }

            foreach ((ControlFlowBranch branch, WalkState next) in Successors(block, here))
            {
                if (branch.Destination is { } destination && destination != _siteBlock)
                {
                    ahead.Push((destination, 0, RunFinally(branch, next)));
                }
            }
        }
    }

    // What is thrown is converted to Exception.
    private static ITypeSymbol? TypeOf(IOperation? thrown) => thrown is IConversionOperation conversion ? TypeOf(conversion.Operand) : thrown?.Type;

    private bool MayFail(IOperation operation) => operation.DescendantsAndSelf().Any(o => o is IInvocationOperation && o.Syntax != _site);

    private bool IsHarmless(BasicBlock block, ControlFlowBranch branch) =>
        block.ConditionKind != ControlFlowConditionKind.None
        && block.BranchValue is { } condition
        && _harmless.IsProvenBy(condition, holds: (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == branch.IsConditionalSuccessor);

    /// <summary>Goes to every handler that may get an exception thrown in a block, as far as one catches everything.</summary>
    private void Throw(BasicBlock block, ITypeSymbol? thrown, bool isStart, WalkState state, Stack<(BasicBlock Block, WalkState State)> waiting)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region?.EnclosingRegion is { } outer; region = outer)
        {
            if (region.Kind != ControlFlowRegionKind.Try || outer.Kind != ControlFlowRegionKind.TryAndCatch)
            {
                if (region.Kind == ControlFlowRegionKind.Try && outer.Kind == ControlFlowRegionKind.TryAndFinally)
                {
                    state = outer.NestedRegions.Where(static r => r.Kind == ControlFlowRegionKind.Finally).Aggregate(state, RunRegion);
                }

                continue;
            }

            foreach (ControlFlowRegion handler in outer.NestedRegions.Where(static r => r.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler))
            {
                if (!_harmless.IsProvenBy(handler.ExceptionType) && !(isStart && _harmless.IsOfWait(handler.ExceptionType)) && HarmlessFailures.MayBe(thrown, handler.ExceptionType))
                {
                    waiting.Push((_graph.Blocks[handler.FirstBlockOrdinal], state));
                }

                if (handler.Kind == ControlFlowRegionKind.Catch && HarmlessFailures.IsEverything(handler.ExceptionType))
                {
                    return;
                }
            }
        }
    }

    private bool Leaves(WalkState state)
    {
        _steps = 0;
        WalkState after = Run(_siteBlock!, _siteIndex, _siteBlock!.Operations.Length, state);
        return LeavesFrom(_siteBlock!, after, hasTurned: false, []);
    }

    /// <summary>Whether every way from the end of a block leaves the loop; where the start's own result decides, one way is enough.</summary>
    private bool LeavesFrom(BasicBlock block, WalkState state, bool hasTurned, Dictionary<(int Block, bool HasTurned, string State), bool> known)
    {
        bool all = true;
        bool any = false;
        foreach ((ControlFlowBranch branch, WalkState next) in Successors(block, state))
        {
            bool leaves = LeavesBy(block, branch, next, hasTurned, known);
            all &= leaves;
            any |= leaves;
        }

        bool decidesItself = block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } condition && (HoldsSite(condition) || _conditions.IsFromStart(condition, state));
        return all || (any && decidesItself);
    }

    private bool LeavesBy(BasicBlock from, ControlFlowBranch branch, WalkState state, bool hasTurned, Dictionary<(int Block, bool HasTurned, string State), bool> known)
    {
        if (++_steps >= MaxSteps)
        {
            return false;
        }

        if (branch.Destination is not { Kind: BasicBlockKind.Block } block || (_loop is not null && !_loop.Contains(block)))
        {
            return true;
        }

        // The condition may still end the loop; what counts is the body, begun again.
        hasTurned |= IsBack(from, block);
        if (_loop is null ? block == _siteBlock : hasTurned && _loop.BodyContains(block))
        {
            return false;
        }

        state = RunFinally(branch, state);
        (int, bool, string) key = (block.Ordinal, hasTurned, state.Key);
        if (known.TryGetValue(key, out bool before))
        {
            return before;
        }

        // A ring that does not come to the next turn is no way back.
        known[key] = true;
        return known[key] = LeavesFrom(block, Run(block, 0, block.Operations.Length, state), hasTurned, known);
    }

    private bool IsBack(BasicBlock from, BasicBlock to) => to.Ordinal <= from.Ordinal && !_innerLoops.Any(l => l.Contains(from) && l.Contains(to));

    private IEnumerable<(ControlFlowBranch Branch, WalkState State)> Successors(BasicBlock block, WalkState state)
    {
        var successors = new List<(ControlFlowBranch, WalkState)>(2);
        bool? holds = block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null ? null : _conditions.Decide(block.BranchValue, state);
        Add(block.ConditionalSuccessor, whenHolds: block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        Add(block.FallThroughSuccessor, whenHolds: block.ConditionKind == ControlFlowConditionKind.WhenFalse);
        return successors;

        void Add(ControlFlowBranch? branch, bool whenHolds)
        {
            if (branch is null || (holds is { } known && block.ConditionKind != ControlFlowConditionKind.None && known != whenHolds))
            {
                return;
            }

            WalkState next = block.ConditionKind == ControlFlowConditionKind.None ? state : _conditions.Assume(block.BranchValue!, whenHolds, state);
            successors.Add((branch, next));
        }
    }

    private WalkState RunFinally(ControlFlowBranch branch, WalkState state) => branch.FinallyRegions.Aggregate(state, RunRegion);

    private WalkState RunRegion(WalkState state, ControlFlowRegion region)
    {
        for (int i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
        {
            state = Run(_graph.Blocks[i], 0, _graph.Blocks[i].Operations.Length, state);
        }

        return state;
    }

    private WalkState Run(BasicBlock block, int from, int to, WalkState state)
    {
        for (int i = from; i < to; i++)
        {
            foreach (IOperation operation in block.Operations[i].DescendantsAndSelf().Reverse())
            {
                state = Step(operation, state);
            }
        }

        // Conditions change things too: attempts++ < 3, is { } task.
        return to < block.Operations.Length || block.BranchValue is not { } value ? state : value.DescendantsAndSelf().Reverse().Aggregate(state, (s, o) => Step(o, s));
    }

    private WalkState Step(IOperation operation, WalkState state)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment when _variables.Of(assignment.Target) is { } variable:
                Fact? assigned = HoldsSite(assignment.Value) ? Fact.FromStart : _conditions.Value(assignment.Value, state);
                return (_captured.TryGetValue(variable, out int behind) ? state.With(behind, assigned) : state).With(variable, assigned);
            case IFlowCaptureOperation capture when _variables.Of(capture) is { } variable:
                if (_variables.Of(capture.Value) is { } captured)
                {
                    _captured[variable] = captured;
                }

                return state.With(variable, HoldsSite(capture.Value) ? Fact.FromStart : _conditions.Value(capture.Value, state));
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } when IsTestOfResult(operation, state):
                return state.With(_variables.Of(local), Fact.FromStart);
            case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } when IsTestOfResult(operation, state):
                return state.With(_variables.Of(local), Fact.FromStart);
            case IIncrementOrDecrementOperation change when _variables.Of(change.Target) is { } variable:
                int step = change.Kind == OperationKind.Increment ? 1 : -1;
                return state.With(variable, state[variable]?.Constant is int number ? Fact.Of(unchecked(number + step)) : null);
            case ICompoundAssignmentOperation change when _variables.Of(change.Target) is { } variable:
                return state.With(variable, null);
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when _variables.Of(argument.Value) is { } variable:
                return state.With(variable, null);
            default:
                return state;
        }
    }

    // if (await api.StartAsync(request) is { } operation)
    private bool IsTestOfResult(IOperation pattern, WalkState state) =>
        pattern.Parent is IIsPatternOperation { Value: var value } && (HoldsSite(value) || _conditions.IsFromStart(value, state));
}
