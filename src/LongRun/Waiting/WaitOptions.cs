using Microsoft.Extensions.Logging;

namespace LongRun;

/// <summary>How to wait. Immutable; one instance may serve any number of waits.</summary>
public sealed class WaitOptions
{
    internal static readonly WaitOptions Default = new();

    private readonly TimeSpan? _maxWaitTime;
    private readonly TimeSpan _pollTimeout = TimeSpan.FromSeconds(30);
    private readonly TimeProvider _timeProvider = TimeProvider.System;

    /// <summary>
    /// Longest time to wait, from the call on: zero (one look) or more, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// <see langword="null"/>, the default: as the operation's monitor says.
    /// </summary>
    /// <remarks>
    /// At the limit the status is looked at once more; that look may take as long as the monitor's shortest pause, so a
    /// wait can end that much later.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not infinite.</exception>
    public TimeSpan? MaxWaitTime
    {
        get => _maxWaitTime;
        init => _maxWaitTime = value is { } limit ? CheckMaxWaitTime(limit, nameof(MaxWaitTime)) : null;
    }

    /// <summary>
    /// Chooses the pauses, within the bounds that the monitor sets; a time that the server asks for overrules it.
    /// <see langword="null"/>, the default: <see cref="DelayStrategy.Default"/>.
    /// </summary>
    public DelayStrategy? Delay { get; init; }

    /// <summary>Told after every status call that succeeded, on the thread that made it. <see langword="null"/>, the default: nobody.</summary>
    /// <remarks>An exception thrown by it ends the wait.</remarks>
    public IProgress<OperationProgress>? Progress { get; init; }

    /// <summary>
    /// Wakes the wait when the operation has probably ended, a receiver of webhooks for example; the status is then looked
    /// at. <see langword="null"/>, the default: nothing does. No effect on operations that the signal never speaks of.
    /// </summary>
    /// <remarks>
    /// While it is connected the monitor's <see cref="StatusMonitor.SignalledDelay"/> takes the place of its
    /// <see cref="StatusMonitor.MaxDelay"/>, and <see cref="DelayStrategy.Default"/> looks no more often than that: a
    /// signal that is lost costs at most this delay.
    /// </remarks>
    public OperationSignal? Signal { get; init; }

    /// <summary>
    /// Judges an exception of a status call that carries no HTTP status and is of no type that the wait knows, for clients
    /// that have exceptions of their own. <see langword="null"/>, the default: such an exception ends the wait.
    /// </summary>
    public Func<Exception, PollFailure>? Classify { get; init; }

    /// <summary>
    /// Where the wait logs: statuses that are not known (once), status calls that failed and are repeated, a wait that is given
    /// up and how to pick it up, and signals. <see langword="null"/>, the default: where the client does, from its first
    /// status call on.
    /// </summary>
    /// <remarks>Ids and statuses are logged, and types of exceptions; no payload, no message of an exception, no key.</remarks>
    public ILogger? Logger { get; init; }

    /// <summary>
    /// Longest time that one status call may take: more than zero, at most 24 days. 30 seconds unless set.
    /// A call that takes longer is given up and counts as failed; the wait goes on.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan PollTimeout
    {
        get => _pollTimeout;
        init => _pollTimeout = CheckPollTimeout(value, nameof(PollTimeout));
    }

    /// <summary>The clock of the wait. <see cref="TimeProvider.System"/> unless set.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        init => _timeProvider = value ?? throw new ArgumentNullException(nameof(TimeProvider));
    }

    /// <summary>These options with another limit and another listener.</summary>
    internal WaitOptions With(TimeSpan maxWaitTime, IProgress<OperationProgress>? progress) => new()
    {
        MaxWaitTime = maxWaitTime,
        Delay = Delay,
        Progress = progress,
        Signal = Signal,
        Classify = Classify,
        Logger = Logger,
        PollTimeout = PollTimeout,
        TimeProvider = TimeProvider,
    };

    internal static TimeSpan CheckPollTimeout(TimeSpan value, string name) => value > TimeSpan.Zero && value <= StatusMonitor.LongestDelay
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be longer than zero and at most 24 days.");

    internal static TimeSpan CheckMaxWaitTime(TimeSpan value, string name) =>
        value >= TimeSpan.Zero || value == Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be zero or more, or Timeout.InfiniteTimeSpan.");
}
