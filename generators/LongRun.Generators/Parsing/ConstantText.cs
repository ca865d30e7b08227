using System.Globalization;
using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Generators.Parsing;

/// <summary>Constants as emitted code says them.</summary>
internal static class ConstantText
{
    /// <summary>The value of an attribute's argument.</summary>
    public static string Of(TypedConstant constant)
    {
        if (constant.IsNull)
        {
            return "null";
        }

        return constant.Kind switch
        {
            TypedConstantKind.Array => $"new {TypeText.OfNotNull(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Of))} }}",
            TypedConstantKind.Type => $"typeof({((ITypeSymbol)constant.Value!).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})",
            _ => Of(constant.Type!, constant.Value!),
        };
    }

    /// <summary>A value that is not null, of a type or of what is inside its <c>Nullable</c>.</summary>
    public static string Of(ITypeSymbol type, object value)
    {
        ITypeSymbol inner = type.Unwrap();
        return inner.TypeKind == TypeKind.Enum ? OfEnum((INamedTypeSymbol)inner, value) : Of(value);
    }

    private static string OfEnum(INamedTypeSymbol type, object value)
    {
        string name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => value.Equals(f.ConstantValue));
        return member is null ? $"({name})({Of(value)})" : $"{name}.{Identifier.Escape(member.Name)}";
    }

    private static string Of(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };
}
