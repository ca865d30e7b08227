namespace LongRun;

/// <summary>How a watcher watches. Immutable; one instance may serve any number of watchers.</summary>
public sealed class OperationWatcherOptions
{
    private readonly double _requestsPerSecond = 10;
    private readonly int _capacity = 10_000;
    private readonly TimeSpan? _maxWaitTime;
    private readonly TimeSpan _pollTimeout = TimeSpan.FromSeconds(30);
    private readonly TimeProvider _timeProvider = TimeProvider.System;

    /// <summary>Most requests a second, list and status calls together: more than zero. 10 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, less, or no number.</exception>
    public double RequestsPerSecond
    {
        get => _requestsPerSecond;
        init => _requestsPerSecond = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RequestsPerSecond), value, "RequestsPerSecond must be a number above zero.");
    }

    /// <summary>Most operations watched at once: at least 1. 10,000 unless set. Whoever adds more waits until one has ended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Capacity
    {
        get => _capacity;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Capacity));
            _capacity = value;
        }
    }

    /// <summary>
    /// Longest time to watch one operation, from when it was added: zero or more, or <see cref="Timeout.InfiniteTimeSpan"/>.
    /// <see langword="null"/>, the default: as the operation's monitor says.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not infinite.</exception>
    public TimeSpan? MaxWaitTime
    {
        get => _maxWaitTime;
        init => _maxWaitTime = value is { } limit ? WaitOptions.CheckMaxWaitTime(limit, nameof(MaxWaitTime)) : null;
    }

    /// <summary>Told when an operation is first seen and at every change of its status. <see langword="null"/>, the default: nobody.</summary>
    /// <remarks>What only a status call tells (share done, time left) is missing where the list told of the change.</remarks>
    public IProgress<OperationProgress>? Progress { get; init; }

    /// <summary>
    /// As <see cref="WaitOptions.Signal"/>: an operation that is signalled is looked at at once. Rounds go on as a net, at least
    /// every <see cref="StatusMonitor.SignalledDelay"/>. <see langword="null"/> unless set.
    /// </summary>
    public OperationSignal? Signal { get; init; }

    /// <summary>As <see cref="WaitOptions.Classify"/>. <see langword="null"/> unless set.</summary>
    public Func<Exception, PollFailure>? Classify { get; init; }

    /// <summary>As <see cref="WaitOptions.PollTimeout"/>, for a status call and for a page of the list. 30 seconds unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero, or more than 24 days.</exception>
    public TimeSpan PollTimeout
    {
        get => _pollTimeout;
        init => _pollTimeout = WaitOptions.CheckPollTimeout(value, nameof(PollTimeout));
    }

    /// <summary>The clock of the watcher. <see cref="TimeProvider.System"/> unless set.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        init => _timeProvider = value ?? throw new ArgumentNullException(nameof(TimeProvider));
    }
}
