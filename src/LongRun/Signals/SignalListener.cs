namespace LongRun;

/// <summary>The wait's end of a connection to an <see cref="OperationSignal"/>. Safe for any number of threads.</summary>
public sealed class SignalListener
{
    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly Action? _woken;
    private ITimer? _timer;
    private long _notifiedAt;
    private bool _isPending;
    private bool _isDisconnected;

    /// <summary>Makes one.</summary>
    /// <param name="clock">The wait's clock.</param>
    /// <param name="woken">Called at every signal and at the end of the connection, for who does not sleep here.</param>
    internal SignalListener(TimeProvider clock, Action? woken = null)
    {
        _clock = clock;
        _woken = woken;
    }

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

        CutShort();
    }

    /// <summary>Says that no signal will come any more: the wait goes back to its usual pace.</summary>
    public void Disconnect()
    {
        lock (_gate)
        {
            _isDisconnected = true;
        }

        CutShort();
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
    /// <returns>Whether there is a reason to think again: a signal, or the end of the connection.</returns>
    internal async Task<bool> SleepAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        // Like a delay, it goes on where the timer fires.
        var sleep = new TaskCompletionSource();
        using ITimer timer = _clock.CreateTimer(static s => ((TaskCompletionSource)s!).TrySetResult(), sleep, pause, Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            if (_isPending || _isDisconnected)
            {
                return true;
            }

            _timer = timer;
        }

        using (cancellationToken.UnsafeRegister(static s => ThreadPool.UnsafeQueueUserWorkItem(static s => s.TrySetResult(), (TaskCompletionSource)s!, preferLocal: false), sleep))
        {
            await sleep.Task.ConfigureAwait(false);
        }

        lock (_gate)
        {
            _timer = null;
            cancellationToken.ThrowIfCancellationRequested();
            return _isPending || _isDisconnected;
        }
    }

    // The clock wakes the wait, at once instead of later. So the wait's next step, a status call, is never made by whoever
    // signals (a web request, often), and on a clock that a test turns everything still happens in its order.
    private void CutShort()
    {
        ITimer? timer;
        lock (_gate)
        {
            timer = _timer;
        }

        timer?.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _woken?.Invoke();
    }
}
