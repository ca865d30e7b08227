using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>What emitted code can do with the class of a request.</summary>
internal static class RequestMembers
{
    /// <summary>The properties of a type, then those that it inherits; what is overridden once.</summary>
    public static IEnumerable<IPropertySymbol> Of(ITypeSymbol type)
    {
        var seen = new HashSet<string>();
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (IPropertySymbol property in current.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, IsIndexer: false } && seen.Add(p.Name)))
            {
                yield return property;
            }
        }
    }

    /// <summary>Whether emitted code can read a property, and set it where it makes an object.</summary>
    public static bool CanSet(Compilation compilation, IPropertySymbol property) =>
        property is { GetMethod: { } getter, SetMethod: { } setter }
        && compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly)
        && compilation.IsSymbolAccessibleWithin(setter, compilation.Assembly);

    /// <summary>Whether emitted code can make an object of a type by its members alone.</summary>
    public static bool CanMake(Compilation compilation, ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } named
        && named.InstanceConstructors.Any(c => c.Parameters.IsEmpty && compilation.IsSymbolAccessibleWithin(c, compilation.Assembly));
}
