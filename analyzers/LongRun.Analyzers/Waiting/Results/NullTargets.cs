using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>
/// Says which targets do not take null. The nullable context of the target decides; where it says nothing, as in old
/// libraries, anything goes.
/// </summary>
internal static class NullTargets
{
    /// <summary>Whether the use of an instance's member throws on null. <c>HasValue</c> and its like do not.</summary>
    internal static bool Dereferences(ISymbol member) =>
        !member.IsStatic && (!IsNullable(member.ContainingType) || member is IPropertySymbol { Name: "Value" });

    internal static bool Refuses(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && Refuses(parameter) && !OnlyLooks(parameter.ContainingSymbol);

    /// <summary>Whether the parameter does not take null. One whose type the argument itself decides takes anything.</summary>
    internal static bool Refuses(IParameterSymbol parameter) =>
        Refuses(parameter.NullableAnnotation, parameter.Type)
        && !IsOfMethodTypeParameter(parameter)
        && !Allows(parameter.OriginalDefinition.GetAttributes());

    /// <summary>Whether a conversion throws on null, or is told not to expect it.</summary>
    internal static bool Refuses(IConversionOperation conversion, SemanticModel? model) => conversion switch
    {
        { OperatorMethod: { Parameters: [var parameter] } } => Refuses(parameter),
        { IsImplicit: true } or { IsTryCast: true } => false,
        { Type.IsValueType: true } => IsNullable(conversion.Operand.Type) && !IsNullable(conversion.Type),
        { Syntax: CastExpressionSyntax { Type: not NullableTypeSyntax } } => conversion.Type is { IsReferenceType: true } && model?.GetNullableContext(conversion.Syntax.SpanStart).AnnotationsEnabled() == true,
        _ => false,
    };

    /// <summary>Whether what is assigned to does not take null.</summary>
    internal static bool Refuses(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: var local } => Refuses(local.NullableAnnotation, local.Type),
        IParameterReferenceOperation { Parameter: { RefKind: not RefKind.Out } parameter } => Refuses(parameter),
        IParameterReferenceOperation { Parameter: var parameter } => Refuses(parameter.NullableAnnotation, parameter.Type) && !Allows(parameter.GetAttributes()),
        IFieldReferenceOperation { Field: var field } => Refuses(field.NullableAnnotation, field.Type) && !Allows(field.GetAttributes()),
        IPropertyReferenceOperation { Property: var property } => Refuses(property.NullableAnnotation, property.Type) && !Allows(property.GetAttributes()),
        IArrayElementReferenceOperation { ArrayReference.Type: IArrayTypeSymbol array } => Refuses(array.ElementNullableAnnotation, array.ElementType),
        _ => false,
    };

    /// <summary>Whether a method promises a result that is not null.</summary>
    internal static bool RefusesResult(IMethodSymbol? method)
    {
        if (method is null || Allows(method.GetReturnTypeAttributes()))
        {
            return false;
        }

        return method is { IsAsync: true, ReturnType: INamedTypeSymbol { TypeArguments: [var result] } task }
            ? Refuses(task.TypeArgumentNullableAnnotations[0], result)
            : Refuses(method.ReturnNullableAnnotation, method.ReturnType);
    }

    /// <summary>Whether an iterator promises items that are not null.</summary>
    internal static bool RefusesItem(IMethodSymbol? iterator) =>
        iterator is { ReturnType: INamedTypeSymbol { TypeArguments: [var item] } sequence } && Refuses(sequence.TypeArgumentNullableAnnotations[0], item);

    private static bool Refuses(NullableAnnotation annotation, ITypeSymbol type) =>
        annotation == NullableAnnotation.NotAnnotated && type is { IsReferenceType: true, TypeKind: not TypeKind.TypeParameter };

    private static bool IsOfMethodTypeParameter(IParameterSymbol parameter) =>
        parameter.OriginalDefinition.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method };

    private static bool Allows(IEnumerable<AttributeData> attributes) =>
        attributes.Any(static a => a.AttributeClass?.Name is "AllowNullAttribute" or "MaybeNullAttribute" or "NotNullAttribute");

    /// <summary>Logging and assertions are told of values; what they are told need not be there.</summary>
    private static bool OnlyLooks(ISymbol method) =>
        (method is IMethodSymbol called && InertCalls.IsOutput(called)) || method.ContainingType?.Name.IndexOf("Assert", StringComparison.Ordinal) >= 0;

    private static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
