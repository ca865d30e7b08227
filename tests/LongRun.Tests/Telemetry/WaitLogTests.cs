using System.Net;
using LongRun.Http;
using LongRun.Tests.Support;
using Microsoft.Extensions.Logging;

namespace LongRun.Tests.Telemetry;

public sealed class WaitLogTests : WaitingTest
{
    private static readonly StatusMonitor Known = new("Rendering") { Succeeded = ["done"], Failed = ["broken"], Running = ["running"] };

    private readonly RecordingLogger _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private WaitOptions Logged => new() { TimeProvider = Time, Delay = DelayStrategy.Fixed(Seconds(5)), Logger = _log };

    [Fact]
    public void Statuses_that_are_not_known_mean_running_and_are_logged_once()
    {
        Time.Run(Walking("running", "dreaming", "dreaming", "thinking", "dreaming", "done").WaitForCompletionAsync(Logged, Stop));

        (int id, LogLevel level, string text) = Assert.Single(_log.Lines);
        Assert.Equal((1, LogLevel.Information), (id, level));
        Assert.StartsWith("Rendering job-1 has status 'dreaming', which this client does not know: it is taken for running.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_wait_logs_an_unknown_status_for_itself()
    {
        JobOperation job = Walking("dreaming", "dreaming", "done");

        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, MaxWaitTime = TimeSpan.Zero, Logger = _log }, Stop));
        Time.Run(job.WaitForCompletionAsync(Logged, Stop));

        Assert.Equal([1, 3, 1], _log.Events);
    }

    [Fact]
    public void Where_no_running_status_is_listed_none_is_unknown()
    {
        JobOperation job = JobOperation.Walking(Time, "dreaming", "done");

        Time.Run(job.WaitForCompletionAsync(Logged, Stop));

        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void A_status_call_that_fails_and_is_repeated_is_logged_with_its_kind()
    {
        JobOperation job = new(
            Time,
            static (look, _) => look switch
            {
                0 => throw new HttpRequestException("secret-in-message", null, HttpStatusCode.BadGateway),
                1 => throw new IOException("secret-in-message"),
                _ => Task.FromResult(new Job("done") { Reason = "secret-in-answer" }),
            },
            monitor: Known);

        Time.Run(job.WaitForCompletionAsync(Logged, Stop));

        Assert.Equal([2, 2], _log.Events);
        Assert.Contains("Status call 1 of Rendering job-1 failed (502); the next one comes in 00:00:05.", _log.All, StringComparison.Ordinal);
        Assert.StartsWith("Status call 2 of Rendering job-1 failed (System.IO.IOException); the next one comes in 00:00:05.", _log.Lines[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _log.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_that_is_given_up_says_how_to_pick_it_up()
    {
        JobOperation job = Walking("running");

        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, MaxWaitTime = Seconds(10), Delay = DelayStrategy.Fixed(Seconds(5)), Logger = _log }, Stop));

        Assert.Equal([3], _log.Events);
        Assert.StartsWith(
            "The wait for Rendering job-1 is given up after 00:00:10 and 3 status calls; its last status was 'running'. It goes on: pick it up with ResumeRendering(\"job-1\").",
            _log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(job.Token.ToString(), _log.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signal_and_the_end_of_its_connection_are_logged()
    {
        using var hub = new SignalHub([Known], Time);
        JobOperation job = new(Time, (_, _) => Task.FromResult(new Job(Time.Now >= Seconds(200) ? "done" : "running")), monitor: Known);
        using ITimer signal = Time.CreateTimer(_ => hub.Notify(job.Token), null, Seconds(90), Timeout.InfiniteTimeSpan);
        using ITimer end = Time.CreateTimer(_ => hub.Dispose(), null, Seconds(150), Timeout.InfiniteTimeSpan);

        Time.Run(job.WaitForCompletionAsync(new WaitOptions { TimeProvider = Time, Signal = hub, Logger = _log }, Stop));

        Assert.Equal([(4, LogLevel.Debug), (5, LogLevel.Information)], _log.Lines.Select(static l => (l.Id, l.Level)));
        Assert.Contains("after 00:01:30.", _log.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_logger_of_its_own_a_wait_logs_where_its_client_does()
    {
        using var http = new HttpClient(new OperationCallHandler(Time, _log) { InnerHandler = new Answers("dreaming", "done") });
        JobOperation job = new(Time, async (_, stop) => new Job(await http.GetStringAsync(new Uri("http://jobs.example/1"), stop)), monitor: Known);

        Time.Run(job.WaitForCompletionAsync(Every(5), Stop));

        Assert.Equal([1], _log.Events);
    }

    [Fact]
    public void A_logger_of_its_own_comes_before_the_clients()
    {
        var clients = new RecordingLogger();
        using var http = new HttpClient(new OperationCallHandler(Time, clients) { InnerHandler = new Answers("dreaming", "done") });
        JobOperation job = new(Time, async (_, stop) => new Job(await http.GetStringAsync(new Uri("http://jobs.example/1"), stop)), monitor: Known);

        Time.Run(job.WaitForCompletionAsync(Logged, Stop));

        Assert.Equal([1], _log.Events);
        Assert.Empty(clients.Lines);
    }

    private JobOperation Walking(params string[] statuses) =>
        new(Time, (look, _) => Task.FromResult(new Job(statuses[Math.Min(look, statuses.Length - 1)])), monitor: Known);

    private sealed class Answers(params string[] statuses) : HttpMessageHandler
    {
        private int _calls;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(JobClient.Ok(statuses[Math.Min(_calls++, statuses.Length - 1)]));
    }
}
