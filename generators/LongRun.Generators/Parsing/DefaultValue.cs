using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>The default value of an optional parameter, as code.</summary>
internal static class DefaultValue
{
    /// <summary>The value; <see langword="null"/> where C# has no way to write it (a <c>DateTime</c> of another language).</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (!parameter.IsOptional)
        {
            return null;
        }

        // [Optional] without a value: the default of the type.
        object? value = parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null;
        if (value is not null)
        {
            return value is DateTime ? null : ConstantText.Of(parameter.Type, value);
        }

        if (parameter.Type is ITypeParameterSymbol { IsValueType: false, NullableAnnotation: not NullableAnnotation.Annotated })
        {
            return "default!";
        }

        return parameter.Type.IsReferenceType || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null" : "default";
    }
}
