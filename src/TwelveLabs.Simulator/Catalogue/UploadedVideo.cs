using System.Globalization;
using System.Text.RegularExpressions;

namespace TwelveLabs.Simulator.Catalogue;

/// <summary>
/// What a file turns out to be. Nobody looks into it: its name and size decide, and words in the name choose
/// (<c>clip.640x360.25s.silent.mp4</c>), so that a test gets the video it needs.
/// </summary>
internal static partial class UploadedVideo
{
    private static readonly (int Width, int Height)[] Resolutions = [(640, 360), (854, 480), (1280, 720), (1920, 1080)];

    public static SimulatedVideo Of(string fileName, long size)
    {
        string key = $"{fileName}/{size}";
        (int width, int height) = Resolutions[StableHash.Of(key + "/resolution") % (ulong)Resolutions.Length];
        if (ResolutionWord().Match(fileName) is { Success: true } resolution)
        {
            (width, height) = (Whole(resolution.Groups[1]), Whole(resolution.Groups[2]));
        }

        double duration = DurationWord().Match(fileName) is { Success: true } seconds
            ? Whole(seconds.Groups[1])
            : Math.Round(StableHash.Between(key + "/duration", 40, 1500), 6);

        return new SimulatedVideo
        {
            Title = fileName,
            DurationSeconds = duration,
            Width = width,
            Height = height,
            FramesPerSecond = 29.97,
            SizeBytes = size,
            HasAudio = !SilentWord().IsMatch(fileName),
        };
    }

    /// <summary>An empty file, or one with <c>broken</c> in its name, cannot be read.</summary>
    public static bool IsBroken(string fileName, long size) => size == 0 || BrokenWord().IsMatch(fileName);

    private static int Whole(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<![A-Za-z0-9])([0-9]{2,5})x([0-9]{2,5})(?![A-Za-z0-9])")]
    private static partial Regex ResolutionWord();

    [GeneratedRegex("(?<![A-Za-z0-9])([0-9]{1,6})s(?![A-Za-z0-9])")]
    private static partial Regex DurationWord();

    [GeneratedRegex("(?<![A-Za-z0-9])silent(?![A-Za-z0-9])")]
    private static partial Regex SilentWord();

    [GeneratedRegex("(?<![A-Za-z0-9])broken(?![A-Za-z0-9])")]
    private static partial Regex BrokenWord();
}
