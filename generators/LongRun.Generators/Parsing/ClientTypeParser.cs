using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Names what is common to everything emitted for a type.</summary>
internal static class ClientTypeParser
{
    /// <summary>The type; <see langword="null"/> where code in other files cannot name it.</summary>
    public static ClientType? Parse(INamedTypeSymbol type) => TypeText.AccessibilityOf(type) is not { } accessibility
        ? null
        : new ClientType(
            TypeText.OfNamespace(type.ContainingNamespace),
            TypeText.OfNotNull(type),
            type.GetDocumentationCommentId() ?? "",
            accessibility,
            Lineage(type).SelectMany(static t => t.TypeParameters).Select(TypeText.Of).ToEquatableArray());

    /// <summary><c>ITwelveLabsClient</c> → <c>TwelveLabsClientOperationExtensions</c>; the names of enclosing types come first.</summary>
    public static string ExtensionClassOf(INamedTypeSymbol type) =>
        string.Concat(Lineage(type).Select(static t => t.TypeKind == TypeKind.Interface ? WithoutPrefix(t.Name) : t.Name)) + "OperationExtensions";

    private static string WithoutPrefix(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name;

    private static IEnumerable<INamedTypeSymbol> Lineage(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Lineage(outer).Append(type) : [type];
}
