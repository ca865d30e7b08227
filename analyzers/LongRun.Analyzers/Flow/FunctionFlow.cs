using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>One function with its graph: the body itself, a lambda, or a local function.</summary>
internal sealed class FunctionFlow
{
    internal FunctionFlow(ControlFlowGraph graph, SyntaxNode syntax, IMethodSymbol? symbol)
    {
        Graph = graph;
        Syntax = syntax;
        Symbol = symbol;
    }

    internal ControlFlowGraph Graph { get; }

    internal SyntaxNode Syntax { get; }

    /// <summary>The lambda or local function; <see langword="null"/> for the body itself.</summary>
    internal IMethodSymbol? Symbol { get; }

    /// <summary>All operations of the graph, lowered, each with what it consists of; lambdas not entered.</summary>
    internal IEnumerable<IOperation> Operations() => Graph.Blocks.SelectMany(OperationsOf);

    /// <summary>The operations of one block, in no particular order.</summary>
    internal static IEnumerable<IOperation> OperationsOf(BasicBlock block)
    {
        foreach (IOperation operation in block.Operations)
        {
            foreach (IOperation part in operation.DescendantsAndSelf())
            {
                yield return part;
            }
        }

        if (block.BranchValue is { } value)
        {
            foreach (IOperation part in value.DescendantsAndSelf())
            {
                yield return part;
            }
        }
    }
}
