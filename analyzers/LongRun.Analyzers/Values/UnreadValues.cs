using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>
/// Values that nobody gets to see, because the member is set again first: <c>new Request { IndexId = "" }</c>, with the id
/// filled in below. Asked only of a value that is about to be reported.
/// </summary>
internal static class UnreadValues
{
    internal static bool Contains(IOperation value, ISymbol target, CancellationToken cancellationToken)
    {
        while (value.Parent is IConversionOperation conversion)
        {
            value = conversion;
        }

        if (value.Parent is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment
            || Holder(member, assignment) is not { } holder
            || assignment.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
        {
            return false;
        }

        // The next thing that happens to the object, other than that its other members are set.
        foreach (IdentifierNameSyntax use in Uses(holder, statement))
        {
            if (use.Parent is not MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } again } access
                || again.Left != access
                || access.Expression != use)
            {
                return false;
            }

            if (access.Name.Identifier.ValueText == target.Name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The local that holds the object whose member is set.</summary>
    private static string? Holder(IMemberReferenceOperation member, IOperation assignment)
    {
        if (member.Instance is ILocalReferenceOperation local)
        {
            return local.Local.Name;
        }

        if (member.Instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
            || assignment.Parent is not IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation })
        {
            return null;
        }

        IOperation? holder = creation.Parent;
        while (holder is IConversionOperation)
        {
            holder = holder.Parent;
        }

        return holder switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation kept } => kept.Local.Name,
            _ => null,
        };
    }

    private static IEnumerable<IdentifierNameSyntax> Uses(string local, StatementSyntax statement)
    {
        SyntaxNode? block = statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;
        foreach (SyntaxToken token in block?.DescendantTokens(TextSpanAfter(statement, block)) ?? [])
        {
            if (token.SpanStart >= statement.Span.End && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == local && token.Parent is IdentifierNameSyntax use)
            {
                yield return use;
            }
        }
    }

    private static Microsoft.CodeAnalysis.Text.TextSpan TextSpanAfter(StatementSyntax statement, SyntaxNode block) =>
        Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(statement.Span.End, Math.Max(statement.Span.End, block.Span.End));
}
