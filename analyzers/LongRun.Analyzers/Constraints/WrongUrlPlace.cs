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
        if (value.Contract.Url is not { } rule || value.Known.Head is not { } head)
        {
            return;
        }

        UrlVerdict verdict = value.Known.Text is null ? rule.JudgeHead(head, value.Subject) : rule.Judge(head, value.Subject);
        if (verdict.Kind is UrlVerdictKind.WrongScheme or UrlVerdictKind.WrongHost)
        {
            value.Report(Descriptor, verdict.Message + " The server refuses any other.", Mend(value, rule, head, verdict));
        }
    }

    private static bool Fits(in ConstrainedValue value, UrlRule rule, string text) =>
        !(value.Known.Text is null ? rule.JudgeHead(text) : rule.Judge(text)).IsViolation;

    private static ValueEdit? Mend(in ConstrainedValue value, UrlRule rule, string text, UrlVerdict verdict)
    {
        if (verdict.Kind == UrlVerdictKind.WrongScheme)
        {
            // Whoever wrote ftp meant another place.
            int colon = text.IndexOf("://", StringComparison.Ordinal);
            string? scheme = text.Substring(0, colon).ToLowerInvariant() switch { "http" => "https", "https" => "http", _ => null };
            string mended = scheme + text.Substring(colon);
            return scheme is not null && Fits(value, rule, mended) ? UrlEdit.Create(value, text, mended, $"Use {scheme}") : null;
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
        return Fits(value, rule, url) ? UrlEdit.Create(value, text, url, $"Use {meant}") : null;
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
