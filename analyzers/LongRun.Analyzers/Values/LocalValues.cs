using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Values of locals that get one value only.</summary>
internal static class LocalValues
{
    internal static KnownValue? Evaluate(ILocalReferenceOperation reference, int depth, CancellationToken cancellationToken)
    {
        if (LocalScope.Declaration(reference, cancellationToken) is not { } declaration
            || ValueEvaluator.Evaluate(OnlyOperation(reference, cancellationToken), depth, cancellationToken) is not { } value)
        {
            return null;
        }

        return value.Kind == KnownValueKind.Items ? Kept(value, reference, declaration) : value;
    }

    /// <summary>The operation that gives the local its only value; <see langword="null"/> where there is none, or more than one.</summary>
    internal static IOperation? OnlyOperation(ILocalReferenceOperation reference, CancellationToken cancellationToken) =>
        LocalScope.Declaration(reference, cancellationToken) is { } declaration && OnlyValue(declaration) is { } value ? reference.SemanticModel?.GetOperation(value, cancellationToken) : null;

    /// <summary>The expression that gives the local its only value, be it in the declaration or after it.</summary>
    private static ExpressionSyntax? OnlyValue(SyntaxNode declaration)
    {
        if (!TryInitial(declaration, out ExpressionSyntax? value))
        {
            return null;
        }

        foreach (IdentifierNameSyntax name in LocalScope.Uses(declaration))
        {
            switch (LocalScope.Write(name))
            {
                case null:
                    continue;
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when value is null && assignment.Left == name:
                    value = assignment.Right;
                    continue;
                default:
                    return null;
            }
        }

        return value;
    }

    /// <summary>The value that comes with the declaration, if any.</summary>
    /// <returns>Whether that much is known.</returns>
    private static bool TryInitial(SyntaxNode declaration, out ExpressionSyntax? value)
    {
        value = declaration is VariableDeclaratorSyntax declarator ? declarator.Initializer?.Value : Deconstructed(declaration);
        return value is not null || declaration is VariableDeclaratorSyntax;
    }

    /// <summary>The part of <c>var (a, b) = (x, y)</c> that a designation gets.</summary>
    private static ExpressionSyntax? Deconstructed(SyntaxNode designation)
    {
        var path = new Stack<int>();
        for (SyntaxNode node = designation; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case ParenthesizedVariableDesignationSyntax several:
                    path.Push(several.Variables.IndexOf((VariableDesignationSyntax)node));
                    continue;
                case TupleExpressionSyntax tuple:
                    path.Push(tuple.Arguments.IndexOf((ArgumentSyntax)node));
                    continue;
                case DeclarationExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax }:
                    continue;
                case AssignmentExpressionSyntax assignment when assignment.Left == node && path.Count > 0:
                    ExpressionSyntax value = assignment.Right;
                    foreach (int index in path)
                    {
                        if (value is not TupleExpressionSyntax parts || index < 0 || index >= parts.Arguments.Count)
                        {
                            return null;
                        }

                        value = parts.Arguments[index].Expression;
                    }

                    return value;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>A collection that is used elsewhere too may have been changed there; an array keeps its length at least.</summary>
    private static KnownValue? Kept(KnownValue value, ILocalReferenceOperation reference, SyntaxNode declaration)
    {
        if (LocalScope.Uses(declaration).All(use => use.Span == reference.Syntax.Span || CollectionUse.IsRead(use)))
        {
            return value;
        }

        return reference.Local.Type is IArrayTypeSymbol
            ? KnownValue.OfItems(value.Source, value.Items.Select(static _ => (KnownValue?)null).ToImmutableArray(), value.HasAllItems)
            : null;
    }
}
