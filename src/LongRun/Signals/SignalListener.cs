namespace LongRun;

/// <summary>The wait's end of a connection to an <see cref="OperationSignal"/>. Safe for any number of threads.</summary>
public sealed class SignalListener
{
    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private TaskCompletionSource? _sleep;
    private ITimer? _timer;
    private long _notifiedAt;
    private bool _isPending;
    private bool _isDisconnected;

    internal SignalListener(TimeProvider clock) => _clock = clock;

    /// <summary>Whether a signal has come that no look has answered yet.</summary>
    internal bool IsPending
    {
        get
        {
            lock (_gate)
            {
                return _isPending;
            }
        }
    }

    /// <summary>Whether signals may still come.</summary>
    internal bool IsConnected
    {
        get
        {
            lock (_gate)
            {
                return !_isDisconnected;
            }
        }
    }

    /// <summary>Says that the operation has probably ended. Cheap, never blocks; the wait goes on elsewhere.</summary>
    /// <remarks>May be said any number of times, also after the wait has ended.</remarks>
    public void Notify()
    {
        lock (_gate)
        {
            if (!_isPending)
            {
                _isPending = true;
                _notifiedAt = _clock.GetTimestamp();
            }
        }

        Interrupt();
    }

    /// <summary>Says that no signal will come any more: the wait goes back to its usual pace.</summary>
    public void Disconnect()
    {
        lock (_gate)
        {
            _isDisconnected = true;
        }

        Interrupt();
    }

    /// <summary>Takes the signal that has come, if one has; called before the status call that answers it.</summary>
    /// <returns>When the first of the signals taken came, by the clock's timestamps.</returns>
    internal long? Take()
    {
        lock (_gate)
        {
            long? taken = _isPending ? _notifiedAt : null;
            _isPending = false;
            return taken;
        }
    }

    /// <summary>Sleeps until the pause is over, a signal comes or the connection ends.</summary>
    /// <param name="pause">The pause; more than zero.</param>
    /// <param name="cancellationToken">Ends the sleep.</param>
    /// <returns>Whether it was cut short.</returns>
    internal async Task<bool> SleepAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        TaskCompletionSource sleep;
        lock (_gate)
        {
            if (_isPending || _isDisconnected)
            {
                return true;
            }

            // Like a delay, it goes on inline when its timer fires; what cuts it short sees to other threads itself.
            sleep = _sleep = new TaskCompletionSource();
            _timer = _clock.CreateTimer(static s => ((TaskCompletionSource)s!).TrySetResult(), sleep, pause, Timeout.InfiniteTimeSpan);
        }

        bool wasWhole;
        using (cancellationToken.UnsafeRegister(static s => ((SignalListener)s!).Interrupt(), this))
        {
            await sleep.Task.ConfigureAwait(false);
            wasWhole = EndSleep() is not null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return !wasWhole;
    }

    // The timer goes first, so that nothing of a sleep is left when the wait takes its next step; and that step belongs to
    // the thread pool, because whoever signals (a web request, often) must not make the status call.
    private void Interrupt()
    {
        if (EndSleep() is { } sleep)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static s => s.TrySetResult(), sleep, preferLocal: false);
        }
    }

    private TaskCompletionSource? EndSleep()
    {
        TaskCompletionSource? sleep;
        ITimer? timer;
        lock (_gate)
        {
            (sleep, _sleep) = (_sleep, null);
            (timer, _timer) = (_timer, null);
        }

        timer?.Dispose();
        return sleep;
    }
}
