using System.Text.Json;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Webhooks;

namespace TwelveLabs.Cli.Tests;

/// <summary>The commands on a platform, as scripts use them: text in pipes, or JSON.</summary>
public sealed class CommandsTests : IAsyncLifetime
{
    private TwelveLabsSimulator _simulator = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 1000 }, Stop);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task An_index_is_created_listed_and_deleted()
    {
        CommandLine.Result created = await RunAsync("indexes", "create", "films");
        CommandLine.Result listed = await RunAsync("indexes", "list", "--json");
        CommandLine.Result asked = await RunAsync("indexes", "delete", "films");
        CommandLine.Result deleted = await RunAsync("indexes", "delete", "films", "--yes");
        CommandLine.Result empty = await RunAsync("indexes", "list", "--json");

        Assert.Equal([0, 0, 2, 0, 0], new[] { created, listed, asked, deleted, empty }.Select(static r => r.ExitCode));
        JsonElement index = Assert.Single(Json(listed));
        Assert.Equal("films", index.GetProperty("name").GetString());
        Assert.Contains(index.GetProperty("id").GetString()!, created.Output, StringComparison.Ordinal);
        Assert.Contains("--yes", asked.Error, StringComparison.Ordinal);
        Assert.Empty(empty.Output);
    }

    [Fact]
    public async Task Uploads_are_waited_for_and_a_second_run_sends_nothing()
    {
        await RunAsync("indexes", "create", "films");
        string folder = Directory.CreateTempSubdirectory("longrun-cli-").FullName;
        string list = Path.Combine(folder, "urls.txt");
        await File.WriteAllTextAsync(list, $"# two more\n{VideoCatalogue.UrlOf("video-00002")}\n\n{VideoCatalogue.UrlOf("video-00003")}\n", Stop);
        string[] command = ["upload", VideoCatalogue.UrlOf("video-00001"), "--index", "films", "--file", list, "--wait", "--journal", Path.Combine(folder, "j.jsonl"), "--json"];

        CommandLine.Result first = await RunAsync(command);
        CommandLine.Result second = await RunAsync(command);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        string[] videos = [.. Json(first).Where(static l => l.GetProperty("event").GetString() == "ended").Select(static l => l.GetProperty("video_id").GetString()!)];
        Assert.Equal(3, videos.Length);
        Assert.Equal(videos.Order(), Json(second).Where(static l => l.GetProperty("event").GetString() == "ended").Select(static l => l.GetProperty("video_id").GetString()!).Order());
        Assert.Equal(3, _simulator.Tasks.Count);
        Assert.Equal(3, Json(await RunAsync("videos", "list", "--index", "films", "--json")).Count());
        Assert.Equal(videos[0], Assert.Single(Json(await RunAsync("videos", "get", videos[0], "--index", "films", "--json"))).GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_upload_that_is_only_started_says_how_to_wait_for_it()
    {
        await RunAsync("indexes", "create", "films");

        CommandLine.Result started = await RunAsync("upload", VideoCatalogue.UrlOf("video-00001"), "--index", "films");
        string task = _simulator.Tasks[0].Id;
        CommandLine.Result waited = await RunAsync("tasks", "wait", task);
        CommandLine.Result listed = await RunAsync("tasks", "list", "--index", "films", "--json");

        Assert.Equal((0, 0), (started.ExitCode, waited.ExitCode));
        Assert.Contains($"twelvelabs tasks wait {task}", started.Error, StringComparison.Ordinal);
        Assert.Matches($"(?m)^{task}  ready  video [0-9a-f]{{24}}$", waited.Output);
        Assert.Equal(task, Assert.Single(Json(listed)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_upload_that_listens_for_webhooks_is_woken_by_one()
    {
        int port = FreePort();
        await using TwelveLabsSimulator slow = await TwelveLabsSimulator.StartAsync(
            new SimulatorOptions { Speed = 300, Webhooks = [new WebhookEndpoint(new Uri($"http://127.0.0.1:{port}/hooks/twelvelabs"), "secret-of-a-test")] },
            Stop);
        await CommandLine.RunAsync(Server(slow), "indexes", "create", "films");
        string journal = Path.Combine(Directory.CreateTempSubdirectory("longrun-cli-").FullName, "j.jsonl");

        CommandLine.Result result = await CommandLine.RunAsync(
            new Dictionary<string, string?>(Server(slow)) { ["TWELVELABS_WEBHOOK_SECRET"] = "secret-of-a-test" },
            "upload", VideoCatalogue.UrlOf("video-00001"), "--index", "films", "--wait", "--journal", journal, "--webhook-port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"http://127.0.0.1:{port}/hooks/twelvelabs", result.Error, StringComparison.Ordinal);
        Assert.Contains("ready", result.Output, StringComparison.Ordinal);
        Assert.Contains(slow.Webhooks.Deliveries, static delivery => delivery.Succeeded);
    }

    [Fact]
    public async Task A_task_that_fails_gives_the_reason_and_exit_code_1_and_the_others_go_on()
    {
        await RunAsync("indexes", "create", "films");
        await RunAsync("upload", VideoCatalogue.UrlOf(VideoCatalogue.FailsWhileIndexing), VideoCatalogue.UrlOf("video-00002"), "--index", "films");

        CommandLine.Result watched = await RunAsync(["tasks", "watch", .. _simulator.Tasks.Select(static t => t.Id)]);

        Assert.Equal(1, watched.ExitCode);
        Assert.Contains("  failed  ", watched.Output, StringComparison.Ordinal);
        Assert.Contains("  ready  video ", watched.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_is_not_there_is_named_with_exit_code_3()
    {
        CommandLine.Result result = await RunAsync("tasks", "wait", new string('0', 24));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("404", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_wait_says_how_to_pick_the_task_up_with_exit_code_130()
    {
        await using TwelveLabsSimulator slow = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 1 }, Stop);
        await CommandLine.RunAsync(Server(slow), "indexes", "create", "films");
        await CommandLine.RunAsync(Server(slow), "upload", VideoCatalogue.UrlOf("video-00001"), "--index", "films");

        CommandLine.Result stopped = await CommandLine.RunAndStopAsync(slow.Tasks[0].Id, Server(slow), "tasks", "wait", slow.Tasks[0].Id);

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains($"twelvelabs tasks wait {slow.Tasks[0].Id}", stopped.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://vimeo.com/1", "not a YouTube host")]
    [InlineData(null, "at least one URL")]
    public async Task A_wrong_upload_is_refused_before_anything_is_sent(string? url, string said)
    {
        CommandLine.Result result = await RunAsync(url is null ? ["upload", "--index", "films"] : ["upload", url, "--index", "films"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Equal(0, _simulator.Requests.Count("GET", "/indexes"));
    }

    [Fact]
    public async Task An_index_that_is_not_there_and_a_missing_key_are_explained_with_exit_code_2()
    {
        CommandLine.Result index = await RunAsync("videos", "list", "--index", "nope");
        CommandLine.Result key = await CommandLine.RunAsync(new Dictionary<string, string?> { ["TWELVELABS_API_KEY"] = null }, "indexes", "list");

        Assert.Equal((2, 2), (index.ExitCode, key.ExitCode));
        Assert.Contains("'nope'", index.Error, StringComparison.Ordinal);
        Assert.Contains("TWELVELABS_API_KEY", key.Error, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Dictionary<string, string?> Server(TwelveLabsSimulator simulator) => new()
    {
        ["TWELVELABS_API_KEY"] = "key-of-a-test",
        ["TWELVELABS_BASE_URL"] = simulator.BaseUrl.ToString(),
    };

    private Task<CommandLine.Result> RunAsync(params string[] arguments) => CommandLine.RunAsync(Server(_simulator), arguments);

    private static IEnumerable<JsonElement> Json(CommandLine.Result result) => result.Lines.Select(static line => JsonDocument.Parse(line).RootElement);
}
