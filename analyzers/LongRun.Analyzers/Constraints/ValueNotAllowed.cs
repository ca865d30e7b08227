using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LongRun.Analyzers.Constraints;

/// <summary>LRO2007: a text outside the closed list of its member or parameter.</summary>
internal sealed class ValueNotAllowed : ValueRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.ValueNotAllowed,
        "Value is not allowed",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The document lists every value that the server accepts; it refuses any other.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.ValueNotAllowed));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        if (value.Contract.AllowedTexts is { } rule
            && value.TargetType?.SpecialType == SpecialType.System_String
            && value.Known.Text is { } text
            && rule.Judge(text, value.Subject) is { } message)
        {
            value.Report(Descriptor, message, Mend(value, rule.Nearest(text)));
        }
    }

    private static ValueEdit? Mend(in ConstrainedValue value, string? meant) =>
        meant is not null && value.Known.Source is LiteralExpressionSyntax literal
            ? new ValueEdit(literal.Span, SymbolDisplay.FormatLiteral(meant, quote: true), $"Use '{meant}'")
            : null;
}
