using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

public sealed class TaskLifeTests
{
    [Fact]
    public async Task A_task_walks_through_all_statuses_in_order_and_ends_ready()
    {
        await using World world = await World.StartAsync();
        string task = await world.UploadAsync(await world.CreateIndexAsync());

        var seen = new List<string>();
        for (int second = 0; second < 700; second++)
        {
            string status = await world.StatusOfAsync(task);
            if (seen.LastOrDefault() != status)
            {
                seen.Add(status);
            }

            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["validating", "pending", "queued", "indexing", "ready"], seen);
    }

    [Theory]
    [InlineData(VideoCatalogue.Demo)]
    [InlineData(VideoCatalogue.Harbour)]
    [InlineData(VideoCatalogue.Lighthouse)]
    [InlineData("dQw4w9WgXcQ")]
    public async Task A_job_takes_40_to_52_percent_of_the_video_and_is_estimated_too_early(string videoId)
    {
        await using World world = await World.StartAsync();
        string id = await world.UploadAsync(await world.CreateIndexAsync(), videoId);
        world.Clock.Advance(World.LongEnough);

        JsonObject task = (await world.GetAsync($"tasks/{id}")).Json;
        double duration = (double)task["metadata"]!["duration"]!;
        double life = (Time(task, "updated_at") - Time(task, "created_at")).TotalSeconds;
        double estimate = (Time(task, "estimated_time") - Time(task, "created_at")).TotalSeconds;
        Assert.InRange(life / duration, 0.399, 0.521);
        Assert.InRange(estimate / life, 0.55, 0.75);
        Assert.True(Time(task["hls"]!, "updated_at") < Time(task, "updated_at"));
    }

    [Fact]
    public async Task Speed_compresses_the_life_and_the_times_it_reports()
    {
        await using World world = await World.StartAsync(static o => o with { Speed = 100 });
        string id = await world.UploadAsync(await world.CreateIndexAsync());

        world.Clock.Advance(TimeSpan.FromSeconds(3));
        JsonObject running = (await world.GetAsync($"tasks/{id}")).Json;
        Assert.Equal("indexing", (string)running["status"]!);
        Assert.InRange((double)running["process"]!["remain_seconds"]!, 0.5, 3);

        world.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("ready", await world.StatusOfAsync(id));
    }

    [Fact]
    public async Task Members_appear_when_their_time_has_come()
    {
        await using World world = await World.StartAsync();
        string id = await world.UploadAsync(await world.CreateIndexAsync());

        Assert.Equal(["_id", "created_at", "index_id", "status", "type", "updated_at"], await MembersAsync());

        world.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(["_id", "created_at", "estimated_time", "index_id", "metadata", "process", "status", "type", "updated_at"], await MembersAsync());

        world.Clock.Advance(TimeSpan.FromSeconds(250));
        Assert.Equal(["_id", "created_at", "estimated_time", "hls", "index_id", "metadata", "process", "status", "type", "updated_at"], await MembersAsync());

        world.Clock.Advance(World.LongEnough);
        Assert.Equal(["_id", "created_at", "estimated_time", "hls", "index_id", "metadata", "status", "type", "updated_at", "video_id"], await MembersAsync());

        async Task<IEnumerable<string>> MembersAsync() =>
            (await world.GetAsync($"tasks/{id}")).Json.Select(static m => m.Key).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Progress_rises_and_the_rest_falls_until_the_task_is_ready()
    {
        await using World world = await World.StartAsync();
        string id = await world.UploadAsync(await world.CreateIndexAsync());

        double percentage = -1, remaining = double.MaxValue;
        int looks = 0;
        for (world.Clock.Advance(TimeSpan.FromSeconds(15)); ; world.Clock.Advance(TimeSpan.FromSeconds(15)))
        {
            if ((await world.GetAsync($"tasks/{id}")).Json["process"] is not { } process)
            {
                break;
            }

            looks++;
            Assert.True((double)process["percentage"]! > percentage);
            Assert.True((double)process["remain_seconds"]! < remaining);
            percentage = (double)process["percentage"]!;
            remaining = (double)process["remain_seconds"]!;
        }

        Assert.True(looks > 20);
        Assert.InRange(percentage, 90, 100);
        Assert.Equal("ready", await world.StatusOfAsync(id));
    }

    [Fact]
    public async Task A_list_shows_tasks_without_video_id_stream_and_progress()
    {
        await using World world = await World.StartAsync();
        await world.CreateReadyVideoAsync();

        JsonObject item = (await world.GetAsync("tasks")).Data.Single()!.AsObject();
        Assert.Equal("ready", (string)item["status"]!);
        Assert.DoesNotContain("video_id", item);
        Assert.DoesNotContain("hls", item);
        Assert.DoesNotContain("process", item);
    }

    [Fact]
    public async Task Ids_are_24_hex_digits_that_begin_with_their_time()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(9));
        string task = await world.UploadAsync(index);

        Assert.Matches("^[0-9a-f]{24}$", index);
        Assert.StartsWith("65263085", index, StringComparison.Ordinal);
        Assert.StartsWith("6526308e", task, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_posts_of_one_url_are_two_tasks()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();

        string first = await world.UploadAsync(index);
        string second = await world.UploadAsync(index);

        Assert.NotEqual(first, second);
        Assert.Equal(2, (await world.GetAsync("tasks")).Data.Count);
        Assert.Equal([first, second], world.Simulator.Tasks.Select(static t => t.Id));
        Assert.Single(world.Simulator.Tasks.DistinctBy(static t => t.Url));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Created)]
    public async Task An_option_chooses_the_status_of_an_external_provider_create(HttpStatusCode status)
    {
        await using World world = await World.StartAsync(o => o with { ExternalProviderCreateStatus = (int)status });
        string index = await world.CreateIndexAsync();

        Reply reply = await world.PostUrlAsync(index, VideoCatalogue.UrlOf(VideoCatalogue.Demo));

        Assert.Equal(status, reply.Status);
        Assert.Equal(["_id"], reply.Json.Select(static m => m.Key));
    }

    private static DateTimeOffset Time(JsonNode node, string member) =>
        DateTimeOffset.Parse((string)node[member]!, CultureInfo.InvariantCulture);
}
