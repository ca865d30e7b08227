using System.Diagnostics;
using LongRun.Http;
using LongRun.Tests.Support;
using LongRun.Tests.Watching;

namespace LongRun.Tests.Telemetry;

/// <summary>A watch over one of many tells of itself as a wait does.</summary>
public sealed class WatchTraceTests : WaitingTest, IDisposable
{
    private readonly ListenedWaits _heard = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _heard.Dispose();

    [Fact]
    public void A_watch_is_one_span_and_is_counted_while_it_goes_on()
    {
        JobWatcher watcher = Watcher().With("job-1", 30);

        Time.Run(watcher.WaitAsync("job-1", Stop));

        Assert.Equal("succeeded", _heard.Span.GetTagItem("longrun.wait.outcome"));
        Assert.Equal("job-1", _heard.Span.GetTagItem("longrun.operation.id"));
        Assert.Equal([1, -1], _heard.Measured("longrun.wait.active").Select(static m => m.Value));
        Assert.Equal(watcher.Asked.Count, _heard.Measured("longrun.wait.polls").Count());
        Assert.Single(_heard.Measured("longrun.wait.time_to_notice"));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void How_a_watch_ended_is_told()
    {
        JobWatcher watcher = Watcher(Seconds(60)).With("done", 10).With("broken", 10, "broken").With("slow", 100).With("gone", 10);
        watcher.StatusFault = static (id, call) => id == "gone" && call > 1 ? new ApiException("Not found.", 404) : null;
        watcher.Hidden.Add("gone");

        Time.Run(watcher.WaitAllAsync(["done", "broken", "slow", "gone"], Stop));

        Assert.Equal(
            ["error", "failed", "succeeded", "timed_out"],
            _heard.Measured("longrun.wait.duration").Select(static m => (string?)m.Tags["longrun.wait.outcome"]).Order());
    }

    [Fact]
    public void A_watch_that_is_given_up_was_cancelled()
    {
        JobWatcher watcher = Watcher().With("job-1", 30);
        using var stop = new CancellationTokenSource();
        Task<WatchedOperation<Job>> wait = watcher.WaitAsync("job-1", stop.Token);

        stop.Cancel();

        Time.RunToFault<TaskCanceledException>(wait);
        Assert.Equal("cancelled", _heard.Span.GetTagItem("longrun.wait.outcome"));
    }

    private JobWatcher Watcher(TimeSpan? limit = null) => new(Time, new OperationWatcherOptions { TimeProvider = Time, MaxWaitTime = limit }, _heard.Monitor);
}
