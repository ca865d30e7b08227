using System.Net;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Faults;

namespace TwelveLabs.Simulator.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task A_status_fault_answers_in_place_of_the_platform()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        world.Simulator.Faults.Add(Fault.Error(503, "service_unavailable", "Later.") with
        {
            Path = "/tasks/external-provider",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "7" },
        });

        Reply reply = await world.PostUrlAsync(index, VideoCatalogue.UrlOf(VideoCatalogue.Demo));

        reply.Refuses(HttpStatusCode.ServiceUnavailable, "service_unavailable");
        Assert.Equal("7", reply.Header("Retry-After"));
        Assert.Empty(world.Simulator.Tasks);
    }

    [Fact]
    public async Task A_status_fault_after_the_act_hides_a_task_that_was_started()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        world.Simulator.Faults.Add(Fault.Answer(500) with { Method = "post", When = FaultMoment.After });

        Reply reply = await world.PostUrlAsync(index, VideoCatalogue.UrlOf(VideoCatalogue.Demo));

        Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
        Assert.Empty(reply.Body);
        Assert.Single(world.Simulator.Tasks);
    }

    [Theory]
    [InlineData(FaultMoment.Before, 0)]
    [InlineData(FaultMoment.After, 1)]
    public async Task A_dropped_connection_loses_the_request_or_only_its_answer(FaultMoment when, int tasks)
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        world.Simulator.Faults.Add(Fault.Drop(when) with { Method = "POST" });

        await Assert.ThrowsAsync<HttpRequestException>(() => world.PostUrlAsync(index, VideoCatalogue.UrlOf(VideoCatalogue.Demo)));

        Assert.Equal(tasks, world.Simulator.Tasks.Count);
        Assert.Equal(1, world.Simulator.Requests.Count("POST", "/tasks/external-provider"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(null)]
    [InlineData(100_000)]
    public async Task A_truncated_body_comes_with_the_real_status_and_breaks_off(int? keepBytes)
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        world.Simulator.Faults.Add(Fault.Truncate(keepBytes) with { Method = "POST", Count = 20 });

        for (int i = 0; i < 20; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "tasks/external-provider")
            {
                Content = World.JsonContent(new JsonObject { ["index_id"] = index, ["url"] = VideoCatalogue.UrlOf(VideoCatalogue.Demo) }),
            };
            using HttpResponseMessage response = await world.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            await Assert.ThrowsAnyAsync<IOException>(async () =>
            {
                await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
                await body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
            });
        }

        Assert.Equal(20, world.Simulator.Tasks.Count);
    }

    [Fact]
    public async Task An_html_page_can_stand_in_for_json()
    {
        await using World world = await World.StartAsync();
        world.Simulator.Faults.Add(Fault.HtmlPage());

        Reply reply = await world.GetAsync("indexes");

        Assert.Equal(HttpStatusCode.BadGateway, reply.Status);
        Assert.Equal("text/html", reply.MediaType);
        Assert.StartsWith("<!doctype html>", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_with_a_broken_body_is_possible()
    {
        await using World world = await World.StartAsync();
        world.Simulator.Faults.Add(Fault.Answer(200, "{\"data\": [") with { When = FaultMoment.After });
        Reply reply = await world.GetAsync("indexes");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("{\"data\": [", reply.Body);
    }

    [Fact]
    public async Task A_late_answer_comes_when_the_clock_says_so()
    {
        await using World world = await World.StartAsync();
        world.Simulator.Faults.Add(Fault.Late(TimeSpan.FromSeconds(30)));

        Task<Reply> call = world.GetAsync("indexes");
        TimeSpan pause = await world.Clock.Pauses.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(30), pause);
        Assert.False(call.IsCompleted);
        world.Clock.Advance(pause);
        Assert.Equal(HttpStatusCode.OK, (await call).Status);
    }

    [Fact]
    public async Task A_slow_body_trickles_and_is_whole_in_the_end()
    {
        await using World world = await World.StartAsync();
        world.Simulator.Faults.Add(Fault.SlowBody(bytesPerSecond: 10));

        Task<Reply> call = world.GetAsync("indexes");
        await world.SkipPausesUntilAsync(call);

        Assert.Empty((await call).Data);
    }

    [Fact]
    public async Task Every_n_th_and_count_choose_the_requests_that_are_hit()
    {
        await using World world = await World.StartAsync();
        world.Simulator.Faults.Add(Fault.Answer(500) with { Every = 3, Count = 2 });

        var statuses = new List<int>();
        for (int i = 0; i < 10; i++)
        {
            statuses.Add((int)(await world.GetAsync("indexes")).Status);
        }

        Assert.Equal([200, 200, 500, 200, 200, 500, 200, 200, 200, 200], statuses);
    }

    [Fact]
    public async Task Probability_throws_the_same_dice_for_the_same_seed()
    {
        List<int> first = await ThrowAsync(seed: 42), second = await ThrowAsync(seed: 42), third = await ThrowAsync(seed: 43);

        Assert.Equal(first, second);
        Assert.NotEqual(first, third);
        Assert.InRange(first.Count(static s => s == 500), 20, 80);

        static async Task<List<int>> ThrowAsync(int seed)
        {
            await using World world = await World.StartAsync();
            world.Simulator.Faults.Add(Fault.Answer(500) with { Probability = 0.5, Seed = seed });
            var statuses = new List<int>();
            for (int i = 0; i < 100; i++)
            {
                statuses.Add((int)(await world.GetAsync("indexes")).Status);
            }

            return statuses;
        }
    }

    [Theory]
    [InlineData("**", "/anything/at/all", true)]
    [InlineData("/tasks", "/tasks", true)]
    [InlineData("/tasks", "/tasks/", true)]
    [InlineData("/tasks", "/tasks/1", false)]
    [InlineData("/tasks/*", "/tasks/1", true)]
    [InlineData("/tasks/*", "/tasks", false)]
    [InlineData("/tasks/*", "/tasks/1/2", false)]
    [InlineData("/tasks/**", "/tasks/1/2", true)]
    [InlineData("/tasks/**", "/tasks", true)]
    [InlineData("/*/external-provider", "/tasks/external-provider", true)]
    [InlineData("/Tasks", "/tasks", false)]
    public void Path_patterns_match_segment_by_segment(string pattern, string path, bool matches) =>
        Assert.Equal(matches, PathPattern.Matches(pattern, path));

    [Fact]
    public async Task Faults_are_posted_listed_and_cleared_over_http()
    {
        await using World world = await World.StartAsync();
        var faults = new Uri(world.Simulator.RootUrl, "__simulator/faults");

        Reply posted = await world.PostAsync(faults.ToString(), new JsonObject
        {
            ["kind"] = "status",
            ["status"] = 429,
            ["method"] = "GET",
            ["path"] = "/tasks/*",
            ["count"] = 1,
        });
        Assert.Equal(HttpStatusCode.Created, posted.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await world.GetAsync("tasks/status")).Status);

        JsonNode listed = (await world.GetAsync(faults.ToString())).Data.Single()!;
        Assert.Equal(1, (int)listed["hits"]!);
        Assert.Equal("/tasks/*", (string)listed["path"]!);

        Assert.Equal(HttpStatusCode.NoContent, (await world.DeleteAsync($"{faults}/{posted.Text("id")}")).Status);
        Assert.Empty((await world.GetAsync(faults.ToString())).Data);
        (await world.DeleteAsync($"{faults}/77")).Refuses(HttpStatusCode.NotFound, "resource_not_exist");

        world.Simulator.Faults.Add(Fault.Drop());
        Assert.Equal(HttpStatusCode.NoContent, (await world.DeleteAsync(faults.ToString())).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("indexes")).Status);
    }

    [Theory]
    [InlineData("""{"kind":"explode"}""", "parameter_invalid")]
    [InlineData("""{"status":500}""", "parameter_not_provided")]
    [InlineData("""{"kind":"status","status":700}""", "parameter_invalid")]
    [InlineData("""{"kind":"delay","delay_seconds":-1}""", "parameter_invalid")]
    [InlineData("""{"kind":"drop","when":"during"}""", "parameter_invalid")]
    [InlineData("""{"kind":"drop","every":0}""", "parameter_invalid")]
    [InlineData("""{"kind":"drop","every":1.5}""", "parameter_invalid")]
    [InlineData("""{"kind":"drop","probability":2}""", "parameter_invalid")]
    [InlineData("""{"kind":"drop","sometimes":true}""", "parameter_unknown")]
    public async Task A_fault_that_makes_no_sense_is_refused(string fault, string code)
    {
        await using World world = await World.StartAsync();
        Reply reply = await world.PostAsync(new Uri(world.Simulator.RootUrl, "__simulator/faults").ToString(), JsonNode.Parse(fault)!);
        reply.Refuses(HttpStatusCode.BadRequest, code);
        Assert.Empty(world.Simulator.Faults.List);
    }

    [Fact]
    public void A_fault_out_of_range_is_refused_in_process_too() =>
        Assert.Throws<ArgumentException>(static () => new FaultControl().Add(Fault.Answer(99)));
}
