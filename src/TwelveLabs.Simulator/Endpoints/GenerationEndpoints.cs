using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Limits;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/generate</c>, <c>/summarize</c>, <c>/gist</c>: made-up text, the same for the same request, and marked as simulated.</summary>
internal sealed class GenerationEndpoints(Platform platform)
{
    private const int MaxSummaryPrompt = 1500;

    // The platform counts tokens; the simulator takes characters, about four to a token.
    private const int MaxGeneratePrompt = 8000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Serve(HttpMethods.Post, "/generate", LimitGroup.Generate, GenerateAsync);
        routes.Serve(HttpMethods.Post, "/summarize", LimitGroup.Summarize, SummarizeAsync);
        routes.Serve(HttpMethods.Post, "/gist", LimitGroup.Gist, GistAsync);
    }

    private static string IdOf(string key)
    {
        Span<byte> octets = stackalloc byte[16];
        BitConverter.TryWriteBytes(octets, StableHash.Of(key));
        BitConverter.TryWriteBytes(octets[8..], StableHash.Of(key + "/second half"));
        return new Guid(octets).ToString();
    }

    private static async Task StreamAsync(Call call, string id, string text)
    {
        HttpResponse response = call.Context.Response;
        response.ContentType = "application/x-ndjson";
        await WriteLineAsync(new JsonObject { ["event_type"] = "stream_start", ["metadata"] = new JsonObject { ["generation_id"] = id } });
        string[] words = text.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            // The pieces together are the text, to the letter.
            await WriteLineAsync(new JsonObject { ["event_type"] = "text_generation", ["text"] = i == 0 ? words[i] : " " + words[i] });
        }

        await WriteLineAsync(new JsonObject { ["event_type"] = "stream_end", ["metadata"] = new JsonObject { ["generation_id"] = id } });

        async Task WriteLineAsync(JsonObject line)
        {
            await response.Body.WriteAsync((byte[])[.. Json.Bytes(line), (byte)'\n'], call.Context.RequestAborted);
            await response.Body.FlushAsync(call.Context.RequestAborted);
        }
    }

    private static JsonArray Chapters(SimulatedVideo video)
    {
        int count = Math.Clamp((int)(video.DurationSeconds / 120), 2, 8);
        double length = video.DurationSeconds / count;
        return new([.. Enumerable.Range(0, count).Select(n => (JsonNode?)new JsonObject
        {
            ["chapter_number"] = n,
            ["start"] = Math.Round(n * length, 3),
            ["end"] = Math.Round((n + 1) * length, 3),
            ["chapter_title"] = $"[simulated] Part {n + 1} of {video.Title}",
            ["chapter_summary"] = $"[simulated] What happens in part {n + 1}.",
        })]);
    }

    private static JsonArray Highlights(SimulatedVideo video) => new([.. Enumerable.Range(1, 3).Select(n =>
    {
        double start = Math.Round(video.DurationSeconds * StableHash.Between($"{video.Title}/highlight/{n}", (n - 1) / 3.0, n / 3.0), 3);
        return (JsonNode?)new JsonObject
        {
            ["start"] = start,
            ["end"] = Math.Round(Math.Min(video.DurationSeconds, start + 9), 3),
            ["highlight"] = $"[simulated] Moment {n} of {video.Title}",
            ["highlight_summary"] = $"[simulated] Why moment {n} is worth seeing.",
        };
    })]);

    private async ValueTask<Answer> GenerateAsync(Call call)
    {
        BodyReader body = await call.JsonAsync();
        string videoId = body.RequiredText("video_id"), prompt = body.RequiredText("prompt");
        body.Number("temperature", 0.7, 0, 1);
        bool stream = body.Flag("stream", byDefault: false);
        body.RefuseUnknown();
        VideoRecord video = Find(videoId);
        if (prompt.Length > MaxGeneratePrompt)
        {
            throw Refusal.BadRequest("token_limit_exceeded", "The prompt is too long.");
        }

        string id = IdOf($"generate/{videoId}/{prompt}");
        string text = $"[simulated] An answer about \"{video.Title}\" to the prompt \"{prompt}\".";
        call.MarkAsSimulated();
        if (!stream)
        {
            return Answer.Ok(new JsonObject { ["id"] = id, ["data"] = text });
        }

        await StreamAsync(call, id, text);
        return Answer.AlreadyWritten;
    }

    private async ValueTask<Answer> SummarizeAsync(Call call)
    {
        BodyReader body = await call.JsonAsync();
        string videoId = body.RequiredText("video_id"), type = body.RequiredText("type");
        string prompt = body.Text("prompt") ?? "";
        body.Number("temperature", 0.7, 0, 1);
        body.RefuseUnknown();
        VideoRecord video = Find(videoId);
        if (prompt.Length > MaxSummaryPrompt)
        {
            throw Refusal.Invalid("prompt", $"It must have at most {MaxSummaryPrompt} characters.");
        }

        var answer = new JsonObject { ["id"] = IdOf($"summarize/{videoId}/{type}/{prompt}") };
        (string member, JsonNode? value) = type switch
        {
            "summary" => ("summary", $"[simulated] A film of {video.Video.DurationSeconds} seconds with the title \"{video.Title}\"."),
            "chapter" => ("chapters", Chapters(video.Video)),
            "highlight" => ("highlights", (JsonNode?)Highlights(video.Video)),
            _ => throw Refusal.Invalid("type", "It must be summary, chapter or highlight."),
        };
        answer[member] = value;
        call.MarkAsSimulated();
        return Answer.Ok(answer);
    }

    private async ValueTask<Answer> GistAsync(Call call)
    {
        BodyReader body = await call.JsonAsync();
        string videoId = body.RequiredText("video_id");
        IReadOnlyList<string> types = body.Texts("types") ?? throw Refusal.NotProvided("types");
        body.RefuseUnknown();
        if (types.Count == 0 || types.Any(static t => t is not ("topic" or "hashtag" or "title")))
        {
            throw Refusal.Invalid("types", "Each must be topic, hashtag or title.");
        }

        VideoRecord video = Find(videoId);
        var answer = new JsonObject { ["id"] = IdOf($"gist/{videoId}") };
        if (types.Contains("title"))
        {
            answer["title"] = "[simulated] " + video.Title;
        }

        if (types.Contains("topic"))
        {
            answer["topics"] = Json.Texts(["[simulated] Patience", "[simulated] Machines"]);
        }

        if (types.Contains("hashtag"))
        {
            answer["hashtags"] = Json.Texts(["simulated", "madeup"]);
        }

        call.MarkAsSimulated();
        return Answer.Ok(answer);
    }

    private VideoRecord Find(string videoId)
    {
        VideoRecord video = platform.Video(videoId);
        return video.Task.Index.HasPegasus
            ? video
            : throw Refusal.BadRequest("index_not_supported_for_generate", $"The index `{video.Task.Index.Id}` has no Pegasus engine.");
    }
}
