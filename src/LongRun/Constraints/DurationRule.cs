// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Threading;

namespace LongRun.Constraints;

/// <summary>Judges durations by what the document says of them (<c>x-duration</c>). Immutable and safe for any number of threads.</summary>
public sealed class DurationRule
{
    /// <summary>Takes the values of the attribute <c>DurationConstraint</c>.</summary>
    /// <param name="minSeconds">Shortest accepted duration, in seconds, inclusive. Negative infinity unless given: no lower bound.</param>
    /// <param name="maxSeconds">Longest accepted duration, in seconds, inclusive. Positive infinity unless given: no upper bound.</param>
    public DurationRule(double minSeconds = double.NegativeInfinity, double maxSeconds = double.PositiveInfinity)
    {
        MinSeconds = minSeconds;
        MaxSeconds = maxSeconds;
    }

    /// <summary>Shortest accepted duration, in seconds, inclusive.</summary>
    public double MinSeconds { get; }

    /// <summary>Longest accepted duration, in seconds, inclusive.</summary>
    public double MaxSeconds { get; }

    /// <summary>Judges a duration.</summary>
    /// <param name="seconds">The duration, in seconds.</param>
    /// <param name="subject">What takes it, as the message says it: the name of a member or parameter.</param>
    /// <returns>A sentence for a person; <see langword="null"/> where the duration fits.</returns>
    public string? Judge(double seconds, string subject)
    {
        if (double.IsNaN(seconds))
        {
            return $"NaN is no duration; {subject} accepts {Range()}.";
        }

        if (seconds < MinSeconds)
        {
            return $"{Quantity.Seconds(seconds)} is shorter than {subject} accepts ({Range()}).";
        }

        return seconds > MaxSeconds ? $"{Quantity.Seconds(seconds)} is longer than {subject} accepts ({Range()})." : null;
    }

    /// <summary>Judges a duration. <see cref="Timeout.InfiniteTimeSpan"/> says "for ever" and not "minus one millisecond": it fits.</summary>
    /// <param name="duration">The duration.</param>
    /// <param name="subject">What takes it, as the message says it.</param>
    /// <returns>A sentence for a person; <see langword="null"/> where the duration fits.</returns>
    public string? Judge(TimeSpan duration, string subject) => SecondsOf(duration) is { } seconds ? Judge(seconds, subject) : null;

    /// <summary>Judges a duration that is written as ISO 8601 has it (<c>PT1H30M</c>). A text that is none is not judged: its form is not what this rule is about.</summary>
    /// <param name="duration">The text.</param>
    /// <param name="subject">What takes it, as the message says it.</param>
    /// <returns>A sentence for a person; <see langword="null"/> where the duration fits.</returns>
    public string? Judge(string duration, string subject) => SecondsOf(duration) is { } seconds ? Judge(seconds, subject) : null;

    internal static double? SecondsOf(TimeSpan duration) => duration == Timeout.InfiniteTimeSpan ? null : duration.TotalSeconds;

    internal static double? SecondsOf(string duration) => IsoDuration.Parse(duration);

    private string Range() => Bounds.Write(MinSeconds, MaxSeconds, Quantity.Seconds);
}
