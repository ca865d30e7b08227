using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Constraints;

/// <summary>LRO2005: a number outside <c>minimum</c> and <c>maximum</c>, or no multiple of <c>multipleOf</c>.</summary>
internal sealed class NumberOutOfRange : ValueRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.NumberOutOfRange,
        "Number is out of range",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The document says which numbers the server accepts; it refuses any other.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.NumberOutOfRange));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        if (value.Contract.Number is { } rule && value.Known.Number is { } number && rule.Judge(number, value.Subject) is { } message)
        {
            value.Report(Descriptor, message + " The server refuses it.", Mend(value, rule, number));
        }
    }

    private static ValueEdit? Mend(in ConstrainedValue value, NumberRule rule, double number) =>
        rule.Nearest(number, NumberText.IsWhole(value.TargetType)) is { } nearest && NumberText.Write(nearest, value.TargetType) is { } text
            ? new ValueEdit(value.Operation.Syntax.Span, text, $"Use {text}")
            : null;
}
