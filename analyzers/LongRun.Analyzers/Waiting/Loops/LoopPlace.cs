using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>Where a loop stands in the source: a loop statement, or a <c>goto</c> back to a label.</summary>
internal sealed class LoopPlace : IEquatable<LoopPlace>
{
    private LoopPlace(SyntaxNode statement, TextSpan span)
    {
        Statement = statement;
        Span = span;
    }

    /// <summary>The loop's statement, or the <c>goto</c>.</summary>
    internal SyntaxNode Statement { get; }

    /// <summary>All that is repeated.</summary>
    internal TextSpan Span { get; }

    /// <summary>Where the loop is reported: its keyword, or the whole <c>goto</c>.</summary>
    internal Location Location => Statement switch
    {
        WhileStatementSyntax loop => loop.WhileKeyword.GetLocation(),
        DoStatementSyntax loop => loop.DoKeyword.GetLocation(),
        ForStatementSyntax loop => loop.ForKeyword.GetLocation(),
        CommonForEachStatementSyntax loop => loop.ForEachKeyword.GetLocation(),
        _ => Statement.GetLocation(),
    };

    /// <summary>The loops around an operation within its own function, innermost first.</summary>
    internal static IEnumerable<LoopPlace> Around(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; outer = outer.Parent)
        {
            if (outer is ILoopOperation)
            {
                yield return new LoopPlace(outer.Syntax, outer.Syntax.Span);
            }
            else if (outer is IBlockOperation block)
            {
                foreach (LoopPlace jump in Jumps(block, operation))
                {
                    yield return jump;
                }
            }
        }
    }

    internal static LoopPlace Of(ILoopOperation loop) => new(loop.Syntax, loop.Syntax.Span);

    public bool Equals(LoopPlace? other) => other is not null && Statement == other.Statement;

    public override bool Equals(object? obj) => Equals(obj as LoopPlace);

    public override int GetHashCode() => Statement.GetHashCode();

    /// <summary>Backward jumps around the operation to labels of this block.</summary>
    private static IEnumerable<LoopPlace> Jumps(IBlockOperation block, IOperation operation)
    {
        foreach (ILabeledOperation label in block.Operations.OfType<ILabeledOperation>())
        {
            int start = label.Syntax.SpanStart;
            IBranchOperation? last = block.Descendants().OfType<IBranchOperation>()
                .Where(b => b.BranchKind == BranchKind.GoTo && SymbolEqualityComparer.Default.Equals(b.Target, label.Label) && b.Syntax.SpanStart > operation.Syntax.SpanStart)
                .LastOrDefault();
            if (last is not null && start <= operation.Syntax.SpanStart)
            {
                yield return new LoopPlace(last.Syntax, TextSpan.FromBounds(start, last.Syntax.Span.End));
            }
        }
    }
}
