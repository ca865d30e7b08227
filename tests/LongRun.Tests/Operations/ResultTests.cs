using LongRun.Http;
using LongRun.Tests.Support;
using LongRun.Tests.Waiting;

namespace LongRun.Tests.Operations;

/// <summary>Results behind a call of their own: asked for after success only, and again where that may help.</summary>
public sealed class ResultTests : WaitingTest
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public void The_result_is_asked_for_at_success_and_not_before()
    {
        ResultOperation job = Job(static _ => Task.FromResult("text"), endsAt: 20);

        Assert.Equal("text", Time.Run(job.WaitForResultAsync(Every(10), Stop)));
        Assert.Equal([Seconds(20)], job.Fetches);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Trouble_of_the_server_is_survived(int status)
    {
        ResultOperation job = Job(call => call < 2 ? throw new ApiException("x", status) : Task.FromResult("text"));

        Assert.Equal("text", Time.Run(job.WaitForResultAsync(Every(10), Stop)));
        Assert.Equal([Seconds(0), Seconds(10), Seconds(20)], job.Fetches);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public void A_refusal_ends_the_wait_with_the_clients_exception(int status)
    {
        ResultOperation job = Job(_ => throw new ApiException("x", status));

        Time.RunToFault<ApiException>(job.WaitForResultAsync(Every(10), Stop));

        Assert.Single(job.Fetches);
    }

    [Fact]
    public void One_time_limit_covers_the_job_and_its_result_and_the_last_call_is_made_at_it()
    {
        ResultOperation job = Job(static _ => throw new ApiException("Busy.", 503), endsAt: 20);

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForResultAsync(Every(10, limit: Seconds(45)), Stop));

        Assert.Equal([Seconds(20), Seconds(30), Seconds(40), Seconds(45)], job.Fetches);
        Assert.Equal("done", fault.LastStatus);
        Assert.StartsWith("Rendering 'job-1' has succeeded ('done'), and 4 calls brought no result within 45 s. The last call failed: Busy.", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(" The result is still there; fetch it with ResumeRendering(\"job-1\").GetResultAsync(), or from the token 'lr1.Rendering.job-1'.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_is_never_longer_than_the_monitor_allows()
    {
        ResultOperation job = Job(static call => call == 0 ? throw new ApiException("x", 503) : Task.FromResult("text"));

        Time.Run(job.WaitForResultAsync(Every(10_000), Stop));

        Assert.Equal([Seconds(0), JobOperation.Rendering.MaxDelay], job.Fetches);
    }

    [Fact]
    public void A_call_at_the_limit_has_the_shortest_pause_for_itself()
    {
        ResultOperation job = Job(static _ => new TaskCompletionSource<string>().Task);

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForResultAsync(Every(10, limit: Seconds(20)), Stop));

        Assert.Equal(Seconds(21), fault.Elapsed);
        Assert.Contains("The call brought no result within 21 s.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_strategy_is_told_of_the_calls_that_failed()
    {
        var strategy = new Recorded();
        ResultOperation job = Job(static call => call < 3 ? throw new ApiException("x", 503) : Task.FromResult("text"));

        Time.Run(job.WaitForResultAsync(new WaitOptions { TimeProvider = Time, Delay = strategy }, Stop));

        // The first is the pause after the status call that told of success.
        DelayContext[] seen = [.. strategy.Seen.Where(static context => context.FailuresInRow > 0)];
        Assert.Equal([(1, 1, 0), (2, 2, 10), (3, 3, 20)], seen.Select(static context => (context.Polls, context.FailuresInRow, (int)context.Elapsed.TotalSeconds)));
        Assert.Equal([0, 10, 10], seen.Select(static context => context.PreviousDelay.TotalSeconds));
        Assert.All(seen, static context => Assert.Equal((JobOperation.Rendering.MinDelay, JobOperation.Rendering.MaxDelay), (context.MinDelay, context.MaxDelay)));
        Assert.Equal(seen.Select(static context => PumpedTime.Origin + context.Elapsed), seen.Select(static context => context.UtcNow));
    }

    [Fact]
    public void A_call_that_brings_nothing_is_given_up_and_made_again()
    {
        ResultOperation job = Job(static call => call == 0 ? new TaskCompletionSource<string>().Task : Task.FromResult("text"));

        Assert.Equal("text", Time.Run(job.WaitForResultAsync(Every(10), Stop)));
        Assert.Equal([Seconds(0), Seconds(40)], job.Fetches);
    }

    [Fact]
    public void A_server_that_names_a_pause_is_left_alone_for_so_long()
    {
        using var client = new JobClient(static () => JobClient.Error(503, ("Retry-After", "25")), static () => JobClient.Ok("text"));
        ResultOperation job = Job(async _ => (await client.GetAsync(Stop)).Status!);

        Assert.Equal("text", Time.Run(job.WaitForResultAsync(Every(10), Stop)));
        Assert.Equal([Seconds(0), Seconds(25)], job.Fetches);
    }

    [Fact]
    public void A_pause_beyond_the_time_limit_is_not_waited_for()
    {
        using var client = new JobClient(static () => JobClient.Error(503, ("Retry-After", "120")));
        ResultOperation job = Job(async _ => (await client.GetAsync(Stop)).Status!);

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForResultAsync(Every(10, limit: Seconds(45)), Stop));

        Assert.Equal(Seconds(0), Time.Now);
        Assert.Equal((1, Seconds(0)), (fault.Polls, fault.Elapsed));
        Assert.StartsWith("Rendering 'job-1' has succeeded ('done'), and 1 call brought no result within 0 s. The server takes no other within 2 min, which is after the time limit.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_that_was_not_asked_for_is_cut_at_the_time_limit_and_not_told_of()
    {
        ResultOperation job = Job(static _ => throw new ApiException("Busy.", 503));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForResultAsync(Every(60, limit: Seconds(45)), Stop));

        Assert.Equal([Seconds(0), Seconds(45)], job.Fetches);
        Assert.DoesNotContain("takes no other", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_cancels_leaves_at_once()
    {
        using var source = new CancellationTokenSource();
        ResultOperation job = Job(_ =>
        {
            source.Cancel();
            throw new ApiException("x", 503);
        });

        Time.RunToFault<OperationCanceledException>(job.WaitForResultAsync(Every(10), source.Token));

        Assert.Single(job.Fetches);
    }

    [Fact]
    public async Task Asking_at_once_looks_at_the_status_first_and_tells_that_there_is_no_result_yet()
    {
        ResultOperation job = Job(static _ => Task.FromResult("text"), endsAt: 20);

        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(() => job.GetResultAsync(Stop));

        Assert.Equal("Rendering 'job-1' is 'running', so there is no result yet. Wait for it with WaitForResultAsync.", fault.Message);
        Assert.Equal(1, job.Looks);
        Assert.Empty(job.Fetches);
    }

    [Fact]
    public async Task Asking_after_success_looks_no_more()
    {
        ResultOperation job = Job(static _ => Task.FromResult("text"));
        await job.UpdateStatusAsync(Stop);

        Assert.Equal("text", await job.GetResultAsync(Stop));
        Assert.Equal(1, job.Looks);
    }

    private ResultOperation Job(Func<int, Task<string>> result, double endsAt = 0) =>
        new(Time, () => new Job(Time.Now >= Seconds(endsAt) ? "done" : "running"), result);

    private sealed class Recorded : DelayStrategy
    {
        internal List<DelayContext> Seen { get; } = [];

        public override TimeSpan GetNextDelay(in DelayContext context)
        {
            Seen.Add(context);
            return Seconds(10);
        }
    }
}
