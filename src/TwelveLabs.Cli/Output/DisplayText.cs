using System.Globalization;
using LongRun;

namespace TwelveLabs.Cli.Output;

/// <summary>Numbers as people read them.</summary>
internal static class DisplayText
{
    /// <summary>A duration: <c>18:02</c>, <c>1:02:03</c>, <c>12 s</c>.</summary>
    /// <param name="duration">The duration.</param>
    /// <returns>The text.</returns>
    public static string Of(TimeSpan duration)
    {
        // Rounded up: "0 s left" of something that still runs would be untrue.
        TimeSpan whole = TimeSpan.FromSeconds(Math.Ceiling(duration.TotalSeconds));
        return whole switch
        {
            { TotalHours: >= 1 } => whole.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture),
            { TotalMinutes: >= 1 } => whole.ToString(@"m\:ss", CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{whole.TotalSeconds:0} s"),
        };
    }

    /// <summary>A report in a line: <c>indexing   42 %   about 5 s left</c>.</summary>
    /// <param name="progress">The report.</param>
    /// <returns>The text.</returns>
    public static string Of(OperationProgress progress)
    {
        string share = progress.Fraction is { } fraction ? string.Create(CultureInfo.InvariantCulture, $"{fraction * 100,4:0} %") : "      ";
        string left = Left(progress) is { } text ? "   " + text : "";
        return $"{progress.Status ?? "?",-10} {share}{left}";
    }

    /// <summary>The time left: <c>about 5 s left</c>.</summary>
    /// <param name="progress">The report.</param>
    /// <returns>The text; <see langword="null"/> where nothing is left or nobody knows.</returns>
    public static string? Left(OperationProgress progress) =>
        progress.State == OperationState.Running && progress.Remaining is { } remaining ? $"about {Of(remaining)} left" : null;

    /// <summary>A number; <see langword="null"/> where there is none.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The text.</returns>
    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time, in UTC: <c>2026-11-25 05:40</c>.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The text; <see langword="null"/> where there is none.</returns>
    public static string? Of(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A duration in seconds, as <see cref="Of(TimeSpan)"/>.</summary>
    /// <param name="seconds">The seconds.</param>
    /// <returns>The text; <see langword="null"/> where there is none that could be meant.</returns>
    public static string? OfSeconds(double? seconds) => seconds is >= 0 and < 1e9 ? Of(TimeSpan.FromSeconds(seconds.Value)) : null;

    /// <summary>A resolution: <c>1280x720</c>.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>The text.</returns>
    public static string Resolution(int? width, int? height) => width is null || height is null
        ? "unknown"
        : string.Create(CultureInfo.InvariantCulture, $"{width}x{height}");

    /// <summary>The result, a name and a value each.</summary>
    /// <param name="video">The result.</param>
    /// <returns>The rows.</returns>
    public static IEnumerable<(string Name, string Value)> Rows(VideoSummary video) =>
    [
        ("Task", video.TaskId),
        ("Status", video.Status),
        ("Video", video.VideoId),
        ("Title", video.Title ?? "unknown"),
        ("Duration", video.DurationSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{Of(TimeSpan.FromSeconds(seconds))} ({seconds:0.###} s)") : "unknown"),
        ("Resolution", Resolution(video.Width, video.Height)),
    ];
}
