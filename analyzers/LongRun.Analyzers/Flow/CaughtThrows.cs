using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>Throws that leave nothing, because a <c>catch</c> in the same loop takes them: the one who throws on failure, and logs every exception.</summary>
internal static class CaughtThrows
{
    /// <summary>The block that a throw at the end of the block surely goes on at; <see langword="null"/> where it leaves the loop, or may.</summary>
    internal static BasicBlock? HandlerOf(BasicBlock block, ControlFlowGraph graph, LoopRegion loop)
    {
        if (Thrown(block.BranchValue) is not { } thrown)
        {
            return null;
        }

        for (ControlFlowRegion? inner = block.EnclosingRegion; inner is not null; inner = inner.EnclosingRegion)
        {
            if (inner is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } whole })
            {
                continue;
            }

            foreach (ControlFlowRegion handler in whole.NestedRegions.Where(static r => r.Kind != ControlFlowRegionKind.Try))
            {
                bool takes = Takes(handler.ExceptionType, thrown);
                if (takes && handler.Kind == ControlFlowRegionKind.Catch)
                {
                    return HasFinally(block, graph, loop) ? null : FirstIn(loop, graph.Blocks[handler.FirstBlockOrdinal]);
                }

                // A filter may let it pass or not.
                if (takes || (handler.ExceptionType is { } other && Takes(thrown, other)))
                {
                    return null;
                }
            }
        }

        return null;
    }

    // What a turn does finally, on the way or behind the handler, is not followed.
    private static bool HasFinally(BasicBlock block, ControlFlowGraph graph, LoopRegion loop)
    {
        for (ControlFlowRegion? outer = block.EnclosingRegion; outer is not null; outer = outer.EnclosingRegion)
        {
            if (outer.NestedRegions.Any(r => r.Kind == ControlFlowRegionKind.Finally && Enumerable.Range(r.FirstBlockOrdinal, r.LastBlockOrdinal - r.FirstBlockOrdinal + 1).Any(b => loop.Contains(graph.Blocks[b]))))
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? Thrown(IOperation? exception)
    {
        while (exception is IConversionOperation conversion)
        {
            exception = conversion.Operand;
        }

        return exception?.Type;
    }

    /// <summary>Whether every exception of the one type is one of the other; a <c>catch</c> without a type takes all.</summary>
    private static bool Takes(ITypeSymbol? caught, ITypeSymbol thrown)
    {
        if (caught is null or { SpecialType: SpecialType.System_Object })
        {
            return true;
        }

        for (ITypeSymbol? level = thrown; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, caught))
            {
                return true;
            }
        }

        return false;
    }

    // An empty handler has no place of its own: it belongs where it leads.
    private static BasicBlock? FirstIn(LoopRegion loop, BasicBlock block)
    {
        while (!loop.Contains(block)
            && block is { Operations.IsEmpty: true, BranchValue: null, FallThroughSuccessor: { Semantics: ControlFlowBranchSemantics.Regular, Destination: { } next } })
        {
            block = next;
        }

        return loop.Contains(block) ? block : null;
    }
}
