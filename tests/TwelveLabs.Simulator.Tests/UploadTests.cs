using System.Net;
using System.Text.Json.Nodes;

namespace TwelveLabs.Simulator.Tests;

public sealed class UploadTests
{
    private const string Engine = "Marengo-retrieval-2.6";

    [Fact]
    public async Task A_file_becomes_a_task_and_a_video_with_the_facts_its_name_gives()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();

        Reply created = await PostAsync(world, Exercises.Form(("index_id", index)).WithFile("video_file", "talk.1280x720.60s.mp4", 12345));

        Assert.Equal(HttpStatusCode.OK, created.Status);
        world.Clock.Advance(World.LongEnough);
        string video = (await world.GetAsync($"tasks/{created.Text("_id")}")).Text("video_id");
        JsonObject json = (await world.GetAsync($"indexes/{index}/videos/{video}")).Json;
        Assert.Equal("""{"duration":60,"filename":"talk.1280x720.60s.mp4","fps":29.97,"height":720,"size":12345,"width":1280}""", json["metadata"]!.ToJsonString());
        Assert.DoesNotContain("source", json);
        Assert.Contains("hls", json);
    }

    [Fact]
    public async Task Without_a_stream_there_is_no_hls_at_any_time()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        Reply created = await PostAsync(world, Exercises.Form(("index_id", index), ("video_url", "https://media.example.com/a.mp4"), ("disable_video_stream", "true")));
        world.Clock.Advance(World.LongEnough);
        Assert.DoesNotContain("hls", (await world.GetAsync($"tasks/{created.Text("_id")}")).Json);
    }

    [Fact]
    public async Task With_a_file_and_a_url_the_url_is_taken()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        await PostAsync(world, Exercises.Form(("index_id", index), ("video_url", "https://media.example.com/from-url.mp4")).WithFile("video_file", "from-file.mp4", 10));
        Assert.Equal("from-url.mp4", world.Simulator.Tasks.Single().Title);
    }

    [Theory]
    [InlineData("clip.256x144.60s.mp4", "video_resolution_too_low")]
    [InlineData("clip.7680x4320.60s.mp4", "video_resolution_too_high")]
    [InlineData("clip.2160x720.60s.mp4", "video_resolution_invalid_aspect_ratio")]
    [InlineData("clip.1280x720.3s.mp4", "video_duration_too_short")]
    [InlineData("clip.1280x720.1801s.mp4", "video_duration_too_long")]
    [InlineData("clip.broken.mp4", "video_file_broken")]
    [InlineData("clip.1280x720.60s.silent.mp4", "video_audio_missing")]
    public async Task A_bad_file_is_refused_at_once(string fileName, string code)
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        (await PostAsync(world, Exercises.Form(("index_id", index)).WithFile("video_file", fileName, 10))).Refuses(HttpStatusCode.BadRequest, code);
        Assert.Empty(world.Simulator.Tasks);
    }

    [Fact]
    public async Task An_empty_file_cannot_be_read()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        (await PostAsync(world, Exercises.Form(("index_id", index)).WithFile("video_file", "a.mp4", 0))).Refuses(HttpStatusCode.BadRequest, "video_file_broken");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_after_it_was_taken()
    {
        await using World world = await World.StartAsync(static o => o with { MaxUploadBytes = 1_000_000 });
        string index = await world.CreateIndexAsync();

        (await PostAsync(world, Exercises.Form(("index_id", index)).WithFile("video_file", "a.1280x720.60s.mp4", 1_000_001))).Refuses(HttpStatusCode.BadRequest, "video_filesize_too_large");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(world, Exercises.Form(("index_id", index)).WithFile("video_file", "a.1280x720.60s.mp4", 1_000_000))).Status);
    }

    [Fact]
    public async Task A_caller_that_asks_first_is_refused_before_it_sends()
    {
        await using World world = await World.StartAsync(static o => o with { MaxUploadBytes = 1000 });
        var content = new EndlessStream(1 << 20);
        MultipartFormDataContent form = Exercises.Form(("index_id", await world.CreateIndexAsync()));
        form.Add(new StreamContent(content), "video_file", "a.mp4");
        using var request = new HttpRequestMessage(HttpMethod.Post, "tasks") { Content = form };
        request.Headers.ExpectContinue = true;
        request.Headers.Add("x-api-key", "any");

        // It must never lose patience and send, however slow this machine is.
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(10) }) { BaseAddress = world.Simulator.BaseUrl };
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        (await Reply.ReadAsync(response, TestContext.Current.CancellationToken)).Refuses(HttpStatusCode.BadRequest, "video_filesize_too_large");
        Assert.Equal(0, content.Position);
    }

    [Theory]
    [InlineData("language=en", "parameter_not_provided")]
    [InlineData("index_id=INDEX", "parameter_not_provided")]
    [InlineData("index_id=INDEX;video_url=not a url", "parameter_invalid")]
    [InlineData("index_id=INDEX;video_url=https://www.youtube.com/watch?v#LongRunDemo", "parameter_invalid")]
    [InlineData("index_id=INDEX;video_url=https://m.example.com/a.mp4;language=de", "parameter_invalid")]
    [InlineData("index_id=INDEX;video_url=https://m.example.com/a.mp4;provide_transcription=perhaps", "parameter_invalid")]
    [InlineData("index_id=INDEX;video_url=https://m.example.com/a.mp4;provide_transcription=true", "parameter_not_provided")]
    [InlineData("index_id=INDEX;video_url=https://m.example.com/a.mp4;transcription_url=https://m.example.com/a.vtt", "parameter_invalid")]
    [InlineData("index_id=INDEX;video_url=https://m.example.com/a.mp4;colour=red", "parameter_unknown")]
    public async Task A_form_that_breaks_a_rule_is_refused(string fields, string code)
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        MultipartFormDataContent form = Exercises.Form([.. fields
            .Replace("INDEX", index, StringComparison.Ordinal)
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(static f => f.Split('=', 2))
            .Select(static f => (f[0], f[1]))]);

        (await PostAsync(world, form)).Refuses(HttpStatusCode.BadRequest, code);
        Assert.Empty(world.Simulator.Tasks);
    }

    [Fact]
    public async Task A_transcription_may_come_along()
    {
        await using World world = await World.StartAsync();
        MultipartFormDataContent form = Exercises.Form(("index_id", await world.CreateIndexAsync()), ("provide_transcription", "True"))
            .WithFile("video_file", "a.1280x720.60s.mp4", 10).WithFile("transcription_file", "a.vtt", 10);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(world, form)).Status);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        await using World world = await World.StartAsync();
        (await world.PostAsync("tasks", new JsonObject())).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
        using var broken = new StringContent("no boundary here");
        broken.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        (await world.SendAsync(HttpMethod.Post, "tasks", broken)).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Fact]
    public async Task Embeddings_of_a_video_are_made_and_forgotten_after_seven_days()
    {
        await using Stage stage = await Stage.SetAsync();
        string id = await stage.CreateEmbeddingTaskAsync(fields: [("video_clip_length", "5"), ("video_start_offset_sec", "1"), ("video_embedding_scope", "clip"), ("video_embedding_scope", "video")]);
        Assert.Equal("processing", (await stage.World.GetAsync($"embed/tasks/{id}")).Text("status"));

        stage.World.Clock.Advance(World.LongEnough);
        JsonArray segments = (await stage.World.GetAsync($"embed/tasks/{id}")).Json["video_embedding"]!["segments"]!.AsArray();
        Assert.Equal(["1-6 clip", "6-11 clip", "11-12 clip", "1-12 video"], segments.Select(static s => $"{s!["start_offset_sec"]}-{s["end_offset_sec"]} {s["embedding_scope"]}"));

        Assert.Single((await stage.World.GetAsync("embed/tasks?status=ready")).Data);
        Assert.Empty((await stage.World.GetAsync("embed/tasks?status=processing")).Data);
        stage.World.Clock.Advance(TimeSpan.FromDays(7));
        (await stage.World.GetAsync($"embed/tasks/{id}")).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
        Assert.Empty((await stage.World.GetAsync("embed/tasks")).Data);
    }

    [Theory]
    [InlineData("engine_name=marengo2.6;video_url=https://m.example.com/a.mp4", "parameter_invalid")]
    [InlineData("video_url=https://m.example.com/a.mp4", "parameter_not_provided")]
    [InlineData("engine_name=E", "parameter_not_provided")]
    [InlineData("engine_name=E;video_url=https://m.example.com/a.mp4;video_clip_length=1", "parameter_invalid")]
    [InlineData("engine_name=E;video_url=https://m.example.com/a.60s.mp4;video_start_offset_sec=30;video_end_offset_sec=20", "parameter_invalid")]
    [InlineData("engine_name=E;video_url=https://m.example.com/a.mp4;video_embedding_scope=film", "parameter_invalid")]
    [InlineData("engine_name=E;video_url=https://m.example.com/a.3s.mp4", "video_duration_too_short")]
    [InlineData("engine_name=E;video_url=https://m.example.com/a.7201s.mp4", "video_duration_too_long")]
    [InlineData("engine_name=E;video_url=https://m.example.com/a.mp4;colour=red", "parameter_unknown")]
    public async Task An_embedding_task_that_breaks_a_rule_is_refused(string fields, string code)
    {
        await using World world = await World.StartAsync();
        MultipartFormDataContent form = Exercises.Form([.. fields.Split(';').Select(static f => f.Split('=', 2)).Select(static f => (f[0], f[1] == "E" ? Engine : f[1]))]);
        (await world.SendAsync(HttpMethod.Post, "embed/tasks", form)).Refuses(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_text_is_embedded_the_same_each_time_and_one_that_is_too_long_is_cut_or_refused()
    {
        await using World world = await World.StartAsync();
        string words = string.Join(' ', Enumerable.Range(0, 100));
        string firstWords = string.Join(' ', Enumerable.Range(0, 77));

        Assert.Equal(await VectorAsync("a bridge"), await VectorAsync("a bridge"));
        Assert.NotEqual(await VectorAsync("a bridge"), await VectorAsync("a river"));
        Assert.Equal(await VectorAsync(firstWords), await VectorAsync(words));
        (await EmbedAsync(("text", words), ("text_truncate", "none"))).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
        (await EmbedAsync()).Refuses(HttpStatusCode.BadRequest, "parameter_not_provided");

        async Task<string> VectorAsync(string text) => (await EmbedAsync(("text", text))).Json["text_embedding"]!["segments"]![0]!["float"]!.ToJsonString();
        Task<Reply> EmbedAsync(params (string, string)[] fields) => world.SendAsync(HttpMethod.Post, "embed", Exercises.Form([("engine_name", Engine), .. fields]));
    }

    private static Task<Reply> PostAsync(World world, MultipartFormDataContent form) => world.SendAsync(HttpMethod.Post, "tasks", form);
}
