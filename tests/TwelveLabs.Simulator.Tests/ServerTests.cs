using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Faults;

namespace TwelveLabs.Simulator.Tests;

public sealed class ServerTests
{
    [Fact]
    public async Task Each_simulator_is_a_world_of_its_own_on_a_port_of_its_own()
    {
        await using World first = await World.StartAsync(), second = await World.StartAsync();
        await first.CreateIndexAsync();

        Assert.NotEqual(first.Simulator.BaseUrl, second.Simulator.BaseUrl);
        Assert.Matches(@"^http://127\.0\.0\.1:[0-9]+/v1\.2/$", first.Simulator.BaseUrl.ToString());
        Assert.Empty((await second.GetAsync("indexes")).Data);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_so()
    {
        await using World world = await World.StartAsync();
        await Assert.ThrowsAsync<IOException>(() => TwelveLabsSimulator.StartAsync(new SimulatorOptions { Port = world.Simulator.BaseUrl.Port }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Options_out_of_their_range_are_refused()
    {
        SimulatorOptions[] bad =
        [
            new() { Speed = 0 }, new() { Speed = double.NaN }, new() { Port = -1 }, new() { Port = 65536 }, new() { MaxUploadBytes = 0 },
            new() { ExternalProviderCreateStatus = 204 }, new() { MissingResourceStatus = 410 }, new() { Limits = new() { Uploads = -1 } },
            new() { Limits = new() { Window = TimeSpan.Zero } },
        ];
        foreach (SimulatorOptions options in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => TwelveLabsSimulator.StartAsync(options, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Requests_are_counted_by_method_and_path()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        string task = await world.UploadAsync(index);
        await world.GetAsync($"tasks/{task}");
        await world.GetAsync($"tasks/{task}?surely_unknown=1");
        await world.GetAsync(new Uri(world.Simulator.RootUrl, "__simulator/faults").ToString());

        RequestLog requests = world.Simulator.Requests;
        Assert.Equal(4, requests.Total);
        Assert.Equal(2, requests.Count("GET", "/tasks/*"));
        Assert.Equal(1, requests.Count("post", "tasks/external-provider"));
        Assert.Equal(3, requests.Count("*", "/tasks/**"));
        Assert.Equal(2, requests.Counts[("GET", $"/tasks/{task}")]);

        Reply overHttp = await world.GetAsync(new Uri(world.Simulator.RootUrl, "__simulator/requests").ToString());
        Assert.Equal(4, (int)overHttp.Json["total"]!);
        Assert.Single((await world.GetAsync(new Uri(world.Simulator.RootUrl, "__simulator/tasks").ToString())).Data);

        requests.Clear();
        Assert.Equal(0, requests.Total);
    }

    [Fact]
    public async Task A_thousand_uploads_at_once_with_faults_lose_nothing()
    {
        const int Uploads = 1000;
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        (FaultMoment When, Fault Fault)[] faults =
        [
            (FaultMoment.Before, Fault.Answer(503) with { Every = 17 }),
            (FaultMoment.Before, Fault.Drop() with { Every = 31 }),
            (FaultMoment.After, Fault.Drop(FaultMoment.After) with { Every = 41 }),
            (FaultMoment.After, Fault.Truncate() with { Probability = 0.02, Seed = 7 }),
        ];
        string[] ids = [.. faults.Select(f => world.Simulator.Faults.Add(f.Fault with { Method = "POST" }))];
        var acknowledged = new ConcurrentDictionary<string, string>();

        await Parallel.ForAsync(0, Uploads, new ParallelOptions { MaxDegreeOfParallelism = Uploads }, async (n, _) =>
        {
            string url = VideoCatalogue.UrlOf($"film-{n:D6}");
            try
            {
                Reply reply = await world.PostUrlAsync(index, url);
                if (reply.Status == HttpStatusCode.Created)
                {
                    Assert.True(acknowledged.TryAdd(url, reply.Text("_id")));
                }
            }
            catch (HttpRequestException)
            {
                // Cut before or after the act: which of the two is counted below.
            }
        });

        Dictionary<string, int> hits = world.Simulator.Faults.List.ToDictionary(static f => f.Id, static f => f.Hits);
        int lostBefore = faults.Zip(ids).Where(static f => f.First.When == FaultMoment.Before).Sum(f => hits[f.Second]);
        int lostAfter = faults.Zip(ids).Where(static f => f.First.When == FaultMoment.After).Sum(f => hits[f.Second]);
        IReadOnlyList<SimulatedTask> tasks = world.Simulator.Tasks;

        Assert.True(lostBefore > 50 && lostAfter > 20);
        Assert.Equal(Uploads, world.Simulator.Requests.Count("POST", "/tasks/external-provider"));
        Assert.Equal(Uploads - lostBefore, tasks.Count);
        Assert.Equal(Uploads - lostBefore - lostAfter, acknowledged.Count);
        Assert.Equal(tasks.Count, tasks.Select(static t => t.Id).Distinct().Count());
        Assert.Equal(tasks.Count, tasks.Select(static t => t.Url).Distinct().Count());
        Dictionary<string, string> byUrl = tasks.ToDictionary(static t => t.Url!, static t => t.Id);
        Assert.All(acknowledged, a => Assert.Equal(byUrl[a.Key], a.Value));

        world.Clock.Advance(World.LongEnough);
        Assert.Equal(tasks.Count, (int)(await world.GetAsync($"tasks/status?index_id={index}")).Json["ready"]!);
        Assert.Equal(tasks.Count, (int)(await world.GetAsync($"indexes/{index}")).Json["video_count"]!);
    }

    [Theory]
    [InlineData("", 0, 60)]
    [InlineData("--port 8080", 8080, 60)]
    [InlineData("--port 8080 --speed 0.5", 8080, 0.5)]
    [InlineData("--speed=600 --port=0", 0, 600)]
    public void Arguments_are_read(string line, int port, double speed)
    {
        Assert.True(ProgramArguments.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), out ProgramArguments? arguments, out _));
        Assert.Equal((port, speed), (arguments.Port, arguments.Speed));
    }

    [Theory]
    [InlineData("--port", "needs a number")]
    [InlineData("--port x", "'x'")]
    [InlineData("--port 65536", "65536")]
    [InlineData("--port -1", "-1")]
    [InlineData("--speed 0", "--speed")]
    [InlineData("--speed -3", "--speed")]
    [InlineData("--speed NaN", "--speed")]
    [InlineData("--fast", "--fast")]
    [InlineData("8080", "8080")]
    public void Bad_arguments_are_named(string line, string named)
    {
        Assert.False(ProgramArguments.TryParse(line.Split(' '), out _, out string? problem));
        Assert.Contains(named, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_on_a_deleted_or_foreign_id_never_breaks_the_server()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        string[] paths = ["indexes/%00", "tasks/%2F", "tasks/" + new string('a', 4000), "search/%F0%9F%90%90", $"indexes/{index}/videos/x", "tasks?page=%20", "tasks?index_id[]=1"];
        foreach (string path in paths)
        {
            Assert.InRange((int)(await world.GetAsync(path)).Status, 400, 499);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await world.PostAsync("gist", JsonNode.Parse("""{"video_id":{"a":1},"types":1}""")!)).Status);
    }
}
