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
        if (Declarator(reference, cancellationToken) is not { } declarator
            || ValueEvaluator.Evaluate(OnlyOperation(reference, cancellationToken), depth, cancellationToken) is not { } value)
        {
            return null;
        }

        // A collection that is used elsewhere too may have been filled there.
        return value.Kind == KnownValueKind.Items && Uses(declarator).Skip(1).Any() ? null : value;
    }

    /// <summary>The operation that gives the local its only value; <see langword="null"/> where there is none, or more than one.</summary>
    internal static IOperation? OnlyOperation(ILocalReferenceOperation reference, CancellationToken cancellationToken) =>
        Declarator(reference, cancellationToken) is { } declarator && OnlyValue(declarator) is { } value ? reference.SemanticModel?.GetOperation(value, cancellationToken) : null;

    /// <summary>The local's declaration, where it is one of the ordinary kind.</summary>
    internal static VariableDeclaratorSyntax? Declarator(ILocalReferenceOperation reference, CancellationToken cancellationToken) =>
        !reference.Local.IsRef
        && reference.Local.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == reference.SemanticModel?.SyntaxTree
            ? declaration.GetSyntax(cancellationToken) as VariableDeclaratorSyntax
            : null;

    /// <summary>The expression that gives the local its only value, be it in the declaration or after it.</summary>
    internal static ExpressionSyntax? OnlyValue(VariableDeclaratorSyntax declarator)
    {
        ExpressionSyntax? value = declarator.Initializer?.Value;
        foreach (IdentifierNameSyntax name in Uses(declarator))
        {
            switch (Write(name))
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

    /// <summary>Where the local is named. By name and not by symbol: another one of that name makes this one unknown at worst.</summary>
    internal static IEnumerable<IdentifierNameSyntax> Uses(VariableDeclaratorSyntax declarator)
    {
        foreach (SyntaxToken token in Scope(declarator).DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == declarator.Identifier.ValueText && token.Parent is IdentifierNameSyntax name)
            {
                yield return name;
            }
        }
    }

    /// <summary>The node that writes through the name, if any.</summary>
    private static SyntaxNode? Write(IdentifierNameSyntax name)
    {
        SyntaxNode written = name;
        while (written.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            written = written.Parent;
        }

        return written.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == written && !IsMemberOfInitializer(assignment) => assignment,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } change => change,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } change => change,
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } argument => argument,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => tuple,
            RefExpressionSyntax reference => reference,
            ForEachVariableStatementSyntax loop when loop.Variable == written => loop,
            _ => null,
        };
    }

    // new Request { url = … } writes a member that happens to have the local's name.
    private static bool IsMemberOfInitializer(AssignmentExpressionSyntax assignment) => assignment.Parent is InitializerExpressionSyntax;

    private static SyntaxNode Scope(SyntaxNode node)
    {
        SyntaxNode? scope = node;
        while (scope is not null and not MemberDeclarationSyntax and not CompilationUnitSyntax)
        {
            scope = scope.Parent;
        }

        // A top-level program is one scope of many members.
        return scope is GlobalStatementSyntax ? scope.Parent ?? scope : scope ?? node;
    }
}
