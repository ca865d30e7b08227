using LongRun.Http;
using LongRun.Tests.Support;

namespace LongRun.Tests.Operations;

public sealed class OperationTests : WaitingTest
{
    [Fact]
    public void New_handle_knows_nothing_yet()
    {
        JobOperation job = JobOperation.Walking(Time, "running");

        Assert.Equal("job-1", job.Id);
        Assert.Equal("lr1.Rendering.job-1", job.Token.ToString());
        Assert.Same(JobOperation.Rendering, job.Monitor);
        Assert.Equal(OperationState.Unknown, job.State);
        Assert.False(job.HasCompleted);
        Assert.Null(job.Current);
    }

    [Fact]
    public async Task Update_makes_one_call_and_keeps_the_answer()
    {
        JobOperation job = JobOperation.Walking(Time, "running", "broken");

        Job first = await job.UpdateStatusAsync(TestContext.Current.CancellationToken);

        Assert.Same(first, job.Current);
        Assert.Equal(OperationState.Running, job.State);
        await job.UpdateStatusAsync(TestContext.Current.CancellationToken);
        Assert.Equal(OperationState.Failed, job.State);
        Assert.True(job.HasCompleted);
        Assert.Equal(2, job.Looks.Count);
    }

    [Fact]
    public async Task Update_does_not_retry_and_keeps_the_last_answer()
    {
        JobOperation job = JobOperation.Scripted(Time, static () => new Job("running"), static () => throw new IOException());
        await job.UpdateStatusAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => job.UpdateStatusAsync(TestContext.Current.CancellationToken));

        Assert.Equal("running", job.Current?.Status);
    }

    [Fact]
    public void Token_of_another_operation_is_refused()
    {
        Assert.Equal("7", new JobOperation(Time, new OperationToken("Rendering", "7")).Id);
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new JobOperation(Time, new OperationToken("Indexing", "7")));
        Assert.StartsWith("The token names the operation 'Indexing', and this is 'Rendering'.", fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("The token is empty.", Assert.Throws<ArgumentException>(() => new JobOperation(Time, default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_who_asks_during_a_call_shares_its_answer()
    {
        var answer = new TaskCompletionSource<Job>();
        var job = new JobOperation(Time, (_, _) => answer.Task);

        Task<Job>[] asking =
        [
            job.UpdateStatusAsync(TestContext.Current.CancellationToken),
            job.UpdateStatusAsync(TestContext.Current.CancellationToken),
            job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken),
        ];
        answer.SetResult(new Job("done"));

        Assert.All(await Task.WhenAll(asking), a => Assert.Same(job.Current, a));
        Assert.Single(job.Looks);
    }

    [Fact]
    public async Task Fault_of_a_shared_call_reaches_everybody()
    {
        var answer = new TaskCompletionSource<Job>();
        var job = new JobOperation(Time, (_, _) => answer.Task);
        Task<Job> first = job.UpdateStatusAsync(TestContext.Current.CancellationToken);
        Task<Job> second = job.UpdateStatusAsync(TestContext.Current.CancellationToken);

        answer.SetException(new ForeignException());

        await Assert.ThrowsAsync<ForeignException>(() => first);
        await Assert.ThrowsAsync<ForeignException>(() => second);
    }

    [Fact]
    public async Task One_who_leaves_does_not_end_the_call_of_the_others()
    {
        var answer = new TaskCompletionSource<Job>();
        CancellationToken seen = default;
        var job = new JobOperation(Time, (_, token) =>
        {
            seen = token;
            return answer.Task;
        });
        using var stop = new CancellationTokenSource();
        Task<Job> leaving = job.UpdateStatusAsync(stop.Token);
        Task<Job> staying = job.UpdateStatusAsync(TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.False(seen.IsCancellationRequested);
        answer.SetResult(new Job("running"));
        Assert.Equal("running", (await staying).Status);
    }

    [Fact]
    public async Task Last_one_to_leave_ends_the_call_and_its_late_answer_is_not_taken()
    {
        var answers = new[] { new TaskCompletionSource<Job>(), new TaskCompletionSource<Job>() };
        CancellationToken seen = default;
        var job = new JobOperation(Time, (look, token) =>
        {
            seen = look == 0 ? token : seen;
            return answers[look].Task;
        });
        using var stop = new CancellationTokenSource();
        Task<Job> leaving = job.UpdateStatusAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.True(seen.IsCancellationRequested);

        Task<Job> later = job.UpdateStatusAsync(TestContext.Current.CancellationToken);
        answers[1].SetResult(new Job("done"));
        await later;
        answers[0].SetResult(new Job("running"));

        Assert.Equal("done", job.Current?.Status);
        Assert.Equal(2, job.Looks.Count);
    }

    [Fact]
    public void Two_waits_on_one_handle_never_ask_faster_than_the_shortest_pause()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(60));
        Task<Job> first = job.WaitForCompletionAsync(Every(1), TestContext.Current.CancellationToken);
        Time.Pass(Seconds(0.4));
        Task<Job> second = job.WaitForCompletionAsync(Every(1.3), TestContext.Current.CancellationToken);

        Assert.Same(Time.Run(first), Time.Run(second));
        Assert.All(job.Pauses, p => Assert.True(p >= Seconds(1), $"{p}"));
    }

    [Fact]
    public void Wait_that_sleeps_long_takes_the_ending_that_another_saw()
    {
        JobOperation job = JobOperation.EndingAt(Time, Seconds(10));
        Task<Job> slow = job.WaitForCompletionAsync(Every(100), TestContext.Current.CancellationToken);
        Task<Job> quick = job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken);

        Time.Run(quick);
        int looks = job.Looks.Count;

        Assert.Same(job.Current, Time.Run(slow));
        Assert.Equal(looks, job.Looks.Count);
    }

    [Fact]
    public void Wait_after_an_update_keeps_the_shortest_pause()
    {
        JobOperation job = JobOperation.Walking(Time, "running", "running", "done");
        Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(5, TimeSpan.Zero), TestContext.Current.CancellationToken));

        Time.Run(job.UpdateStatusAsync(TestContext.Current.CancellationToken));
        Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(0), Seconds(1)], job.Looks);
    }

    [Fact]
    public async Task Status_calls_are_marked_as_polls_and_nothing_else_is()
    {
        OperationCall? during = null;
        var job = new JobOperation(Time, (_, _) =>
        {
            during = OperationCall.Current;
            return Task.FromResult(new Job("done"));
        });

        await job.UpdateStatusAsync(TestContext.Current.CancellationToken);

        Assert.Equal(OperationCallKind.Poll, during?.Kind);
        Assert.Null(OperationCall.Current);
    }

    [Fact]
    public async Task Handle_may_be_read_while_it_is_updated()
    {
        int turn = 0;
        var job = new JobOperation(Time, async (_, _) =>
        {
            await Task.Yield();
            return new Job(Interlocked.Increment(ref turn) % 2 == 0 ? "running" : "done");
        });

        Task[] updates = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 500; i++)
            {
                Job seen = await job.UpdateStatusAsync(TestContext.Current.CancellationToken);
                Assert.NotNull(seen.Status);
                Assert.NotEqual(OperationState.Unknown, job.State);
                Assert.NotNull(job.Current);
            }
        }, TestContext.Current.CancellationToken))];

        await Task.WhenAll(updates);
        Assert.Equal(turn, job.Looks.Count);
        Assert.InRange(turn, 500, 4000);
    }
}
