using LongRun.Tests.Support;

namespace LongRun.Tests.Waiting;

public sealed class WaitEndTests : WaitingTest
{
    [Fact]
    public void Success_returns_the_answer_that_told_of_it()
    {
        JobOperation job = JobOperation.Walking(Time, "running", "done");

        Job last = Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Same(job.Current, last);
        Assert.Equal(OperationState.Succeeded, job.State);
        Assert.True(job.HasCompleted);
    }

    [Fact]
    public void Failure_throws_with_everything_that_is_known()
    {
        JobOperation job = JobOperation.Scripted(Time, static () => new Job("rejected") { Reason = "No sound." });

        OperationFailedException fault = Time.RunToFault<OperationFailedException>(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Equal(("job-1", "rejected", "No sound."), (fault.OperationId, fault.Status, fault.Reason));
        Assert.Same(job.Current, fault.LastValue);
        Assert.Equal("Rendering 'job-1' ended as 'rejected': No sound.", fault.Message);
    }

    [Theory]
    [InlineData("No sound", "No sound.")]
    [InlineData("Really? ", "Really?")]
    public void Reason_reads_as_a_sentence_and_is_kept_as_it_is(string reason, string sentence)
    {
        JobOperation job = JobOperation.Scripted(Time, () => new Job("broken") { Reason = reason });

        OperationFailedException fault = Time.RunToFault<OperationFailedException>(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Equal(reason, fault.Reason);
        Assert.EndsWith("ended as 'broken': " + sentence, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_takes_no_call_before_the_limit_is_not_waited_for()
    {
        using var client = new JobClient(static () => JobClient.Error(429, ("Retry-After", "100")));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(5, limit: Seconds(60)), TestContext.Current.CancellationToken));

        Assert.Single(job.Looks);
        Assert.Contains("(in 1 min 40 s), which is after the time limit of 1 min.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "was 'running' after 0.5 s and 1 status call. ")]
    [InlineData(60, "was 'running' after 1 min and 2 status calls. ")]
    [InlineData(3600, "was 'running' after 1 h and 31 status calls. ")]
    [InlineData(86400, "was 'running' after 1 d and 721 status calls. ")]
    public void The_time_limit_says_how_long_and_how_often(double limit, string said)
    {
        JobOperation job = JobOperation.Walking(Time, "running");

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(100_000, limit: Seconds(limit)), TestContext.Current.CancellationToken));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_without_a_reason_says_so()
    {
        JobOperation job = JobOperation.Walking(Time, "broken");

        OperationFailedException fault = Time.RunToFault<OperationFailedException>(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Null(fault.Reason);
        Assert.Equal("Rendering 'job-1' ended as 'broken'. The server gave no reason.", fault.Message);
    }

    [Theory]
    [InlineData("Done")]
    [InlineData("cancelling")]
    [InlineData("")]
    [InlineData(null)]
    public void Status_that_is_not_listed_means_running(string? status)
    {
        JobOperation job = JobOperation.Scripted(Time, () => new Job(status), () => new Job(status), static () => new Job("done"));

        Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Equal(3, job.Looks.Count);
    }

    [Fact]
    public void Limit_throws_and_says_how_to_resume()
    {
        JobOperation job = JobOperation.Walking(Time, "queued", "running");

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(30, Seconds(90)), TestContext.Current.CancellationToken));

        Assert.Equal(("job-1", "running", Seconds(90), 4), (fault.OperationId, fault.LastStatus, fault.Elapsed, fault.Polls));
        Assert.Equal(job.Token, fault.Token);
        Assert.Null(fault.InnerException);
        Assert.Equal(
            "Rendering 'job-1' was 'running' after 1 min 30 s and 4 status calls. The job goes on; pick it up with"
            + " ResumeRendering(\"job-1\") or from the token 'lr1.Rendering.job-1'.",
            fault.Message);
    }

    [Fact]
    public void Monitor_gives_the_limit_where_the_caller_gives_none()
    {
        JobOperation job = JobOperation.Walking(Time, "running");

        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(60), TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromHours(1), Time.Now);
    }

    [Fact]
    public void Infinite_limit_waits_as_long_as_it_takes()
    {
        JobOperation job = JobOperation.EndingAt(Time, TimeSpan.FromDays(30));

        Time.Run(job.WaitForCompletionAsync(Every(120, Timeout.InfiniteTimeSpan), TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromDays(30), Time.Now);
    }

    [Fact]
    public void Zero_limit_looks_once()
    {
        JobOperation job = JobOperation.Walking(Time, "running");

        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(5, TimeSpan.Zero), TestContext.Current.CancellationToken));

        Assert.Equal([TimeSpan.Zero], job.Looks);
    }

