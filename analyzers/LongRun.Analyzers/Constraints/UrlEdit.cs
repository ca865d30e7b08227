using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Constraints;

/// <summary>Makes the edit that turns a URL into another one, and touches only what differs: the rest stays as it was written.</summary>
internal static class UrlEdit
{
    /// <summary>Makes the edit.</summary>
    /// <param name="value">The value.</param>
    /// <param name="before">Its text, or its beginning.</param>
    /// <param name="after">What that is to be.</param>
    /// <param name="title">What the IDE offers.</param>
    /// <returns>The edit; <see langword="null"/> where what differs is not written in one place.</returns>
    internal static ValueEdit? Create(in ConstrainedValue value, string before, string after, string title)
    {
        if (IsRelative(value.Operation) || Begin(value.Known.Source) is not { } token)
        {
            return null;
        }

        string written = token.ValueText;
        int offset = token.Text.IndexOf(written, StringComparison.Ordinal);
        if (offset < 0)
        {
            // With escapes: the literal is written anew.
            return value.Known.Source is LiteralExpressionSyntax literal ? new ValueEdit(literal.Span, SymbolDisplay.FormatLiteral(after, quote: true), title) : null;
        }

        int same = 0;
        while (same < before.Length && same < after.Length && before[same] == after[same])
        {
            same++;
        }

        int rest = 0;
        while (rest < before.Length - same && rest < after.Length - same && before[before.Length - 1 - rest] == after[after.Length - 1 - rest])
        {
            rest++;
        }

        int end = before.Length - rest;
        return before.StartsWith(written, StringComparison.Ordinal) && end <= written.Length
            ? new ValueEdit(new TextSpan(token.SpanStart + offset + same, end - same), after.Substring(same, after.Length - rest - same), title)
            : null;
    }

    /// <summary>The token that holds the beginning of a text.</summary>
    private static SyntaxToken? Begin(SyntaxNode source) => source switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token,
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax text, ..] } => text.TextToken,
        BinaryExpressionSyntax sum => Begin(sum.Left),
        ParenthesizedExpressionSyntax inner => Begin(inner.Expression),
        _ => null,
    };

    // new Uri("https://…", UriKind.Relative) throws.
    private static bool IsRelative(IOperation value) =>
        value is IObjectCreationOperation uri && uri.Arguments.Any(static a => a.Parameter?.Type.Name == nameof(UriKind) && a.Value.ConstantValue is { HasValue: true, Value: (int)UriKind.Relative });
}
