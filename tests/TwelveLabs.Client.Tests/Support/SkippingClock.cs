namespace TwelveLabs.Client.Tests.Support;

/// <summary>A clock on which every pause is over at once, and counted; limits (their times are known) never run out.</summary>
/// <remarks>So a test of retries neither sleeps nor has to guess when to push the clock.</remarks>
/// <param name="limits">Times of timers that are limits; those of the client's options unless given.</param>
internal sealed class SkippingClock(params TimeSpan[] limits) : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2024, 6, 19, 2, 0, 0, TimeSpan.Zero);

    private readonly TimeSpan[] _limitTimes = limits.Length > 0 ? limits : [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];
    private readonly object _lock = new();
    private readonly List<TimeSpan> _pauses = [];
    private readonly List<TimeSpan> _limits = [];
    private DateTimeOffset _now = Start;

    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_lock)
            {
                return [.. _pauses];
            }
        }
    }

    public IReadOnlyList<TimeSpan> LimitsSet
    {
        get
        {
            lock (_lock)
            {
                return [.. _limits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Skip(callback, state, dueTime);
        }

        return new InertTimer((due) => Skip(callback, state, due));
    }

    /// <summary>Lets time pass that nobody waited for.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    private void Skip(TimerCallback callback, object? state, TimeSpan due)
    {
        lock (_lock)
        {
            if (_limitTimes.Contains(due))
            {
                _limits.Add(due);
                return;
            }

            _pauses.Add(due);
            _now += due;
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
    }

    private sealed class InertTimer(Action<TimeSpan> change) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                change(dueTime);
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
