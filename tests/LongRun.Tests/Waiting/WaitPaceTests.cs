using LongRun.Tests.Support;

namespace LongRun.Tests.Waiting;

public sealed class WaitPaceTests : WaitingTest
{
    [Fact]
    public void Resumed_operation_is_looked_at_at_once()
    {
        JobOperation job = JobOperation.Walking(Time, "done");

        Assert.Equal("done", Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken)).Status);
        Assert.Equal([TimeSpan.Zero], job.Looks);
    }

    [Fact]
    public void Operation_that_was_just_started_is_looked_at_after_the_shortest_pause()
    {
        var job = new JobOperation(Time, static (_, _) => Task.FromResult(new Job("done")), justStarted: true);

        Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(1)], job.Looks);
    }

    [Fact]
    public void Pauses_are_the_strategys()
    {
        JobOperation job = JobOperation.Walking(Time, "queued", "running", "running", "done");

        Time.Run(job.WaitForCompletionAsync(Every(7), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(7), Seconds(14), Seconds(21)], job.Looks);
    }

    [Theory]
    [InlineData(0.01, 1)]
    [InlineData(3600, 120)]
    public void Pauses_stay_within_the_monitors_bounds(double asked, double pause)
    {
        JobOperation job = JobOperation.Walking(Time, "running", "done");

        Time.Run(job.WaitForCompletionAsync(Every(asked), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(pause)], job.Looks);
    }

    [Theory]
    [InlineData(long.MinValue, 1)]
    [InlineData(long.MaxValue, 120)]
    public void Absurd_answers_of_a_users_strategy_are_clamped(long ticks, double pause)
    {
        JobOperation job = JobOperation.Walking(Time, "running", "done");
        var options = new WaitOptions { TimeProvider = Time, Delay = new Always(new TimeSpan(ticks)) };

        Time.Run(job.WaitForCompletionAsync(options, TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(pause)], job.Looks);
    }

    [Fact]
    public void Shortest_pause_wins_over_a_longest_pause_that_is_shorter()
    {
        var monitor = new StatusMonitor("Rendering") { Succeeded = ["done"], MinDelay = Seconds(10), MaxDelay = Seconds(2) };
        var job = new JobOperation(Time, static (look, _) => Task.FromResult(new Job(look < 2 ? "running" : "done")), monitor: monitor);

        Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(10), Seconds(20)], job.Looks);
    }

    [Fact]
    public void Retry_after_overrules_the_strategy_in_both_directions()
    {
        using var client = new JobClient(
            () => JobClient.Error(429, ("Retry-After", "300")),
            () => JobClient.Error(503, ("Retry-After", "2")),
            () => JobClient.Ok("done"));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.Run(job.WaitForCompletionAsync(Every(30), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(300), Seconds(302)], job.Looks);
    }

    [Fact]
    public void Retry_after_of_a_good_answer_counts_too()
    {
        using var client = new JobClient(
            () =>
            {
                HttpResponseMessage answer = JobClient.Ok("running");
                answer.Headers.Add("Retry-After", "9");
                return answer;
            },
            () => JobClient.Ok("done"));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.Run(job.WaitForCompletionAsync(Every(30), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(9)], job.Looks);
    }

    [Fact]
    public void Retry_after_of_zero_keeps_the_shortest_pause()
    {
        using var client = new JobClient(() => JobClient.Error(429, ("Retry-After", "0")), () => JobClient.Ok("done"));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.Run(job.WaitForCompletionAsync(Every(30), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(1)], job.Looks);
    }

    [Fact]
    public void Refused_call_waits_for_the_reset_of_the_rate_limit()
    {
        using var client = new JobClient(() => JobClient.Error(429, ("X-Ratelimit-Reset", Epoch(600))), () => JobClient.Ok("done"));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.Run(job.WaitForCompletionAsync(Every(30), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(600)], job.Looks);
    }

    [Fact]
    public void Reset_is_read_by_the_servers_own_clock()
    {
        string date = PumpedTime.Origin.AddHours(5).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        using var client = new JobClient(
            () => JobClient.Error(429, ("X-Ratelimit-Reset", Epoch((5 * 3600) + 40)), ("Date", date)),
            () => JobClient.Ok("done"));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.Run(job.WaitForCompletionAsync(Every(30), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(40)], job.Looks);
    }

    [Fact]
    public void Reset_in_the_past_leaves_the_pause_to_the_strategy()
    {
        using var client = new JobClient(() => JobClient.Error(429, ("X-Ratelimit-Reset", Epoch(-600))), () => JobClient.Ok("done"));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.Run(job.WaitForCompletionAsync(Every(30), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(30)], job.Looks);
    }

    [Fact]
    public void Reset_sent_with_a_good_answer_does_not_slow_the_wait()
    {
        using var client = new JobClient(
            () =>
            {
                HttpResponseMessage answer = JobClient.Ok("running");
                answer.Headers.Add("X-Ratelimit-Reset", Epoch(3000));
                return answer;
            },
            () => JobClient.Ok("done"));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.Run(job.WaitForCompletionAsync(Every(30), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(30)], job.Looks);
    }

    [Fact]
    public void Refusal_until_after_the_limit_fails_at_once_and_names_the_time()
    {
        using var client = new JobClient(() => JobClient.Error(429, ("X-Ratelimit-Reset", Epoch(7200))));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(30), TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.Zero, Time.Now);
        Assert.Contains("2024-06-01 14:00:00 UTC", fault.Message, StringComparison.Ordinal);
        Assert.Contains("in 2 h", fault.Message, StringComparison.Ordinal);
        Assert.IsType<ForeignException>(fault.InnerException);
    }

    [Fact]
    public void Strategy_is_told_what_it_may_know()
    {
        var strategy = new Recording();
        JobOperation job = JobOperation.Scripted(
            Time,
            static () => new Job("queued"),
            static () => throw new IOException(),
            static () => throw new IOException(),
            static () => new Job("running") { RemainingSeconds = 4 },
            static () => new Job("done"));

        Time.Run(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, Delay = strategy }, TestContext.Current.CancellationToken));

        Assert.Equal([1, 2, 3, 4], strategy.Seen.Select(static c => c.Polls));
        Assert.Equal([0, 1, 2, 0], strategy.Seen.Select(static c => c.FailuresInRow));
        Assert.Equal(["queued", "queued", "queued", "running"], strategy.Seen.Select(static c => c.Reading.Status));
        Assert.Equal([Seconds(0), Seconds(3), Seconds(6), Seconds(0)], strategy.Seen.Select(static c => c.ReadingAge));
        Assert.Equal([Seconds(0), Seconds(3), Seconds(6), Seconds(9)], strategy.Seen.Select(static c => c.Elapsed));
        Assert.Equal([Seconds(0), Seconds(3), Seconds(3), Seconds(3)], strategy.Seen.Select(static c => c.PreviousDelay));
        Assert.Equal(PumpedTime.Origin + Seconds(9), strategy.Seen[3].UtcNow);
        Assert.All(strategy.Seen, static c => Assert.Equal((Seconds(1), Seconds(120)), (c.MinDelay, c.MaxDelay)));
    }

    [Fact]
    public void Every_wait_gets_a_strategy_of_its_own_once()
    {
        var strategy = new Counting();
        JobOperation job = JobOperation.Walking(Time, "running", "running", "done");

        Time.Run(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, Delay = strategy }, TestContext.Current.CancellationToken));

        Assert.Equal(1, strategy.Waits);
    }

    [Fact]
    public void Progress_is_told_after_every_answer_and_made_fit_to_show()
    {
        var progress = new RecordedProgress();
        JobOperation job = JobOperation.Scripted(
            Time,
            static () => new Job("queued") { Percentage = double.NaN, RemainingSeconds = -5, EstimatedCompletion = PumpedTime.Origin.AddMinutes(3) },
            static () => throw new IOException(),
            static () => new Job("running") { Percentage = 25, RemainingSeconds = 30 },
            static () => new Job("running") { Percentage = 400, RemainingSeconds = double.PositiveInfinity, EstimatedCompletion = DateTimeOffset.MinValue },
            static () => new Job("done"));

        Time.Run(job.WaitForCompletionAsync(Every(10, progress: progress), TestContext.Current.CancellationToken));

        Assert.Equal(["queued", "running", "running", "done"], progress.Select(static p => p.Status));
        Assert.Equal([null, 0.25, null, 1], progress.Select(static p => p.Fraction));
        Assert.Equal([TimeSpan.FromMinutes(3), Seconds(30), null, TimeSpan.Zero], progress.Select(static p => p.Remaining));
        Assert.Equal([1, 3, 4, 5], progress.Select(static p => p.Polls));
        Assert.Equal([0, 1, 1, 1], progress.Select(static p => p.FailedPolls));
        Assert.Equal([Seconds(0), Seconds(20), Seconds(30), Seconds(40)], progress.Select(static p => p.Elapsed));
        Assert.Equal(OperationState.Succeeded, progress[^1].State);
        Assert.All(progress, static p => Assert.Equal("job-1", p.Id));
    }

    private static string Epoch(double secondsFromStart) =>
        PumpedTime.Origin.AddSeconds(secondsFromStart).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Always(TimeSpan delay) : DelayStrategy
    {
        public override TimeSpan GetNextDelay(in DelayContext context) => delay;
    }

    private sealed class Recording : DelayStrategy
    {
        internal List<DelayContext> Seen { get; } = [];

        public override TimeSpan GetNextDelay(in DelayContext context)
        {
            Seen.Add(context);
            return TimeSpan.FromSeconds(3);
        }
    }

    private sealed class Counting : DelayStrategy
    {
        internal int Waits { get; private set; }

        public override DelayStrategy ForWait()
        {
            Waits++;
            return this;
        }

        public override TimeSpan GetNextDelay(in DelayContext context) => context.MinDelay;
    }
}
