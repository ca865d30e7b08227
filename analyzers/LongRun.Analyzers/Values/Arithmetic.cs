using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Sums, differences and products of numbers and durations.</summary>
internal static class Arithmetic
{
    internal static KnownValue? Evaluate(IBinaryOperation operation, int depth, CancellationToken cancellationToken)
    {
        bool isDuration = operation.OperatorMethod is { ContainingType: { Name: "TimeSpan" } type } && ValueEvaluator.IsSystem(type);
        if (operation.OperatorMethod is not null && !isDuration)
        {
            return null;
        }

        KnownValue? left = ValueEvaluator.Evaluate(operation.LeftOperand, depth, cancellationToken);
        KnownValue? right = left is null ? null : ValueEvaluator.Evaluate(operation.RightOperand, depth, cancellationToken);
        if (left is null || right is null)
        {
            return null;
        }

        if (isDuration)
        {
            return Ticks(operation.OperatorKind, left, right) is { } ticks && DurationValues.FromTicks(ticks) is { } span ? KnownValue.OfDuration(operation.Syntax, span) : null;
        }

        double? number = (operation.OperatorKind, left.Number, right.Number) switch
        {
            (BinaryOperatorKind.Add, { } a, { } b) => a + b,
            (BinaryOperatorKind.Subtract, { } a, { } b) => a - b,
            (BinaryOperatorKind.Multiply, { } a, { } b) => a * b,
            _ => null,
        };
        return number is { } result && Fits(result, operation.Type) ? KnownValue.OfNumber(operation.Syntax, result) : null;
    }

    internal static KnownValue? Negate(IUnaryOperation operation, int depth, CancellationToken cancellationToken) => ValueEvaluator.Evaluate(operation.Operand, depth, cancellationToken) switch
    {
        { Number: { } number } when operation.OperatorMethod is null && Fits(-number, operation.Type) => KnownValue.OfNumber(operation.Syntax, -number),
        { Duration: { } span } when span != TimeSpan.MinValue => KnownValue.OfDuration(operation.Syntax, -span),
        _ => null,
    };

    // A product is rounded to the nearest tick, as .NET does.
    private static double? Ticks(BinaryOperatorKind kind, KnownValue left, KnownValue right) => (kind, left, right) switch
    {
        (BinaryOperatorKind.Add, { Duration: { } a }, { Duration: { } b }) => (double)a.Ticks + b.Ticks,
        (BinaryOperatorKind.Subtract, { Duration: { } a }, { Duration: { } b }) => (double)a.Ticks - b.Ticks,
        (BinaryOperatorKind.Multiply, { Duration: { } a }, { Number: { } b }) => Math.Round(a.Ticks * b),
        (BinaryOperatorKind.Multiply, { Number: { } a }, { Duration: { } b }) => Math.Round(a * b.Ticks),
        _ => null,
    };

    // What overflows wraps or throws; neither is known here.
    private static bool Fits(double number, ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Int32 => number is >= int.MinValue and <= int.MaxValue,
        SpecialType.System_UInt32 => number is >= 0 and <= uint.MaxValue,
        SpecialType.System_Int64 => Math.Abs(number) <= 1L << 53,
        SpecialType.System_UInt64 => number >= 0 && number <= 1L << 53,
        SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal => true,
        _ => false,
    };
}
