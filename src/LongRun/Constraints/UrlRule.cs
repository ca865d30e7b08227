// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Collections.Generic;
using System.Linq;

namespace LongRun.Constraints;

/// <summary>Judges URLs by what the document says of them (<c>x-url</c>). Immutable and safe for any number of threads.</summary>
/// <remarks>
/// Schemes and hosts are compared without regard to case, hosts in their ASCII form (<c>bücher.example</c> is
/// <c>xn--bcher-kva.example</c>); paths and ids with regard to case. A user before <c>@</c> is no part of the host. The
/// scheme's own port may be written out; another port is another server, and of no listed form.
/// </remarks>
public sealed class UrlRule
{
    private readonly string _provider;
    private readonly string[] _schemes;
    private readonly string[] _hosts;
    private readonly UrlForm[] _forms;
    private readonly string _example;
    private readonly TextPattern _idPattern;

    /// <summary>Takes the values of the attribute <c>UrlConstraint</c>.</summary>
    /// <param name="provider">Name of the site or provider, as messages say it; <see langword="null"/>: none.</param>
    /// <param name="schemes">Accepted schemes; <see langword="null"/> or empty: any.</param>
    /// <param name="hosts">Accepted hosts; <c>*.example.com</c> accepts every host below <c>example.com</c> and not itself. <see langword="null"/> or empty: any.</param>
    /// <param name="forms">Forms that name one item, <c>host/path?query</c> with a hole <c>{id}</c>; the host <c>*</c> is any accepted one. <see langword="null"/> or empty: any.</param>
    /// <param name="idPattern">Regular expression that the text in the hole matches; <see langword="null"/>: any text. One that does not parse is left out: it is the document's mistake.</param>
    public UrlRule(
        string? provider = null,
        IEnumerable<string>? schemes = null,
        IEnumerable<string>? hosts = null,
        IEnumerable<string>? forms = null,
        string? idPattern = null)
    {
        _provider = string.IsNullOrEmpty(provider) ? "" : provider + " ";
        _schemes = (schemes ?? []).Select(static s => s.ToLowerInvariant()).ToArray();
        _hosts = (hosts ?? []).Select(NormalizePattern).ToArray();
        _forms = (forms ?? []).Select(static f => new UrlForm(f)).ToArray();
        _example = Example((forms ?? []).FirstOrDefault());
        _idPattern = new TextPattern(idPattern);
    }

    /// <summary>Judges a URL.</summary>
    /// <param name="url">The text; <see langword="null"/> counts as empty.</param>
    /// <param name="subject">What takes it, as the message says it; <see langword="null"/>, the default: not said.</param>
    /// <returns>The verdict. The first fault decides: no URL, scheme, host, form, id.</returns>
    public UrlVerdict Judge(string? url, string? subject = null)
    {
        url ??= "";
        if (UrlParts.Parse(url, out string fault) is not { } parts)
        {
            return new UrlVerdict(UrlVerdictKind.NotAUrl, $"{(url.Length == 0 ? "The URL" : Quoted.Text(url))} {fault}.");
        }

        return JudgePlace(parts, subject) ?? JudgeForm(url, parts);
    }

    /// <summary>Judges how a URL begins: only what nothing after it can mend, and the host once the slash after it is there.</summary>
    /// <param name="head">The beginning.</param>
    /// <param name="subject">What takes it, as the message says it; <see langword="null"/>, the default: not said.</param>
    /// <returns>The verdict. Accepted means that a URL which begins so may fit.</returns>
    public UrlVerdict JudgeHead(string head, string? subject = null)
    {
        if (UrlParts.FaultOfHead(head) is { } fault)
        {
            return new UrlVerdict(UrlVerdictKind.NotAUrl, $"A URL that begins with {Quoted.Text(head)} {fault}.");
        }

        int start = head.IndexOf("://", StringComparison.Ordinal) + 3;
        int slash = start < 3 ? -1 : head.IndexOf('/', start);
        if (slash >= 0)
        {
            if (UrlParts.Parse(head.Substring(0, slash + 1), out string wrong) is not { } parts)
            {
                return new UrlVerdict(UrlVerdictKind.NotAUrl, $"A URL that begins with {Quoted.Text(head)} {wrong}.");
            }

            if (JudgePlace(parts, subject) is { } verdict)
            {
                return verdict;
            }
        }

        return new UrlVerdict(UrlVerdictKind.Accepted, "");
    }

