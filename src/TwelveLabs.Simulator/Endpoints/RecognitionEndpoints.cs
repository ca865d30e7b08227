using System.Globalization;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary>What was recognised in a video: transcription, text in the picture, logos; and a still picture.</summary>
internal sealed class RecognitionEndpoints(Platform platform)
{
    private const string Video = "/indexes/{index_id}/videos/{video_id}";

    private static readonly string[] Spoken = ["[simulated] And so we begin.", "[simulated] Look at this.", "[simulated] That took longer than expected.", "[simulated] Wait for it.", "[simulated] There it is."];
    private static readonly string[] Shown = ["[simulated] CHAPTER", "[simulated] EXIT", "[simulated] PLATFORM 9", "[simulated] THE END"];
    private static readonly string[] Logos = ["[simulated] Acme", "[simulated] Globex", "[simulated] Initech"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Serve(HttpMethods.Get, Video + "/transcription", call => Recognised(call, "conversation", Spoken, every: 8));
        routes.Serve(HttpMethods.Get, Video + "/text-in-video", call => Recognised(call, "text_in_video", Shown, every: 30));
        routes.Serve(HttpMethods.Get, Video + "/logo", call => Recognised(call, "logo", Logos, every: 60));
        routes.Serve(HttpMethods.Get, Video + "/thumbnail", Thumbnail);
    }

    /// <summary>Null instead of a list when the index does not look for it, or there is nothing in this stretch.</summary>
    private ValueTask<Answer> Recognised(Call call, string option, string[] texts, double every)
    {
        double start = call.Query.Number("start", 0, double.MaxValue) ?? 0;
        double end = call.Query.Number("end", 0, double.MaxValue) ?? double.MaxValue;
        call.Query.RefuseUnknown();
        VideoRecord video = Find(call);
        if (start > end)
        {
            throw Refusal.Invalid("start", "It must not be after `end`.");
        }

        JsonArray? data = null;
        for (double from = 1; video.Task.Index.HasOption(option) && from < video.Video.DurationSeconds; from += every)
        {
            double to = Math.Min(video.Video.DurationSeconds, from + (every / 2));
            if (from < start || to > end)
            {
                continue;
            }

            string text = texts[StableHash.Of($"{video.Video.Title}/{option}/{from}") % (ulong)texts.Length];
            (data ??= []).Add(new JsonObject { ["start"] = from, ["end"] = to, ["value"] = text });
        }

        call.MarkAsSimulated();
        return new(Answer.Ok(new JsonObject { ["id"] = video.Id, ["index_id"] = video.Task.Index.Id, ["data"] = data }));
    }

    private ValueTask<Answer> Thumbnail(Call call)
    {
        double? time = call.Query.Number("time", 0, double.MaxValue);
        call.Query.RefuseUnknown();
        VideoRecord video = Find(call);
        if (time > video.Video.DurationSeconds)
        {
            throw Refusal.Invalid("time", "It is after the end of the video.");
        }

        if (!video.Task.Index.Addons.Contains("thumbnail"))
        {
            throw Refusal.BadRequest("index_addon_not_enabled", "The index lacks the add-on `thumbnail`.");
        }

        string at = (time ?? video.Video.DurationSeconds / 2).ToString("0.###", CultureInfo.InvariantCulture);
        long expires = (platform.Now + TimeSpan.FromHours(1)).ToUnixTimeSeconds();
        call.MarkAsSimulated();
        return new(Answer.Ok(new JsonObject { ["thumbnail"] = $"https://stream.simulator.invalid/{video.Id}/still/{at}.jpg?expires={expires}" }));
    }

    private VideoRecord Find(Call call) => platform.Video(platform.Index(call.Path("index_id")), call.Path("video_id"));
}
