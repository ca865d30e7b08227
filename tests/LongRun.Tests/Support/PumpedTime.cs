using Microsoft.Extensions.Time.Testing;

namespace LongRun.Tests.Support;

/// <summary>
/// A fake clock that knows its timers, so that a test can jump from one to the next: everything happens at its exact
/// time, on the test's own thread, in an order that never changes.
/// </summary>
internal sealed class PumpedTime() : FakeTimeProvider(Origin)
{
    internal static readonly DateTimeOffset Origin = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<PumpedTimer> _timers = [];

    internal TimeSpan Now => GetUtcNow() - Origin;

    internal int ActiveTimers
    {
        get
        {
            lock (_timers)
            {
                return _timers.Count;
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PumpedTimer(this, callback, state);
        timer.Attach(base.CreateTimer(static t => ((PumpedTimer)t!).Fire(), timer, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs until the task has ended, jumping from timer to timer, and gives its result.</summary>
    internal T Run<T>(Task<T> task)
    {
        RunUntil(() => task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Runs until the task has ended, and gives the exception that it ended with.</summary>
    internal TException RunToFault<TException>(Task task)
        where TException : Exception
    {
        RunUntil(() => task.IsCompleted);
        return Assert.Throws<TException>(() => task.GetAwaiter().GetResult());
    }

    /// <summary>Fires every timer that is due within the time, each at its own moment.</summary>
    internal void Pass(TimeSpan time)
    {
        TimeSpan end = Now + time;
        while (NextDue() is { } due && due <= end)
        {
            Step(due);
        }

        Step(end);
    }

    private void RunUntil(Func<bool> isDone)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            for (int steps = 0; !isDone(); steps++)
            {
                Assert.True(steps < 1_000_000, "The task does not end.");
                if (NextDue() is { } due)
                {
                    Step(due);

                    // Another thread that fires timers at this moment is the only one that the clock lets do so.
                    bool hasFired = SpinWait.SpinUntil(() => isDone() || NextDue() != due, TimeSpan.FromMilliseconds(20));
                    steps += hasFired ? 0 : 1000;
                }
                else
                {
                    // Cancellation, and answers shared with others, come by way of the thread pool.
                    Assert.True(SpinWait.SpinUntil(() => isDone() || NextDue() is not null, TimeSpan.FromSeconds(30)), "The task does not end, and no timer is left.");
                }
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private TimeSpan? NextDue()
    {
        lock (_timers)
        {
            return _timers.Count == 0 ? null : _timers.Min(t => t.Due);
        }
    }

    private void Set(PumpedTimer timer, bool isActive)
    {
        lock (_timers)
        {
            _timers.Remove(timer);
            if (isActive && !timer.IsDisposed)
            {
                _timers.Add(timer);
            }
        }
    }

    private void Step(TimeSpan due) => Advance(due > Now ? due - Now : TimeSpan.Zero);

    private sealed class PumpedTimer(PumpedTime time, TimerCallback callback, object? state) : ITimer
    {
        private ITimer? _inner;

        /// <summary>One that was disposed of never fires again, whoever still changes it.</summary>
        internal bool IsDisposed { get; private set; }

        internal TimeSpan Due { get; private set; }

        internal void Attach(ITimer inner) => _inner = inner;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(Timeout.InfiniteTimeSpan, period);
            bool isActive = dueTime != Timeout.InfiniteTimeSpan;
            Due = isActive ? time.Now + dueTime : TimeSpan.MaxValue;
            time.Set(this, isActive);
            return _inner!.Change(dueTime, period);
        }

        public void Dispose()
        {
            IsDisposed = true;
            time.Set(this, isActive: false);
            _inner!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        internal void Fire()
        {
            time.Set(this, isActive: false);
            callback(state);
        }
    }
}
