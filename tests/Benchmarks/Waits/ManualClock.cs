namespace Benchmarks.Waits;

/// <summary>A clock that stands until it is moved on, for very many timers.</summary>
/// <remarks>
/// The fake clock of the test package looks through all timers for each that is due, which takes hours for a hundred
/// thousand. Each timer here holds one of the system's, never due, so that what a timer costs in life is counted.
/// </remarks>
internal sealed class ManualClock : TimeProvider
{
    private readonly HashSet<ManualTimer> _running = [];
    private DateTimeOffset _now = new(2024, 9, 22, 23, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on, and runs on this thread what is due at that time.</summary>
    /// <returns>How many timers were due.</returns>
    public int Advance(TimeSpan time)
    {
        _now += time;
        ManualTimer[] due = [.. _running.Where(timer => timer.Due <= _now)];
        foreach (ManualTimer timer in due)
        {
            timer.Fire();
        }

        return due.Length;
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private readonly ITimer _system = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                clock._running.Remove(this);
                return true;
            }

            Due = clock._now + dueTime;
            clock._running.Add(this);
            return true;
        }

        public void Fire()
        {
            if (clock._running.Remove(this))
            {
                callback(state);
            }
        }

        public void Dispose()
        {
            clock._running.Remove(this);
            _system.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
