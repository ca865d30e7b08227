using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LongRun.Analyzers.Values;

/// <summary>Ways to use a collection that leave it as it is.</summary>
internal static class CollectionUse
{
    private static readonly string[] Readers =
    [
        "Count", "Length", "Capacity", "IsEmpty", "Contains", "IndexOf", "Any", "All", "First", "FirstOrDefault", "Last", "Select", "Where",
        "Distinct", "OrderBy", "Skip", "Take", "ToArray", "ToList", "ToImmutableArray", "AsReadOnly", "GetEnumerator",
    ];

    internal static bool IsRead(IdentifierNameSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == use && Array.IndexOf(Readers, access.Name.Identifier.ValueText) >= 0,
        ForEachStatementSyntax loop => loop.Expression == use,
        SpreadElementSyntax => true,
        ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when element.Expression == use => assignment.Left != element,
        ElementAccessExpressionSyntax element when element.Expression == use => element.Parent is not (PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" } } } => true,
        _ => false,
    };
}
