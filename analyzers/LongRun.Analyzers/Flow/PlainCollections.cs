using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>Collections that only the code in sight can change: not those made for several threads, and no queries.</summary>
internal static class PlainCollections
{
    internal static bool Contains(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol or { SpecialType: SpecialType.System_Array } => true,
        INamedTypeSymbol { Name: "List" or "HashSet" or "Dictionary" or "Queue" or "Stack" or "LinkedList" or "SortedSet" or "SortedDictionary" or "PriorityQueue" or "IList" or "ICollection" or "IReadOnlyCollection" or "IReadOnlyList" or "ISet" or "ReadOnlyCollection" } named
            => named.ContainingNamespace?.ContainingNamespace?.Name == "Collections" || named.ContainingNamespace?.Name == "Collections",
        _ => false,
    };
}
