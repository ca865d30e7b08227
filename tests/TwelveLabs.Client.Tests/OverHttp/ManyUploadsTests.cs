using System.Collections.Concurrent;
using LongRun;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Faults;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>A thousand uploads at once through a bad network: none is lost, none is started twice.</summary>
public sealed class ManyUploadsTests
{
    private const int Uploads = 1000;

    // The waits share one skipping clock, so a pause of one passes for all: only the requests count here, not the time.
    private static readonly TimeSpan NoLimit = Timeout.InfiniteTimeSpan;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_a_thousand_uploads_with_a_tenth_of_faults_is_accounted_for_once()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        AddFaults(platform.Simulator.Faults);
        string[] videos = [.. Enumerable.Range(0, Uploads).Select(number => $"upload-{number:0000}")];
        var ready = new ConcurrentDictionary<string, IndexTask>();
        var uncertain = new ConcurrentBag<string>();
        await Task.WhenAll(videos.Select(async video =>
        {
            IndexingOperation operation;
            try
            {
                operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, video), Stop);
            }
            catch (OperationStartUncertainException)
            {
                uncertain.Add(VideoCatalogue.UrlOf(video));
                return;
            }

            ready[VideoCatalogue.UrlOf(video)] = await operation.WaitForCompletionAsync(platform.Patience(NoLimit), Stop);
        }));

        IReadOnlyList<SimulatedTask> tasks = platform.Simulator.Tasks;
        Assert.True(platform.Simulator.Faults.TotalHits > Uploads / 10);
        Assert.NotEmpty(uncertain);

        // None is lost: each upload ended ready with its own id, or was reported as uncertain.
        Assert.Equal(Uploads, ready.Count + uncertain.Count);
        Assert.All(ready.Values, task => Assert.Equal(IndexTaskStatus.Ready, task.Status));
        Assert.Equal(ready.Count, ready.Values.Select(task => task.Id).Distinct().Count());
        Assert.Equal(
            ready.Select(pair => (pair.Key, pair.Value.Id)).Order(),
            tasks.Where(task => ready.ContainsKey(task.Url!)).Select(task => (task.Url!, task.Id)).Order());

        // None is started twice: no URL has two tasks, and no request went out that the server took twice.
        Assert.Equal(tasks.Count, tasks.Select(task => task.Url).Distinct().Count());

        // The uncertain ones really were: for some the job exists, for some it does not, and nobody but the server knows.
        int startedUnseen = tasks.Count(task => uncertain.Contains(task.Url!));
        Assert.Equal(tasks.Count, ready.Count + startedUnseen);
        Assert.InRange(startedUnseen, 1, uncertain.Count - 1);
    }

    private static void AddFaults(FaultControl faults)
    {
        foreach ((string method, string path) in ((string, string)[])[("POST", "/tasks/external-provider"), ("GET", "/tasks/*")])
        {
            faults.Add(FaultTests.Named("drop-after") with { Method = method, Path = path, Probability = 0.02, Seed = 1 });
            faults.Add(FaultTests.Named("drop") with { Method = method, Path = path, Probability = 0.02, Seed = 2 });
            faults.Add(FaultTests.Named("truncate") with { Method = method, Path = path, Probability = 0.02, Seed = 3 });
            faults.Add(FaultTests.Named("500") with { Method = method, Path = path, Probability = 0.02, Seed = 4 });
            faults.Add(FaultTests.Named("429-retry-after") with { Method = method, Path = path, Probability = 0.02, Seed = 5 });
        }
    }
}
