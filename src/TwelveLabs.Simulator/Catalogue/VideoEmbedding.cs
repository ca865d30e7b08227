using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Http;

namespace TwelveLabs.Simulator.Catalogue;

/// <summary>Made-up vectors: right in number and length (1,024 numbers, Euclidean length 1), the same for the same thing.</summary>
internal static class VideoEmbedding
{
    public const string Engine = "Marengo-retrieval-2.6";
    public const double DefaultClipLength = 6;

    private const int Dimensions = 1024;

    public static JsonObject Of(string videoId, double duration) => new()
    {
        ["engine_name"] = Engine,
        ["video_embedding"] = new JsonObject
        {
            ["segments"] = Segments(videoId, 0, duration, DefaultClipLength, withWhole: false),
        },
    };

    /// <param name="key">What the vectors depend on.</param>
    /// <param name="start">First second.</param>
    /// <param name="end">Last second.</param>
    /// <param name="clipLength">Seconds a segment.</param>
    /// <param name="withWhole">Whether one more segment stands for the whole video.</param>
    public static JsonArray Segments(string key, double start, double end, double clipLength, bool withWhole)
    {
        var segments = new JsonArray();
        for (double from = start; from < end; from += clipLength)
        {
            segments.Add(Segment(key, from, Math.Min(end, from + clipLength), "clip"));
        }

        if (withWhole)
        {
            segments.Add(Segment(key, start, end, "video"));
        }

        return segments;
    }

    public static JsonArray Vector(string key)
    {
        var random = new Random((int)StableHash.Of(key));
        double[] vector = [.. Enumerable.Range(0, Dimensions).Select(_ => random.NextDouble() - 0.5)];
        double length = Math.Sqrt(vector.Sum(static v => v * v));
        return Json.Numbers(vector.Select(v => Math.Round(v / length, 8)));
    }

    private static JsonObject Segment(string key, double from, double to, string scope) => new()
    {
        ["start_offset_sec"] = from,
        ["end_offset_sec"] = to,
        ["embedding_scope"] = scope,
        ["float"] = Vector($"{key}/{scope}/{from}"),
    };
}
