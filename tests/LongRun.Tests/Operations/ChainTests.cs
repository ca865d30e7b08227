using System.Reflection;
using LongRun.Http;
using LongRun.Tests.Support;
using LongRun.Tests.Waiting;

namespace LongRun.Tests.Operations;

/// <summary>Two jobs, one after the other, waited for as one.</summary>
public sealed class ChainTests : WaitingTest
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly StatusMonitor Second = new("Indexing") { Succeeded = ["done"], Failed = ["broken"], MaxWaitTime = TimeSpan.FromHours(2) };

    private readonly List<TimeSpan> _starts = [];

    [Fact]
    public void The_second_job_is_started_when_the_first_has_succeeded_and_waited_for()
    {
        ChainedOperation<Job, Job> chain = Chain(20, 50);

        Assert.Equal("done", Time.Run(chain.WaitForCompletionAsync(Every(10), Stop)).Status);
        Assert.Equal([Seconds(20)], _starts);
        Assert.Equal(Seconds(50), Time.Now);
        Assert.Equal(OperationState.Succeeded, chain.Second?.State);
    }

    [Fact]
    public void A_chain_needs_both_of_its_ends()
    {
        JobOperation first = JobOperation.Walking(Time, "done");

        Assert.Equal("first", Assert.Throws<ArgumentNullException>(() => new ChainedOperation<Job, Job>(null!, Second, static (_, _) => null!)).ParamName);
        Assert.Equal("secondMonitor", Assert.Throws<ArgumentNullException>(() => new ChainedOperation<Job, Job>(first, null!, static (_, _) => null!)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentNullException>(() => new ChainedOperation<Job, Job>(first, Second, null!)).ParamName);
    }

    [Fact]
    public void The_token_names_the_stage()
    {
        ChainedOperation<Job, Job> chain = Chain(20, 50);
        Assert.Equal("lr1.Rendering.job-1", chain.Token.ToString());

        Time.Run(chain.WaitForCompletionAsync(Every(10), Stop));

        Assert.Equal("lr1.Indexing.job-2", chain.Token.ToString());
    }

    [Fact]
    public void However_many_wait_the_second_job_is_started_once()
    {
        ChainedOperation<Job, Job> chain = Chain(20, 50);

        Task<Job>[] waits = [.. Enumerable.Range(0, 5).Select(_ => chain.WaitForCompletionAsync(Every(10), Stop))];
        Time.Run(Task.WhenAll(waits));
        Time.Run(chain.WaitForCompletionAsync(Every(10), Stop));

        Assert.Single(_starts);
    }

    [Fact]
    public void Progress_tells_of_both_as_of_one()
    {
        var progress = new RecordedProgress();
        var first = new JobOperation(Time, (_, _) => Task.FromResult(Time.Now >= Seconds(20) ? new Job("done") : new Job("running") { Percentage = 50, RemainingSeconds = 9 }));
        ChainedOperation<Job, Job> chain = Chain(first, _ => new JobOperation(Time, (_, _) => Task.FromResult(Time.Now >= Seconds(40) ? new Job("done") : new Job("running") { Percentage = 20 }), monitor: Second));

        Time.Run(chain.WaitForCompletionAsync(Every(20, progress: progress), Stop));

        Assert.Equal(
            [
                ("Rendering", OperationState.Running, 0.25, 1),
                ("Rendering", OperationState.Running, 0.5, 2),
                ("Indexing", OperationState.Running, 0.5, 2),
                ("Indexing", OperationState.Running, 0.6, 3),
                ("Indexing", OperationState.Succeeded, 1, 4),
            ],
            progress.Select(static p => (p.Stage, p.State, p.Fraction, p.Polls)));
        Assert.All(progress.Take(2), static p => Assert.Null(p.Remaining));
        Assert.Equal(progress.Select(static p => p.Elapsed).Order(), progress.Select(static p => p.Elapsed));
    }

    [Fact]
    public void Calls_that_failed_are_counted_over_both()
    {
        var progress = new RecordedProgress();
        JobOperation first = JobOperation.Scripted(Time, static () => throw new IOException(), static () => throw new IOException(), static () => new Job("done"));
        ChainedOperation<Job, Job> chain = Chain(first, _ => new JobOperation(Time, static (look, _) => look == 0 ? throw new IOException() : Task.FromResult(new Job("done")), monitor: Second));

        Time.Run(chain.WaitForCompletionAsync(Every(10, progress: progress), Stop));

        Assert.Equal((3, 5), (progress[^1].FailedPolls, progress[^1].Polls));
    }

    [Fact]
    public void A_failure_of_the_first_names_it_and_nothing_is_started()
    {
        ChainedOperation<Job, Job> chain = Chain(JobOperation.Walking(Time, "running", "broken"), _ => throw new InvalidOperationException("started"));

        OperationFailedException fault = Time.RunToFault<OperationFailedException>(chain.WaitForCompletionAsync(Every(10), Stop));

        Assert.Equal("Rendering", fault.Token.Operation);
        Assert.Empty(_starts);
    }

    [Fact]
    public void A_failure_of_the_second_names_it()
    {
        ChainedOperation<Job, Job> chain = Chain(JobOperation.Walking(Time, "done"), _ => new JobOperation(Time, static (_, _) => Task.FromResult(new Job("broken")), monitor: Second));

        Assert.Equal("Indexing", Time.RunToFault<OperationFailedException>(chain.WaitForCompletionAsync(Every(10), Stop)).Token.Operation);
    }

    [Fact]
    public void One_limit_is_for_both()
    {
        ChainedOperation<Job, Job> chain = Chain(20, 500);

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(chain.WaitForCompletionAsync(Every(10, limit: Seconds(45)), Stop));

        Assert.Equal(Seconds(45), Time.Now);
        Assert.Equal(("Indexing", "lr1.Indexing.job-2"), (fault.Token.Operation, chain.Token.ToString()));
    }

    [Fact]
    public void A_first_job_that_succeeds_at_the_limit_is_followed_by_nothing()
    {
        ChainedOperation<Job, Job> chain = Chain(30, 50);

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(chain.WaitForCompletionAsync(Every(20, limit: Seconds(30)), Stop));

        Assert.Empty(_starts);
        Assert.Equal("Rendering 'job-1' has succeeded ('done') within 30 s; Indexing, which follows, was not started, because no time was left. Go on from the token 'lr1.Rendering.job-1'.", fault.Message);

        Assert.Equal("done", Time.Run(chain.WaitForCompletionAsync(Every(20), Stop)).Status);
    }

    [Fact]
    public void A_start_that_does_not_answer_within_the_limit_goes_on_without_the_wait()
    {
        var started = new TaskCompletionSource<Operation<Job>>();
        var chain = new ChainedOperation<Job, Job>(JobOperation.Walking(Time, "done"), Second, (_, _) =>
        {
            _starts.Add(Time.Now);
            return started.Task;
        });
        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(chain.WaitForCompletionAsync(Every(10, limit: Seconds(30)), Stop));
        Assert.Contains("was being started", fault.Message, StringComparison.Ordinal);

        started.SetResult(JobOperation.Walking(Time, "done"));

        Assert.Equal("done", Time.Run(chain.WaitForCompletionAsync(Every(10), Stop)).Status);
        Assert.Single(_starts);
    }

    [Fact]
    public void A_start_whose_answer_was_lost_is_never_sent_again()
    {
        ChainedOperation<Job, Job> chain = Chain(JobOperation.Walking(Time, "done"), _ => throw new OperationStartUncertainException("Index", new IOException("Gone.")));

        Time.RunToFault<OperationStartUncertainException>(chain.WaitForCompletionAsync(Every(10), Stop));
        Time.RunToFault<OperationStartUncertainException>(chain.WaitForCompletionAsync(Every(10), Stop));

        Assert.Single(_starts);
        Assert.Null(chain.Second);
    }

    [Fact]
    public void A_start_that_was_refused_may_be_tried_again()
    {
        ChainedOperation<Job, Job> chain = Chain(JobOperation.Walking(Time, "done"), call => call == 0 ? throw new ApiException("No credit.", 402) : JobOperation.Walking(Time, "done"));

        Time.RunToFault<ApiException>(chain.WaitForCompletionAsync(Every(10), Stop));

        Assert.Equal("done", Time.Run(chain.WaitForCompletionAsync(Every(10), Stop)).Status);
        Assert.Equal(2, _starts.Count);
    }

    [Fact]
    public void Whoever_cancels_starts_nothing()
    {
        using var source = new CancellationTokenSource();
        var first = new JobOperation(Time, (_, _) =>
        {
            source.Cancel();
            return Task.FromResult(new Job("done"));
        });

        Time.RunToFault<OperationCanceledException>(Chain(first, _ => JobOperation.Walking(Time, "done")).WaitForCompletionAsync(Every(10), source.Token));

        Assert.Empty(_starts);
    }

    [Fact]
    public void Unless_said_otherwise_the_limit_is_that_of_both_together()
    {
        Assert.Equal(TimeSpan.FromHours(3), Chain(1, 2).MaxWaitTime);
        var endless = new StatusMonitor("Endless") { MaxWaitTime = Timeout.InfiniteTimeSpan };
        Assert.Equal(Timeout.InfiniteTimeSpan, new ChainedOperation<Job, Job>(JobOperation.Walking(Time, "done"), endless, static (_, _) => throw new NotSupportedException()).MaxWaitTime);
        var longest = new StatusMonitor("Longest") { MaxWaitTime = TimeSpan.MaxValue };
        Assert.Equal(Timeout.InfiniteTimeSpan, new ChainedOperation<Job, Job>(JobOperation.Walking(Time, "done"), longest, static (_, _) => throw new NotSupportedException()).MaxWaitTime);
    }

    [Fact]
    public void Options_of_a_stage_are_the_callers_but_for_limit_and_listener()
    {
        var options = new WaitOptions
        {
            MaxWaitTime = Seconds(1),
            Delay = DelayStrategy.Fixed(Seconds(2)),
            Progress = new RecordedProgress(),
            Signal = new SignalHub([Second]),
            Classify = static _ => PollFailure.Transient,
            Logger = new RecordingLogger(),
            PollTimeout = Seconds(3),
            TimeProvider = Time,
        };
        var progress = new RecordedProgress();

        WaitOptions stage = options.With(Seconds(9), progress);

        Assert.Equal((Seconds(9), progress), (stage.MaxWaitTime!.Value, stage.Progress));
        Assert.All(
            typeof(WaitOptions).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static p => p.Name is not (nameof(WaitOptions.MaxWaitTime) or nameof(WaitOptions.Progress))),
            property =>
            {
                Assert.NotEqual(property.GetValue(new WaitOptions()), property.GetValue(options));
                Assert.Equal(property.GetValue(options), property.GetValue(stage));
            });
    }

    private ChainedOperation<Job, Job> Chain(double firstEnds, double secondEnds) =>
        Chain(JobOperation.EndingAt(Time, Seconds(firstEnds)), _ => new SecondJob(Time, Seconds(secondEnds)));

    private ChainedOperation<Job, Job> Chain(Operation<Job> first, Func<int, Operation<Job>> start) => new(first, Second, (value, stop) =>
    {
        Assert.Equal("done", value.Status);
        Assert.Equal(CancellationToken.None, stop);
        _starts.Add(Time.Now);
        return Task.FromResult(start(_starts.Count - 1));
    });

    private sealed class SecondJob(PumpedTime time, TimeSpan end) : Operation<Job>(Second, "job-2")
    {
        protected override Task<Job> RetrieveAsync(CancellationToken cancellationToken) => Task.FromResult(new Job(time.Now >= end ? "done" : "running"));

        protected override OperationReading Read(Job value) => new() { Status = value.Status };
    }
}
