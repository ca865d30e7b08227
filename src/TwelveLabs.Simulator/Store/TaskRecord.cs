using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Life;

namespace TwelveLabs.Simulator.Store;

/// <summary>An indexing task. Nothing in it changes; how it stands follows from the clock.</summary>
internal sealed class TaskRecord(string id, IndexRecord index, SimulatedVideo video, string? url, bool hasStream, TaskLife life, string videoId)
{
    public string Id => id;

    public IndexRecord Index => index;

    public SimulatedVideo Video => video;

    /// <summary>The address it was made from; null for an uploaded file.</summary>
    public string? Url => url;

    public TaskLife Life => life;

    /// <summary>Made early, as ids of real tasks show, but published only when the task is ready.</summary>
    public string VideoId => videoId;

    public bool HasStream(TaskState state) => hasStream && state.HasStream;

    /// <param name="now">The instant to look at.</param>
    /// <param name="inList">List items lack <c>video_id</c>, <c>hls</c> and <c>process</c>.</param>
    public JsonObject Write(DateTimeOffset now, bool inList)
    {
        TaskState state = life.At(now);
        var task = new JsonObject
        {
            ["_id"] = id,
            ["index_id"] = index.Id,
            ["created_at"] = Json.Time(life.CreatedAt),
            ["updated_at"] = Json.Time(state.UpdatedAt),
            ["status"] = state.Status,
            ["type"] = "index_task_info",
        };

        if (state.IsMetadataKnown)
        {
            task["estimated_time"] = Json.Time(life.EstimatedAt);
            task["metadata"] = new JsonObject
            {
                ["duration"] = video.DurationSeconds,
                ["filename"] = video.Title,
                ["height"] = video.Height,
                ["width"] = video.Width,
            };
        }

        if (state.FailureReason is not null)
        {
            task["error_reason"] = state.FailureReason;
        }

        if (inList)
        {
            return task;
        }

        if (HasStream(state))
        {
            task["hls"] = Hls(life.StreamAt);
        }

        if (state.Percentage is not null)
        {
            task["process"] = new JsonObject { ["percentage"] = state.Percentage };
            if (state.RemainingSeconds is not null)
            {
                task["process"]!["remain_seconds"] = state.RemainingSeconds;
            }
        }

        if (state.IsReady)
        {
            task["video_id"] = videoId;
        }

        return task;
    }

    /// <summary>The finished stream; its addresses lead nowhere.</summary>
    public JsonObject Hls(DateTimeOffset at) => new()
    {
        ["status"] = "COMPLETE",
        ["video_url"] = $"https://stream.simulator.invalid/{index.Id}/{id}/stream/{videoId}.m3u8",
        ["thumbnail_urls"] = Json.Texts([$"https://stream.simulator.invalid/{index.Id}/{id}/thumbnails/{videoId}.0000001.jpg"]),
        ["updated_at"] = Json.Time(at),
    };
}
