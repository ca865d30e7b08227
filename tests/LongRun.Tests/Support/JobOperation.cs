namespace LongRun.Tests.Support;

/// <summary>What a generated operation looks like, over a delegate in place of a client.</summary>
internal sealed class JobOperation : Operation<Job>
{
    internal static readonly StatusMonitor Rendering = new("Rendering")
    {
        Succeeded = ["done"],
        Failed = ["broken", "rejected"],
        MinDelay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromMinutes(2),
        MaxWaitTime = TimeSpan.FromHours(1),
    };

    private readonly PumpedTime _time;
    private readonly Func<int, CancellationToken, Task<Job>> _retrieve;

    internal JobOperation(PumpedTime time, Func<int, CancellationToken, Task<Job>> retrieve, bool justStarted = false, StatusMonitor? monitor = null)
        : base(monitor ?? Rendering, "job-1", justStarted)
    {
        _time = time;
        _retrieve = retrieve;
    }

    internal JobOperation(PumpedTime time, OperationToken token)
        : base(Rendering, token)
    {
        _time = time;
        _retrieve = static (_, _) => Task.FromResult(new Job("done"));
    }

    /// <summary>When each status call was made.</summary>
    internal List<TimeSpan> Looks { get; } = [];

    /// <summary>The pauses between them.</summary>
    internal IEnumerable<TimeSpan> Pauses => Looks.Zip(Looks.Skip(1), static (a, b) => b - a);

    /// <summary>Answers step by step; the last step repeats.</summary>
    internal static JobOperation Scripted(PumpedTime time, params Func<Job>[] steps) =>
        new(time, (look, _) => Task.FromResult(steps[Math.Min(look, steps.Length - 1)]()));

    /// <summary>Goes through statuses; the last one stays.</summary>
    internal static JobOperation Walking(PumpedTime time, params string[] statuses) =>
        Scripted(time, [.. statuses.Select(static s => (Func<Job>)(() => new Job(s)))]);

    /// <summary>Is running until a moment, then has the status.</summary>
    internal static JobOperation EndingAt(PumpedTime time, TimeSpan end, string status = "done", Func<TimeSpan, Job>? running = null) =>
        new(time, (_, _) => Task.FromResult(time.Now >= end ? new Job(status) : running?.Invoke(end - time.Now) ?? new Job("running")));

    protected override Task<Job> RetrieveAsync(CancellationToken cancellationToken)
    {
        lock (Looks)
        {
            Looks.Add(_time.Now);
        }

        return _retrieve(Looks.Count - 1, cancellationToken);
    }

    protected override OperationReading Read(Job value) => new()
    {
        Status = value.Status,
        Percentage = value.Percentage,
        RemainingSeconds = value.RemainingSeconds,
        EstimatedCompletion = value.EstimatedCompletion,
        ExpiresAt = value.ExpiresAt,
        FailureReason = value.Reason,
    };
}
