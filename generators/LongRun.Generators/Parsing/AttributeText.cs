using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Attributes that emitted members carry on from what they call, as code.</summary>
internal static class AttributeText
{
    private static readonly HashSet<string> OnParameters =
    [
        "System.Diagnostics.CodeAnalysis.AllowNullAttribute",
        "System.Diagnostics.CodeAnalysis.ConstantExpectedAttribute",
        "System.Diagnostics.CodeAnalysis.DisallowNullAttribute",
        "System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute",
        "System.Diagnostics.CodeAnalysis.StringSyntaxAttribute",
        "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute",
        "System.Runtime.CompilerServices.CallerFilePathAttribute",
        "System.Runtime.CompilerServices.CallerLineNumberAttribute",
        "System.Runtime.CompilerServices.CallerMemberNameAttribute",
    ];

    private static readonly HashSet<string> OnMethods =
    [
        "System.ComponentModel.EditorBrowsableAttribute",
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
        "System.ObsoleteAttribute",
    ];

    /// <summary>What a caller, or a rule that judges the caller's code, needs to see on a parameter.</summary>
    /// <remarks>Not those of the framework that sends the call (Refit's): they would mean nothing on an extension method.</remarks>
    public static IEnumerable<string> Of(IParameterSymbol parameter) => Of(parameter, static (@namespace, name) =>
        @namespace is ContractNames.Namespace or "System.ComponentModel.DataAnnotations" || OnParameters.Contains(name));

    /// <summary>What warns a caller of a method.</summary>
    public static IEnumerable<string> Of(IMethodSymbol method) => Of(method, static (_, name) => OnMethods.Contains(name));

    /// <summary>The limits of a property, for a parameter that takes its value.</summary>
    public static IEnumerable<string> OfLimits(IPropertySymbol property) => Of(property, static (@namespace, name) =>
        @namespace == ContractNames.Namespace && name.EndsWith("ConstraintAttribute", StringComparison.Ordinal));

    private static IEnumerable<string> Of(ISymbol symbol, Func<string, string, bool> wanted) =>
        from attribute in symbol.GetAttributes()
        where attribute.AttributeClass is { TypeKind: not TypeKind.Error } type && wanted(type.ContainingNamespace.ToDisplayString(), type.ToDisplayString())
        select Of(attribute);

    private static string Of(AttributeData attribute)
    {
        string name = attribute.AttributeClass!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        const string Suffix = "Attribute";
        string shortName = name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
        string[] arguments = attribute.ConstructorArguments.Select(ConstantText.Of)
            .Concat(attribute.NamedArguments.Select(static a => $"{Identifier.Escape(a.Key)} = {ConstantText.Of(a.Value)}"))
            .ToArray();
        return arguments.Length == 0 ? shortName : $"{shortName}({string.Join(", ", arguments)})";
    }
}
