using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;

namespace TwelveLabs.Simulator.Store;

/// <summary>The making of a video's embeddings: <c>processing</c>, then <c>ready</c> or <c>failed</c>; forgotten after seven days.</summary>
internal sealed class EmbeddingTaskRecord
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly MediaInput _input;
    private readonly double _start;
    private readonly double _end;
    private readonly double _clipLength;
    private readonly bool _withWhole;
    private readonly DateTimeOffset _endsAt;

    /// <param name="id">Its id.</param>
    /// <param name="input">The video.</param>
    /// <param name="start">First second to embed.</param>
    /// <param name="end">Last second to embed.</param>
    /// <param name="clipLength">Seconds a clip.</param>
    /// <param name="withWhole">Whether the whole gets a vector too.</param>
    /// <param name="createdAt">When it was created.</param>
    /// <param name="speed">How many times faster than life.</param>
    public EmbeddingTaskRecord(string id, MediaInput input, double start, double end, double clipLength, bool withWhole, DateTimeOffset createdAt, double speed)
    {
        Id = id;
        CreatedAt = createdAt;
        _input = input;
        _start = start;
        _end = end;
        _clipLength = clipLength;
        _withWhole = withWhole;
        _endsAt = createdAt + TimeSpan.FromSeconds((end - start) * StableHash.Between(id + "/life", 0.20, 0.30) / speed);
    }

    public string Id { get; }

    public DateTimeOffset CreatedAt { get; }

    public string StatusAt(DateTimeOffset now) => now < _endsAt ? "processing" : _input.IsBroken ? "failed" : "ready";

    public bool IsKept(DateTimeOffset now) => now < CreatedAt + Kept;

    public DateTimeOffset UpdatedAt(DateTimeOffset now) => now < _endsAt ? CreatedAt : _endsAt;

    /// <param name="now">The instant to look at.</param>
    /// <param name="withVectors">List items carry none.</param>
    public JsonObject Write(DateTimeOffset now, bool withVectors)
    {
        string status = StatusAt(now);
        var task = new JsonObject
        {
            ["_id"] = Id,
            ["engine_name"] = VideoEmbedding.Engine,
            ["status"] = status,
            ["created_at"] = Json.Time(CreatedAt),
            ["updated_at"] = Json.Time(UpdatedAt(now)),
        };

        if (withVectors && status == "ready")
        {
            task["video_embedding"] = new JsonObject
            {
                ["segments"] = VideoEmbedding.Segments($"{_input.Name}/{_input.Size}", _start, _end, _clipLength, _withWhole),
                ["metadata"] = Input(),
            };
        }

        return task;
    }

    public JsonObject WriteState(DateTimeOffset now) => new()
    {
        ["_id"] = Id,
        ["engine_name"] = VideoEmbedding.Engine,
        ["status"] = StatusAt(now),
        ["metadata"] = Input(),
    };

    private JsonObject Input()
    {
        var input = new JsonObject
        {
            ["duration"] = _input.Video.DurationSeconds,
            ["video_clip_length"] = _clipLength,
            ["video_embedding_scope"] = Json.Texts(_withWhole ? ["clip", "video"] : ["clip"]),
        };
        input[_input.Url is null ? "input_filename" : "input_url"] = _input.Url ?? _input.Name;
        return input;
    }
}
