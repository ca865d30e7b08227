using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>What a handle gives for the job's id.</summary>
internal static class IdArgument
{
    /// <summary>What is wrong with a parameter for which <see cref="Of"/> gives nothing.</summary>
    public const string Fault = "is neither a string nor of a type with a static Parse(string, IFormatProvider)";

    /// <summary>The argument, as code of a handle; <see langword="null"/> where the id's text cannot become one.</summary>
    /// <param name="parameter">The parameter that takes it.</param>
    /// <param name="text">The text, as code; that of the job's id unless given.</param>
    public static string? Of(IParameterSymbol parameter, string text = "Id")
    {
        if (!CallParser.CanPass(parameter))
        {
            return null;
        }

        ITypeSymbol type = parameter.Type.Unwrap();
        if (type.SpecialType == SpecialType.System_String)
        {
            return text;
        }

        bool parses = type.GetMembers("Parse").OfType<IMethodSymbol>().Any(m =>
            m is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, Parameters: [{ Type.SpecialType: SpecialType.System_String }, { Type.Name: "IFormatProvider" }] }
            && SymbolEqualityComparer.Default.Equals(m.ReturnType, type));
        return parses ? $"{TypeText.OfNotNull(type)}.Parse({text}, global::System.Globalization.CultureInfo.InvariantCulture)" : null;
    }
}
