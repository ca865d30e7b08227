using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Makes the parameters of an emitted start of those of the raw call.</summary>
internal static class ParameterParser
{
    /// <param name="parameters">Those of the raw call.</param>
    /// <param name="key">The one that may always be left out, because an emitted start can fill it; <see langword="null"/> where there is none.</param>
    /// <param name="documentation">The raw call's.</param>
    public static EquatableArray<ParameterModel> Parse(IReadOnlyList<IParameterSymbol> parameters, IParameterSymbol? key, DocumentationText documentation)
    {
        if (key is { IsOptional: false })
        {
            parameters = [.. parameters.Where(p => !ReferenceEquals(p, key)), key];
        }

        var models = new ParameterModel[parameters.Count];

        // From the end: what is followed by a parameter that must be given cannot be left out either.
        bool mayBeOptional = true;
        for (int i = parameters.Count - 1; i >= 0; i--)
        {
            string? defaultValue = parameters[i].IsParams || ReferenceEquals(parameters[i], key) ? "null" : DefaultValue.Of(parameters[i]);
            mayBeOptional &= defaultValue is not null;
            models[i] = Parse(parameters[i], mayBeOptional ? defaultValue : null, documentation);
        }

        return models.ToEquatableArray();
    }

    /// <summary>The attributes that a parameter carries on; empty or with a space at the end.</summary>
    public static string Attributes(IParameterSymbol parameter) => string.Concat(AttributeText.Of(parameter).Select(static a => $"[{a}] "));

    private static ParameterModel Parse(IParameterSymbol parameter, string? defaultValue, DocumentationText documentation)
    {
        string name = Identifier.Escape(parameter.Name);

        // A null as default needs the question mark, which code without annotations does not have.
        ITypeSymbol type = defaultValue == "null" ? parameter.Type.WithNullableAnnotation(NullableAnnotation.Annotated) : parameter.Type;
        string mark = defaultValue == "null" && type.IsValueType && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T ? "?" : "";
        string value = defaultValue is null ? "" : " = " + defaultValue;
        return new ParameterModel(
            parameter.Name,
            $"{Attributes(parameter)}{TypeText.Of(type)}{mark} {name}{value}",
            name,
            documentation.Parameter(parameter.Name))
        {
            IsOptional = defaultValue is not null,
        };
    }

    /// <summary>The arguments of the raw call, in its own order, every one given; a local in place of one of them.</summary>
    public static EquatableArray<string> Arguments(IMethodSymbol method, string token, string? replaced, string local) => method.Parameters.Select(p =>
    {
        string name = Identifier.Escape(p.Name);
        name = name == replaced ? local : name;
        return p.Type.IsCancellationToken() ? token : p.IsParams ? name + " ?? []" : name;
    }).ToEquatableArray();
}
