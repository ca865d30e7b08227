using System.Globalization;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Constraints;

/// <summary>LRO2004: a duration outside its range, be it a <see cref="TimeSpan"/>, a number of seconds or an ISO 8601 text.</summary>
internal sealed class DurationOutOfRange : ValueRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.DurationOutOfRange,
        "Duration is out of range",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The document says which durations the server accepts; it refuses any other.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.DurationOutOfRange));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        if (value.Contract.Duration is { } rule && Seconds(value.Known) is { } seconds && rule.Judge(seconds, value.Subject) is { } message)
        {
            value.Report(Descriptor, message, Mend(value, seconds < rule.MinSeconds ? rule.MinSeconds : rule.MaxSeconds));
        }
    }

    private static double? Seconds(KnownValue known) => known switch
    {
        { Duration: { } span } => DurationRule.SecondsOf(span),
        { Number: { } number } => number,
        { Text: { } text } => DurationRule.SecondsOf(text),
        _ => null,
    };

    private static ValueEdit? Mend(in ConstrainedValue value, double bound)
    {
        SyntaxNode place = value.Operation.Syntax;
        string? text = value.Known.Kind switch
        {
            KnownValueKind.Number => NumberText.Write(bound, value.TargetType),
            KnownValueKind.Text when bound >= 0 => '"' + IsoDuration.Write(bound) + '"',
            KnownValueKind.Duration when IsVisible("TimeSpan", value.Operation) => Factory(bound),
            _ => null,
        };
        return text is null ? null : new ValueEdit(place.Span, text, $"Use {Quantity.Seconds(bound)}");
    }

    private static bool IsVisible(string type, IOperation operation) =>
        operation.SemanticModel?.LookupNamespacesAndTypes(operation.Syntax.SpanStart, name: type) is [INamedTypeSymbol found] && ValueEvaluator.IsSystem(found);

    private static string Factory(double seconds)
    {
        (string name, double unit) = seconds switch
        {
            _ when seconds != 0 && seconds % 3600 == 0 => ("FromHours", 3600d),
            _ when seconds != 0 && seconds % 60 == 0 => ("FromMinutes", 60),
            _ => ("FromSeconds", 1),
        };
        return $"TimeSpan.{name}({(seconds / unit).ToString("R", CultureInfo.InvariantCulture)})";
    }
}
