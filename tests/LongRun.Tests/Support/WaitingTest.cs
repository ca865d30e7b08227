namespace LongRun.Tests.Support;

/// <summary>A test on a clock of its own.</summary>
public abstract class WaitingTest
{
    private protected PumpedTime Time { get; } = new();

    private protected static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>Options on the test's clock, with a fixed pause unless a strategy is given.</summary>
    private protected WaitOptions Every(double seconds, TimeSpan? limit = null, Func<Exception, PollFailure>? classify = null, IProgress<OperationProgress>? progress = null) => new()
    {
        TimeProvider = Time,
        Delay = DelayStrategy.Fixed(Seconds(seconds)),
        MaxWaitTime = limit,
        Classify = classify,
        Progress = progress,
    };
}
