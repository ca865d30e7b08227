using System.Globalization;

namespace LongRun;

/// <summary>Durations as messages say them.</summary>
internal static class Durations
{
    /// <summary>Writes a duration in the one or two units a reader needs: <c>42 s</c>, <c>4 min 5 s</c>, <c>3 h 20 min</c>.</summary>
    internal static string Describe(TimeSpan duration)
    {
        duration = duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
        return duration switch
        {
            { TotalSeconds: < 60 } => Invariant($"{duration.TotalSeconds:0.#} s"),
            { TotalMinutes: < 60 } => Join(duration.Minutes, "min", duration.Seconds, "s"),
            { TotalHours: < 24 } => Join(duration.Hours, "h", duration.Minutes, "min"),
            _ => Join(duration.Days, "d", duration.Hours, "h"),
        };
    }

    private static string Join(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Invariant($"{large} {largeUnit}") : Invariant($"{large} {largeUnit} {small} {smallUnit}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