    [Fact]
    public void Zero_limit_looks_once_on_a_clock_that_never_stands_still()
    {
        JobOperation job = JobOperation.Walking(Time, "running", "done");
        var options = new WaitOptions { TimeProvider = new RestlessTime(), MaxWaitTime = TimeSpan.Zero };

        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(options, TestContext.Current.CancellationToken));

        Assert.Single(job.Looks);
    }

    [Fact]
    public void Signal_at_the_limit_does_not_take_the_last_look_away()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(100));
        using var hub = new SignalHub([JobOperation.Rendering], Time);
        using ITimer signal = Time.CreateTimer(_ => hub.Notify(job.Token), null, Seconds(100), Timeout.InfiniteTimeSpan);
        var options = new WaitOptions { TimeProvider = Time, MaxWaitTime = Seconds(100), Signal = hub };

        Time.Run(job.WaitForCompletionAsync(options, TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(100)], job.Looks);
    }

    [Fact]
    public async Task Watch_looks_once_more_where_its_reader_came_back_after_the_limit()
    {
        JobOperation job = JobOperation.Walking(Time, "running", "done");
        await using IAsyncEnumerator<Job> watch = job.WatchAsync(Every(5, Seconds(60)), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await watch.MoveNextAsync());
        Time.Pass(Seconds(3600));

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal("done", watch.Current.Status);
        Assert.False(await watch.MoveNextAsync());
    }

    [Fact]
    public void Last_look_is_at_the_limit()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(100));

        Time.Run(job.WaitForCompletionAsync(Every(60, Seconds(100)), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(60), Seconds(100)], job.Looks);
    }

    [Theory]
    [InlineData(60.5, new[] { 0, 60.5 })]
    [InlineData(240.5, new[] { 0, 120, 239.5, 240.5 })]
    public void Look_that_would_forbid_the_last_one_is_moved(double limit, double[] looks)
    {
        JobOperation job = JobOperation.Walking(Time, "running");

        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(looks.Length == 2 ? 60 : 120, Seconds(limit)), TestContext.Current.CancellationToken));

        Assert.Equal(looks.Select(Seconds), job.Looks);
        Assert.Equal(Seconds(limit), Time.Now);
    }

    [Fact]
    public void Limit_shorter_than_the_shortest_pause_looks_once_and_waits_it_out()
    {
        JobOperation job = JobOperation.Walking(Time, "running");

        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(5, Seconds(0.4)), TestContext.Current.CancellationToken));

        Assert.Equal([TimeSpan.Zero], job.Looks);
        Assert.Equal(Seconds(0.4), Time.Now);
    }

    [Fact]
    public void Call_that_hangs_at_the_limit_is_given_a_shortest_pause()
    {
        var job = new JobOperation(Time, static async (look, stop) =>
        {
            if (look > 0)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            }

            return new Job("running");
        });

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(10, Seconds(10)), TestContext.Current.CancellationToken));

        Assert.Equal(Seconds(11), Time.Now);
        Assert.Equal("running", fault.LastStatus);
        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    [Fact]
    public void Cancelling_the_wait_ends_it_at_once_with_the_callers_token()
    {
        using var stop = new CancellationTokenSource();
        JobOperation job = JobOperation.Walking(Time, "running");

        Task<Job> wait = job.WaitForCompletionAsync(Every(60), stop.Token);
        Time.Pass(Seconds(90));
        stop.Cancel();

        OperationCanceledException fault = Time.RunToFault<TaskCanceledException>(wait);
        Assert.Equal(stop.Token, fault.CancellationToken);
        Assert.Equal(2, job.Looks.Count);
        Assert.Equal(0, Time.ActiveTimers);
    }

    [Fact]
    public void Cancelling_during_a_status_call_ends_the_call_too()
    {
        using var stop = new CancellationTokenSource();
        CancellationToken seen = default;
        var job = new JobOperation(Time, async (_, token) =>
        {
            seen = token;
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return new Job("done");
        });

        Task<Job> wait = job.WaitForCompletionAsync(Every(60), stop.Token);
        stop.Cancel();

        Time.RunToFault<TaskCanceledException>(wait);
        Assert.True(seen.IsCancellationRequested);
    }

    [Fact]
    public void Token_that_is_cancelled_already_makes_no_call()
    {
        JobOperation job = JobOperation.Walking(Time, "done");

        Time.RunToFault<OperationCanceledException>(job.WaitForCompletionAsync(Every(60), new CancellationToken(true)));

        Assert.Empty(job.Looks);
    }

    [Fact]
    public void Operation_that_has_ended_is_not_asked_again()
    {
        JobOperation job = JobOperation.Walking(Time, "broken");
        Time.RunToFault<OperationFailedException>(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Time.RunToFault<OperationFailedException>(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Single(job.Looks);
    }

    [Fact]
    public void Outcome_reports_success()
    {
        OperationOutcome<Job> outcome = Time.Run(JobOperation.Walking(Time, "done").WaitForOutcomeAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.True(outcome.IsSuccess);
        Assert.Equal(OperationState.Succeeded, outcome.State);
        Assert.Same(outcome.Value, outcome.GetValueOrThrow());
        Assert.Null(outcome.Error);
        Assert.False(outcome.TimedOut);
    }

    [Fact]
    public void Outcome_reports_failure()
    {
        OperationOutcome<Job> outcome = Time.Run(JobOperation.Walking(Time, "broken").WaitForOutcomeAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.False(outcome.IsSuccess);
        Assert.Equal(OperationState.Failed, outcome.State);
        Assert.Null(outcome.Value);
        Assert.Equal("broken", outcome.LastValue?.Status);
        Assert.False(outcome.TimedOut);
        Assert.Throws<OperationFailedException>(outcome.GetValueOrThrow);
    }

    [Fact]
    public void Outcome_reports_the_limit()
    {
        OperationOutcome<Job> outcome = Time.Run(JobOperation.Walking(Time, "running").WaitForOutcomeAsync(Every(5, Seconds(10)), TestContext.Current.CancellationToken));

        Assert.False(outcome.IsSuccess);
        Assert.Equal(OperationState.Running, outcome.State);
        Assert.True(outcome.TimedOut);
        Assert.Null(outcome.Value);
        Assert.Throws<OperationTimeoutException>(outcome.GetValueOrThrow);
    }

    [Fact]
    public void Outcome_of_an_operation_that_nobody_could_see_is_unknown()
    {
        JobOperation job = JobOperation.Scripted(Time, static () => throw new IOException("The network is gone"));

        OperationOutcome<Job> outcome = Time.Run(job.WaitForOutcomeAsync(Every(5, Seconds(10)), TestContext.Current.CancellationToken));

        Assert.Equal(OperationState.Unknown, outcome.State);
        Assert.Contains("showed no status", outcome.Error?.Message, StringComparison.Ordinal);
        Assert.Contains("The last call failed: The network is gone. The job goes on;", outcome.Error?.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(outcome.Error?.InnerException);
    }

    [Fact]
    public void Outcome_does_not_hide_what_says_nothing_of_the_operation()
    {
        JobOperation job = JobOperation.Scripted(Time, static () => throw new ForeignException());

        Time.RunToFault<ForeignException>(job.WaitForOutcomeAsync(Every(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Limit_of_a_monitor_or_a_wait_is_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new WaitOptions { MaxWaitTime = Seconds(-2) });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new WaitOptions { PollTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new StatusMonitor("X") { MaxWaitTime = Seconds(-2) });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new StatusMonitor("X") { MinDelay = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new StatusMonitor("X") { MaxDelay = TimeSpan.FromDays(25) });
        Assert.Throws<ArgumentNullException>(static () => new WaitOptions { TimeProvider = null! });
    }

    /// <summary>Time passes between any two looks at it.</summary>
    private sealed class RestlessTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ++_now;
    }
}
