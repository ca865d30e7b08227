using LongRun.Http;
using LongRun.Tests.Support;

namespace LongRun.Tests.Watching;

public sealed class OperationWatcherTests : WaitingTest
{
    private static readonly string[] Ten = [.. Enumerable.Range(0, 10).Select(static i => $"job-{i}")];

    private JobWatcher Watcher(OperationWatcherOptions? options = null, bool recent = false, bool grants = true) =>
        new(Time, options ?? new OperationWatcherOptions { TimeProvider = Time }) { AsksForRecent = recent, GrantsRecent = grants };

    private JobWatcher WatcherOfTen(OperationWatcherOptions? options = null, bool recent = false, bool grants = true)
    {
        JobWatcher watcher = Watcher(options, recent, grants);
        for (int i = 0; i < Ten.Length; i++)
        {
            watcher.With(Ten[i], 20 + (i * 10), i == 3 ? "broken" : "done");
        }

        return watcher;
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void All_ends_are_seen_and_confirmed(bool recent, bool grants)
    {
        JobWatcher watcher = WatcherOfTen(recent: recent, grants: grants);

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        Assert.Equal(Ten, ended.Select(static e => e.Id));
        Assert.All(ended.Where(static e => e.Id != "job-3"), static e => Assert.Equal("done", e.GetValueOrThrow().Status));
        OperationFailedException failure = Assert.Throws<OperationFailedException>(() => ended[3].GetValueOrThrow());
        Assert.Equal("out of film", failure.Reason);
        Assert.Equal(OperationState.Failed, ended[3].Outcome!.State);
        Assert.Equal(0, watcher.Count);
    }

    [Fact]
    public void Each_end_is_given_as_it_comes()
    {
        JobWatcher watcher = WatcherOfTen();
        var order = new List<string>();

        Time.Run(ReadAsync());

        Assert.Equal(Ten, order);

        async Task<int> ReadAsync()
        {
            await foreach (WatchedOperation<Job> ended in watcher.WatchAsync(Enumerable.Reverse(Ten), TestContext.Current.CancellationToken))
            {
                order.Add(ended.Id);
            }

            return 0;
        }
    }

    [Fact]
    public void A_list_costs_less_than_a_call_for_each()
    {
        JobWatcher watcher = WatcherOfTen(recent: true);

        Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        // Each was asked for when the list showed its end; the last few, as many as pages, one by one.
        Assert.All(Ten.Take(6), id => Assert.Equal(1, watcher.Asked.Count(asked => asked == id)));
        Assert.True(watcher.Pages.Count > 10);
    }

    [Fact]
    public void What_no_page_shows_is_asked_for_one_by_one()
    {
        JobWatcher watcher = WatcherOfTen();
        watcher.Hidden.Add("job-9");
        watcher.Hidden.Add("job-8");

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        Assert.True(ended[9].IsSuccess);
        Assert.True(ended[8].IsSuccess);
    }

    [Fact]
    public void A_list_that_is_not_in_the_order_asked_for_is_read_in_full()
    {
        // The only one that ends soon stands on the last page, behind pages without news.
        JobWatcher watcher = Watcher(recent: true, grants: false).With("oldest", 300);
        foreach (string id in Ten)
        {
            watcher.With(id, 3000);
        }

        WatchedOperation<Job>[] ended = [.. Time.Run(FirstAsync(watcher, ["oldest", .. Ten]))];

        Assert.Equal("oldest", Assert.Single(ended).Id);
        Assert.InRange(watcher.ConfirmedAt["oldest"], Seconds(300), Seconds(300) + JobOperation.Rendering.MaxDelay + Seconds(2));
    }

    [Fact]
    public void A_job_that_is_gone_ends_the_watch_over_it_only()
    {
        JobWatcher watcher = WatcherOfTen();
        watcher.Hidden.Add("job-5");
        watcher.StatusFault = static (id, call) => id == "job-5" && call > 1 ? new ApiException("Not found.", 404, null) : null;

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        Assert.IsType<ApiException>(ended[5].Error);
        Assert.Null(ended[5].Outcome);
        Assert.Equal(8, ended.Count(static e => e.IsSuccess));
    }

    [Fact]
    public void A_refused_list_ends_the_watch_over_all_with_the_reason()
    {
        JobWatcher watcher = WatcherOfTen();
        watcher.ListFault = static _ => new ApiException("The key is wrong.", 401, null);

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        Assert.All(ended, static e => Assert.Equal(401, Assert.IsType<ApiException>(e.Error).StatusCode));
        Assert.Single(watcher.Requests);
    }

    [Fact]
    public void Faults_are_survived()
    {
        JobWatcher watcher = WatcherOfTen();
        watcher.ListFault = static call => call % 3 == 0 ? new HttpRequestException("broken") : call % 5 == 0 ? new ApiException("busy", 503, null) : null;
        watcher.StatusFault = static (_, call) => call == 1 ? new ApiException("too many", 429, null) : null;

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        Assert.All(ended.Where(static e => e.Id != "job-3"), static e => Assert.True(e.IsSuccess, $"{e.Id}: {e.Error}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_failed_call_for_the_last_ones_is_made_again(int count)
    {
        JobWatcher watcher = Watcher();
        string[] ids = [.. Ten.Take(count)];
        foreach (string id in ids)
        {
            watcher.With(id, 50);
        }

        watcher.StatusFault = static (_, call) => call % 2 == 1 ? new ApiException("busy", 503) : null;

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(ids, TestContext.Current.CancellationToken));

        Assert.All(ended, static e => Assert.True(e.IsSuccess, e.Error?.Message));

        // And not only at the limit, an hour later.
        Assert.All(ids, id => Assert.InRange(watcher.ConfirmedAt[id], Seconds(50), Seconds(400)));
    }

    [Fact]
    public void A_list_that_never_answers_is_given_up_and_read_again()
    {
        var watcher = new JobWatcher(Time, new OperationWatcherOptions { TimeProvider = Time }) { HangsAt = 2 };
        foreach (string id in Ten)
        {
            watcher.With(id, 50);
        }

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        Assert.All(ended, static e => Assert.True(e.IsSuccess));
    }

    [Fact]
    public void A_limit_ends_the_watch_over_one_and_says_how_to_go_on()
    {
        JobWatcher watcher = Watcher(new OperationWatcherOptions { TimeProvider = Time, MaxWaitTime = Seconds(60) }).With("slow", 100).With("quick", 10);

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(["slow", "quick"], TestContext.Current.CancellationToken));

        Assert.True(ended[1].IsSuccess);
        Assert.True(ended[0].Outcome!.TimedOut);
        OperationTimeoutException timeout = Assert.IsType<OperationTimeoutException>(ended[0].Error);
        Assert.Equal("running", timeout.LastStatus);
        Assert.Contains("ResumeRendering", timeout.Message, StringComparison.Ordinal);
        Assert.InRange(timeout.Elapsed, Seconds(60), Seconds(61));
    }

    [Fact]
    public void The_last_look_is_at_the_limit()
    {
        JobWatcher watcher = Watcher(new OperationWatcherOptions { TimeProvider = Time, MaxWaitTime = Seconds(60) }).With("just", 60);

        Assert.True(Time.Run(watcher.WaitAsync("just", TestContext.Current.CancellationToken)).IsSuccess);
    }

    [Fact]
    public void Requests_keep_to_the_budget()
    {
        JobWatcher watcher = WatcherOfTen(new OperationWatcherOptions { TimeProvider = Time, RequestsPerSecond = 2 });

        Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        Assert.All(watcher.Requests.Zip(watcher.Requests.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= Seconds(0.5)));
    }

    [Fact]
    public void Two_who_wait_for_one_job_share_the_calls()
    {
        JobWatcher watcher = Watcher().With("one", 10);
        Task<WatchedOperation<Job>> first = watcher.WaitAsync("one", TestContext.Current.CancellationToken);
        Task<WatchedOperation<Job>> second = watcher.WaitAsync("one", TestContext.Current.CancellationToken);

        Assert.Equal(1, watcher.Count);
        Assert.Same(Time.Run(first), Time.Run(second));
    }

    [Fact]
    public void Giving_up_one_wait_leaves_the_others()
    {
        JobWatcher watcher = Watcher().With("one", 10).With("two", 20);
        using var stop = new CancellationTokenSource();
        Task<WatchedOperation<Job>> given = watcher.WaitAsync("one", stop.Token);
        Task<WatchedOperation<Job>> kept = watcher.WaitAsync("two", TestContext.Current.CancellationToken);

        stop.Cancel();

        Time.RunToFault<TaskCanceledException>(given);
        Assert.True(Time.Run(kept).IsSuccess);
        Assert.DoesNotContain("one", watcher.Asked);
    }

    [Fact]
    public void A_full_watcher_takes_the_next_when_one_has_ended()
    {
        JobWatcher watcher = Watcher(new OperationWatcherOptions { TimeProvider = Time, Capacity = 2 }).With("one", 10).With("two", 500).With("three", 20);
        Task<WatchedOperation<Job>> one = watcher.WaitAsync("one", TestContext.Current.CancellationToken);
        Task<WatchedOperation<Job>> two = watcher.WaitAsync("two", TestContext.Current.CancellationToken);

        Task<WatchedOperation<Job>> three = watcher.WaitAsync("three", TestContext.Current.CancellationToken);

        Assert.Equal(2, watcher.Count);
        Assert.True(Time.Run(one).IsSuccess);
        Assert.True(Time.Run(three).IsSuccess);
        Assert.True(Time.Run(two).IsSuccess);
    }

    [Fact]
    public void What_is_added_later_is_looked_at_soon()
    {
        JobWatcher watcher = Watcher().With("long", 3000).With("over", 0);
        Task<WatchedOperation<Job>> slow = watcher.WaitAsync("long", TestContext.Current.CancellationToken);
        Time.Pass(Seconds(600));

        WatchedOperation<Job> over = Time.Run(watcher.WaitAsync("over", TestContext.Current.CancellationToken));

        Assert.True(over.IsSuccess);
        Assert.InRange(watcher.ConfirmedAt["over"], Seconds(600), Seconds(603));
        Assert.True(Time.Run(slow).IsSuccess);
    }

    [Fact]
    public void Disposing_ends_every_wait()
    {
        JobWatcher watcher = Watcher().With("one", 10);
        Task<WatchedOperation<Job>> wait = watcher.WaitAsync("one", TestContext.Current.CancellationToken);

        Task dispose = watcher.DisposeAsync().AsTask();

        Time.RunToFault<ObjectDisposedException>(wait);
        Assert.True(Time.Run(DoneAsync(dispose)));
        Time.RunToFault<ObjectDisposedException>(watcher.WaitAsync("one", TestContext.Current.CancellationToken));
        Assert.Equal(0, Time.ActiveTimers);
    }

    [Fact]
    public void A_report_that_throws_leaves_nobody_waiting()
    {
        JobWatcher watcher = Watcher(new OperationWatcherOptions { TimeProvider = Time, Progress = new Broken() }).With("one", 10).With("two", 10);

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(["one", "two"], TestContext.Current.CancellationToken));

        Assert.All(ended, static e => Assert.IsType<NotSupportedException>(e.Error));
        Assert.Equal(0, watcher.Count);
    }

    [Fact]
    public void Changes_of_status_are_reported_once()
    {
        var progress = new RecordedProgress();
        JobWatcher watcher = WatcherOfTen(new OperationWatcherOptions { TimeProvider = Time, Progress = progress });

        Time.Run(watcher.WaitAllAsync(Ten, TestContext.Current.CancellationToken));

        Assert.Equal(20, progress.Count);
        Assert.All(Ten, id => Assert.Equal(2, progress.Count(r => r.Id == id)));
    }

    [Fact]
    public void A_signal_has_its_operation_looked_at_and_nothing_else()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time);
        JobWatcher watcher = WatcherOfTen(new OperationWatcherOptions { TimeProvider = Time, Signal = hub, MaxWaitTime = Timeout.InfiniteTimeSpan }).With("late", 4000);
        Task<WatchedOperation<Job>> late = watcher.WaitAsync("late", TestContext.Current.CancellationToken);
        Task<WatchedOperation<Job>>[] others = [.. Enumerable.Range(0, 3).Select(i => watcher.With($"later-{i}", 9000).WaitAsync($"later-{i}", TestContext.Current.CancellationToken))];
        Time.Pass(Seconds(4000));
        int asked = watcher.Asked.Count;

