using System.Collections.Immutable;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Constraints;

/// <summary>Finds the values of <see cref="MediaFacts"/> that are written in place, or kept in a local and filled before the check.</summary>
internal static class KnownFacts
{
    internal static readonly string[] Checks = [nameof(MediaProfile.Check), nameof(MediaProfile.ThrowIfViolated)];

    /// <summary>The facts that have one value only.</summary>
    internal static IReadOnlyList<(string Name, IOperation Value)> Of(IOperation facts, CancellationToken cancellationToken)
    {
        while (facts is IConversionOperation conversion)
        {
            facts = conversion.Operand;
        }

        return facts switch
        {
            IObjectCreationOperation creation => Initial(creation),
            ILocalReferenceOperation local => OfLocal(local, cancellationToken),
            _ => [],
        };
    }

    private static List<(string Name, IOperation Value)> Initial(IObjectCreationOperation creation)
    {
        var facts = new List<(string, IOperation)>();
        foreach (IOperation step in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (step is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
            {
                facts.Add((target.Property.Name, assignment.Value));
            }
        }

        return facts;
    }

    private static IReadOnlyList<(string Name, IOperation Value)> OfLocal(ILocalReferenceOperation local, CancellationToken cancellationToken)
    {
        if (LocalScope.Declaration(local, cancellationToken) is not { } declaration
            || LocalValues.OnlyOperation(local, cancellationToken) is not IObjectCreationOperation kept)
        {
            return [];
        }

        List<(string Name, IOperation Value)> facts = Initial(kept);
        var unknown = new HashSet<string>();
        foreach (IdentifierNameSyntax use in LocalScope.Uses(declaration))
        {
            switch (use.Parent)
            {
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } when Array.IndexOf(Checks, name) >= 0:
                    continue;
                case MemberAccessExpressionSyntax access when access.Expression == use && Set(access) is { } value:
                    string set = access.Name.Identifier.ValueText;
                    bool isOnly = !facts.Exists(f => f.Name == set) && !unknown.Contains(set);
                    if (isOnly && access.Span.End < local.Syntax.SpanStart && IsBeside(access, declaration) && local.SemanticModel?.GetOperation(value, cancellationToken) is { } operation)
                    {
                        facts.Add((set, operation));
                    }
                    else
                    {
                        unknown.Add(set);
                    }

                    continue;
                case MemberAccessExpressionSyntax access when access.Expression == use && access.Parent is not (AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or InvocationExpressionSyntax):
                    continue;
                case AssignmentExpressionSyntax assignment when assignment.Left == use:
                    continue;
                default:
                    // Somebody else may change them there.
                    return [];
            }
        }

        facts.RemoveAll(f => unknown.Contains(f.Name));
        return facts;
    }

    private static ExpressionSyntax? Set(MemberAccessExpressionSyntax access) =>
        access.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == access ? assignment.Right : null;

    // In a branch, a loop or a lambda it may never be set, or later.
    private static bool IsBeside(SyntaxNode set, SyntaxNode declaration) =>
        set.Parent?.Parent is ExpressionStatementSyntax statement && Block(statement) == Block(declaration.FirstAncestorOrSelf<StatementSyntax>());

    private static SyntaxNode? Block(StatementSyntax? statement) => statement?.Parent is GlobalStatementSyntax global ? global.Parent : statement?.Parent;
}
