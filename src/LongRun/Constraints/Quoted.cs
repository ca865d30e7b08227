// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System.Globalization;
using System.Text;

namespace LongRun.Constraints;

/// <summary>Texts of callers, as messages say them: between quotes, on one line, and not longer than a reader bears.</summary>
internal static class Quoted
{
    // An address or a name fits; a whole prompt in a log helps nobody.
    private const int Longest = 200;

    internal static string Text(string text)
    {
        var quoted = new StringBuilder("'", System.Math.Min(text.Length, Longest) + 4);
        for (int i = 0; i < text.Length && i < Longest; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                quoted.Append(c).Append(text[++i]);
            }
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
            {
                quoted.Append(c switch
                {
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                });
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append(text.Length > Longest ? "…'" : "'").ToString();
    }
}
