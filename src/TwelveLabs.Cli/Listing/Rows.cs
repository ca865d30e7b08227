namespace TwelveLabs.Cli.Listing;

/// <summary>A task, as lists show it.</summary>
internal sealed record TaskRow(string Id, string? IndexId, string Status, string? Filename, double? DurationSeconds, DateTimeOffset? CreatedAt, DateTimeOffset? EstimatedTime)
{
    public static TaskRow Of(IndexTask task) =>
        new(task.Id, task.IndexId, task.Status.Value, task.Metadata?.Filename, task.Metadata?.Duration, task.CreatedAt, task.EstimatedTime);
}

/// <summary>An index, as lists show it.</summary>
internal sealed record IndexRow(string Id, string? Name, int? Videos, double? DurationSeconds, IReadOnlyList<string> Engines, DateTimeOffset? CreatedAt)
{
    public static IndexRow Of(VideoIndex index) =>
        new(index.Id, index.IndexName, index.VideoCount, index.TotalDuration, [.. (index.Engines ?? []).Where(static engine => engine.EngineName is not null).Select(static engine => engine.EngineName!.Value.Value)], index.CreatedAt);
}

/// <summary>A video, as lists show it.</summary>
internal sealed record VideoRow(string Id, string? Filename, double? DurationSeconds, int? Width, int? Height, long? SizeBytes, DateTimeOffset? IndexedAt)
{
    public static VideoRow Of(Video video) =>
        new(video.Id, video.Metadata?.Filename, video.Metadata?.Duration, video.Metadata?.Width, video.Metadata?.Height, video.Metadata?.Size, video.IndexedAt);
}
