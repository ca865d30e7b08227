using Microsoft.Extensions.Time.Testing;

namespace LongRun.Generators.Tests.Behaviour;

public sealed class HandWrittenClientTests
{
    private static readonly Conversion Waiting = new() { Phase = ConversionPhase.Waiting };
    private static readonly Conversion Working = new()
    {
        Phase = ConversionPhase.Working,
        Progress = new ConversionProgress(40m, TimeSpan.FromSeconds(90)),
        ReadyAt = new DateTime(2030, 1, 2, 3, 4, 5),
    };

    private static readonly Conversion Finished = new() { Phase = ConversionPhase.Finished };
    private static readonly Conversion Broken = new() { Phase = ConversionPhase.Broken, Problem = "no picture" };

    private readonly FakeTimeProvider _clock = new() { AutoAdvanceAmount = TimeSpan.Zero };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_sends_the_raw_call_once_and_gives_a_handle_with_the_id()
    {
        var client = new FakeConversionClient(Waiting);

        ConversionOperation operation = await client.StartConvertAsync("a.avi", cancellationToken: Stop);

        Assert.Equal("7", operation.Id);
        Assert.Equal("lr1.Conversion.7", operation.Token.ToString());
        Assert.Equal(OperationState.Unknown, operation.State);
        Assert.Equal(["post a.avi mp4"], client.Calls);
    }

    [Fact]
    public async Task A_handle_looks_at_the_status_with_the_id_in_the_type_of_the_raw_call()
    {
        var client = new FakeConversionClient(Working);
        ConversionOperation operation = client.ResumeConversion("12");

        Conversion seen = await operation.UpdateStatusAsync(Stop);

        Assert.Same(Working, seen);
        Assert.Equal(OperationState.Running, operation.State);
        Assert.Equal(["get 12 False"], client.Calls);
    }

    [Fact]
    public async Task Start_and_wait_gives_the_answer_that_told_of_success()
    {
        var client = new FakeConversionClient(Waiting, Working, Finished);
        Task<Conversion> wait = client.ConvertAndWaitAsync("a.avi", "webm", new WaitOptions { TimeProvider = _clock }, Stop);

        Assert.Same(Finished, await Finish(wait));
        Assert.Equal("post a.avi webm", client.Calls[0]);
    }

    [Fact]
    public async Task Progress_tells_what_the_paths_of_the_attribute_name()
    {
        var told = new List<OperationProgress>();
        var client = new FakeConversionClient(Working, Finished);
        var options = new WaitOptions { TimeProvider = _clock, Progress = new Recorder(told) };

        await Finish(client.ResumeConversion("7").WaitForCompletionAsync(options, Stop));

        Assert.Equal("Working", told[0].Status);
        Assert.Equal(0.4, told[0].Fraction);
        Assert.Equal(TimeSpan.FromSeconds(90), told[0].Remaining);
    }

    [Fact]
    public async Task A_job_that_fails_tells_status_and_reason()
    {
        var client = new FakeConversionClient(Waiting, Broken);
        Task<Conversion> wait = client.ConvertAndWaitAsync("a.avi", options: new WaitOptions { TimeProvider = _clock }, cancellationToken: Stop);

        OperationFailedException failure = await Assert.ThrowsAsync<OperationFailedException>(() => Finish(wait));

        Assert.Equal("broken", failure.Status);
        Assert.Equal("no picture", failure.Reason);
        Assert.Equal("7", failure.OperationId);
    }

    [Fact]
    public async Task A_wait_ends_at_the_longest_wait_of_the_attribute_and_the_token_resumes_it()
    {
        var client = new FakeConversionClient(Waiting);
        Task<Conversion> wait = client.ConvertAndWaitAsync("a.avi", options: new WaitOptions { TimeProvider = _clock }, cancellationToken: Stop);

        OperationTimeoutException timeout = await Assert.ThrowsAsync<OperationTimeoutException>(() => Finish(wait));

        Assert.InRange(timeout.Elapsed, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(10));
        var later = new FakeConversionClient(Finished);
        ConversionOperation resumed = later.ResumeConversion(OperationToken.Parse(timeout.Token.ToString()));
        Assert.Same(Finished, await resumed.WaitForCompletionAsync(cancellationToken: Stop));
        Assert.Equal(["get 7 False"], later.Calls);
    }

    [Fact]
    public async Task A_start_whose_answer_was_lost_is_uncertain_and_is_not_sent_again()
    {
        var client = new FakeConversionClient(Waiting) { StartFault = new HttpRequestException(HttpRequestError.ResponseEnded) };

        OperationStartUncertainException fault = await Assert.ThrowsAsync<OperationStartUncertainException>(() => client.StartConvertAsync("a.avi", cancellationToken: Stop));

        Assert.Equal("Convert", fault.Operation);
        Assert.Single(client.Calls);
    }

    [Fact]
    public async Task A_start_whose_answer_holds_no_id_is_uncertain()
    {
        var client = new FakeConversionClient(Waiting) { Ticket = null };

        OperationStartUncertainException fault = await Assert.ThrowsAsync<OperationStartUncertainException>(() => client.StartConvertAsync("a.avi", cancellationToken: Stop));

        Assert.Contains("holds no id at 'Ticket'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_of_another_kind_of_job_is_refused()
    {
        var client = new FakeConversionClient(Waiting);

        Assert.Throws<ArgumentException>("token", () => client.ResumeConversion(new OperationToken("Indexing", "7")));
    }

    [Fact]
    public void The_monitor_carries_what_the_attribute_says()
    {
        StatusMonitor monitor = ConversionOperation.StatusMonitor;

        Assert.Equal("Conversion", monitor.Name);
        Assert.Equal(["finished"], monitor.Succeeded);
        Assert.Equal(["broken"], monitor.Failed);
        Assert.Equal(TimeSpan.FromSeconds(5), monitor.MinDelay);
        Assert.Equal(TimeSpan.FromSeconds(5), monitor.MaxDelay);
        Assert.Equal(TimeSpan.FromMinutes(10), monitor.SignalledDelay);
        Assert.Equal(TimeSpan.FromMinutes(10), monitor.MaxWaitTime);
    }

    /// <summary>Lets time pass, as much as the wait asks for, until it is over.</summary>
    private async Task<T> Finish<T>(Task<T> wait)
    {
        for (int turn = 0; !wait.IsCompleted && turn < 1000; turn++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await wait;
    }

    private sealed class Recorder(List<OperationProgress> told) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => told.Add(value);
    }
}
