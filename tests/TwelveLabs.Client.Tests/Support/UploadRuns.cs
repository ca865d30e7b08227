using LongRun;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Client.Tests.Support;

/// <summary>Runs of <c>UploadManyAsync</c> against the simulated platform.</summary>
internal static class UploadRuns
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static string[] Urls(int count) => [.. Enumerable.Range(0, count).Select(static i => VideoCatalogue.UrlOf($"upload-{i:0000}"))];

    internal static UploadRecord Record(string index, UploadRecordKind kind, string url) => new() { Kind = kind, IndexId = index, Url = url, At = DateTimeOffset.UnixEpoch };

    internal static UploadManyOptions Options(Platform platform, IUploadJournal journal, int maxConcurrency = 25) => new()
    {
        Journal = journal,
        MaxConcurrency = maxConcurrency,
        Watch = new OperationWatcherOptions { TimeProvider = platform.Clock, MaxWaitTime = Timeout.InfiniteTimeSpan, RequestsPerSecond = 1000, PollTimeout = Platform.PollLimit },
    };

    internal static async Task<List<UploadResult>> UploadAsync(Platform platform, string index, IEnumerable<string> urls, IUploadJournal journal)
    {
        var results = new List<UploadResult>();
        await foreach (UploadResult result in platform.Client.UploadManyAsync(index, urls.Select(static u => new Uri(u)), Options(platform, journal), Stop))
        {
            results.Add(result);
        }

        return results;
    }

    internal static async Task<List<UploadResult>> UploadAsync(Platform platform, string index, IEnumerable<string> urls, string path)
    {
        await using FileUploadJournal journal = FileUploadJournal.Open(path);
        return await UploadAsync(platform, index, urls, journal);
    }

    internal static void AssertOneTaskEach(Platform platform, List<UploadResult> results, string? index = null)
    {
        SimulatedTask[] tasks = [.. platform.Simulator.Tasks.Where(task => index is null || task.IndexId == index)];
        Assert.All(results, result => Assert.Equal(result.TaskId, Assert.Single(tasks, task => task.Url == result.Url.OriginalString).Id));
    }
}
