using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>Reads attributes; whatever is missing, misspelt or of another type reads as its default.</summary>
internal static class AttributeReader
{
    /// <summary>Name of the attribute's class where it belongs to the contract.</summary>
    internal static string? ContractName(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return null;
        }

        INamespaceSymbol @namespace = type.ContainingNamespace;
        if (type.Name == ContractNames.AllowedValues)
        {
            return Is(@namespace, "DataAnnotations", "ComponentModel", "System") ? type.Name : null;
        }

        return Is(@namespace, ContractNames.InnerNamespace, ContractNames.OuterNamespace) ? type.Name : null;
    }

    internal static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == name && ContractName(attribute) is not null)
            {
                return attribute;
            }
        }

        return null;
    }

    internal static string? Text(AttributeData attribute, string name) => Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    internal static string Text(AttributeData attribute, int position) =>
        attribute.ConstructorArguments.Length > position && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";

    internal static double Number(AttributeData attribute, string name, double otherwise) => Named(attribute, name) is { Kind: TypedConstantKind.Primitive } value
        ? value.Value switch
        {
            double number => number,
            int number => number,
            long number => number,
            _ => otherwise,
        }
        : otherwise;

    internal static bool Flag(AttributeData attribute, string name) => Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: true };

    internal static ImmutableArray<string> Texts(AttributeData attribute, string name) => Named(attribute, name) is { } value ? Texts(value) : ImmutableArray<string>.Empty;

    /// <summary>The texts of an array, where it holds texts only.</summary>
    internal static ImmutableArray<string> Texts(TypedConstant value, bool skipNull = false)
    {
        if (value.Kind != TypedConstantKind.Array || value.IsNull)
        {
            return ImmutableArray<string>.Empty;
        }

        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>(value.Values.Length);
        foreach (TypedConstant item in value.Values)
        {
            if (item.IsNull && skipNull)
            {
                continue;
            }

            if (item.Kind != TypedConstantKind.Primitive || item.Value is not string text)
            {
                return ImmutableArray<string>.Empty;
            }

            texts.Add(text);
        }

        return texts.ToImmutable();
    }

    private static TypedConstant? Named(AttributeData attribute, string name)
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

    private static bool Is(INamespaceSymbol? @namespace, params string[] namesFromInside)
    {
        foreach (string name in namesFromInside)
        {
            if (@namespace is null || @namespace.Name != name)
            {
                return false;
            }

            @namespace = @namespace.ContainingNamespace;
        }

        return @namespace is { IsGlobalNamespace: true };
    }
}
