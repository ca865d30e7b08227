using System.Diagnostics;
using System.Net;
using LongRun.Tests.Support;

namespace LongRun.Tests.Telemetry;

public sealed class WaitTraceTests : WaitingTest, IDisposable
{
    private readonly ListenedWaits _heard = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _heard.Dispose();

    [Fact]
    public void A_wait_is_one_span_with_an_event_for_each_change_of_status()
    {
        JobOperation job = Walking("queued", "running", "running", "done");

        Time.Run(job.WaitForCompletionAsync(Every(5), Stop));

        Activity span = _heard.Span;
        Assert.Equal($"wait {_heard.Monitor.Name}", span.OperationName);
        Assert.Equal(("job-1", "done", "succeeded", 4), (span.GetTagItem("longrun.operation.id"), span.GetTagItem("longrun.operation.status"), span.GetTagItem("longrun.wait.outcome"), span.GetTagItem("longrun.wait.polls")));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(["queued", "running", "done"], Events("longrun.status").Select(static e => e["longrun.operation.status"]));
    }

    [Fact]
    public void Status_calls_happen_within_the_span()
    {
        var parents = new List<Activity?>();
        JobOperation job = new(
            Time,
            (look, _) =>
            {
                parents.Add(Activity.Current);
                return Task.FromResult(new Job(look < 2 ? "running" : "done"));
            },
            monitor: _heard.Monitor);

        Time.Run(job.WaitForCompletionAsync(Every(5), Stop));

        Assert.Equal(3, parents.Count);
        Assert.All(parents, parent => Assert.Same(_heard.Span, parent));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void Status_calls_of_a_watcher_happen_within_its_span_and_its_readers_code_does_not()
    {
        var within = new List<Activity?>();
        var outside = new List<Activity?>();
        JobOperation job = new(
            Time,
            (look, _) =>
            {
                within.Add(Activity.Current);
                return Task.FromResult(new Job(look == 0 ? "running" : "done"));
            },
            monitor: _heard.Monitor);

        Time.Run(ReadAsync());

        Assert.Equal([_heard.Span, _heard.Span], within);
        Assert.Equal([null, null], outside);

        async Task<bool> ReadAsync()
        {
            await foreach (Job _ in job.WatchAsync(Every(5), Stop))
            {
                outside.Add(Activity.Current);
            }

            return true;
        }
    }

    [Fact]
    public void Every_wait_is_counted_while_it_goes_on()
    {
        Time.Run(Walking("done").WaitForCompletionAsync(Every(5), Stop));

        Assert.Equal([1, -1], _heard.Measured("longrun.wait.active").Select(static m => m.Value));
    }

    [Fact]
    public void Polls_are_counted_and_failed_ones_say_of_what()
    {
        JobOperation job = new(
            Time,
            static (look, _) => look switch
            {
                0 => throw new IOException("cut"),
                1 => throw new HttpRequestException("busy", null, HttpStatusCode.ServiceUnavailable),
                _ => Task.FromResult(new Job("done")),
            },
            monitor: _heard.Monitor);

        Time.Run(job.WaitForCompletionAsync(Every(5), Stop));

        Assert.Equal(["System.IO.IOException", "503", null], _heard.Measured("longrun.wait.polls").Select(static m => m.Tags.GetValueOrDefault("error.type")));
        Assert.Equal(["System.IO.IOException", "503"], Events("longrun.poll.failed").Select(static e => e["error.type"]));
    }

    [Fact]
    public void Success_is_measured_with_the_duration()
    {
        Time.Run(Walking("running", "running", "done").WaitForCompletionAsync(Every(5), Stop));

        AssertEnd(10, "succeeded", null);
    }

    [Fact]
    public void Failure_of_the_operation_is_an_outcome()
    {
        Time.RunToFault<OperationFailedException>(Walking("running", "broken").WaitForCompletionAsync(Every(5), Stop));

        AssertEnd(5, "failed", null);
        Assert.Equal((ActivityStatusCode.Error, "failed"), (_heard.Span.Status, _heard.Span.GetTagItem("error.type")));
    }

    [Fact]
    public void The_time_limit_is_an_outcome()
    {
        Time.RunToFault<OperationTimeoutException>(Walking("running").WaitForCompletionAsync(Every(5, Seconds(10)), Stop));

        AssertEnd(10, "timed_out", null);
        Assert.Equal(ActivityStatusCode.Error, _heard.Span.Status);
    }

    [Fact]
    public void A_cancelled_wait_is_no_error()
    {
        using var stop = new CancellationTokenSource();
        using ITimer cancel = Time.CreateTimer(_ => stop.Cancel(), null, Seconds(7), Timeout.InfiniteTimeSpan);

        Time.RunToFault<TaskCanceledException>(Walking("running").WaitForCompletionAsync(Every(60), stop.Token));

        AssertEnd(7, "cancelled", null);
        Assert.Equal(ActivityStatusCode.Unset, _heard.Span.Status);
    }

    [Fact]
    public void A_refusal_is_an_error_of_its_status()
    {
        JobOperation job = new(Time, static (_, _) => throw new HttpRequestException("no", null, HttpStatusCode.Unauthorized), monitor: _heard.Monitor);

        Time.RunToFault<HttpRequestException>(job.WaitForCompletionAsync(Every(5), Stop));

        AssertEnd(0, "error", "401");
    }

    [Fact]
    public async Task A_watcher_that_leaves_has_abandoned_its_wait()
    {
        await foreach (Job _ in Walking("running").WatchAsync(Every(5), Stop))
        {
            break;
        }

        AssertEnd(0, "abandoned", null);
    }

    [Fact]
    public void The_time_to_notice_is_at_most_that_since_the_last_look_that_saw_it_running()
    {
        Time.Run(Walking("running", "running", "done").WaitForCompletionAsync(Every(5), Stop));

        (double value, Dictionary<string, object?> tags) = Assert.Single(_heard.Measured("longrun.wait.time_to_notice"));
        Assert.Equal((5, "poll"), (value, tags["longrun.wait.noticed_by"]));
    }

    [Fact]
    public void The_time_to_notice_after_a_signal_is_at_least_that_since_it_came()
    {
        using var hub = new SignalHub([_heard.Monitor], Time);
        JobOperation job = new(Time, (_, _) => Task.FromResult(new Job(Time.Now >= Seconds(92) ? "done" : "running")), monitor: _heard.Monitor);
        using ITimer signal = Time.CreateTimer(_ => hub.Notify(job.Token), null, Seconds(90), Timeout.InfiniteTimeSpan);

        Time.Run(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, Signal = hub }, Stop));

