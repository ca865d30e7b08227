using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>The regular expressions of JSONPath (I-Regexp, RFC 9485), run by .NET's.</summary>
internal static class InteroperablePattern
{
    private static readonly ConcurrentDictionary<(string Pattern, bool IsWhole), Regex?> Compiled = new();

    /// <summary>Whether a pattern matches a text. One that is no pattern matches nothing, as the RFC says.</summary>
    public static bool Matches(string text, string pattern, bool isWhole) =>
        Compiled.GetOrAdd((pattern, isWhole), static key => Compile(key.Pattern, key.IsWhole))?.IsMatch(text) == true;

    private static Regex? Compile(string pattern, bool isWhole)
    {
        string translated = Translate(pattern);
        try
        {
            // Without backtracking, which takes time by the text's length only, and knows all that I-Regexp has.
            return new Regex(isWhole ? $@"\A(?:{translated})\z" : translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // A dot is any character but the two line breaks, and a character may be two units of UTF-16.
    private static string Translate(string pattern)
    {
        var translated = new StringBuilder(pattern.Length);
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                translated.Append(c).Append(pattern[++i]);
                continue;
            }

            inClass = c switch { '[' => true, ']' => false, _ => inClass };
            translated.Append(c == '.' && !inClass ? @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\r])" : c.ToString());
        }

        return translated.ToString();
    }
}
