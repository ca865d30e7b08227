using System.Net;
using LongRun;
using TwelveLabs.AspNetCore.Tests.Support;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.AspNetCore.Tests;

/// <summary>Waits that a webhook of the simulated platform wakes, over real HTTP both ways.</summary>
public sealed class WokenWaitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_ends_a_wait_with_one_status_call()
    {
        await using Platform platform = await Platform.StartAsync();
        IndexingOperation upload = await platform.UploadAsync();
        Task<IndexTask> waiting = upload.WaitForCompletionAsync(platform.OnlySignals(), Stop);
        Assert.Equal(1, platform.Site.Receiver.ConnectedWaits);

        platform.End(upload);
        IndexTask task = await waiting;

        Assert.Equal(IndexTaskStatus.Ready, task.Status);
        Assert.NotNull(task.VideoId);
        Assert.Equal(1, platform.Looks);
        Assert.Equal(0, platform.Site.Receiver.ConnectedWaits);
    }

    [Fact]
    public async Task A_webhook_of_a_failure_ends_the_wait_with_the_reason_from_the_status_call()
    {
        await using Platform platform = await Platform.StartAsync();
        IndexingOperation upload = await platform.UploadAsync(VideoCatalogue.FailsWhileIndexing);
        Task<IndexTask> waiting = upload.WaitForCompletionAsync(platform.OnlySignals(), Stop);

        platform.End(upload);
        OperationFailedException failed = await Assert.ThrowsAsync<OperationFailedException>(() => waiting);

        Assert.Equal(upload.Id, failed.OperationId);
        Assert.Equal(1, platform.Looks);
    }

    [Fact]
    public async Task A_webhook_that_came_before_the_wait_is_not_lost()
    {
        await using Platform platform = await Platform.StartAsync();
        IndexingOperation upload = await platform.UploadAsync();
        platform.End(upload);
        await platform.Simulator.Webhooks.WaitForDeliveriesAsync(1, Stop);

        IndexTask task = await upload.WaitForCompletionAsync(platform.OnlySignals(), Stop);

        Assert.Equal(IndexTaskStatus.Ready, task.Status);
        Assert.Equal(1, platform.Looks);
    }

    [Fact]
    public async Task A_forged_webhook_wakes_nobody()
    {
        await using Platform platform = await Platform.StartAsync();
        IndexingOperation upload = await platform.UploadAsync();
        Task<IndexTask> waiting = upload.WaitForCompletionAsync(platform.OnlySignals(), Stop);
        string forged = Site.Event(upload.Id);

        Assert.Equal(HttpStatusCode.Unauthorized, await platform.Site.SendAsync(forged, platform.Site.Sign(forged, "whsec_of_somebody_else")));
        platform.End(upload);
        await waiting;

        // Had it been believed, there would have been a look while the task was running.
        Assert.Equal(1, platform.Looks);
    }

    [Fact]
    public async Task Webhooks_in_any_order_wake_each_wait_once()
    {
        await using Platform platform = await Platform.StartAsync();
        IndexingOperation slow = await platform.UploadAsync(VideoCatalogue.Lighthouse);
        IndexingOperation fast = await platform.UploadAsync(VideoCatalogue.ShortestForPegasus);
        Task<IndexTask> slowWait = slow.WaitForCompletionAsync(platform.OnlySignals(), Stop);
        Task<IndexTask> fastWait = fast.WaitForCompletionAsync(platform.OnlySignals(), Stop);

        platform.End(fast);
        Assert.Equal(fast.Id, (await fastWait).Id);
        Assert.False(slowWait.IsCompleted);
        platform.End(slow);
        Assert.Equal(slow.Id, (await slowWait).Id);

        Assert.Equal(2, platform.Looks);
    }

    [Fact]
    public async Task Two_waits_for_one_task_are_both_woken()
    {
        await using Platform platform = await Platform.StartAsync();
        IndexingOperation upload = await platform.UploadAsync();
        Task<IndexTask> first = upload.WaitForCompletionAsync(platform.OnlySignals(), Stop);
        Task<IndexTask> second = upload.WaitForCompletionAsync(platform.OnlySignals(), Stop);
        Assert.Equal(2, platform.Site.Receiver.ConnectedWaits);

        platform.End(upload);
        IndexTask[] tasks = await Task.WhenAll(first, second);

        Assert.All(tasks, static task => Assert.Equal(IndexTaskStatus.Ready, task.Status));
        Assert.InRange(platform.Looks, 1, 2);
    }

    [Fact]
    public async Task A_lost_webhook_costs_the_signalled_delay_and_no_more()
    {
        await using Platform platform = await Platform.StartAsync(sendsWebhooks: false);
        IndexingOperation upload = await platform.UploadAsync();
        var clock = new WatchedClock(IndexingOperation.StatusMonitor.SignalledDelay);
        Task<IndexTask> waiting = platform.Client.ResumeIndexing(upload.Id).WaitForCompletionAsync(platform.OnlySignals(clock), Stop);
        await clock.Begun;
        Assert.Equal(1, platform.Looks);

        platform.End(upload);
        clock.Advance(IndexingOperation.StatusMonitor.SignalledDelay);

        Assert.Equal(IndexTaskStatus.Ready, (await waiting).Status);
        Assert.Equal(2, platform.Looks);
    }

    [Fact]
    public async Task A_status_call_that_sees_the_end_first_leaves_the_webhook_nothing_to_do()
    {
        await using Platform platform = await Platform.StartAsync(sendsWebhooks: false);
        IndexingOperation upload = await platform.UploadAsync();
        platform.End(upload);

        IndexTask task = await platform.Client.ResumeIndexing(upload.Id).WaitForCompletionAsync(platform.OnlySignals(), Stop);
        Assert.Equal(HttpStatusCode.OK, await platform.Site.SendAsync(Site.Event(upload.Id)));

        Assert.Equal(IndexTaskStatus.Ready, task.Status);
        Assert.Equal(1, platform.Looks);
    }
}
