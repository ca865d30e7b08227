using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Constraints;

/// <summary>LRO2001: empty, relative, no scheme, no host, malformed, white space inside.</summary>
internal sealed class UnusableUrl : ValueRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.UnusableUrl,
        "URL cannot be used",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The text is no absolute URL with a host, so that the server cannot fetch what it names.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.UnusableUrl));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        if (value.Contract.Url is { } rule && value.Known.Text is { } text && rule.Judge(text) is { Kind: UrlVerdictKind.NotAUrl } verdict)
        {
            value.Report(Descriptor, verdict.Message, Mend(value, rule, text));
        }
    }

    // One answer is right where the text is a fitting URL but for white space around it or a missing scheme.
    private static ValueEdit? Mend(in ConstrainedValue value, UrlRule rule, string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return null;
        }

        if (rule.Judge(trimmed) is { IsViolation: false })
        {
            return UrlEdit.Create(value, trimmed, "Remove the white space around the URL");
        }

        string complete = "https://" + trimmed.TrimStart('/');
        return value.Contract.UrlHosts.Length > 0 && rule.Judge(complete) is { IsViolation: false }
            ? UrlEdit.Create(value, complete, "Begin the URL with https://")
            : null;
    }
}
