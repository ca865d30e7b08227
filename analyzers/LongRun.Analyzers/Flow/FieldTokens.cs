using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LongRun.Analyzers.Flow;

/// <summary>Token sources that are kept in fields and get a time-out anywhere in their type.</summary>
internal static class FieldTokens
{
    internal static bool IsTimed(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (field.Type.Name is not "CancellationTokenSource" and not "CancellationToken")
        {
            return false;
        }

        foreach (SyntaxReference reference in field.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in reference.GetSyntax(cancellationToken).DescendantNodes())
            {
                bool gives = node switch
                {
                    VariableDeclaratorSyntax { Initializer.Value: var value } declarator => declarator.Identifier.ValueText == field.Name && IsTimed(value),
                    AssignmentExpressionSyntax assignment => NameOf(assignment.Left) == field.Name && IsTimed(assignment.Right),
                    InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CancelAfter" } access } => NameOf(access.Expression) == field.Name,
                    _ => false,
                };
                if (gives)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsTimed(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().Any(static n => n is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 });

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
