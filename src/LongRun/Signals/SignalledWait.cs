namespace LongRun;

/// <summary>What a wait makes of its signal: a look when one comes, and a few quick ones more if the signal was ahead of the status.</summary>
internal sealed class SignalledWait : IDisposable
{
    // An event may overtake the status it tells of by the time that a server needs to make a change visible everywhere,
    // which is seconds. After 1, 2 and 4 shortest pauses it is no longer that, and the usual pace must do.
    private const int Rechecks = 3;

    private readonly SignalListener _listener;
    private readonly IDisposable _connection;
    private int _rechecksLeft;
    private bool _isRechecking;

    private SignalledWait(SignalListener listener, IDisposable connection)
    {
        _listener = listener;
        _connection = connection;
    }

    internal bool IsConnected => _listener.IsConnected;

    /// <summary>Whether a signal has come that no look has answered yet.</summary>
    internal bool IsPending => _listener.IsPending;

    /// <summary>When the signal came that the last look answered, by the clock's timestamps; <see langword="null"/> where it answered none.</summary>
    internal long? AnsweredSignal { get; private set; }

    /// <summary>Connects a wait, where there is a signal that speaks of its operation.</summary>
    internal static SignalledWait? Connect(OperationSignal? signal, OperationToken operation, TimeProvider clock, Action? woken = null)
    {
        if (signal is null)
        {
            return null;
        }

        var listener = new SignalListener(clock, woken);
        return signal.Connect(operation, listener) is { } connection ? new SignalledWait(listener, connection) : null;
    }

    /// <summary>Sleeps until the pause is over, or something happens before.</summary>
    /// <returns>Whether it was cut short.</returns>
    internal Task<bool> SleepAsync(TimeSpan pause, CancellationToken cancellationToken) => _listener.SleepAsync(pause, cancellationToken);

    /// <summary>Takes the signal, if there is one: the look that follows answers it. One that comes during the look asks for another.</summary>
    /// <returns>Whether there is one.</returns>
    internal bool BeginLook()
    {
        if (_listener.Take() is { } signal)
        {
            AnsweredSignal = signal;
            _rechecksLeft = Rechecks;
            return true;
        }

        if (!_isRechecking)
        {
            AnsweredSignal = null;
        }

        return false;
    }

    /// <summary>The pause before the next quick look; <see langword="null"/> where none is due.</summary>
    internal TimeSpan? NextRecheck(TimeSpan shortest)
    {
        _isRechecking = _rechecksLeft > 0;
        return _isRechecking ? shortest * (1 << (Rechecks - _rechecksLeft--)) : null;
    }

    public void Dispose() => _connection.Dispose();
}
