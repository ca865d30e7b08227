using System.Threading.Channels;

namespace LongRun;

/// <summary>One operation that a watcher watches, for whoever waits for it.</summary>
internal sealed class WatchedItem<T>(Operation<T> operation, TimeSpan addedAt, WaitTrace? trace)
    where T : class
{
    private readonly List<ChannelWriter<WatchedOperation<T>>> _listeners = [];
    private WatchedOperation<T>? _ended;
    private WaitTrace? _trace = trace;

    private readonly TaskCompletionSource<WatchedOperation<T>> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Operation<T> Operation { get; } = operation;

    internal TimeSpan AddedAt { get; } = addedAt;

    /// <summary>Whose turn it is among those that are asked for one by one: the least goes first, and what was never asked for before all.</summary>
    internal long Turn { get; set; }

    /// <summary>Its connection to the watcher's signal; <see langword="null"/> where there is none.</summary>
    internal SignalledWait? Signal { get; set; }

    /// <summary>Whether a quick look is due: a signal has come, or came before the status changed.</summary>
    internal bool IsRechecking { get; set; }

    /// <summary>Whether it is to be looked at before anything else.</summary>
    internal bool IsSignalled => Signal is { IsPending: true } || IsRechecking;

    /// <summary>Whether the list was read and did not show it.</summary>
    internal bool IsUnlisted { get; set; }

    internal string? Status { get; set; }

    internal bool WasSeen { get; set; }

    internal int Polls { get; set; }

    /// <summary>How many wait for it. Under the watcher's lock.</summary>
    internal int Waiters { get; set; }

    internal Task<WatchedOperation<T>> End => _end.Task;

    /// <summary>Tells of it to whoever collects spans and metrics; <see langword="null"/> where nobody does, or it has ended.</summary>
    internal WaitTrace? Trace => Volatile.Read(ref _trace);

    /// <summary>Ends what is told of it. Only the first call counts.</summary>
    internal void EndTrace(bool wasCancelled) => Interlocked.Exchange(ref _trace, null)?.End(wasCancelled, Polls);

    internal void Fault(Exception exception)
    {
        Signal?.Dispose();
        EndTrace(wasCancelled: false);
        _end.TrySetException(exception);
    }

    internal void Complete(OperationOutcome<T>? outcome, Exception? error)
    {
        Signal?.Dispose();
        EndTrace(wasCancelled: false);
        var ended = new WatchedOperation<T>(Operation.Token, outcome, error);
        lock (_listeners)
        {
            _ended ??= ended;
            foreach (ChannelWriter<WatchedOperation<T>> listener in _listeners)
            {
                listener.TryWrite(_ended);
            }

            _listeners.Clear();
        }

        _end.TrySetResult(_ended);
    }

    /// <summary>Has the end told before that of anything that ends later: continuations of <see cref="End"/> overtake each other.</summary>
    internal void Tell(ChannelWriter<WatchedOperation<T>> listener)
    {
        lock (_listeners)
        {
            if (_ended is null)
            {
                _listeners.Add(listener);
            }
            else
            {
                listener.TryWrite(_ended);
            }
        }
    }
}
