using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>The type of what a collection holds.</summary>
internal static class CollectionItem
{
    /// <returns>The type, or <see langword="null"/> where it is no collection; a text is none.</returns>
    public static ITypeSymbol? Of(ITypeSymbol collection) => collection switch
    {
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named => named.AllInterfaces.Concat([named]).FirstOrDefault(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };
}
