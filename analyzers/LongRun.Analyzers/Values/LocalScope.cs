using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Where a local is declared, named and written. By syntax: it is asked only where a local meets a constraint.</summary>
internal static class LocalScope
{
    /// <summary>The local's declaration: a declarator, or its part of a deconstruction.</summary>
    internal static SyntaxNode? Declaration(ILocalReferenceOperation reference, CancellationToken cancellationToken) =>
        !reference.Local.IsRef
        && reference.Local.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == reference.SemanticModel?.SyntaxTree
        && declaration.GetSyntax(cancellationToken) is (VariableDeclaratorSyntax or SingleVariableDesignationSyntax) and var syntax
            ? syntax
            : null;

    /// <summary>Where the local is named, in order. By name and not by symbol: a parameter of that name in a lambda makes the local unknown at worst.</summary>
    internal static IEnumerable<IdentifierNameSyntax> Uses(SyntaxNode declaration)
    {
        string name = Name(declaration);
        foreach (SyntaxToken token in Of(declaration).DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is IdentifierNameSyntax use && !IsMemberName(use))
            {
                yield return use;
            }
        }
    }

    /// <summary>The node that writes the local through the name, if any.</summary>
    internal static SyntaxNode? Write(IdentifierNameSyntax name)
    {
        SyntaxNode written = name;
        while (written.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            written = written.Parent;
        }

        return written.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == written => assignment,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } change => change,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } change => change,
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } argument => argument,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => tuple,
            RefExpressionSyntax reference => reference,
            _ => null,
        };
    }

    private static string Name(SyntaxNode declaration) =>
        (declaration as VariableDeclaratorSyntax)?.Identifier.ValueText ?? ((SingleVariableDesignationSyntax)declaration).Identifier.ValueText;

    // x.name and new Request { name = … } name a member that happens to be called like the local.
    private static bool IsMemberName(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        NameColonSyntax or NameEqualsSyntax => true,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left == name,
        _ => false,
    };

    /// <summary>The block that the local lives in. Another block may have one of the same name.</summary>
    private static SyntaxNode Of(SyntaxNode declaration)
    {
        for (SyntaxNode? scope = declaration; scope is not null; scope = scope.Parent)
        {
            switch (scope)
            {
                case BlockSyntax or SwitchStatementSyntax or ForStatementSyntax or UsingStatementSyntax or FixedStatementSyntax or CommonForEachStatementSyntax or LambdaExpressionSyntax or CompilationUnitSyntax:
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return scope;
            }
        }

        return declaration;
    }
}
