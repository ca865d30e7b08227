using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Constraints;

/// <summary>LRO2002: a URL outside what the document accepts. An interpolated one is judged once its head holds the whole host.</summary>
internal sealed class WrongUrlPlace : ValueRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.WrongUrlPlace,
        "URL has the wrong scheme or host",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The document says which schemes and hosts the server accepts; it refuses any other.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.WrongUrlPlace));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        if (value.Contract.Url is not { } rule || (value.Known.Text ?? Origin(value.Known.Head)) is not { } text)
        {
            return;
        }

        UrlVerdict verdict = rule.Judge(text);
        if (verdict.Kind is UrlVerdictKind.WrongScheme or UrlVerdictKind.WrongHost)
        {
            value.Report(Descriptor, verdict.Message, value.Known.Text is null ? null : Mend(value, rule, text, verdict));
        }
    }

    /// <summary>Scheme and host with the slash after them, where the head holds all of that.</summary>
    private static string? Origin(string? head)
    {
        int colon = head?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        int slash = colon < 0 ? -1 : head!.IndexOf('/', colon + 3);
        return slash < 0 ? null : head!.Substring(0, slash + 1);
    }

    private static ValueEdit? Mend(in ConstrainedValue value, UrlRule rule, string text, UrlVerdict verdict)
    {
        if (verdict.Kind == UrlVerdictKind.WrongScheme)
        {
            string scheme = value.Contract.UrlSchemes.Contains("https") ? "https" : value.Contract.UrlSchemes[0];
            string mended = scheme + text.Substring(text.IndexOf("://", StringComparison.Ordinal));
            return rule.Judge(mended).IsViolation ? null : UrlEdit.Create(value, mended, $"Use {scheme}");
        }

        if (verdict.Host is not { } host || NearestHost(host, value.Contract.UrlHosts) is not { } meant)
        {
            return null;
        }

        int at = text.IndexOf(host, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        string url = text.Substring(0, at) + meant + text.Substring(at + host.Length);
        return rule.Judge(url).IsViolation ? null : UrlEdit.Create(value, url, $"Use {meant}");
    }

    // For *.example.com the part below the pattern stays: www.exmaple.com is meant to be www.example.com.
    private static string? NearestHost(string host, IEnumerable<string> patterns)
    {
        string[] labels = host.Split('.');
        return ListedTexts.Nearest(host, patterns.Select(pattern =>
        {
            if (!pattern.StartsWith("*.", StringComparison.Ordinal))
            {
                return pattern;
            }

            string parent = pattern.Substring(2);
            int below = labels.Length - parent.Split('.').Length;
            return below <= 0 ? parent : string.Join(".", labels.Take(below)) + "." + parent;
        }));
    }
}
