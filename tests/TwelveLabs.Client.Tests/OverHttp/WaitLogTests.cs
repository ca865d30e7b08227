using LongRun;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Faults;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>What waits log in a program that has a container and configures nothing.</summary>
public sealed class WaitLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_status_that_the_document_does_not_list_is_logged_once_and_waited_through()
    {
        using var log = new CollectingLogger();
        await using Platform platform = await Platform.StartAsync(log: log);
        CreateExternalProviderTaskRequest upload = Platform.Upload(await platform.CreateIndexAsync(), VideoCatalogue.UndocumentedStatus);
        var seen = new Seen();

        IndexTask task = await platform.Client.UploadFromExternalProviderAndWaitAsync(upload, Often(platform, seen), Stop);

        Assert.Equal(IndexTaskStatus.Ready, task.Status);
        Assert.True(seen.Count(static s => s == "optimizing") > 1);
        Assert.Single(log.Lines, line => line.StartsWith($"Indexing {task.Id} has status 'optimizing', which this client does not know", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failed_status_calls_and_a_wait_given_up_are_logged_without_key_and_payload()
    {
        using var log = new CollectingLogger();
        await using Platform platform = await Platform.StartAsync(log: log);
        CreateExternalProviderTaskRequest upload = Platform.Upload(await platform.CreateIndexAsync(), VideoCatalogue.NeverEnds);
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(upload, Stop);
        platform.Simulator.Faults.Add(Fault.HtmlPage() with { Method = "GET", Every = 2 });

        await Assert.ThrowsAsync<OperationTimeoutException>(() => operation.WaitForCompletionAsync(platform.Patience(TimeSpan.FromMinutes(10)), Stop));

        string[] lines = [.. log.Lines.Where(line => line.Contains(operation.Id, StringComparison.Ordinal) && line.Contains("Operation=Indexing", StringComparison.Ordinal))];
        Assert.Contains(lines, static line => line.StartsWith("Status call ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains($"pick it up with ResumeIndexing(\"{operation.Id}\")", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains("<html", StringComparison.OrdinalIgnoreCase) || line.Contains("Exception:", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, static line => line.Contains(TestHost.Key, StringComparison.Ordinal));
    }

    private static WaitOptions Often(Platform platform, IProgress<OperationProgress> progress) => new()
    {
        TimeProvider = platform.Clock,
        PollTimeout = platform.Patience().PollTimeout,
        Delay = DelayStrategy.Fixed(TimeSpan.FromSeconds(2)),
        Progress = progress,
    };

    private sealed class Seen : List<string?>, IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => Add(value.Status);
    }
}
