namespace LongRun;

/// <summary>One wait for a chain: its limit, and what it tells of both stages as of one.</summary>
internal sealed class ChainWait
{
    private readonly WaitOptions _options;
    private readonly TimeSpan _limit;
    private readonly long _startedAt;
    private int _firstPolls;
    private int _firstFailedPolls;

    internal ChainWait(WaitOptions options, TimeSpan limit)
    {
        _options = options;
        _limit = limit;
        _startedAt = Clock.GetTimestamp();
    }

    internal TimeProvider Clock => _options.TimeProvider;

    internal TimeSpan Elapsed => Clock.GetElapsedTime(_startedAt);

    internal TimeSpan Left => _limit == Timeout.InfiniteTimeSpan ? _limit : _limit > Elapsed ? _limit - Elapsed : TimeSpan.Zero;

    internal int Polls => _firstPolls;

    // Listened to even where nobody else does: the calls of the first stage count in the second.
    internal IProgress<OperationProgress> FirstProgress(string stage) => new Listener(progress =>
    {
        _firstPolls = progress.Polls;
        _firstFailedPolls = progress.FailedPolls;
        _options.Progress?.Report(progress with
        {
            Stage = stage,
            State = progress.State == OperationState.Succeeded ? OperationState.Running : progress.State,
            Fraction = progress.Fraction / 2,
            Remaining = null,
            Elapsed = Elapsed,
        });
    });

    internal IProgress<OperationProgress>? SecondProgress(string stage) => _options.Progress is null ? null : new Listener(progress => _options.Progress.Report(progress with
    {
        Stage = stage,
        Fraction = 0.5 + ((progress.Fraction ?? 0) / 2),
        Elapsed = Elapsed,
        Polls = _firstPolls + progress.Polls,
        FailedPolls = _firstFailedPolls + progress.FailedPolls,
    }));

    internal void Started(OperationToken second) => _options.Progress?.Report(new OperationProgress
    {
        Id = second.Id,
        Stage = second.Operation,
        State = OperationState.Running,
        Fraction = 0.5,
        Elapsed = Elapsed,
        Polls = _firstPolls,
        FailedPolls = _firstFailedPolls,
    });

    private sealed class Listener(Action<OperationProgress> tell) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => tell(value);
    }
}
