using System.Diagnostics;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Faults;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>A thousand uploads, every fifth request hit by a fault, and the uploading process killed twenty times.</summary>
public sealed class UploadSoakTests
{
    private const int Uploads = 1000;
    private const int Kills = 20;

    // A video of ten minutes is indexed in about half a second.
    private const double Speed = 1200;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 900_000)]
    public async Task Every_url_ends_with_one_task()
    {
        int seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"Seed of the soak: {seed}");
        var random = new Random(seed);
        await using TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = Speed }, Stop);
        var client = new TwelveLabsClient(new TwelveLabsOptions { ApiKey = TestHost.Key, BaseAddress = simulator.BaseUrl });
        CreatedResource index = await client.CreateIndexAsync(
            new CreateIndexRequest { IndexName = "soak", Engines = [new IndexEngine { EngineName = "marengo2.6", EngineOptions = [EngineOption.Visual, EngineOption.Conversation] }] },
            Stop);
        AddFaults(simulator.Faults, seed);
        string folder = Directory.CreateTempSubdirectory("longrun-soak-").FullName;
        string list = Path.Combine(folder, "urls.txt");
        string[] urls = [.. Enumerable.Range(0, Uploads).Select(static i => VideoCatalogue.UrlOf($"soak-{i:000000}"))];
        await File.WriteAllLinesAsync(list, urls, Stop);
        string[] arguments = [simulator.BaseUrl.ToString(), index.Id, Path.Combine(folder, "uploads.jsonl"), list];

        for (int kill = 0; kill < Kills; kill++)
        {
            using Process process = Start(arguments);

            // Killed at any line of its journal, so early that twenty lives do not suffice.
            int lines = random.Next(1, 2 * Uploads / Kills);
            while (lines > 0 && await process.StandardOutput.ReadLineAsync(Stop) is { } line)
            {
                lines -= line.StartsWith("journal ", StringComparison.Ordinal) ? 1 : 0;
            }

            process.Kill();
            await process.WaitForExitAsync(Stop);
        }

        using Process last = Start(arguments);
        Task<string> errors = last.StandardError.ReadToEndAsync(Stop);
        string[] printed = (await last.StandardOutput.ReadToEndAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await last.WaitForExitAsync(Stop);
        Assert.True(last.ExitCode == 0, await errors);

        (string Outcome, string Url, string Task)[] results = [.. printed.Where(static line => !line.StartsWith("journal ", StringComparison.Ordinal)).Select(static line => line.Split(' ')).Select(static part => (part[0], part[1], part[2]))];
        Assert.Equal(urls.Order(), results.Select(static r => r.Url).Order());

        // Nobody else writes to the index, so there is nothing that could be uncertain.
        Assert.All(results, result => Assert.True(result.Outcome == "Ready", $"{result} (seed {seed})"));
        IReadOnlyList<SimulatedTask> tasks = simulator.Tasks;
        Assert.All(results, result => Assert.Equal(result.Task, Assert.Single(tasks, task => task.Url == result.Url).Id));

        // Never two, and none that is nobody's.
        Assert.Equal(tasks.Count, tasks.Select(static task => task.Url).Distinct().Count());
        Assert.True(simulator.Faults.TotalHits > Uploads / 5, $"Only {simulator.Faults.TotalHits} requests were hit.");
    }

    private static void AddFaults(FaultControl faults, int seed)
    {
        Fault[] quick =
        [
            Fault.Drop(FaultMoment.After),
            Fault.Drop(),
            Fault.Truncate(),
            Fault.Truncate(keepBytes: 0),
            Fault.Answer(408),
            Fault.Answer(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "2" } },
            Fault.Answer(500),
            Fault.Answer(503) with { When = FaultMoment.After },
            Fault.HtmlPage(),
            Fault.HtmlPage(200),
            Fault.Answer(200, "{\"_id\":"),
        ];

        // Rarer, as these take real time: longer than the limit of a call, which is 1.2 s of it.
        Fault[] slow = [Fault.SlowBody(), Fault.Late(TimeSpan.FromSeconds(2))];
        Fault[] kinds = [.. quick, .. slow];
        for (int i = 0; i < kinds.Length; i++)
        {
            double probability = i < quick.Length ? 0.18 / quick.Length : 0.02 / slow.Length;
            faults.Add(kinds[i] with { Path = "/tasks", Probability = probability, Seed = seed + i });
            faults.Add(kinds[i] with { Path = "/tasks/*", Probability = probability, Seed = seed - i });
        }
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet",
        ["exec", Path.Combine(AppContext.BaseDirectory, "UploadInAnotherProcess.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
