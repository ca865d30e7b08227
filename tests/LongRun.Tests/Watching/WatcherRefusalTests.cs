using System.Globalization;
using System.Net;
using LongRun.Http;
using LongRun.Tests.Support;

namespace LongRun.Tests.Watching;

/// <summary>What a watcher makes of a server that refuses, asks for time, or does not answer.</summary>
public sealed class WatcherRefusalTests : WaitingTest
{
    private static readonly string[] Ten = [.. Enumerable.Range(0, 10).Select(static i => $"job-{i}")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_pause_that_the_server_asks_for_is_kept_by_every_call()
    {
        JobWatcher watcher = WatcherOfTen(Seconds(3000), endsAt: 400);
        watcher.ListFault = call => call == 5 ? TooMany("Retry-After", "100") : null;

        Assert.All(Time.Run(watcher.WaitAllAsync(Ten, Stop)), static e => Assert.True(e.IsSuccess, e.Error?.Message));

        TimeSpan refusedAt = watcher.ListedAt[4];
        Assert.DoesNotContain(watcher.Requests, at => at > refusedAt && at < refusedAt + Seconds(100));
        Assert.Contains(watcher.Requests, at => at >= refusedAt + Seconds(100) && at <= refusedAt + Seconds(102));
    }

    [Fact]
    public void A_limit_that_ends_before_the_server_takes_calls_again_ends_the_watch_at_once_and_names_the_time()
    {
        JobWatcher watcher = WatcherOfTen(Seconds(600), endsAt: 5000);
        TimeSpan refusedAt = Seconds(0);
        watcher.ListFault = call =>
        {
            refusedAt = Time.Now;
            return call < 5 ? null : TooMany("X-Ratelimit-Reset", (PumpedTime.Origin + Seconds(86_400)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        };

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, Stop));

        Assert.All(ended, e =>
        {
            Assert.True(e.Outcome!.TimedOut);
            OperationTimeoutException timeout = Assert.IsType<OperationTimeoutException>(e.Error);
            Assert.Contains("2024-06-02 12:00:00 UTC", timeout.Message, StringComparison.Ordinal);
            Assert.InRange(timeout.Elapsed, refusedAt, refusedAt + Seconds(1));
        });
        Assert.Equal(refusedAt, watcher.Requests[^1]);
    }

    [Fact]
    public void What_is_added_while_the_server_refuses_is_not_kept_waiting_beyond_its_limit()
    {
        JobWatcher watcher = WatcherOfTen(Seconds(600), endsAt: 5000);
        watcher.ListFault = _ => TooMany("Retry-After", "86400");
        Time.Run(watcher.WaitAllAsync(Ten, Stop));
        int requests = watcher.Requests.Count;

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, Stop));

        Assert.All(ended, static e => Assert.True(e.Outcome!.TimedOut));
        Assert.Equal(requests, watcher.Requests.Count);
        Assert.InRange(Time.Now, Seconds(0), Seconds(10));
    }

    [Fact]
    public void A_list_that_never_answers_is_given_up_and_read_again()
    {
        JobWatcher watcher = WatcherOfTen(Seconds(3000), endsAt: 100, pollTimeout: Seconds(20));
        watcher.ListHangs = static call => call == 2;

        Assert.All(Time.Run(watcher.WaitAllAsync(Ten, Stop)), static e => Assert.True(e.IsSuccess, e.Error?.Message));
        Assert.InRange(watcher.ListedAt[2] - watcher.ListedAt[1], Seconds(20), Seconds(24));
    }

    [Fact]
    public void Calls_that_never_answer_do_not_outlast_the_limit()
    {
        JobWatcher watcher = WatcherOfTen(Seconds(70), endsAt: 5000);
        watcher.ListHangs = static call => call > 2;

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, Stop));

        Assert.All(ended, static e => Assert.InRange(Assert.IsType<OperationTimeoutException>(e.Error).Elapsed, Seconds(70), Seconds(72)));
    }

    [Fact]
    public void A_limit_reached_in_trouble_tells_of_the_trouble()
    {
        JobWatcher watcher = WatcherOfTen(Seconds(70), endsAt: 5000);
        watcher.ListFault = static call => call > 2 ? new HttpRequestException("broken pipe") : null;
        watcher.StatusFault = static (_, _) => new HttpRequestException("broken pipe");

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, Stop));

        Assert.All(ended, static e => Assert.Contains("broken pipe", e.Error!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_that_a_status_call_finds_wrong_ends_the_watch_over_all()
    {
        JobWatcher watcher = WatcherOfTen(Seconds(3000), endsAt: 100);
        watcher.StatusFault = static (_, _) => new ApiException("The key is wrong.", 401);

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, Stop));

        Assert.All(ended, static e => Assert.Equal(401, Assert.IsType<ApiException>(e.Error).StatusCode));
        Assert.Single(watcher.Asked);
    }

    [Fact]
    public void A_job_that_somebody_may_not_see_ends_the_watch_over_it_only()
    {
        JobWatcher watcher = WatcherOfTen(Seconds(3000), endsAt: 100);
        watcher.StatusFault = static (id, _) => id == "job-4" ? new ApiException("Not yours.", 403) : null;

        IReadOnlyList<WatchedOperation<Job>> ended = Time.Run(watcher.WaitAllAsync(Ten, Stop));

        Assert.Equal(403, Assert.IsType<ApiException>(ended[4].Error).StatusCode);
        Assert.Equal(9, ended.Count(static e => e.IsSuccess));
    }

    private JobWatcher WatcherOfTen(TimeSpan limit, double endsAt, TimeSpan? pollTimeout = null)
    {
        var options = new OperationWatcherOptions { TimeProvider = Time, MaxWaitTime = limit, PollTimeout = pollTimeout ?? Seconds(30) };
        var watcher = new JobWatcher(Time, options);
        return Ten.Aggregate(watcher, (w, id) => w.With(id, endsAt));
    }

    /// <summary>What a client throws after an answer of 429 that asks for time; its handler has seen the answer.</summary>
    private ApiException TooMany(string header, string value)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation(header, value);
        OperationCall.Current!.Record(response, Time);
        return new ApiException("Too many requests.", 429);
    }
}
