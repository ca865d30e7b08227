using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>How a file is laid out, so that what is inserted looks like what is around it.</summary>
internal sealed class SourceLayout
{
    private readonly SourceText _text;

    internal SourceLayout(SyntaxTree tree, CancellationToken cancellationToken)
    {
        _text = tree.GetText(cancellationToken);
        NewLine = _text.Lines.Count > 1 && _text.ToString(TextSpan.FromBounds(_text.Lines[0].End, _text.Lines[0].EndIncludingLineBreak)) is { Length: > 0 } found ? found : "\n";
    }

    internal string NewLine { get; }

    /// <summary>The white space that the line of a place begins with.</summary>
    internal string IndentOf(int position)
    {
        TextLine line = _text.Lines.GetLineFromPosition(position);
        int end = line.Start;
        while (end < line.End && _text[end] is ' ' or '\t')
        {
            end++;
        }

        return _text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>One step further in.</summary>
    internal string Deeper(string indent) => indent + (indent.Contains('\t') ? "\t" : "    ");

    /// <summary>Whether nothing but white space stands before it in its line.</summary>
    internal bool BeginsLine(SyntaxNodeOrToken node)
    {
        TextLine line = _text.Lines.GetLineFromPosition(node.SpanStart);
        return string.IsNullOrWhiteSpace(_text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart)));
    }

    /// <summary>A statement with its whole lines, where it has lines of its own; comments before it stay.</summary>
    internal TextSpan WholeLines(StatementSyntax statement)
    {
        TextLine first = _text.Lines.GetLineFromPosition(statement.SpanStart);
        TextLine last = _text.Lines.GetLineFromPosition(statement.Span.End);
        bool endsLine = string.IsNullOrWhiteSpace(_text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)));
        return BeginsLine(statement) && endsLine ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : statement.Span;
    }

    /// <summary>The comments in a part of the tree, each as it is written, but for those in the nodes left out.</summary>
    internal static IEnumerable<string> Comments(SyntaxNode node, Func<SyntaxTrivia, bool> counts) => node.DescendantTrivia()
        .Where(t => (t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)) && counts(t))
        .Select(static t => t.ToString().Trim());
}
