using System.Globalization;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
            value.Report(Descriptor, message + " The server refuses it.", double.IsNaN(seconds) ? null : Mend(value, seconds < rule.MinSeconds ? rule.MinSeconds : rule.MaxSeconds));
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
        string? text = value.Known.Kind switch
        {
            KnownValueKind.Number => NumberText.Write(bound, value.TargetType),
            KnownValueKind.Text when bound >= 0 => '"' + IsoDuration.Write(bound) + '"',
            KnownValueKind.Duration when !double.IsInfinity(bound) && TypeName(value.Operation) is { } type => type + Factory(bound),
            _ => null,
        };
        return text is null ? null : new ValueEdit(value.Operation.Syntax.Span, text, $"Use {Quantity.Seconds(bound)}");
    }

    /// <summary>What the type is called at that place.</summary>
    private static string? TypeName(IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } type } } when type.ToString().EndsWith("TimeSpan", StringComparison.Ordinal) => type.ToString(),
        ObjectCreationExpressionSyntax { Type: var type } when type.ToString().EndsWith("TimeSpan", StringComparison.Ordinal) => type.ToString(),
        var place => operation.SemanticModel?.LookupNamespacesAndTypes(place.SpanStart, name: "TimeSpan") is [INamedTypeSymbol found] && ValueEvaluator.IsSystem(found) ? "TimeSpan" : null,
    };

    private static string Factory(double seconds)
    {
        (string name, double unit) = seconds switch
        {
            _ when seconds != 0 && seconds % 3600 == 0 => ("FromHours", 3600d),
            _ when seconds != 0 && seconds % 60 == 0 => ("FromMinutes", 60),
            _ => ("FromSeconds", 1),
        };
        return $".{name}({(seconds / unit).ToString("R", CultureInfo.InvariantCulture)})";
    }
}