        // Looks at 90, 91 and 93: all of them answer the signal.
        (double value, Dictionary<string, object?> tags) = Assert.Single(_heard.Measured("longrun.wait.time_to_notice"));
        Assert.Equal((3, "signal"), (value, tags["longrun.wait.noticed_by"]));
        Assert.Single(Events("longrun.signal"));
    }

    [Fact]
    public void Where_nothing_bounds_it_the_time_to_notice_is_not_told()
    {
        Time.Run(Walking("done").WaitForCompletionAsync(Every(5), Stop));

        Assert.Empty(_heard.Measured("longrun.wait.time_to_notice"));
    }

    [Fact]
    public void Nothing_of_an_answer_or_an_exception_is_told_but_statuses()
    {
        JobOperation job = new(
            Time,
            static (look, _) => look switch
            {
                0 => throw new HttpRequestException("body said: secret-in-message"),
                1 => Task.FromResult(new Job("running") { Reason = "secret-in-answer" }),
                _ => Task.FromResult(new Job("broken") { Reason = "secret-in-reason" }),
            },
            monitor: _heard.Monitor);

        Time.RunToFault<OperationFailedException>(job.WaitForCompletionAsync(Every(5), Stop));

        Assert.Contains("longrun.wait.duration", _heard.All, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _heard.All, StringComparison.Ordinal);
        Assert.DoesNotContain(job.Token.ToString(), _heard.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_of_any_length_and_kind_is_told_in_a_harmless_text()
    {
        Time.Run(Walking("a\nb" + new string('x', 500), "done").WaitForCompletionAsync(Every(5), Stop));

        string told = Assert.IsType<string>(Events("longrun.status").First()["longrun.operation.status"]);
        Assert.StartsWith("a bxxx", told, StringComparison.Ordinal);
        Assert.Equal(101, told.Length);
    }

    private JobOperation Walking(params string[] statuses) =>
        new(Time, (look, _) => Task.FromResult(new Job(statuses[Math.Min(look, statuses.Length - 1)])), monitor: _heard.Monitor);

    private IEnumerable<Dictionary<string, object?>> Events(string name) =>
        _heard.Span.Events.Where(e => e.Name == name).Select(static e => new Dictionary<string, object?>(e.Tags));

    private void AssertEnd(double seconds, string outcome, string? error)
    {
        (double value, Dictionary<string, object?> tags) = Assert.Single(_heard.Measured("longrun.wait.duration"));
        Assert.Equal((seconds, outcome, error), (value, tags["longrun.wait.outcome"], tags.GetValueOrDefault("error.type")));
        Assert.Equal(outcome, _heard.Span.GetTagItem("longrun.wait.outcome"));
        Assert.Equal(0, _heard.Measured("longrun.wait.active").Sum(static m => m.Value));
    }
}
