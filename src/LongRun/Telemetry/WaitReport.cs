using Microsoft.Extensions.Logging;

namespace LongRun;

/// <summary>Tells the log and the trace what happens to a wait. A part of the wait, which alone may keep it.</summary>
internal struct WaitReport<T>
    where T : class
{
    private readonly Operation<T> _operation;
    private readonly ILogger? _own;
    private readonly WaitTrace? _trace;
    private bool _hasToldUnknown;

    internal WaitReport(Operation<T> operation, WaitOptions options)
    {
        _operation = operation;
        _own = options.Logger;
        _trace = WaitTrace.Begin(operation.Token, options.TimeProvider);
    }

    private readonly ILogger? Logger => _own ?? _operation.Logger;

    private readonly string Kind => _operation.Monitor.Name;

    internal readonly void Enter() => _trace?.Enter();

    internal readonly void Asked() => _trace?.Asked();

    internal readonly void Woken(TimeSpan elapsed)
    {
        _trace?.Woken();
        if (Logger is { } logger)
        {
            WaitLog.Woken(logger, Kind, _operation.Id, elapsed);
        }
    }

    internal void Answered(Observation<T> seen, bool isOwn, long? signalAt)
    {
        _trace?.Answered(seen.Status, seen.State, isOwn, signalAt);
        if (!_hasToldUnknown && _operation.Monitor.IsNew(seen.Status) && Logger is { } logger)
        {
            _hasToldUnknown = true;
            WaitLog.UnknownStatus(logger, Kind, _operation.Id, LogText.Of(seen.Status));
        }
    }

    /// <summary>Tells of a status call whose failure ends the wait.</summary>
    internal readonly void Broken(Exception fault, int? status) => _trace?.PollFailed(fault, status, isFatal: true);

    /// <summary>Tells of a status call that failed and is repeated.</summary>
    internal readonly void Survived(Exception fault, int? status, int poll, TimeSpan pause)
    {
        _trace?.PollFailed(fault, status, isFatal: false);
        if (Logger is { } logger)
        {
            WaitLog.PollFailed(logger, Kind, _operation.Id, poll, LogText.ErrorType(fault, status), pause);
        }
    }

    internal readonly void GivenUp(string? status, TimeSpan elapsed, int polls)
    {
        _trace?.TimedOut();
        if (Logger is { } logger)
        {
            WaitLog.GivenUp(logger, Kind, _operation.Id, elapsed, polls, LogText.Of(status));
        }
    }

    internal readonly void Disconnected()
    {
        if (Logger is { } logger)
        {
            WaitLog.Disconnected(logger, Kind, _operation.Id);
        }
    }

    internal readonly void End(bool wasCancelled, int polls) => _trace?.End(wasCancelled, polls);
}
