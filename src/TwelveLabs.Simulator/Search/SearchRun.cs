using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Search;

/// <summary>A search that was carried out: all its matches, kept for its pages until they expire.</summary>
internal sealed class SearchRun
{
    private const int ClipsPerVideo = 3;

    private static readonly (string Confidence, double From)[] Levels = [("high", 83), ("medium", 73), ("low", 63), ("extremely low", 0)];

    private readonly SearchQuery _query;
    private readonly JsonObject _pool;
    private readonly List<JsonObject> _matches;
    private readonly int _clips;

    public SearchRun(string id, SearchQuery query, IReadOnlyList<VideoRecord> videos, DateTimeOffset expiresAt)
    {
        Id = id;
        ExpiresAt = expiresAt;
        _query = query;
        _pool = new JsonObject
        {
            ["total_count"] = videos.Count,
            ["total_duration"] = Math.Round(videos.Sum(static v => v.Video.DurationSeconds), 4),
            ["index_id"] = query.IndexId,
        };

        List<(VideoRecord Video, JsonObject Clip, double Score)> clips =
            [.. videos.SelectMany(Clips).Where(c => c.Score >= Least(query.Threshold)).OrderByDescending(static c => c.Score)];
        _clips = clips.Count;
        _matches = query.ByVideo ? ByVideo(clips) : [.. clips.Select(static c => c.Clip)];
    }

    public string Id { get; }

    public DateTimeOffset ExpiresAt { get; }

    public int Pages => Math.Max(1, (_matches.Count + _query.PageLimit - 1) / _query.PageLimit);

    /// <param name="page">From 0 to <see cref="Pages"/> - 1.</param>
    public JsonObject Page(int page)
    {
        var info = new JsonObject
        {
            ["limit_per_page"] = _query.PageLimit,
            ["total_results"] = _matches.Count,
            ["page_expired_at"] = Json.Time(ExpiresAt),
        };
        if (_query.ByVideo)
        {
            info["total_inner_matches"] = _clips;
        }

        if (page + 1 < Pages)
        {
            info["next_page_token"] = PageTokens.Write(Id, page + 1);
        }

        if (page > 0)
        {
            info["prev_page_token"] = PageTokens.Write(Id, page - 1);
        }

        return new JsonObject
        {
            ["search_pool"] = _pool.DeepClone(),
            ["data"] = new JsonArray([.. _matches.Skip(page * _query.PageLimit).Take(_query.PageLimit).Select(static m => (JsonNode?)m.DeepClone())]),
            ["page_info"] = info,
        };
    }

    private static double Least(string threshold) => threshold == "none" ? 0 : Levels.First(l => l.Confidence == threshold).From;

    private List<JsonObject> ByVideo(List<(VideoRecord Video, JsonObject Clip, double Score)> clips)
    {
        IEnumerable<IGrouping<VideoRecord, (VideoRecord Video, JsonObject Clip, double Score)>> groups = clips.GroupBy(static c => c.Video);
        if (_query.ByClipCount)
        {
            groups = groups.OrderByDescending(static g => g.Count());
        }

        return [.. groups.Select(static g => new JsonObject
        {
            ["id"] = g.Key.Id,
            ["clips"] = new JsonArray([.. g.Select(static c => (JsonNode?)c.Clip)]),
        })];
    }

    private IEnumerable<(VideoRecord Video, JsonObject Clip, double Score)> Clips(VideoRecord video)
    {
        for (int n = 0; n < ClipsPerVideo; n++)
        {
            string key = $"{_query.Key}/{video.Video.Title}/{n}";
            double score = Math.Round(StableHash.Between(key + "/score", 55, 95), 2);
            string confidence = Levels.First(l => score >= l.From).Confidence;
            string option = _query.Options[(int)(StableHash.Of(key) % (ulong)_query.Options.Count)];
            double start = Math.Round(video.Video.DurationSeconds * StableHash.Between(key + "/start", n, n + 0.9) / ClipsPerVideo, 2);
            var metadata = new JsonObject { ["type"] = option };
            if (option is "conversation" or "text_in_video")
            {
                metadata["text"] = "[simulated] " + _query.Key;
            }

            var clip = new JsonObject
            {
                ["score"] = score,
                ["start"] = start,
                ["end"] = Math.Round(Math.Min(video.Video.DurationSeconds, start + 7.5), 2),
                ["video_id"] = video.Id,
                ["confidence"] = confidence,
                ["metadata"] = new JsonArray(metadata),
                ["modules"] = new JsonArray(new JsonObject { ["type"] = option, ["confidence"] = confidence }),
            };
            if (video.Task.Index.Addons.Contains("thumbnail"))
            {
                clip["thumbnail_url"] = $"https://stream.simulator.invalid/{video.Id}/still/{n}.jpg";
            }

            yield return (video, clip, score);
        }
    }
}
