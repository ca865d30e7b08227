using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Finds out what the compiler can know of a value. Silent (<see langword="null"/>) when in doubt.</summary>
internal static class ValueEvaluator
{
    // Deeper than anything a person writes; a bound against initialisers that refer to each other.
    private const int MaxDepth = 32;

    internal static KnownValue? Evaluate(IOperation? operation, CancellationToken cancellationToken) => Evaluate(operation, 0, cancellationToken);

    internal static KnownValue? Evaluate(IOperation? operation, int depth, CancellationToken cancellationToken)
    {
        if (operation is null || depth > MaxDepth)
        {
            return null;
        }

        depth++;
        return operation switch
        {
            // Before the constant: the place to mend is where the name gets its value.
            ILocalReferenceOperation local => LocalValues.Evaluate(local, depth, cancellationToken),
            IFieldReferenceOperation field => FieldValues.Evaluate(field, depth, cancellationToken) ?? CollectionValues.Evaluate(field, depth, cancellationToken),
            IConversionOperation conversion => OfConversion(conversion, depth, cancellationToken),
            { ConstantValue: { HasValue: true, Value: var constant } } => OfConstant(operation.Syntax, operation.Type, constant),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, depth, cancellationToken),
            ISimpleAssignmentOperation assignment => Evaluate(assignment.Value, depth, cancellationToken),
            IInterpolatedStringOperation text => TextValues.Interpolated(text, depth, cancellationToken),
            IBinaryOperation { Type.SpecialType: SpecialType.System_String, OperatorKind: BinaryOperatorKind.Add } sum => TextValues.Concatenated(sum, depth, cancellationToken),
            IBinaryOperation binary => Arithmetic.Evaluate(binary, depth, cancellationToken),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Arithmetic.Negate(minus, depth, cancellationToken),
            IObjectCreationOperation { Type: { Name: "Uri" } type } uri when IsSystem(type) => TextValues.Uri(uri, depth, cancellationToken),
            IObjectCreationOperation { Type: { Name: "TimeSpan" } type } span when IsSystem(type) => DurationValues.Created(span, depth, cancellationToken),
            IPropertyReferenceOperation { Property.ContainingType: { Name: "TimeSpan" } type } total when IsSystem(type) => DurationValues.Total(total, depth, cancellationToken),
            IDefaultValueOperation { Type: { Name: "TimeSpan" } type } zero when IsSystem(type) => KnownValue.OfDuration(zero.Syntax, TimeSpan.Zero),
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "TimeSpan" } type } } factory when IsSystem(type) => DurationValues.Factory(factory, depth, cancellationToken),
            _ => CollectionValues.Evaluate(operation, depth, cancellationToken),
        };
    }

    internal static KnownValue? OfConstant(SyntaxNode source, ITypeSymbol? type, object? constant) => constant switch
    {
        null => KnownValue.OfNull(source),
        _ when type is { TypeKind: TypeKind.Enum } => KnownValue.OfOther(source, constant),
        string text => KnownValue.OfText(source, text),
        double number => KnownValue.OfNumber(source, number),
        float number => KnownValue.OfNumber(source, NumberRule.AsWritten(number)),
        decimal number => KnownValue.OfNumber(source, (double)number),
        int or long or short or sbyte or byte or ushort or uint or ulong => KnownValue.OfNumber(source, Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture)),
        _ => KnownValue.OfOther(source, constant),
    };

    internal static bool IsSystem(ITypeSymbol type) => type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsNumber(ITypeSymbol? type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static KnownValue? OfConversion(IConversionOperation conversion, int depth, CancellationToken cancellationToken)
    {
        if (conversion.OperatorMethod is not null)
        {
            return null;
        }

        // A conversion that loses something (1.9 to int) is known only as the constant it gives.
        if (conversion.Conversion is { IsNumeric: true, IsImplicit: false })
        {
            return conversion.ConstantValue.HasValue ? OfConstant(conversion.Syntax, conversion.Type, conversion.ConstantValue.Value) : null;
        }

        if (Evaluate(conversion.Operand, depth, cancellationToken) is { } value)
        {
            // A character or an enum member given as a number is that number.
            return value.Kind == KnownValueKind.Other && IsNumber(conversion.Type) ? OfConstant(value.Source, null, value.Content is char character ? (int)character : value.Content) : value;
        }

        return conversion.ConstantValue.HasValue ? OfConstant(conversion.Syntax, conversion.Type, conversion.ConstantValue.Value) : null;
    }
}
