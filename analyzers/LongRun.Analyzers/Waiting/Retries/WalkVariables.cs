using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>Numbers for the variables of one walk.</summary>
internal sealed class WalkVariables
{
    private readonly Dictionary<object, int> _numbers = [];

    /// <summary>The number of what an operation names: a local, a parameter, a member of this object or type, a capture.</summary>
    internal int? Of(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => Number(local.Local),
        IParameterReferenceOperation parameter => Number(parameter.Parameter),
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => Number(field.Field),
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property => Number(property.Property),
        IFlowCaptureReferenceOperation capture => Number(capture.Id),
        IFlowCaptureOperation capture => Number(capture.Id),
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IParenthesizedOperation inner => Of(inner.Operand),
        _ => null,
    };

    internal int Of(ILocalSymbol local) => Number(local);

    private int Number(object variable)
    {
        if (!_numbers.TryGetValue(variable, out int number))
        {
            _numbers.Add(variable, number = _numbers.Count);
        }

        return number;
    }
}
