using System.Collections.Immutable;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Switches;

/// <summary>A function followed under one assumption: what a switch in it is asked, and which ways are taken around it.</summary>
internal sealed class SwitchRun : IFlowListener
{
    private readonly ISwitchOperation _switch;
    private readonly List<(FlowValue Value, FlowState State)> _asked = [];
    private readonly HashSet<(TextSpan Condition, int To)> _ways = [];

    private SwitchRun(ISwitchOperation @switch, Scenario scenario)
    {
        _switch = @switch;
        Scenario = scenario;
    }

    internal Scenario Scenario { get; }

    /// <summary>What the switch gets to see, each time one comes to it.</summary>
    internal IReadOnlyList<(FlowValue Value, FlowState State)> Asked => _asked;

    /// <summary>Which way each condition around the switch goes: the condition as a whole, and the block after it.</summary>
    internal IEnumerable<(TextSpan Condition, int To)> Ways => _ways;

    /// <summary>Follows the function.</summary>
    /// <returns><see langword="null"/> where the code is too tangled to follow.</returns>
    internal static SwitchRun? Follow(FlowContext context, FunctionFlow function, ISwitchOperation @switch, Scenario scenario, FlowOptions options)
    {
        var run = new SwitchRun(@switch, scenario);
        var listening = new FlowOptions { Given = options.Given, StartsInTheMiddle = options.StartsInTheMiddle, Listener = run, MindsLoops = true };
        if (FlowRun.Execute(context, scenario, function, listening, context.LoopsOf(function)) is not { } flow)
        {
            return null;
        }

        run.FindWays(function.Graph, flow);
        return run;
    }

    public void Evaluated(IOperation operation, FlowValue value, FlowState state)
    {
        if (operation.Syntax == _switch.Value.Syntax)
        {
            // Where there is no job, there is no ending to miss.
            _asked.Add((value.Where(static a => !a.IsNull), state.Clone()));
        }
    }

    private void FindWays(ControlFlowGraph graph, FlowRun flow)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            if (block.BranchValue is not { } value || block.ConditionalSuccessor is null || _switch.Syntax.Span.Contains(value.Syntax.Span))
            {
                continue;
            }

            // The parts of a && b are branches of their own; only where the whole of it leads says anything.
            TextSpan condition = Whole(value.Syntax).Span;
            foreach (BasicBlock? next in new[] { block.ConditionalSuccessor.Destination, block.FallThroughSuccessor?.Destination })
            {
                if (next is not null && flow.CanGo(block, next) && !(next.BranchValue is { } inner && next.ConditionalSuccessor is not null && Whole(inner.Syntax).Span == condition))
                {
                    _ways.Add((condition, next.Ordinal));
                }
            }
        }
    }

    private static SyntaxNode Whole(SyntaxNode part)
    {
        while (part.Parent is BinaryExpressionSyntax or ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax)
        {
            part = part.Parent;
        }

        return part;
    }
}
