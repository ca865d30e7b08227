using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;

namespace TwelveLabs.Simulator.Store;

/// <summary>An indexed video. It is there from the instant its task is ready until it is deleted.</summary>
internal sealed class VideoRecord(TaskRecord task)
{
    private volatile Editing _editing = new(null, new JsonObject(), task.Life.EndsAt);
    private volatile bool _isDeleted;

    public string Id => task.VideoId;

    public TaskRecord Task => task;

    public SimulatedVideo Video => task.Video;

    public string Title => _editing.Title ?? task.Video.Title;

    public DateTimeOffset CreatedAt => task.Life.CreatedAt;

    public DateTimeOffset IndexedAt => task.Life.EndsAt;

    public DateTimeOffset UpdatedAt => _editing.Since;

    public JsonObject CustomMetadata => _editing.Metadata;

    public bool IsThere(DateTimeOffset now) => !_isDeleted && task.Life.Succeeds && now >= task.Life.EndsAt;

    public void Delete() => _isDeleted = true;

    /// <summary>Changes title and custom metadata; null keeps what there is.</summary>
    public void Edit(string? title, JsonObject? metadata, DateTimeOffset now)
    {
        Editing before, after;
        do
        {
            before = _editing;
            after = new(title ?? before.Title, metadata ?? before.Metadata, now);
        }
#pragma warning disable CS0420 // Interlocked is the one place where a volatile field may be passed by reference.
        while (Interlocked.CompareExchange(ref _editing, after, before) != before);
#pragma warning restore CS0420
    }

    public JsonObject Write(bool inList)
    {
        var metadata = new JsonObject
        {
            ["duration"] = Video.DurationSeconds,
            ["filename"] = Title,
            ["fps"] = Video.FramesPerSecond,
            ["height"] = Video.Height,
            ["size"] = Video.SizeBytes,
            ["width"] = Video.Width,
        };

        foreach ((string name, JsonNode? value) in CustomMetadata)
        {
            // A custom member never hides what the platform measured itself.
            metadata.TryAdd(name, value?.DeepClone());
        }

        var video = new JsonObject
        {
            ["_id"] = Id,
            ["created_at"] = Json.Time(CreatedAt),
            ["updated_at"] = Json.Time(UpdatedAt),
            ["indexed_at"] = Json.Time(IndexedAt),
            ["metadata"] = metadata,
        };

        if (inList)
        {
            return video;
        }

        if (task.HasStream(task.Life.At(task.Life.EndsAt)))
        {
            video["hls"] = task.Hls(task.Life.StreamAt);
        }

        if (Video.Channel is not null)
        {
            video["source"] = new JsonObject { ["type"] = "youtube", ["name"] = Video.Channel, ["url"] = task.Url };
        }

        return video;
    }

    // One reference, so that a reader never sees half of a change.
    private sealed record Editing(string? Title, JsonObject Metadata, DateTimeOffset Since);
}
