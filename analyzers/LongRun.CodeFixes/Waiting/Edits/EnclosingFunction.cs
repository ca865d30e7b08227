using Microsoft.CodeAnalysis;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>The function that code stands in: where <c>await</c> may be written.</summary>
internal static class EnclosingFunction
{
    internal static bool IsAsync(SemanticModel model, SyntaxNode node, ISymbol owner) =>
        (model.GetEnclosingSymbol(node.SpanStart) ?? owner) is IMethodSymbol method && (method.IsAsync || method.Name == "<Main>$");
}
