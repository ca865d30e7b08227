// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System.Globalization;

namespace LongRun.Constraints;

/// <summary>Durations as ISO 8601 writes them: <c>PT1H30M</c>.</summary>
internal static class IsoDuration
{
    private const string Digits = "0123456789";

    /// <summary>Reads a duration, in seconds; <see langword="null"/> for anything else, and for years and months, which have no fixed length.</summary>
    internal static double? Parse(string text)
    {
        bool isNegative = text.Length > 0 && text[0] == '-';
        int at = isNegative ? 1 : 0;
        if (at >= text.Length || text[at++] != 'P')
        {
            return null;
        }

        // Each unit at most once and in this order; a time after T.
        string units = "WD";
        double seconds = 0;
        bool any = false;
        bool isTime = false;
        while (at < text.Length)
        {
            if (text[at] == 'T' && !isTime)
            {
                isTime = true;
                any = false;
                units = "HMS";
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && (Digits.IndexOf(text[at]) >= 0 || text[at] is '.' or ','))
            {
                at++;
            }

            int unit = at < text.Length ? units.IndexOf(text[at]) : -1;
            string number = text.Substring(start, at - start).Replace(',', '.');
            if (unit < 0 || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count))
            {
                return null;
            }

            seconds += count * Seconds(text[at], isTime);
            units = units.Substring(unit + 1);
            any = true;
            at++;
        }

        return any ? (isNegative ? -seconds : seconds) : null;
    }

    /// <summary>Writes a duration of zero or more whole seconds.</summary>
    internal static string Write(double seconds)
    {
        double hours = System.Math.Floor(seconds / 3600);
        double minutes = System.Math.Floor((seconds - (hours * 3600)) / 60);
        double rest = seconds - (hours * 3600) - (minutes * 60);
        string text = "PT" + Part(hours, "H") + Part(minutes, "M") + Part(rest, "S");
        return text == "PT" ? "PT0S" : text;
    }

    private static string Part(double count, string unit) => count == 0 ? "" : count.ToString("0.###", CultureInfo.InvariantCulture) + unit;

    private static double Seconds(char unit, bool isTime) => unit switch
    {
        'W' => 7 * 86400d,
        'D' => 86400,
        'H' => 3600,
        'M' when isTime => 60,
        _ => 1,
    };
}
