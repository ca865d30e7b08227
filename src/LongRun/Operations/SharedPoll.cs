namespace LongRun;

/// <summary>A status call in flight, shared by everybody who asks while it runs; given up when the last of them has left.</summary>
internal sealed class SharedPoll<T>
    where T : class
{
    private readonly CancellationTokenSource _abandoned = new();
    private TaskCompletionSource<StatusLook<T>>? _joined;
    private int _waiters = 1;

    internal CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Joins the call. Under the operation's lock.</summary>
    internal Task<StatusLook<T>> Join()
    {
        _waiters++;

        // Not inline: what one caller does with the answer must not hold up the others.
        _joined ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _joined.Task;
    }

    /// <summary>Leaves the call. Under the operation's lock.</summary>
    /// <returns>Whether nobody is left.</returns>
    internal bool Leave() => --_waiters == 0;

    /// <summary>Hands out the answer. Under the operation's lock, after which nobody joins any more.</summary>
    internal void Complete(StatusLook<T> look) => _joined?.TrySetResult(look);

    /// <summary>Ends the call. Not under the lock: cancelling runs other people's code.</summary>
    internal void Abandon() => _abandoned.Cancel();
}
