using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LongRun.Analyzers.Constraints;

/// <summary>Makes the edit that puts another URL in place of one that is written as a single literal.</summary>
internal static class UrlEdit
{
    internal static ValueEdit? Create(in ConstrainedValue value, string url, string title) =>
        value.Known.Source is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            ? new ValueEdit(literal.Span, SymbolDisplay.FormatLiteral(url, quote: true), title)
            : null;
}
