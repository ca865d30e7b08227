using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

/// <summary>For each operation of the document, calls that show all it can answer with success.</summary>
internal static class Exercises
{
    private const string Marengo = "Marengo-retrieval-2.6";

    public static readonly IReadOnlyDictionary<string, Func<Stage, Task<Reply[]>>> All = new Dictionary<string, Func<Stage, Task<Reply[]>>>(StringComparer.Ordinal)
    {
        ["POST /indexes"] = static async s => [await s.World.PostAsync("indexes", new JsonObject
        {
            ["index_name"] = "another",
            ["engines"] = JsonNode.Parse("""[{"engine_name":"pegasus1.1","engine_options":["visual"]}]"""),
        })],
        ["GET /indexes"] = static async s => [await s.World.GetAsync("indexes"), await s.World.GetAsync("indexes?page=7")],
        ["GET /indexes/{index_id}"] = static async s => [await s.World.GetAsync($"indexes/{s.IndexId}")],
        ["PUT /indexes/{index_id}"] = static async s => [await s.World.PutAsync($"indexes/{s.IndexId}", new JsonObject { ["index_name"] = "renamed" })],
        ["DELETE /indexes/{index_id}"] = static async s => [await s.World.DeleteAsync($"indexes/{s.IndexId}")],

        ["POST /tasks"] = static async s =>
        [
            await s.PostFormAsync("tasks", Form(("index_id", s.IndexId), ("language", "en")).WithFile("video_file", "lecture.1280x720.60s.mp4", 1000)),
            await s.PostFormAsync("tasks", Form(("index_id", s.IndexId), ("video_url", "https://media.example.com/lecture.1280x720.60s.mp4"), ("disable_video_stream", "true"))),
        ],
        ["GET /tasks"] = static async s => [await s.World.GetAsync("tasks?page_limit=50"), await s.World.GetAsync("tasks?_id=66f0a2c4d5e6f708192a3b4c")],
        ["POST /tasks/external-provider"] = static async s => [await s.World.PostUrlAsync(s.IndexId, VideoCatalogue.UrlOf(VideoCatalogue.Kites))],
        ["GET /tasks/status"] = static async s => [await s.World.GetAsync($"tasks/status?index_id={s.IndexId}")],
        ["GET /tasks/{task_id}"] = RetrieveTaskInEveryStateAsync,
        ["DELETE /tasks/{task_id}"] = static async s => [await s.World.DeleteAsync($"tasks/{s.FailedTaskId}")],

        ["GET /indexes/{index_id}/videos"] = static async s => [await s.World.GetAsync($"indexes/{s.IndexId}/videos")],
        ["GET /indexes/{index_id}/videos/{video_id}"] = static async s => [await s.World.GetAsync(s.VideoPath), await s.World.GetAsync(s.VideoPath + "?embed=true")],
        ["PUT /indexes/{index_id}/videos/{video_id}"] = static async s =>
            [await s.World.PutAsync(s.VideoPath, new JsonObject { ["video_title"] = "renamed", ["metadata"] = new JsonObject { ["year"] = 2024 } })],
        ["DELETE /indexes/{index_id}/videos/{video_id}"] = static async s => [await s.World.DeleteAsync(s.VideoPath)],
        ["GET /indexes/{index_id}/videos/{video_id}/transcription"] = static async s =>
            [await s.World.GetAsync(s.VideoPath + "/transcription"), await s.World.GetAsync(s.VideoPath + "/transcription?start=100&end=100.5")],
        ["GET /indexes/{index_id}/videos/{video_id}/text-in-video"] = static async s => [await s.World.GetAsync(s.VideoPath + "/text-in-video")],
        ["GET /indexes/{index_id}/videos/{video_id}/logo"] = static async s => [await s.World.GetAsync(s.VideoPath + "/logo")],
        ["GET /indexes/{index_id}/videos/{video_id}/thumbnail"] = static async s =>
            [await s.World.GetAsync(s.VideoPath + "/thumbnail"), await s.World.GetAsync(s.VideoPath + "/thumbnail?time=12.5")],

        ["GET /engines"] = static async s => [await s.World.GetAsync("engines")],
        ["GET /engines/{engine_id}"] = static async s => [await s.World.GetAsync("engines/marengo2.6")],

        ["POST /search"] = static async s => [await s.SearchAsync("clip"), await s.SearchAsync("video")],
        ["GET /search/{page_token}"] = static async s => [await s.World.GetAsync($"search/{await s.NextTokenAsync()}")],
        ["POST /search-v2"] = static async s =>
        [
            await s.PostFormAsync("search-v2", Form(("index_id", s.IndexId), ("search_options", "visual"), ("search_options", "logo"), ("query_text", "a bridge"), ("filter", """{"duration":{"gte":60}}"""))),
            await s.PostFormAsync("search-v2", Form(("index_id", s.IndexId), ("search_options", "visual"), ("query_media_type", "image"), ("group_by", "video")).WithFile("query_media_file", "bridge.jpg", 10)),
        ],
        ["GET /search-v2/{page_token}"] = static async s => [await s.World.GetAsync($"search-v2/{await s.NextTokenAsync()}")],

        ["POST /generate"] = static async s => [await s.GenerateAsync(stream: false), await s.GenerateAsync(stream: true)],
        ["POST /summarize"] = static async s => [await s.SummarizeAsync("summary"), await s.SummarizeAsync("chapter"), await s.SummarizeAsync("highlight")],
        ["POST /gist"] = static async s => [await s.World.PostAsync("gist", new JsonObject { ["video_id"] = s.VideoId, ["types"] = new JsonArray("title", "topic", "hashtag") })],

        ["POST /embed"] = static async s =>
        [
            await s.PostFormAsync("embed", Form(("engine_name", Marengo), ("text", "a bridge"), ("image_url", "https://media.example.com/bridge.jpg")).WithFile("audio_file", "river.mp3", 10)),
        ],
        ["POST /embed/tasks"] = static async s => [await s.PostFormAsync("embed/tasks", Form(("engine_name", Marengo), ("video_url", "https://media.example.com/a.mp4")))],
        ["GET /embed/tasks"] = static async s =>
        [
            await s.World.GetAsync("embed/tasks"),
            await s.ListEmbeddingTasksAsync(),
        ],
        ["GET /embed/tasks/{task_id}"] = static s => s.EmbeddingAsync(""),
        ["GET /embed/tasks/{task_id}/status"] = static s => s.EmbeddingAsync("/status"),
    };

