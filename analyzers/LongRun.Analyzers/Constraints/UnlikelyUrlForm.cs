using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Constraints;

/// <summary>LRO2003: the right host, and no form that names one item. Advice: no list of forms is documented.</summary>
internal sealed class UnlikelyUrlForm : ValueRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.UnlikelyUrlForm,
        "URL does not name one item",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The host is right, but the URL looks like that of a list, a channel, a search or a home page, which the server may refuse.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.UnlikelyUrlForm));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        if (value.Contract.Url is { } rule && value.Known.Text is { } text && rule.Judge(text) is { IsAdvice: true } verdict)
        {
            value.Report(Descriptor, verdict.Message);
        }
    }
}