    /// <summary>Brings a host or a pattern of hosts into the form that hosts are compared in.</summary>
    internal static string NormalizePattern(string host)
    {
        bool isWildcard = host.StartsWith("*.", StringComparison.Ordinal);
        string name = isWildcard ? host.Substring(2) : host;
        string normal = UrlParts.NormalizeHost(name) ?? name.ToLowerInvariant();
        return isWildcard ? "*." + normal : normal;
    }

    /// <summary>Compares a host with a pattern, both normalized.</summary>
    internal static bool HostMatches(string pattern, string host) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.Length > pattern.Length - 1 && host.EndsWith(pattern.Substring(1), StringComparison.Ordinal)
            : string.Equals(pattern, host, StringComparison.Ordinal);

    private UrlVerdict? JudgePlace(UrlParts parts, string? subject)
    {
        if (_schemes.Length > 0 && Array.IndexOf(_schemes, parts.Scheme) < 0)
        {
            return new UrlVerdict(UrlVerdictKind.WrongScheme, $"'{parts.Scheme}' is not accepted in a {_provider}URL; {Accepted(_schemes, subject)}.", parts.Host);
        }

        return _hosts.Length > 0 && !_hosts.Any(h => HostMatches(h, parts.Host))
            ? new UrlVerdict(UrlVerdictKind.WrongHost, $"'{parts.Host}' is not a {_provider}host; {Accepted(_hosts, subject)}.", parts.Host)
            : null;
    }

    // Who is told of a member reads a sentence, in which the hosts below a host go without saying.
    private static string Accepted(string[] all, string? subject) => subject is null
        ? "accepted: " + string.Join(", ", all)
        : $"{subject} accepts {ListedTexts.Write(all.Where(text => !text.StartsWith("*.", StringComparison.Ordinal) || Array.IndexOf(all, text.Substring(2)) < 0))}";

    private string Example(string? form)
    {
        string? host = _hosts.FirstOrDefault(static h => h[0] != '*');
        return form is null || (form[0] == '*' && host is null) ? "" : $" One looks like {(form[0] == '*' ? host + form.Substring(1) : form)}.";
    }

    private UrlVerdict JudgeForm(string url, UrlParts parts)
    {
        if (_forms.Length == 0)
        {
            return new UrlVerdict(UrlVerdictKind.Accepted, "", parts.Host);
        }

        string? unlikely = null;
        if (!parts.HasOtherPort)
        {
            foreach (UrlForm form in _forms)
            {
                if (!form.Matches(parts, out string id))
                {
                    continue;
                }

                if (id.Length == 0 || IsId(id))
                {
                    return new UrlVerdict(UrlVerdictKind.Accepted, "", parts.Host, id.Length == 0 ? null : id);
                }

                unlikely ??= id;
            }
        }

        return unlikely is null
            ? new UrlVerdict(UrlVerdictKind.UnknownForm, $"{Quoted.Text(url)} does not look like the address of one {_provider}item; it may be refused.{_example}", parts.Host)
            : new UrlVerdict(UrlVerdictKind.UnlikelyId, $"{Quoted.Text(unlikely)} in {Quoted.Text(url)} does not look like {(_provider.Length == 0 ? "an " : "a " + _provider)}id; it may be refused.", parts.Host);
    }

    // An end-of-text anchor lets a line break pass.
    private bool IsId(string id) => !id.Any(char.IsControl) && _idPattern.Matches(id);
}
