// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LongRun.Constraints;

/// <summary>An absolute URL with a host, taken apart.</summary>
/// <remarks>
/// Not <see cref="Uri"/>: it reads the same text differently on .NET Framework, where the analyzers may run, and on .NET,
/// and it mends what a server would refuse.
/// </remarks>
internal sealed class UrlParts
{
    // As much as System.Uri of .NET 8 takes; servers take far less.
    private const int Longest = 65519;

    // Some programs take them for dots, others for letters.
    private static readonly char[] DotsOfOtherScripts = { '\u3002', '\uff0e', '\uff61' };

    // Their URLs name no host, whatever stands behind the slashes.
    private static readonly string[] SchemesWithoutHost = { "mailto", "news", "uuid" };
    private const string NotAbsolute = "is not an absolute URL; it should begin with a scheme such as https://";

    private UrlParts(string scheme, string host, bool hasOtherPort, List<string> segments, List<KeyValuePair<string, string>> query)
    {
        Scheme = scheme;
        Host = host;
        HasOtherPort = hasOtherPort;
        Segments = segments;
        Query = query;
    }

    /// <summary>Lower case.</summary>
    internal string Scheme { get; }

    /// <summary>Lower case, ASCII form, without a trailing dot.</summary>
    internal string Host { get; }

    /// <summary>Whether a port is given that is not the scheme's own.</summary>
    internal bool HasOtherPort { get; }

    /// <summary>Segments of the path, decoded, without a trailing slash and with dot segments resolved.</summary>
    internal List<string> Segments { get; }

    /// <summary>Parameters, decoded, in order.</summary>
    internal List<KeyValuePair<string, string>> Query { get; }

    /// <summary>Takes a URL apart.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fault">What is wrong with it: an end of a sentence that begins with the text.</param>
    internal static UrlParts? Parse(string text, out string fault)
    {
        fault = "";
        if (text.Length == 0)
        {
            fault = "is empty";
            return null;
        }

        if (text.Length > Longest)
        {
            fault = $"is longer than any URL ({text.Length.ToString(CultureInfo.InvariantCulture)} characters)";
            return null;
        }

        if (StrayCharacter(text) is { } stray)
        {
            fault = stray;
            return null;
        }

        int colon = text.IndexOf("://", StringComparison.Ordinal);
        if (colon <= 0 || !IsScheme(text, colon))
        {
            fault = NotAbsolute;
            return null;
        }

        string scheme = text.Substring(0, colon).ToLowerInvariant();
        int start = colon + 3;
        int end = text.IndexOfAny(new[] { '/', '?', '#' }, start);
        string authority = end < 0 ? text.Substring(start) : text.Substring(start, end - start);
        string rest = end < 0 ? "" : text.Substring(end);

        if (!TryReadAuthority(authority, scheme, out string host, out bool hasOtherPort, out fault))
        {
            return null;
        }

        int fragment = rest.IndexOf('#');
        rest = fragment < 0 ? rest : rest.Substring(0, fragment);
        int question = rest.IndexOf('?');
        string path = question < 0 ? rest : rest.Substring(0, question);
        string query = question < 0 ? "" : rest.Substring(question + 1);
        return new UrlParts(scheme, host, hasOtherPort, ReadPath(path), ReadQuery(query));
    }

    /// <summary>What is wrong with a text that begins so, however it goes on; <see langword="null"/> where it may become a URL.</summary>
    internal static string? FaultOfHead(string head)
    {
        int end = 0;
        while (end < head.Length && IsScheme(head[end], isFirst: end == 0))
        {
            end++;
        }

        string rest = head.Substring(end);
        bool mayBeAbsolute = rest.Length == 0 || (end > 0 && (rest.StartsWith("://", StringComparison.Ordinal) || "://".StartsWith(rest, StringComparison.Ordinal)));
        return StrayCharacter(head) ?? (mayBeAbsolute ? null : NotAbsolute);
    }

    /// <summary>Brings a host into the form that hosts are compared in; <see langword="null"/> where it is none.</summary>
    internal static string? NormalizeHost(string host)
    {
        if (host.Length > 2 && host[0] == '[' && host[host.Length - 1] == ']')
        {
            return IpLiteral.NormalizeVersion6(host.Substring(1, host.Length - 2)) is { } address ? "[" + address + "]" : null;
        }

        // At its end a hyphen is met in the wild; in front of a label programs disagree on it, and on the underscore.
        if (host.Split('.').Any(static label => label.Length > 0 && label[0] is '-' or '_') || ToAscii(host) is not { } name)
        {
            return null;
        }

        // A dot at the end says that the name is complete; it names the same host.
        if (name.Length > 1 && name[name.Length - 1] == '.')
        {
            name = name.Substring(0, name.Length - 1);
        }

        if (IpLiteral.LooksLikeVersion4(name))
        {
            return IpLiteral.IsVersion4(name) ? name : null;
        }

        return name.Length <= 253 && name.Split('.').All(IsLabel) ? name : null;
    }

