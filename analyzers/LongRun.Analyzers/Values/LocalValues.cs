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
        ILocalSymbol local = reference.Local;
        if (reference.SemanticModel is not { } model
            || local.IsRef
            || local.DeclaringSyntaxReferences is not [var declaration]
            || declaration.SyntaxTree != model.SyntaxTree
            || declaration.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax declarator)
        {
            return null;
        }

        return OnlyValue(declarator) is { } value ? ValueEvaluator.Evaluate(model.GetOperation(value, cancellationToken), depth, cancellationToken) : null;
    }

    /// <summary>The expression that gives the local its only value, be it in the declaration or after it.</summary>
    internal static ExpressionSyntax? OnlyValue(VariableDeclaratorSyntax declarator)
    {
        SyntaxNode scope = Scope(declarator);
        ExpressionSyntax? value = declarator.Initializer?.Value;
        foreach (SyntaxToken token in scope.DescendantTokens())
        {
            // By name and not by symbol: another local of that name that is written makes this one unknown, no more.
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != declarator.Identifier.ValueText || token.Parent is not IdentifierNameSyntax name)
            {
                continue;
            }

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
