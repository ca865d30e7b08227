using LongRun.Tests.Support;

namespace LongRun.Tests.Operations;

public sealed class WatchTests : WaitingTest
{
    [Fact]
    public void Every_change_of_status_is_given_once()
    {
        JobOperation job = JobOperation.Walking(Time, "queued", "queued", "running", "running", "queued", "done");

        Assert.Equal(["queued", "running", "queued", "done"], Time.Run(CollectAsync(job, Every(5))));
    }

    [Fact]
    public void Failure_is_given_and_ends_the_sequence()
    {
        Assert.Equal(["running", "broken"], Time.Run(CollectAsync(JobOperation.Walking(Time, "running", "broken", "running"), Every(5))));
    }

    [Fact]
    public void Operation_that_has_ended_gives_its_ending()
    {
        JobOperation job = JobOperation.Walking(Time, "done");
        Time.Run(job.UpdateStatusAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["done"], Time.Run(CollectAsync(job, Every(5))));
        Assert.Single(job.Looks);
    }

    [Fact]
    public void Limit_throws()
    {
        Time.RunToFault<OperationTimeoutException>(CollectAsync(JobOperation.Walking(Time, "running"), Every(5, Seconds(20))));

        Assert.Equal(Seconds(20), Time.Now);
    }

    [Fact]
    public void Watcher_who_sleeps_long_misses_nothing_that_another_wait_saw()
    {
        JobOperation job = JobOperation.Walking(Time, "a", "b", "c", "d", "done");
        Task<List<string?>> slow = CollectAsync(job, Every(100));
        Task<Job> quick = job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken);

        Time.Run(quick);

        Assert.Equal(["a", "b", "c", "d", "done"], Time.Run(slow));
        Assert.Equal(5, job.Looks.Count);
    }

    [Fact]
    public void Slow_consumer_does_not_slow_the_polling_down()
    {
        JobOperation job = JobOperation.Walking(Time, "a", "b", "done");

        Time.Run(CollectAsync(job, Every(30), pause: Seconds(20)));

        Assert.Equal([Seconds(0), Seconds(30), Seconds(60)], job.Looks);
    }

    [Fact]
    public void Cancellation_of_the_enumeration_ends_it()
    {
        using var stop = new CancellationTokenSource();
        Task<List<string?>> watch = CollectUntilAsync(JobOperation.Walking(Time, "running"), Every(30), TimeSpan.Zero, stop.Token);
        Time.Pass(Seconds(45));

        stop.Cancel();

        Time.RunToFault<TaskCanceledException>(watch);
        Assert.Equal(Seconds(45), Time.Now);
    }

    private Task<List<string?>> CollectAsync(JobOperation job, WaitOptions options, TimeSpan pause = default) =>
        CollectUntilAsync(job, options, pause, TestContext.Current.CancellationToken);

    private async Task<List<string?>> CollectUntilAsync(JobOperation job, WaitOptions options, TimeSpan pause, CancellationToken stop)
    {
        var seen = new List<string?>();
        await foreach (Job value in job.WatchAsync(options).WithCancellation(stop).ConfigureAwait(false))
        {
            seen.Add(value.Status);
            await Task.Delay(pause, Time, stop).ConfigureAwait(false);
        }

        return seen;
    }
}
