namespace LongRun;

/// <summary>Hands signals to the waits that they concern, whoever comes first: the signal or the wait.</summary>
/// <remarks>
/// <para>
/// Whatever receives events (a web server, a reader of a queue) checks where they come from, calls <see cref="Remember"/>
/// with the event's id and, unless it came before, <see cref="Notify"/> with the operation that it tells of. It takes some
/// 100 bytes for each id and signal in memory, and drops the oldest beyond <see cref="Capacity"/>.
/// </para>
/// <para>Safe for any number of threads. Disposing it sends all connected waits back to their usual pace.</para>
/// </remarks>
public sealed class SignalHub : OperationSignal, IDisposable
{
    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly HashSet<string> _operations;
    private readonly Dictionary<OperationToken, List<SignalListener>> _listeners = [];
    private readonly int _capacity = 10_000;
    private readonly TimeSpan _eventMemory = TimeSpan.FromHours(24);
    private readonly TimeSpan _signalMemory = TimeSpan.FromMinutes(10);
    private RecentKeys<string>? _events;
    private RecentKeys<OperationToken>? _signals;
    private bool _isDisposed;

    /// <summary>Creates a hub.</summary>
    /// <param name="operations">Kinds of operations that signals tell of. A wait for one of another kind is not connected.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operations"/> is <see langword="null"/>.</exception>
    public SignalHub(IEnumerable<StatusMonitor> operations, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(operations);
        _operations = [.. operations.Select(static o => o.Name)];
        _clock = timeProvider ?? TimeProvider.System;
    }

    /// <summary>How many event ids, and how many signals, are kept at most: 1 or more. 10,000 unless set.</summary>
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

    /// <summary>How long an event's id is remembered: more than zero. 24 hours unless set, for senders that try again for a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or less.</exception>
    public TimeSpan EventMemory
    {
        get => _eventMemory;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(EventMemory));
            _eventMemory = value;
        }
    }

    /// <summary>
    /// How long a signal is kept for waits that begin after it: more than zero. 10 minutes unless set. A wait that begins
    /// later still needs no luck: its first status call comes within the monitor's shortest pause.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or less.</exception>
    public TimeSpan SignalMemory
    {
        get => _signalMemory;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(SignalMemory));
            _signalMemory = value;
        }
    }

    /// <summary>How many waits are connected.</summary>
    public int ConnectedWaits
    {
        get
        {
            lock (_gate)
            {
                return _listeners.Values.Sum(static l => l.Count);
            }
        }
    }

    // Made late: only then are the settings known.
    private RecentKeys<string> Events => _events ??= new RecentKeys<string>(EventMemory, Capacity, _clock);

    private RecentKeys<OperationToken> Signals => _signals ??= new RecentKeys<OperationToken>(SignalMemory, Capacity, _clock);

    /// <summary>Remembers the id of an event, so that its repetitions can be told.</summary>
    /// <param name="eventId">The id that the sender gave the event, the same in all attempts to deliver it.</param>
    /// <returns>Whether it is new: <see langword="false"/> for a repetition, which needs no further work.</returns>
    /// <exception cref="ArgumentException"><paramref name="eventId"/> is <see langword="null"/> or empty.</exception>
    public bool Remember(string eventId)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        lock (_gate)
        {
            return Events.Add(eventId);
        }
    }

    /// <summary>Forgets the id of an event that could not be dealt with, so that it counts as new when it is sent again.</summary>
    /// <param name="eventId">The id.</param>
    /// <returns>Whether it was remembered.</returns>
    /// <exception cref="ArgumentException"><paramref name="eventId"/> is <see langword="null"/> or empty.</exception>
    public bool Forget(string eventId)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        lock (_gate)
        {
            return Events.Remove(eventId);
        }
    }

    /// <summary>Wakes the waits for an operation, those that are connected and those that begin within <see cref="SignalMemory"/>.</summary>
    /// <param name="operation">The operation that has probably ended. One of a kind that this hub does not serve is ignored.</param>
    public void Notify(OperationToken operation)
    {
        SignalListener[] listeners;
        lock (_gate)
        {
            if (_isDisposed || !_operations.Contains(operation.Operation))
            {
                return;
            }

            Signals.Add(operation);
            listeners = _listeners.TryGetValue(operation, out List<SignalListener>? connected) ? [.. connected] : [];
        }

        foreach (SignalListener listener in listeners)
        {
            listener.Notify();
        }
    }

    /// <inheritdoc/>
    public override IDisposable? Connect(OperationToken operation, SignalListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        bool cameBefore;
        lock (_gate)
        {
            if (_isDisposed || !_operations.Contains(operation.Operation))
            {
                return null;
            }

            if (!_listeners.TryGetValue(operation, out List<SignalListener>? connected))
            {
                _listeners.Add(operation, connected = new List<SignalListener>(1));
            }

            connected.Add(listener);
            cameBefore = Signals.Contains(operation);
        }

        if (cameBefore)
        {
            listener.Notify();
        }

        return new Connection(this, operation, listener);
    }

    /// <summary>Ends all connections: the waits go on at their usual pace. Later waits are not connected.</summary>
    public void Dispose()
    {
        SignalListener[] listeners;
        lock (_gate)
        {
            _isDisposed = true;
            listeners = [.. _listeners.Values.SelectMany(static l => l)];
            _listeners.Clear();
        }

        foreach (SignalListener listener in listeners)
        {
            listener.Disconnect();
        }
    }

    private void End(OperationToken operation, SignalListener listener)
    {
        lock (_gate)
        {
            if (_listeners.TryGetValue(operation, out List<SignalListener>? connected) && connected.Remove(listener) && connected.Count == 0)
            {
                _listeners.Remove(operation);
            }
        }
    }

    private sealed class Connection(SignalHub hub, OperationToken operation, SignalListener listener) : IDisposable
    {
        public void Dispose() => hub.End(operation, listener);
    }
}
