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
        if (value.Contract.Url is { } rule && value.Known.Head is { } head)
        {
            UrlVerdict verdict = value.Known.Text is null ? rule.JudgeHead(head) : rule.Judge(head);
            if (verdict.Kind == UrlVerdictKind.NotAUrl)
            {
                value.Report(Descriptor, $"{verdict.Message} {value.Subject} needs one that the server can reach.", Mend(value, rule, head));
            }
        }
    }

    // One answer is right where the text is a fitting URL but for white space around it or a missing scheme.
    private static ValueEdit? Mend(in ConstrainedValue value, UrlRule rule, string text)
    {
        string trimmed = text.Trim();
        bool isWhole = value.Known.Text is not null;
        if (trimmed.Length == 0)
        {
            return null;
        }

        if (isWhole && rule.Judge(trimmed) is { IsViolation: false })
        {
            return UrlEdit.Create(value, text, trimmed, "Remove the white space around the URL");
        }

        // Of a beginning, the whole host has to be there.
        string complete = "https://" + (isWhole ? trimmed : text).TrimStart('/');
        bool fits = isWhole ? !rule.Judge(complete).IsViolation : complete.IndexOf('/', "https://".Length) > 0 && rule.JudgeHead(complete).IsAccepted;
        return fits && value.Contract.UrlHosts.Length > 0 ? UrlEdit.Create(value, text, complete, "Begin the URL with https://") : null;
    }
}
