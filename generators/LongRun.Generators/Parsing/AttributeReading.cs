using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Finds attributes by metadata name and reads their arguments.</summary>
internal static class AttributeReading
{
    public static AttributeData? Find(this ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == metadataName);

    /// <summary>The argument of the constructor at a position; <see langword="null"/> where the code has an error or a null there.</summary>
    public static string? Text(this AttributeData attribute, int position) =>
        attribute.ConstructorArguments.Length > position ? attribute.ConstructorArguments[position].Value as string : null;

    public static string? Text(this AttributeData attribute, string name) => attribute.Named(name) is { Kind: not TypedConstantKind.Array, Value: string text } ? text : null;

    /// <summary>The texts of an array argument; nulls in it are left out.</summary>
    public static IEnumerable<string> Texts(this AttributeData attribute, string name) =>
        attribute.Named(name) is { Kind: TypedConstantKind.Array, IsNull: false } array ? array.Values.Select(static v => v.Value).OfType<string>() : [];

    public static T? Number<T>(this AttributeData attribute, string name)
        where T : struct => attribute.Named(name) is { Kind: TypedConstantKind.Primitive, Value: T number } ? number : null;

    private static TypedConstant? Named(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
