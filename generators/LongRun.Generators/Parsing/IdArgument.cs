using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>What a handle gives for the job's id.</summary>
internal static class IdArgument
{
    /// <summary>What is wrong with a parameter for which <see cref="Of"/> gives nothing.</summary>
    public const string Fault = "is neither a string nor of a type with a static Parse(string, IFormatProvider)";

    /// <summary>The argument, as code of a handle; <see langword="null"/> where the id's text cannot become one.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (!CallParser.CanPass(parameter))
        {
            return null;
        }

        ITypeSymbol type = parameter.Type.Unwrap();
        if (type.SpecialType == SpecialType.System_String)
        {
            return "Id";
        }

        bool parses = type.GetMembers("Parse").OfType<IMethodSymbol>().Any(m =>
            m is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, Parameters: [{ Type.SpecialType: SpecialType.System_String }, { Type.Name: "IFormatProvider" }] }
            && SymbolEqualityComparer.Default.Equals(m.ReturnType, type));
        return parses ? $"{TypeText.OfNotNull(type)}.Parse(Id, global::System.Globalization.CultureInfo.InvariantCulture)" : null;
    }
}
