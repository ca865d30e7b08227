// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Collections.Generic;

namespace LongRun.Constraints;

/// <summary>One form that names an item: <c>host/path?query</c> with a hole <c>{id}</c>.</summary>
internal sealed class UrlForm
{
    private const string Hole = "{id}";

    private readonly string _host;
    private readonly List<string> _segments;
    private readonly List<KeyValuePair<string, string>> _query;

    internal UrlForm(string text)
    {
        int question = text.IndexOf('?');
        string place = question < 0 ? text : text.Substring(0, question);
        int slash = place.IndexOf('/');
        string host = slash < 0 ? place : place.Substring(0, slash);
        _host = host == "*" ? host : UrlRule.NormalizePattern(host);
        _segments = UrlParts.ReadPath(slash < 0 ? "" : place.Substring(slash));
        _query = UrlParts.ReadQuery(question < 0 ? "" : text.Substring(question + 1));
    }

    /// <summary>Compares; the order of the query and parameters that the form does not name do not count.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="id">What stands in the hole; empty where the form has none.</param>
    internal bool Matches(UrlParts url, out string id)
    {
        id = "";
        if ((_host != "*" && !UrlRule.HostMatches(_host, url.Host)) || _segments.Count != url.Segments.Count)
        {
            return false;
        }

        for (int i = 0; i < _segments.Count; i++)
        {
            if (!Fits(_segments[i], url.Segments[i], ref id))
            {
                return false;
            }
        }

        foreach (KeyValuePair<string, string> wanted in _query)
        {
            int found = url.Query.FindIndex(p => string.Equals(p.Key, wanted.Key, StringComparison.Ordinal));
            if (found < 0 || !Fits(wanted.Value, url.Query[found].Value, ref id))
            {
                return false;
            }
        }

        return true;
    }

    // The hole may have text around it: /@{id}, /v-{id}.html
    private static bool Fits(string pattern, string text, ref string id)
    {
        int hole = pattern.IndexOf(Hole, StringComparison.Ordinal);
        if (hole < 0)
        {
            return string.Equals(pattern, text, StringComparison.Ordinal);
        }

        string before = pattern.Substring(0, hole);
        string after = pattern.Substring(hole + Hole.Length);
        if (text.Length <= before.Length + after.Length || !text.StartsWith(before, StringComparison.Ordinal) || !text.EndsWith(after, StringComparison.Ordinal))
        {
            return false;
        }

        id = text.Substring(before.Length, text.Length - before.Length - after.Length);
        return true;
    }
}
