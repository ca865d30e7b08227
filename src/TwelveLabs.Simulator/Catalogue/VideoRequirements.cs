using System.Globalization;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Catalogue;

/// <summary>What a video lacks for an index, with the platform's code and a sentence.</summary>
internal readonly record struct Shortcoming(string Code, string Message);

/// <summary>The limits of API v1.2 as its guide of late 2023 states them; with both engines the narrower limit holds.</summary>
internal static class VideoRequirements
{
    private const int MinHeight = 360;
    private const int MaxHeight = 2160;
    private const int MaxWidth = 5184;
    private const double MaxAspectRatio = 2.4;

    private static readonly (double Min, double Max) Marengo = (4, 7200);
    private static readonly (double Min, double Max) Pegasus = (30, 1800);

    /// <returns>The first shortcoming, or null when the video is fine.</returns>
    public static Shortcoming? Check(SimulatedVideo video, IndexRecord index)
    {
        string size = $"{video.Width}x{video.Height}";
        if (video.Height < MinHeight || video.Width < MinHeight)
        {
            return new("video_resolution_too_low", $"The resolution of the video is too low: it must be between 360x360 and 5184x2160. Current resolution is {size}.");
        }

        if (video.Height > MaxHeight || video.Width > MaxWidth)
        {
            return new("video_resolution_too_high", $"The resolution of the video is too high: it must be between 360x360 and 5184x2160. Current resolution is {size}.");
        }

        double ratio = (double)video.Width / video.Height;
        if (ratio is < 1 or > MaxAspectRatio)
        {
            return new("video_resolution_invalid_aspect_ratio", $"The aspect ratio of the video must be between 1:1 and 2.4:1. Current resolution is {size}.");
        }

        double min = index.HasPegasus ? Pegasus.Min : Marengo.Min;
        double max = index.HasPegasus ? Pegasus.Max : Marengo.Max;
        string current = video.DurationSeconds.ToString(CultureInfo.InvariantCulture);
        if (video.DurationSeconds < min)
        {
            return new("video_duration_too_short", $"The video is too short: the engines of this index need {min} to {max} seconds. Current duration is {current} seconds.");
        }

        if (video.DurationSeconds > max)
        {
            return new("video_duration_too_long", $"The video is too long: the engines of this index need {min} to {max} seconds. Current duration is {current} seconds.");
        }

        return index.HasOption("conversation") && !video.HasAudio
            ? new("video_audio_missing", "No sound: the index has the option `conversation`, which needs an audio track.")
            : null;
    }
}
