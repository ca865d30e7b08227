using System.Globalization;

namespace LongRun.Analyzers.Tests.Differential;

/// <summary>Durations: ISO 8601 texts, good and bad, and the ways to write a <see cref="TimeSpan"/>.</summary>
internal static class GeneratedDurations
{
    private static readonly (string Name, Func<double, TimeSpan> Make, double Seconds)[] Factories =
    [
        ("FromDays", TimeSpan.FromDays, 86400), ("FromHours", TimeSpan.FromHours, 3600), ("FromMinutes", TimeSpan.FromMinutes, 60),
        ("FromSeconds", TimeSpan.FromSeconds, 1), ("FromMilliseconds", TimeSpan.FromMilliseconds, 1e-3), ("FromMicroseconds", TimeSpan.FromMicroseconds, 1e-6),
    ];

    internal static string Text(Random random)
    {
        if (random.Chance(0.3))
        {
            return random.OneOf("PT4S", "PT2H", "PT3.999S", "PT3,999S", "PT2H0.001S", "PT120M", "PT7200S", "PT7201S", "P1D", "P0D", "P1W", "P1Y", "P1M", "P1DT1S", "PT", "P", "", " ", "4", "00:00:04", "pt4s", "PT4S ", " PT4S", "-PT4S", "+PT4S", "PT-4S", "PT4", "4S", "PT4S4S", "PT1S1M", "PT1H1M4S", "P1T4S", "PTT4S", "PT4.S", "PT.5S", "PT4.0.0S", "PT4.,0S", "PT1e1S", "PT99999999999999999999S", "P1W1D", "PT4\u00a0S", "PT４S", "PT4S\0", "∞");
        }

        string date = random.Chance(0.2) ? random.Next(3) + random.OneOf("W", "D", "Y", "M") : "";
        string time = string.Concat("HMS".Where(_ => random.Chance(0.6)).Select(unit => random.OneOf(random.Next(5), random.Next(100), random.Next(8000)) + (random.Chance(0.2) ? random.OneOf(".5", ",25", ".0001", ".") : "") + unit));
        return random.OneOf("", "", "", "", "-") + "P" + date + (time.Length > 0 || random.Chance(0.1) ? "T" : "") + time;
    }

    internal static Written<TimeSpan> Span(Random random)
    {
        switch (random.Next(7))
        {
            case 0:
                return random.OneOf(
                    new Written<TimeSpan>(TimeSpan.Zero, "TimeSpan.Zero"),
                    new Written<TimeSpan>(TimeSpan.MaxValue, "TimeSpan.MaxValue"),
                    new Written<TimeSpan>(TimeSpan.MinValue, "TimeSpan.MinValue"),
                    new Written<TimeSpan>(Timeout.InfiniteTimeSpan, "Timeout.InfiniteTimeSpan"),
                    new Written<TimeSpan>(Timeout.InfiniteTimeSpan, "TimeSpan.FromMilliseconds(-1d)"),
                    new Written<TimeSpan>(default, "default(TimeSpan)"),
                    new Written<TimeSpan>(default, "new TimeSpan()"));
            case 1:
                long ticks = random.OneOf(40_000_000, 72_000_000_000) + random.Next(-2, 3);
                return new Written<TimeSpan>(new TimeSpan(ticks), $"new TimeSpan({Literal.Of(ticks)})");
            case 2:
                (int hours, int minutes, int seconds) = (random.Next(-1, 4), random.OneOf(0, 59, 60, 119, 120), random.OneOf(0, 1, 3, 4, 5, 59, 7200));
                return new Written<TimeSpan>(new TimeSpan(hours, minutes, seconds), $"new TimeSpan({hours}, {minutes}, {seconds})");
            case 3:
                (int days, int milliseconds) = (random.OneOf(0, 0, 1), random.OneOf(0, 1, 3999, 4000, 4001, -1));
                return new Written<TimeSpan>(new TimeSpan(days, 0, 0, 0, milliseconds), $"new TimeSpan({days}, 0, 0, 0, {milliseconds})");
            case 4:
                Written<TimeSpan> left = Factory(random);
                Written<TimeSpan> right = Factory(random);
                return random.Chance(0.5)
                    ? new Written<TimeSpan>(left.Value + right.Value, $"{left.Expression} + {right.Expression}")
                    : new Written<TimeSpan>(left.Value - right.Value, $"{left.Expression} - {right.Expression}");
            case 5:
                Written<TimeSpan> span = Factory(random);
                double factor = random.OneOf(0, 0.5, 1, 1.0000001, 2, 3, 1 / 3d, -1);
                return random.Chance(0.5)
                    ? new Written<TimeSpan>(span.Value * factor, $"{span.Expression} * ({Literal.Of(factor)})")
                    : new Written<TimeSpan>(factor * span.Value, $"({Literal.Of(factor)}) * {span.Expression}");
            default:
                return Factory(random);
        }
    }

    private static Written<TimeSpan> Factory(Random random)
    {
        (string name, Func<double, TimeSpan> make, double unit) = random.OneOf(Factories);
        double seconds = random.Next(6) switch
        {
            0 => random.OneOf(4d, 7200, 0, -1, 3, 3600, 86400),
            1 => random.OneOf(4, 7200) + (random.Next(-30, 31) * 1e-8),
            2 => random.Next(0, 8000),
            3 => random.Next(0, 80_000) / 10d,
            4 => random.OneOf(4, 7200) + (random.Next(-3, 4) * 1e-6),
            _ => random.NextDouble() * 10,
        };
        double count = random.Chance(0.5) ? Math.Round(seconds / unit, 6) : seconds / unit;
        return new Written<TimeSpan>(make(count), string.Create(CultureInfo.InvariantCulture, $"TimeSpan.{name}({Literal.Of(count)})"));
    }
}
