using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>The known ones among the values of which a program takes one: <c>??</c>, <c>?:</c> and <c>switch</c> expressions, also behind a name.</summary>
internal static class Alternatives
{
    // Names of names of names are not written by people.
    private const int MaxDepth = 8;

    /// <summary>The alternatives, each with its place: itself, or the name that stands for it.</summary>
    internal static IEnumerable<(IOperation Place, KnownValue Value)> Of(IOperation value, CancellationToken cancellationToken) =>
        Of(value, name: null, 0, cancellationToken);

    private static IEnumerable<(IOperation Place, KnownValue Value)> Of(IOperation? value, IOperation? name, int depth, CancellationToken cancellationToken)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        if (value is null || depth > MaxDepth)
        {
            return [];
        }

        // Before the value: a name is where the report goes, whatever is behind it.
        IEnumerable<IOperation?>? choices = value switch
        {
            ICoalesceOperation coalesce => new[] { coalesce.Value, coalesce.WhenNull },
            IConditionalOperation conditional => new[] { conditional.WhenTrue, conditional.WhenFalse },
            ISwitchExpressionOperation choice => choice.Arms.Select(static arm => (IOperation?)arm.Value),
            _ => null,
        };
        if (choices is not null)
        {
            return choices.SelectMany(c => Of(c, name, depth + 1, cancellationToken));
        }

        if (ValueEvaluator.Evaluate(value, cancellationToken) is { } known)
        {
            return [(name ?? value, known)];
        }

        return value switch
        {
            ILocalReferenceOperation local => Of(LocalValues.OnlyOperation(local, cancellationToken), name ?? value, depth + 1, cancellationToken),
            IFieldReferenceOperation field => Of(FieldValues.OnlyOperation(field, cancellationToken), name ?? value, depth + 1, cancellationToken),
            _ => [],
        };
    }
}
