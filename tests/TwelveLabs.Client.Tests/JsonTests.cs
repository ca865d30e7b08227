using System.Text.Json;
using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>What the client makes of bodies as the platform sends them. Runs without reflection, as a trimmed program does.</summary>
public sealed class JsonTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Reflection_is_off() =>
        Assert.False(JsonSerializer.IsReflectionEnabledByDefault);

    [Fact]
    public async Task The_guides_finished_task_is_read()
    {
        IndexTask task = await TaskAsync("""
            {
              "_id": "65263085bcfa300d56b6bce2",
              "created_at": "2023-10-11T05:20:05.975Z",
              "estimated_time": "2023-10-11T05:25:47.66Z",
              "hls": {
                "status": "COMPLETE",
                "thumbnail_urls": ["https://cdn.example/thumbnails/e89f258e.0000001.jpg"],
                "updated_at": "2023-10-11T05:24:11.844Z",
                "video_url": "https://cdn.example/stream/e89f258e.m3u8"
              },
              "index_id": "65262d5dbcfa300d56b6bcdf",
              "metadata": { "duration": 1073, "filename": "A Talk | With a Bar", "height": 720, "width": 1280 },
              "status": "ready",
              "type": "index_task_info",
              "updated_at": "2023-10-11T05:29:24.154Z",
              "video_id": "6526308e53fa6fed0e2fbe53"
            }
            """);

        Assert.Equal("65263085bcfa300d56b6bce2", task.Id);
        Assert.Equal("65262d5dbcfa300d56b6bcdf", task.IndexId);
        Assert.Equal("6526308e53fa6fed0e2fbe53", task.VideoId);
        Assert.Equal(IndexTaskStatus.Ready, task.Status);
        Assert.Equal(1073, task.Metadata!.Duration);
        Assert.Equal("A Talk | With a Bar", task.Metadata.Filename);
        Assert.Equal((1280, 720), (task.Metadata.Width, task.Metadata.Height));
        Assert.Equal(new DateTimeOffset(2023, 10, 11, 5, 25, 47, 660, TimeSpan.Zero), task.EstimatedTime);
        Assert.Equal("COMPLETE", task.Hls!.Status?.Value);
        Assert.Equal("https://cdn.example/stream/e89f258e.m3u8", task.Hls.VideoUrl?.OriginalString);
        Assert.Null(task.Process);
    }

    [Fact]
    public async Task Unknown_members_are_kept()
    {
        IndexTask task = await TaskAsync("""{"_id":"1","status":"ready","priority":{"level":[1,2]},"metadata":{"codec":"av1"}}""");

        Assert.Equal(2, task.AdditionalProperties!["priority"].GetProperty("level")[1].GetInt32());
        Assert.Equal("av1", task.Metadata!.AdditionalProperties!["codec"].GetString());
    }

    [Theory]
    [InlineData("optimizing")]
    [InlineData("READY")]
    [InlineData("")]
    public async Task An_unknown_status_keeps_its_text(string status)
    {
        IndexTask task = await TaskAsync($$$"""{"_id":"1","status":"{{{status}}}","hls":{"status":"{{{status}}}"}}""");

        Assert.Equal(status, task.Status.Value);
        Assert.False(task.Status.IsKnown);
        Assert.False(task.Status == IndexTaskStatus.Ready);
        Assert.Equal(status, task.Hls!.Status?.Value);
    }

    [Fact]
    public async Task Missing_and_null_members_never_throw()
    {
        IndexTask bare = await TaskAsync("""{"_id":"1","status":"failed"}""");
        IndexTask nulls = await TaskAsync("""{"_id":"1","status":"failed","index_id":null,"video_id":null,"created_at":null,"metadata":null,"hls":null,"process":null,"error_reason":null,"type":null}""");
        IndexTask empty = await TaskAsync("""{"_id":"1","status":"failed","metadata":{},"hls":{},"process":{}}""");

        Assert.All([bare, nulls, empty], task => Assert.Equal((null, null, null), (task.VideoId, task.CreatedAt, task.EstimatedTime)));
        Assert.Null(empty.Metadata!.Duration);
        Assert.Null(empty.Process!.Percentage);
        Assert.Null(empty.Hls!.ThumbnailUrls);
    }

    [Theory]
    [InlineData("2023-10-11T05:20:05Z", 0, 0)]
    [InlineData("2023-10-11T05:20:05.9Z", 9_000_000, 0)]
    [InlineData("2023-10-11T05:20:05.66Z", 6_600_000, 0)]
    [InlineData("2023-10-11T05:20:05.975Z", 9_750_000, 0)]
    [InlineData("2023-10-11T05:20:05.372553Z", 3_725_530, 0)]
    [InlineData("2023-10-11T05:20:05.3725531Z", 3_725_531, 0)]
    [InlineData("2023-10-11T05:20:05.372553199Z", 3_725_531, 0)]
    [InlineData("2023-10-11T05:20:05.12345678901234567890Z", 1_234_567, 0)]
    [InlineData("2023-10-11T14:20:05.5+09:00", 5_000_000, 9)]
    [InlineData("2023-10-11T00:20:05-05:00", 0, -5)]
    [InlineData("2023-10-11t05:20:05z", 0, 0)]
    public async Task Times_have_any_number_of_digits_and_any_offset(string text, long ticks, int hours)
    {
        IndexTask task = await TaskAsync($$"""{"_id":"1","status":"ready","created_at":"{{text}}"}""");

        Assert.Equal(new DateTimeOffset(2023, 10, 11, 5, 20, 5, TimeSpan.Zero).AddTicks(ticks), task.CreatedAt);
        Assert.Equal(TimeSpan.FromHours(hours), task.CreatedAt!.Value.Offset);
    }

    [Theory]
    [InlineData("1073", 1073)]
    [InlineData("531.998133", 531.998133)]
    [InlineData("1.073e3", 1073)]
    [InlineData("0", 0)]
    public async Task A_duration_is_whole_or_not(string number, double expected)
    {
        IndexTask task = await TaskAsync($$$"""{"_id":"1","status":"ready","metadata":{"duration":{{{number}}}}}""");

        Assert.Equal(expected, task.Metadata!.Duration);
    }

    [Theory]
    [InlineData("\"No sound\"")]
    [InlineData("{\"code\":\"video_file_broken\",\"details\":[1]}")]
    public async Task The_reason_of_a_failure_has_any_shape(string reason)
    {
        IndexTask task = await TaskAsync($$"""{"_id":"1","status":"failed","error_reason":{{reason}}}""");

        Assert.Equal(reason, task.ErrorReason!.Value.GetRawText());
    }

    [Fact]
    public async Task Counts_an_index_and_a_creates_answer_are_read()
    {
        var server = new ScriptedServer(
            Answer(200, """{"index_id":"635be12062c8def3b96b2616","ready":7,"validating":2,"pending":0,"indexing":1,"failed":0,"total_result":10}"""),
            Answer(200, """{"_id":"62d9bafa90077fc60af827a0","index_name":"myIndex","created_at":"2024-01-09T11:11:20.463Z","expires_at":"2024-04-08T11:11:20.463Z","video_count":12,"total_duration":8716.8969,"engines":[{"engine_name":"marengo2.6","engine_options":["visual","text_in_video","conversation","logo"]},{"engine_name":"pegasus1.1","engine_options":["visual","conversation"]}],"addons":["thumbnail"]}"""),
            Answer(201, """{"_id":"6515616f9dc9a5f98820d463"}"""),
            Answer(200, """{"_id":"62a1ec6d9ea24f052b971a0f","video_id":"later versions send it"}"""));
        using var host = new TestHost(server, new SkippingClock());
        IndexTaskStatusCounts counts = await host.Client.RetrieveTaskStatusCountsAsync("635be12062c8def3b96b2616", Stop);
        VideoIndex index = await host.Client.RetrieveIndexAsync("62d9bafa90077fc60af827a0", Stop);
        var request = new CreateExternalProviderTaskRequest { IndexId = "i", Url = new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4") };
        CreatedResource created = await host.Client.CreateExternalProviderTaskAsync(request, Stop);
        CreatedResource accepted = await host.Client.CreateExternalProviderTaskAsync(request, Stop);

        Assert.Equal((7, 1, 10), (counts.Ready, counts.Indexing, counts.TotalResult));
        Assert.Equal(8716.8969, index.TotalDuration);
        Assert.Equal(["marengo2.6", "pegasus1.1"], index.Engines!.Select(engine => engine.EngineName?.Value));
        Assert.Equal("6515616f9dc9a5f98820d463", created.Id);
        Assert.Equal("62a1ec6d9ea24f052b971a0f", accepted.Id);
        Assert.Equal("""{"index_id":"i","url":"https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4"}""", server.Requests[2].Body!.Replace("\\u0026", "&", StringComparison.Ordinal));
        Assert.Equal("application/json", server.Requests[2].Headers["Accept"]);
    }

    private static async Task<IndexTask> TaskAsync(string body)
    {
        using var host = new TestHost(new ScriptedServer(Answer(200, body)), new SkippingClock());
        return await host.Client.RetrieveTaskAsync("1", Stop);
    }
}