    public static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach ((string name, string value) in fields)
        {
            form.Add(new StringContent(value, Encoding.UTF8), name);
        }

        return form;
    }

    public static MultipartFormDataContent WithFile(this MultipartFormDataContent form, string name, string fileName, int size)
    {
        var file = new ByteArrayContent(new byte[size]);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, name, fileName);
        return form;
    }

    private static async Task<Reply[]> RetrieveTaskInEveryStateAsync(Stage stage)
    {
        var replies = new List<Reply> { await stage.World.GetAsync($"tasks/{stage.FailedTaskId}") };
        string[] tasks =
        [
            await stage.World.UploadAsync(stage.IndexId, VideoCatalogue.Harbour),
            await stage.World.UploadAsync(stage.IndexId, VideoCatalogue.Private),
            await stage.World.UploadAsync(stage.IndexId, VideoCatalogue.UndocumentedStatus),
            await stage.World.UploadAsync(stage.IndexId, VideoCatalogue.NeverEnds),
        ];
        for (int i = 0; i < 40; i++)
        {
            foreach (string task in tasks)
            {
                replies.Add(await stage.World.GetAsync($"tasks/{task}"));
            }

            stage.World.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(
            ["failed", "indexing", "optimizing", "pending", "queued", "ready", "validating"],
            replies.Select(static r => r.Text("status")).Distinct().Order(StringComparer.Ordinal));
        return [.. replies];
    }
}

