using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Constraints;

/// <summary>LRO2006: a text that is too short, too long, or does not match the pattern.</summary>
internal sealed class TextOutOfBounds : ValueRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.TextOutOfBounds,
        "Text is out of bounds",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The document says how long a text may be and what it looks like; the server refuses any other.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.TextOutOfBounds));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        if (value.Contract.Text is not { } rule || !IsText(value.TargetType) || value.Known.Head is not { } head)
        {
            return;
        }

        string? message = value.Known.Text is { } text ? rule.Judge(text, value.Subject) : rule.JudgeHead(head, value.Subject);
        if (message is not null)
        {
            value.Report(Descriptor, message + " The server refuses it.");
        }
    }

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } || (type is { Name: "Uri" } && ValueEvaluator.IsSystem(type));
}
