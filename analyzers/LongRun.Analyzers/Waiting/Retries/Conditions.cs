using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>Decides conditions by what a walk knows, where that is enough.</summary>
internal sealed class Conditions
{
    private readonly WalkVariables _variables;

    internal Conditions(WalkVariables variables) => _variables = variables;

    /// <summary>What is known of a value.</summary>
    internal Fact? Value(IOperation? operation, WalkState state) => operation switch
    {
        null => null,
        { ConstantValue: { HasValue: true, Value: var constant } } => Fact.Of(constant),
        IDefaultValueOperation { Type.IsReferenceType: true } => Fact.Null,
        IAssignmentOperation { Target: var target } => Value(target, state),
        IConversionOperation { OperatorMethod: null } conversion => Value(conversion.Operand, state),
        IParenthesizedOperation inner => Value(inner.Operand, state),
        _ when _variables.Of(operation) is { } variable && state[variable] is { } fact => fact,
        _ when IsFromStart(operation, state) => Fact.FromStart,
        _ => Fact.Of(Decide(operation, state)) is { IsNull: false } decided ? decided : null,
    };

    /// <summary>Whether a condition holds; <see langword="null"/> where nobody knows.</summary>
    internal bool? Decide(IOperation condition, WalkState state) => condition switch
    {
        { ConstantValue: { HasValue: true, Value: bool constant } } => constant,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Not(Decide(not.Operand, state)),
        IParenthesizedOperation inner => Decide(inner.Operand, state),
        IConversionOperation { OperatorMethod: null } conversion => Decide(conversion.Operand, state),
        IIsNullOperation test => IsNull(Value(test.Operand, state)),
        IIsPatternOperation test => Matches(test.Pattern, Value(test.Value, state)),
        IBinaryOperation comparison => Compare(comparison, state),
        IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } instance } => Not(IsNull(Value(instance, state))),
        IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String }, Arguments: [var text] } => IsNull(Value(text.Value, state)),
        _ when _variables.Of(condition) is { } variable => state[variable]?.Constant as bool?,
        _ => null,
    };

    /// <summary>Whether the value depends on what the start returned.</summary>
    internal bool IsFromStart(IOperation operation, WalkState state) =>
        operation.DescendantsAndSelf().Any(o => _variables.Of(o) is { } variable && state[variable] is { IsFromStart: true });

    /// <summary>What is known once a condition has turned out one way.</summary>
    internal WalkState Assume(IOperation condition, bool holds, WalkState state) => condition switch
    {
        IIsNullOperation { Operand: var operand } when holds && _variables.Of(operand) is { } variable => state.With(variable, Fact.Null),
        ILocalReferenceOperation or IParameterReferenceOperation when condition.Type?.SpecialType == SpecialType.System_Boolean && _variables.Of(condition) is { } variable =>
            state.With(variable, Fact.Of(holds)),
        _ => state,
    };

    private static bool? Not(bool? value) => value is { } known ? !known : null;

    private static bool? IsNull(Fact? value) => value is null ? null : value.IsNull;

    private static bool? Matches(IPatternOperation pattern, Fact? value) => pattern switch
    {
        _ when value is null => null,
        INegatedPatternOperation negated => Not(Matches(negated.Pattern, value)),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => value.IsNull,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } when value.Constant is { } known => Equals(constant, known),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } or IDeclarationPatternOperation or ITypePatternOperation => !value.IsNull,
        _ => null,
    };

    private bool? Compare(IBinaryOperation comparison, WalkState state)
    {
        Fact? left = Value(comparison.LeftOperand, state);
        Fact? right = Value(comparison.RightOperand, state);
        if (left is null || right is null)
        {
            return null;
        }

        bool? equal = left.IsNull && right.IsNull ? true
            : (left.IsNull || right.IsNull) ? false
            : left.Constant is { } a && right.Constant is { } b ? Equals(a, b)
            : null;
        switch (comparison.OperatorKind)
        {
            case BinaryOperatorKind.Equals:
                return equal;
            case BinaryOperatorKind.NotEquals:
                return Not(equal);
        }

        return left.Constant is int x && right.Constant is int y
            ? comparison.OperatorKind switch
            {
                BinaryOperatorKind.LessThan => x < y,
                BinaryOperatorKind.LessThanOrEqual => x <= y,
                BinaryOperatorKind.GreaterThan => x > y,
                BinaryOperatorKind.GreaterThanOrEqual => x >= y,
                _ => null,
            }
            : null;
    }
}