    internal static List<string> ReadPath(string path)
    {
        var segments = new List<string>();
        foreach (string raw in path.Length > 0 && path[0] == '/' ? path.Substring(1).Split('/') : path.Split('/'))
        {
            // Split first, decode then: an escaped slash does not divide.
            string segment = Decode(raw, plusIsSpace: false);
            if (segment == "..")
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        if (segments.Count > 0 && segments[segments.Count - 1].Length == 0)
        {
            segments.RemoveAt(segments.Count - 1);
        }

        return segments;
    }

    internal static List<KeyValuePair<string, string>> ReadQuery(string query)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (string raw in query.Split('&'))
        {
            if (raw.Length > 0)
            {
                int equals = raw.IndexOf('=');
                string name = equals < 0 ? raw : raw.Substring(0, equals);
                string value = equals < 0 ? "" : raw.Substring(equals + 1);
                parameters.Add(new KeyValuePair<string, string>(Decode(name, plusIsSpace: true), Decode(value, plusIsSpace: true)));
            }
        }

        return parameters;
    }

    private static bool IsScheme(string text, int length)
    {
        // A single letter is a drive to some.
        if (length == 1)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (!IsScheme(text[i], isFirst: i == 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsScheme(char c, bool isFirst) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (!isFirst && c is (>= '0' and <= '9') or '+' or '-' or '.');

    private static string? StrayCharacter(string text)
    {
        foreach (char c in text)
        {
            // Browsers read a backslash as a slash, others do not: a URL that two programs read differently is none.
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\' or '<' or '>' or '"')
            {
                return char.IsWhiteSpace(c) ? "has white space inside" : $"holds a character that no URL holds (U+{(int)c:X4})";
            }
        }

        return null;
    }

    private static bool TryReadAuthority(string authority, string scheme, out string host, out bool hasOtherPort, out string fault)
    {
        host = "";
        hasOtherPort = false;

        // What stands before the @ is a user, however much it looks like a host.
        int at = authority.IndexOf('@');
        string name = authority.Substring(at + 1);
        string? port = null;
        int colon = name.LastIndexOf(':');
        if (colon >= 0 && name.IndexOf(']', colon) < 0)
        {
            port = name.Substring(colon + 1);
            name = name.Substring(0, colon);
        }

        fault = AuthorityFault(name, port, scheme, hasUser: at >= 0);
        if (fault.Length > 0)
        {
            return false;
        }

        if (NormalizeHost(name) is not { } normal)
        {
            fault = $"has a host that is none ({Quoted.Text(name)})";
            return false;
        }

        host = normal;
        hasOtherPort = !string.IsNullOrEmpty(port) && !IsPortOf(scheme, port!);
        return true;
    }

    private static string AuthorityFault(string name, string? port, string scheme, bool hasUser)
    {
        if (name.IndexOf('@') >= 0)
        {
            return "has more than one @ before its path, and programs disagree which of them ends the user's name";
        }

        if (name.Length == 0 || Array.IndexOf(SchemesWithoutHost, scheme) >= 0)
        {
            return "has no host";
        }

        if (name.Length == 1 && port == "")
        {
            return $"has a host that looks like a drive ({Quoted.Text(name + ":")})";
        }

        if (scheme == "file" && (hasUser || port is not null))
        {
            return "names a file by a user or a port, which a file's URL does not have";
        }

        return !string.IsNullOrEmpty(port) && (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number > 65535)
            ? $"has a port that is no number from 0 to 65535 ({Quoted.Text(port!)})"
            : "";
    }

    private static bool IsPortOf(string scheme, string port) =>
        int.Parse(port, CultureInfo.InvariantCulture) is var number && ((scheme == "https" && number == 443) || (scheme == "http" && number == 80));

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');

    private static string? ToAscii(string host)
    {
        if (IsAscii(host))
        {
            return host.ToLowerInvariant();
        }

        if (host.IndexOfAny(DotsOfOtherScripts) >= 0 || host.Any(IsInvisible) || host.Split('.').Any(IsOverlong))
        {
            return null;
        }

        try
        {
            return new IdnMapping().GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // System.Uri counts a character beyond Latin-1 twice, and a label that is too long for it is no name: it is left as it
    // is, or makes the whole URL none.
    private static bool IsOverlong(string label) => !IsAscii(label) && label.Sum(static c => c > 255 ? 2 : 1) + "xn--".Length > 63;

    // Joiners are letters' business; everything else that is not seen is there to deceive.
    private static bool IsInvisible(char c) => c is not '\u200c' and not '\u200d' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > 127)
            {
                return false;
            }
        }

        return true;
    }

    private static string Decode(string text, bool plusIsSpace)
    {
        if (text.IndexOf('%') < 0 && (!plusIsSpace || text.IndexOf('+') < 0))
        {
            return text;
        }

        var bytes = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && HexValue(text[i + 1]) is >= 0 and var high && HexValue(text[i + 2]) is >= 0 and var low)
            {
                bytes.Add((byte)((high << 4) | low));
                i += 2;
            }
            else if (plusIsSpace && text[i] == '+')
            {
                bytes.Add((byte)' ');
            }
            else
            {
                int length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                i += length - 1;
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static int HexValue(char value) => value switch
    {
        >= '0' and <= '9' => value - '0',
        >= 'A' and <= 'F' => value - 'A' + 10,
        >= 'a' and <= 'f' => value - 'a' + 10,
        _ => -1,
    };
}
