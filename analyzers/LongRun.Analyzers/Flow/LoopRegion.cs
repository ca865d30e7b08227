using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Flow;

/// <summary>The blocks of a graph that belong to one loop of the source: those whose operations all stand in it.</summary>
internal sealed class LoopRegion
{
    private readonly bool[] _contains;

    internal LoopRegion(ControlFlowGraph graph, TextSpan span)
    {
        Span = span;
        _contains = new bool[graph.Blocks.Length];
        foreach (BasicBlock block in graph.Blocks)
        {
            _contains[block.Ordinal] = block.Kind == BasicBlockKind.Block && !IsEmpty(block) && IsInside(block, span);
        }

        AddEmptyBlocks(graph);
    }

    internal TextSpan Span { get; }

    internal bool Contains(BasicBlock? block) => block is not null && _contains[block.Ordinal];

    private static bool IsEmpty(BasicBlock block) => block.Operations.IsEmpty && block.BranchValue is null;

    private static bool IsInside(BasicBlock block, TextSpan span) =>
        block.Operations.All(o => span.Contains(o.Syntax.Span)) && (block.BranchValue is null || span.Contains(block.BranchValue.Syntax.Span));

    // A block without operations has no place of its own; it belongs where control comes from and goes to.
    private void AddEmptyBlocks(ControlFlowGraph graph)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (BasicBlock block in graph.Blocks)
            {
                if (block.Kind == BasicBlockKind.Block
                    && IsEmpty(block)
                    && !_contains[block.Ordinal]
                    && block.Predecessors.Any(p => Contains(p.Source))
                    && Contains(block.FallThroughSuccessor?.Destination))
                {
                    _contains[block.Ordinal] = true;
                    changed = true;
                }
            }
        }
        while (changed);
    }
}
