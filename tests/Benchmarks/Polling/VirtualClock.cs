namespace Benchmarks.Polling;

/// <summary>A clock that jumps from timer to timer on one thread: a simulated hour takes as long as what happens in it.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private static readonly DateTimeOffset Origin = new(2024, 9, 22, 23, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _timers = new();
    private long _now;
    private long _order;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Seconds since the beginning.</summary>
    public double Now => TimeSpan.FromTicks(_now).TotalSeconds;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Origin.AddTicks(_now);

    /// <inheritdoc />
    public override long GetTimestamp() => _now;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs until the task has ended. All it waits for has to be on this clock.</summary>
    /// <exception cref="InvalidOperationException">It waits for something else.</exception>
    public void Run(Task task)
    {
        Run(() => task.IsCompleted);
        task.GetAwaiter().GetResult();
    }

    /// <summary>Runs until something has come true. All that it takes has to be on this clock.</summary>
    /// <exception cref="InvalidOperationException">It takes something else.</exception>
    public void Run(Func<bool> isDone)
    {
        while (!isDone())
        {
            if (!_timers.TryDequeue(out VirtualTimer? timer, out (long Due, long Order) at))
            {
                throw new InvalidOperationException("What is waited for is not on the clock.");
            }

            if (timer.IsDueAt(at))
            {
                _now = Math.Max(_now, at.Due);
                timer.Fire();
            }
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private (long Due, long Order)? _planned;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _planned = null;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                (long, long) at = (clock._now + dueTime.Ticks, clock._order++);
                _planned = at;
                clock._timers.Enqueue(this, at);
            }

            return true;
        }

        // A timer that was changed or disposed stays in the queue under its old time.
        public bool IsDueAt((long Due, long Order) at) => _planned == at;

        public void Fire()
        {
            _planned = null;
            callback(state);
        }

        public void Dispose() => _planned = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
