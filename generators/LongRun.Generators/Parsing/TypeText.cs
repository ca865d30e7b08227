using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Types and names as emitted code says them.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat Annotated =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat NamespaceOnly =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The type, with <c>?</c> where the source has it.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Annotated);

    /// <summary>The type without its own <c>?</c>; those of its type arguments stay.</summary>
    public static string OfNotNull(ITypeSymbol type) => Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    public static string OfNamespace(INamespaceSymbol @namespace) => @namespace.IsGlobalNamespace ? "" : @namespace.ToDisplayString(NamespaceOnly);

    public static TypeParameterModel Of(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(Of));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        return new TypeParameterModel(Identifier.Escape(parameter.Name), constraints.Count == 0 ? null : string.Join(", ", constraints));
    }

    /// <summary><c>public</c> or <c>internal</c>, whichever code outside the type sees of a member; <see langword="null"/> where it sees nothing.</summary>
    public static string? AccessibilityOf(ISymbol symbol)
    {
        bool isPublic = true;
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            switch (current.DeclaredAccessibility)
            {
                case Accessibility.Public:
                    break;
                case Accessibility.Internal or Accessibility.ProtectedOrInternal:
                    isPublic = false;
                    break;
                default:
                    return null;
            }

            if (current is INamedTypeSymbol { IsFileLocal: true })
            {
                return null;
            }
        }

        return isPublic ? "public" : "internal";
    }

    /// <summary>Whether a type is one of the framework's, of that many type parameters.</summary>
    public static bool Is(this ITypeSymbol type, string @namespace, string name, int arity = 0) =>
        type is INamedTypeSymbol named && named.Name == name && named.Arity == arity && named.ContainingType is null && OfNamespace(named.ContainingNamespace) == @namespace;

    public static bool IsCancellationToken(this ITypeSymbol type) => type.Is("System.Threading", "CancellationToken");

    /// <summary>What is inside a <c>Nullable</c>; the type itself where it is none.</summary>
    public static ITypeSymbol Unwrap(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether a value of the type may be null, as far as its declaration says; code without annotations says nothing.</summary>
    public static bool MayBeNull(this ITypeSymbol type) =>
        !type.IsValueType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
