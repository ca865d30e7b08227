using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>Which blocks of a graph are run again with each turn of a loop.</summary>
internal sealed class LoopExtent
{
    private readonly TextSpan _span;
    private readonly TextSpan _once;
    private readonly SyntaxNode? _collection;

    internal LoopExtent(ILoopOperation loop)
    {
        Loop = loop;
        _span = loop.Syntax.Span;
        _collection = (loop.Syntax as CommonForEachStatementSyntax)?.Expression;
        if (loop.Syntax is ForStatementSyntax @for)
        {
            _once = TextSpan.FromBounds(@for.OpenParenToken.SpanStart, @for.FirstSemicolonToken.Span.End);
        }
    }

    internal ILoopOperation Loop { get; }

    internal bool Contains(SyntaxNode node) => _span.Contains(node.Span) && (_once.IsEmpty || !_once.Contains(node.Span));

    /// <summary>Whether a block is part of a turn. One that does nothing is part of everything.</summary>
    internal bool Contains(BasicBlock block)
    {
        if (block.Kind != BasicBlockKind.Block)
        {
            return false;
        }

        foreach (IOperation operation in block.Operations)
        {
            if (!Contains(operation.Syntax) || IsBegin(operation))
            {
                return false;
            }
        }

        return block.BranchValue is not { } value || Contains(value.Syntax);
    }

    /// <summary>Whether a block does something of the loop's body.</summary>
    internal bool BodyContains(BasicBlock block) =>
        block.Operations.Any(o => Loop.Body.Syntax.Span.Contains(o.Syntax.Span)) || (block.BranchValue is { } value && Loop.Body.Syntax.Span.Contains(value.Syntax.Span));

    // A foreach asks for the enumerator once, and for the next item with each turn, both at the collection.
    private bool IsBegin(IOperation operation) => _collection is not null
        && operation.Syntax == _collection
        && operation is IFlowCaptureOperation { Value: var value }
        && value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(static i => i.TargetMethod.Name is "GetEnumerator" or "GetAsyncEnumerator");
}