/// <summary>A world in which everything that an operation may name is there.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Engines = """
        [{"engine_name":"marengo2.6","engine_options":["visual","conversation","text_in_video","logo"]},{"engine_name":"pegasus1.1","engine_options":["visual","conversation"]}]
        """;

    private Stage(World world, string indexId, string taskId, string failedTaskId, string videoId)
    {
        World = world;
        IndexId = indexId;
        TaskId = taskId;
        FailedTaskId = failedTaskId;
        VideoId = videoId;
    }

    public World World { get; }

    public string IndexId { get; }

    public string TaskId { get; }

    public string FailedTaskId { get; }

    public string VideoId { get; }

    public string VideoPath => $"indexes/{IndexId}/videos/{VideoId}";

    public static async Task<Stage> SetAsync()
    {
        World world = await World.StartAsync();
        Reply index = await world.PostAsync("indexes", new JsonObject { ["index_name"] = "stage", ["engines"] = JsonNode.Parse(Engines), ["addons"] = new JsonArray("thumbnail") });
        string indexId = index.Text("_id");

        // Short, or its embedding would be two hundred thousand numbers to check.
        string taskId = await world.UploadAsync(indexId, VideoCatalogue.ShortestForPegasus);
        string failed = await world.UploadAsync(indexId, VideoCatalogue.LowResolution);
        await world.UploadAsync(indexId, VideoCatalogue.Harbour);
        world.Clock.Advance(World.LongEnough);
        string videoId = (await world.GetAsync($"tasks/{taskId}")).Text("video_id");
        await world.PutAsync($"indexes/{indexId}/videos/{videoId}", new JsonObject { ["metadata"] = new JsonObject { ["course"] = "statics" } });
        return new(world, indexId, taskId, failed, videoId);
    }

    public Task<Reply> PostFormAsync(string path, MultipartFormDataContent form) => World.SendAsync(HttpMethod.Post, path, form);

    public Task<Reply> SearchAsync(string groupBy) => World.PostAsync("search", new JsonObject
    {
        ["query"] = "a bridge",
        ["index_id"] = IndexId,
        ["search_options"] = new JsonArray("visual", "conversation"),
        ["group_by"] = groupBy,
        ["threshold"] = "none",
        ["page_limit"] = 1,
    });

    public async Task<string> NextTokenAsync() => (string)(await SearchAsync("clip")).Json["page_info"]!["next_page_token"]!;

    public Task<Reply> GenerateAsync(bool stream) =>
        World.PostAsync("generate", new JsonObject { ["video_id"] = VideoId, ["prompt"] = "What is it about?", ["stream"] = stream });

    public Task<Reply> SummarizeAsync(string type) => World.PostAsync("summarize", new JsonObject { ["video_id"] = VideoId, ["type"] = type });

    public async Task<string> CreateEmbeddingTaskAsync(string fileName = "clip.640x360.12s.mp4", params (string Name, string Value)[] fields)
    {
        Reply created = await PostFormAsync("embed/tasks", Exercises.Form([("engine_name", "Marengo-retrieval-2.6"), .. fields]).WithFile("video_file", fileName, 100));
        Assert.Equal(HttpStatusCode.OK, created.Status);
        return created.Text("_id");
    }

    public async Task<Reply> ListEmbeddingTasksAsync()
    {
        await CreateEmbeddingTaskAsync();
        Reply list = await World.GetAsync("embed/tasks");
        Assert.Single(list.Data);
        return list;
    }

    public async Task<Reply[]> EmbeddingAsync(string suffix)
    {
        string good = await CreateEmbeddingTaskAsync(fields: [("video_embedding_scope", "clip"), ("video_embedding_scope", "video")]);
        string bad = await CreateEmbeddingTaskAsync("broken.mp4");
        Reply processing = await World.GetAsync($"embed/tasks/{good}{suffix}");
        World.Clock.Advance(World.LongEnough);
        Reply[] replies = [processing, await World.GetAsync($"embed/tasks/{good}{suffix}"), await World.GetAsync($"embed/tasks/{bad}{suffix}")];
        Assert.Equal(["processing", "ready", "failed"], replies.Select(static r => r.Text("status")));
        return replies;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
