using System;
using System.Collections.Generic;
using System.Globalization;

namespace LongRun.Constraints;

/// <summary>Values with their units, as messages say them.</summary>
internal static class Quantity
{
    // A tick of TimeSpan: rounding to less would show a duration just outside its range as the bound itself.
    private const int Decimals = 7;

    /// <summary>Writes a duration in hours, minutes and seconds, without the parts that are zero: <c>2 h</c>, <c>1 min 30.5 s</c>.</summary>
    internal static string Seconds(double seconds)
    {
        // Beyond this a double has no whole seconds left to show (and a fraction of it would not fit a message).
        if (double.IsNaN(seconds) || seconds < 0 || seconds > 1e9)
        {
            return Number(seconds) + " s";
        }

        var parts = new List<string>(3);
        double rest = Math.Round(Math.Abs(seconds), Decimals);
        Take(parts, ref rest, 3600, "h");
        Take(parts, ref rest, 60, "min");
        if (rest > 0 || parts.Count == 0)
        {
            parts.Add(Number(Math.Round(rest, Decimals)) + " s");
        }

        return string.Join(" ", parts);
    }

    internal static string Pixels(double pixels) => Number(pixels) + " px";

    /// <summary>Writes a size in the largest unit that leaves it a short number: <c>2 GiB</c>, <c>2.5 MiB</c>, <c>2147483649 bytes</c>.</summary>
    internal static string Bytes(double bytes)
    {
        string[] units = { "GiB", "MiB", "KiB" };
        double unit = 1024d * 1024 * 1024;
        foreach (string name in units)
        {
            double count = bytes / unit;
            if (count >= 1 && count == Math.Round(count, 2))
            {
                return Number(count) + " " + name;
            }

            unit /= 1024;
        }

        return Number(bytes) + " bytes";
    }

    private static string Number(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);

    private static void Take(List<string> parts, ref double rest, double unit, string name)
    {
        double count = Math.Floor(rest / unit);
        if (count > 0)
        {
            parts.Add(Number(count) + " " + name);
            rest -= count * unit;
        }
    }
}
