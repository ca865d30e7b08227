using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>What a condition depends on.</summary>
internal static class Decision
{
    /// <summary>The variable that an operation names: a local, a parameter, a field or property of the code's own type or of a type.</summary>
    internal static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => VariableOf(conversion.Operand),
        IArgumentOperation argument => VariableOf(argument.Value),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.Length: 0 } property => property.Property,
        _ => null,
    };

    /// <summary>The variables in a condition, but for constants.</summary>
    internal static IEnumerable<ISymbol> VariablesOf(IOperation condition)
    {
        foreach (IOperation part in condition.DescendantsAndSelf())
        {
            if (!part.ConstantValue.HasValue && VariableOf(part) is { } variable)
            {
                yield return variable;
            }
        }
    }
}