        hub.Notify(new OperationToken("Rendering", "late"));

        Assert.True(Time.Run(late).IsSuccess);
        Assert.InRange(watcher.ConfirmedAt["late"], Seconds(4000), Seconds(4001));
        Assert.Equal("late", watcher.Asked[asked]);
        Assert.All(others, other => Assert.True(Time.Run(other).IsSuccess));
        Assert.Equal(0, hub.ConnectedWaits);
    }

    [Fact]
    public void A_signal_ahead_of_its_status_is_looked_after_for_a_while()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time);
        JobWatcher watcher = Watcher(new OperationWatcherOptions { TimeProvider = Time, Signal = hub }).With("one", 1003);
        Task<WatchedOperation<Job>> one = watcher.WaitAsync("one", TestContext.Current.CancellationToken);
        Time.Pass(Seconds(1000));

        hub.Notify(new OperationToken("Rendering", "one"));

        Assert.True(Time.Run(one).IsSuccess);
        Assert.InRange(watcher.ConfirmedAt["one"], Seconds(1003), Seconds(1006));
    }

    [Fact]
    public void A_lost_signal_costs_time_and_no_job()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time);
        JobWatcher watcher = Watcher(new OperationWatcherOptions { TimeProvider = Time, Signal = hub }).With("one", 100);

        Assert.True(Time.Run(watcher.WaitAsync("one", TestContext.Current.CancellationToken)).IsSuccess);
        Assert.InRange(watcher.ConfirmedAt["one"], Seconds(100), Seconds(100) + JobOperation.Rendering.SignalledDelay);
    }

    [Fact]
    public void An_id_that_cannot_be_one_is_refused_at_once() =>
        Time.RunToFault<ArgumentException>(Watcher().WaitAsync("", TestContext.Current.CancellationToken));

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }

    private static async Task<List<WatchedOperation<Job>>> FirstAsync(JobWatcher watcher, IEnumerable<string> ids)
    {
        await foreach (WatchedOperation<Job> ended in watcher.WatchAsync(ids, TestContext.Current.CancellationToken))
        {
            return [ended];
        }

        return [];
    }

    private sealed class Broken : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => throw new NotSupportedException();
    }
}
