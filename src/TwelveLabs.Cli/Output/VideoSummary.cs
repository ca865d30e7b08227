namespace TwelveLabs.Cli.Output;

/// <summary>What the main job ends with.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="Status">Its last status.</param>
/// <param name="VideoId">Id of the video.</param>
/// <param name="Title">Title of the video.</param>
/// <param name="DurationSeconds">Its duration, in seconds.</param>
/// <param name="Width">Its width, in pixels.</param>
/// <param name="Height">Its height, in pixels.</param>
internal sealed record VideoSummary(string TaskId, string Status, string VideoId, string? Title, double? DurationSeconds, int? Width, int? Height);
