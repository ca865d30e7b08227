using LongRun;

namespace Benchmarks.Polling;

/// <summary>What the simulated server answers.</summary>
internal sealed record JobAnswer(string Status, double? RemainingSeconds = null, DateTimeOffset? EstimatedCompletion = null, double? Percentage = null);

/// <summary>A real handle on a job that is simulated: all that waits is the product.</summary>
internal sealed class SimulatedJob : Operation<JobAnswer>
{
    internal static readonly StatusMonitor Simulated = new("Simulated")
    {
        Succeeded = ["ready"],
        Failed = ["failed"],
        MinDelay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromMinutes(2),
        MaxWaitTime = Timeout.InfiniteTimeSpan,
    };

    private readonly VirtualClock _clock;
    private readonly TracedJob _job;
    private readonly Hints _hints;
    private readonly Random _random;

    internal SimulatedJob(VirtualClock clock, TracedJob job, Hints hints)
        : base(Simulated, "job", justStarted: true)
    {
        _clock = clock;
        _job = job;
        _hints = hints;
        _random = new Random(job.Seed);
        StartedAt = clock.GetUtcNow();
    }

    /// <summary>Status calls so far.</summary>
    internal int Requests { get; private set; }

    private DateTimeOffset StartedAt { get; }

    /// <inheritdoc />
    protected override Task<JobAnswer> RetrieveAsync(CancellationToken cancellationToken)
    {
        Requests++;
        double left = _job.Duration - (_clock.GetUtcNow() - StartedAt).TotalSeconds;
        return Task.FromResult(left <= 0 ? new JobAnswer("ready") : _hints switch
        {
            Hints.TimeLeftPerJob => new JobAnswer("indexing", RemainingSeconds: left * _job.Error),
            Hints.TimeLeftPerPoll => new JobAnswer("indexing", RemainingSeconds: left * Math.Exp(Trace.HintSpread * Trace.Normal(_random))),
            Hints.TimeLeftWithGaps => new JobAnswer("indexing", RemainingSeconds: _random.NextDouble() < Trace.Gaps ? null : left * _job.Error),
            Hints.ShareDone => new JobAnswer("indexing", Percentage: Math.Floor(100 * Math.Pow(1 - (left / _job.Duration), 2))),
            Hints.Estimate => new JobAnswer("indexing", EstimatedCompletion: StartedAt.AddSeconds(_job.Estimate)),
            _ => new JobAnswer("indexing"),
        });
    }

    /// <inheritdoc />
    protected override OperationReading Read(JobAnswer value) => new()
    {
        Status = value.Status,
        RemainingSeconds = value.RemainingSeconds,
        EstimatedCompletion = value.EstimatedCompletion,
        Percentage = value.Percentage,
    };
}

/// <summary>What the server tells while a job runs.</summary>
internal enum Hints
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>When it expects the end, once.</summary>
    Estimate,

    /// <summary>The time left, wrong by a factor that is the job's.</summary>
    TimeLeftPerJob,

    /// <summary>The time left, wrong by a factor that is drawn anew at each poll.</summary>
    TimeLeftPerPoll,

    /// <summary>As <see cref="TimeLeftPerJob"/>, and left out of some answers.</summary>
    TimeLeftWithGaps,

    /// <summary>Whole percents of work that goes faster and faster.</summary>
    ShareDone,
}
