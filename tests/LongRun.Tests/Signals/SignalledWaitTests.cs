using LongRun.Tests.Support;

namespace LongRun.Tests.Signals;

public sealed class SignalledWaitTests : WaitingTest, IDisposable
{
    private static readonly OperationToken Token = new("Rendering", "job-1");

    private readonly SignalHub _hub;

    public SignalledWaitTests() => _hub = new SignalHub([JobOperation.Rendering], Time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private WaitOptions Signalled => new() { TimeProvider = Time, Signal = _hub };

    public void Dispose() => _hub.Dispose();

    [Fact]
    public void A_signal_after_the_end_ends_the_wait_with_one_look()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(90));
        SignalAt(90.05);

        Assert.Equal("done", Time.Run(job.WaitForCompletionAsync(Signalled, Stop)).Status);

        Assert.Equal([0, 90.05], Looks(job));
    }

    [Fact]
    public void A_signal_of_failure_ends_the_wait_as_a_look_would()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(90), "broken");
        SignalAt(90.05);

        Time.RunToFault<OperationFailedException>(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 90.05], Looks(job));
    }

    [Fact]
    public void A_lost_signal_costs_at_most_the_signalled_delay()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(900));

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 600, 1200], Looks(job));
    }

    [Fact]
    public void A_look_that_sees_the_end_first_needs_no_signal_and_leaves_a_late_one_without_effect()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(599));
        SignalAt(601);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));
        Time.Pass(Seconds(10));

        Assert.Equal([0, 600], Looks(job));
        Assert.Equal(0, _hub.ConnectedWaits);
    }

    [Fact]
    public void Hints_of_the_server_are_no_reason_to_look_while_a_signal_is_connected()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(90), running: static left => new Job("running") { RemainingSeconds = left.TotalSeconds });
        SignalAt(90);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 90], Looks(job));
    }

    [Fact]
    public void A_signal_that_came_before_the_wait_makes_its_first_look_immediate()
    {
        _hub.Notify(Token);
        JobOperation job = new(Time, static (_, _) => Task.FromResult(new Job("done")), justStarted: true);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0], Looks(job));
    }

    [Fact]
    public void A_signal_that_came_before_the_wait_is_answered_again_until_the_status_has_caught_up()
    {
        _hub.Notify(Token);
        JobOperation job = JobOperation.EndingAt(Time, Seconds(2));

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 1, 3], Looks(job));
    }

    [Fact]
    public void A_signal_that_nothing_bears_out_costs_four_looks()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(500));
        SignalAt(90);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 90, 91, 93, 97, 697], Looks(job));
    }

    [Fact]
    public void Quick_looks_after_a_signal_keep_the_longest_pause()
    {
        var monitor = new StatusMonitor("Rendering") { Succeeded = ["done"], MinDelay = Seconds(10), MaxDelay = Seconds(15), SignalledDelay = Seconds(15) };
        var job = new JobOperation(Time, (_, _) => Task.FromResult(new Job(Time.Now < Seconds(70) ? "running" : "done")), monitor: monitor);
        SignalAt(12);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 12, 22, 37, 52, 67, 82], Looks(job));
    }

    [Fact]
    public void A_signal_right_after_a_look_waits_for_the_shortest_pause()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(0.2));
        SignalAt(0.25);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 1], Looks(job));
    }

    [Fact]
    public void A_signal_during_a_look_asks_for_another()
    {
        JobOperation job = new(Time, (look, _) =>
        {
            if (look == 0)
            {
                _hub.Notify(Token);
            }

            return Task.FromResult(new Job(look == 0 ? "running" : "done"));
        });

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 1], Looks(job));
    }

    [Fact]
    public void A_look_for_a_signal_that_fails_is_repeated_at_the_usual_pace()
    {
        JobOperation job = new(Time, (look, _) => look switch
        {
            0 => Task.FromResult(new Job("running")),
            < 4 => throw new HttpRequestException("cut"),
            _ => Task.FromResult(new Job("done")),
        });
        SignalAt(90);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal(5, job.Looks.Count);
        Assert.InRange(job.Looks[^1], Seconds(93), Seconds(90 + 2 + 4 + 8));
    }

    [Fact]
    public void A_server_that_refuses_is_not_hurried_by_a_signal()
    {
        using var client = new JobClient(
            static () => JobClient.Error(429, ("Retry-After", "60")),
            static () => JobClient.Ok("done"));
        JobOperation job = new(Time, (_, token) => client.GetAsync(token));
        SignalAt(10);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 60], Looks(job));
    }

    [Fact]
    public void A_pace_that_a_running_answer_asks_for_is_a_lower_bound_only()
    {
        using var client = new JobClient(
            static () => WithRetryAfter(JobClient.Ok("running"), 5),
            static () => JobClient.Ok("done"));
        JobOperation job = new(Time, (_, token) => client.GetAsync(token));

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 600], Looks(job));
    }

    [Fact]
    public void A_kind_of_operation_that_the_signal_does_not_speak_of_is_waited_for_as_usual()
    {
        using var other = new SignalHub([new StatusMonitor("Printing")], Time);
        JobOperation job = JobOperation.EndingAt(Time, Seconds(90), running: static left => new Job("running") { RemainingSeconds = left.TotalSeconds });

        Time.Run(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, Signal = other }, Stop));

        Assert.True(job.Looks.Count > 2);
        Assert.All(job.Pauses, static pause => Assert.True(pause <= JobOperation.Rendering.MaxDelay));
    }

    [Fact]
    public void A_hub_that_is_disposed_sends_its_waits_back_to_their_usual_pace()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(500));
        using ITimer end = Time.CreateTimer(_ => _hub.Dispose(), null, Seconds(90), Timeout.InfiniteTimeSpan);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.InRange(job.Looks[1], Seconds(90.001), Seconds(90) + JobOperation.Rendering.MaxDelay);
        Assert.All(job.Looks.Skip(1).Zip(job.Looks.Skip(2), static (a, b) => b - a), static pause => Assert.True(pause <= JobOperation.Rendering.MaxDelay));
        Assert.True(job.Looks[^1] <= Seconds(500) + JobOperation.Rendering.MaxDelay);
    }

    [Fact]
    public void A_hub_that_was_disposed_before_is_no_hindrance()
    {
        _hub.Dispose();
        JobOperation job = JobOperation.EndingAt(Time, Seconds(3));

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.True(job.Looks[^1] < Seconds(3) + JobOperation.Rendering.MaxDelay);
    }

    [Fact]
    public void Two_waits_on_one_handle_share_the_look_that_answers_the_signal()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(90));
        SignalAt(90);

        Time.Run(Task.WhenAll(job.WaitForCompletionAsync(Signalled, Stop), job.WaitForCompletionAsync(Signalled, Stop)));

        // The second one's own first look comes after the shortest pause.
        Assert.Equal([0, 1, 90], Looks(job));
    }

    [Fact]
    public void Two_handles_of_one_operation_are_both_woken()
    {
        JobOperation first = JobOperation.EndingAt(Time, Seconds(90));
        JobOperation second = JobOperation.EndingAt(Time, Seconds(90));
        SignalAt(90);

        Time.Run(Task.WhenAll(first.WaitForCompletionAsync(Signalled, Stop), second.WaitForCompletionAsync(Signalled, Stop)));

        Assert.Equal([0, 90], Looks(first));
        Assert.Equal([0, 90], Looks(second));
    }

    [Fact]
    public void A_signal_wakes_only_the_operation_that_it_names()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(90));
        using ITimer other = Time.CreateTimer(_ => _hub.Notify(new OperationToken("Rendering", "job-2")), null, Seconds(90), Timeout.InfiniteTimeSpan);

        Time.Run(job.WaitForCompletionAsync(Signalled, Stop));

        Assert.Equal([0, 600], Looks(job));
    }

    [Fact]
    public void The_last_look_at_the_limit_needs_no_signal()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(99));

        Time.Run(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, Signal = _hub, MaxWaitTime = Seconds(100) }, Stop));

        Assert.Equal([0, 100], Looks(job));
    }

    [Fact]
    public void A_wait_that_reaches_its_limit_is_connected_no_more()
    {
        JobOperation job = JobOperation.Walking(Time, "running");

        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, Signal = _hub, MaxWaitTime = Seconds(100) }, Stop));

        Assert.Equal(0, _hub.ConnectedWaits);
    }

    [Fact]
    public void A_wait_that_is_cancelled_in_its_sleep_ends_at_once_and_is_connected_no_more()
    {
        JobOperation job = JobOperation.Walking(Time, "running");
        using var stop = new CancellationTokenSource();
        Task waiting = job.WaitForCompletionAsync(Signalled, stop.Token);
        Assert.Equal(1, _hub.ConnectedWaits);

        stop.Cancel();

        Time.RunToFault<OperationCanceledException>(waiting);
        Assert.Equal(0, _hub.ConnectedWaits);
        Assert.Equal(0, Time.ActiveTimers);
    }

    [Fact]
    public void A_watcher_is_woken_too()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(90));
        SignalAt(90);

        Assert.Equal(["running", "done"], Time.Run(ReadAsync(job)));

        Assert.Equal([0, 90], Looks(job));
        Assert.Equal(0, _hub.ConnectedWaits);
    }

    [Fact]
    public void A_strategy_of_ones_own_keeps_its_say_and_knows_of_the_signal()
    {
        var seen = new List<DelayContext>();
        JobOperation job = JobOperation.EndingAt(Time, Seconds(50));

        Time.Run(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, Signal = _hub, Delay = new Recorded(seen, Seconds(20)) }, Stop));

        Assert.Equal([0, 20, 40, 60], Looks(job));
        Assert.All(seen, static context => Assert.True(context is { IsSignalled: true } && context.MaxDelay == JobOperation.Rendering.SignalledDelay));
    }

    [Fact]
    public async Task On_the_systems_clock_a_signal_from_any_thread_wakes_the_wait()
    {
        var monitor = new StatusMonitor("Rendering") { Succeeded = ["done"], MinDelay = TimeSpan.FromMilliseconds(1) };
        using var hub = new SignalHub([monitor]);
        bool hasEnded = false;
        JobOperation job = new(Time, (_, _) => Task.FromResult(new Job(Volatile.Read(ref hasEnded) ? "done" : "running")), monitor: monitor);
        Task<Job> waiting = job.WaitForCompletionAsync(new WaitOptions { Signal = hub }, Stop);

        // The first look was made above. From now on only the signal can end it within 10 minutes.
        Volatile.Write(ref hasEnded, true);
        await Task.Run(() => hub.Notify(Token), Stop);

        Assert.Equal("done", (await waiting).Status);
    }

    [Fact]
    public async Task On_the_systems_clock_a_cancelled_wait_leaves_its_sleep()
    {
        using var hub = new SignalHub([JobOperation.Rendering]);
        using var stop = new CancellationTokenSource();
        Task waiting = JobOperation.Walking(Time, "running").WaitForCompletionAsync(new WaitOptions { Signal = hub }, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting);
    }

    private static IEnumerable<double> Looks(JobOperation job) => job.Looks.Select(static look => Math.Round(look.TotalSeconds, 3));

    private static HttpResponseMessage WithRetryAfter(HttpResponseMessage response, int seconds)
    {
        response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }

    private async Task<List<string?>> ReadAsync(JobOperation job)
    {
        var seen = new List<string?>();
        await foreach (Job status in job.WatchAsync(Signalled, Stop))
        {
            seen.Add(status.Status);
        }

        return seen;
    }

    private void SignalAt(double seconds) => Time.CreateTimer(_ => _hub.Notify(Token), null, Seconds(seconds), Timeout.InfiniteTimeSpan);

    private sealed class Recorded(List<DelayContext> seen, TimeSpan delay) : DelayStrategy
    {
        public override TimeSpan GetNextDelay(in DelayContext context)
        {
            seen.Add(context);
            return delay;
        }
    }
}
