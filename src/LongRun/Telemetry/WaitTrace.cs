using System.Diagnostics;

namespace LongRun;

/// <summary>The span and the metrics of one wait. There is none while nobody listens.</summary>
internal sealed class WaitTrace
{
    private readonly TimeProvider _clock;
    private readonly string _operation;
    private readonly long _startedAt;
    private readonly Activity? _activity;
    private string? _status;
    private string? _error;
    private string? _outcome;
    private long _askedAt;
    private long? _ranAt;
    private bool _hasStatus;

    private WaitTrace(OperationToken operation, TimeProvider clock)
    {
        _clock = clock;
        _operation = operation.Operation;
        _startedAt = clock.GetTimestamp();
        if (LongRunTelemetry.Source.HasListeners())
        {
            _activity = LongRunTelemetry.Source.StartActivity($"wait {_operation}");
            _activity?.SetTag(LongRunTelemetry.OperationName, _operation);
            _activity?.SetTag(LongRunTelemetry.OperationId, operation.Id);
        }

        LongRunTelemetry.ActiveWaits.Add(1, OperationTag);
    }

    private KeyValuePair<string, object?> OperationTag => new(LongRunTelemetry.OperationName, _operation);

    /// <summary>Begins to tell of a wait.</summary>
    /// <returns><see langword="null"/> where nobody listens.</returns>
    internal static WaitTrace? Begin(OperationToken operation, TimeProvider clock) =>
        LongRunTelemetry.IsListenedTo ? new WaitTrace(operation, clock) : null;

    /// <summary>Makes the wait's span the parent of what the running method does; a watcher comes back from its caller's.</summary>
    internal void Enter()
    {
        if (_activity is not null)
        {
            Activity.Current = _activity;
        }
    }

    internal void Asked() => _askedAt = _clock.GetTimestamp();

    internal void Woken() => _activity?.AddEvent(new ActivityEvent("longrun.signal"));

    /// <summary>Tells of an answer, by this wait or by another on the same handle.</summary>
    /// <param name="status">What it says.</param>
    /// <param name="state">What that means.</param>
    /// <param name="isOwn">Whether this wait asked for it.</param>
    /// <param name="signalAt">When the signal came that made it ask; <see langword="null"/> where none did.</param>
    internal void Answered(string? status, OperationState state, bool isOwn, long? signalAt)
    {
        if (isOwn)
        {
            LongRunTelemetry.Polls.Add(1, OperationTag);
        }

        if (!_hasStatus || !string.Equals(status, _status, StringComparison.Ordinal))
        {
            _hasStatus = true;
            _status = status;
            _activity?.AddEvent(new ActivityEvent("longrun.status", tags: new ActivityTagsCollection { { LongRunTelemetry.OperationStatus, LogText.Of(status) } }));
        }

        if (state is not (OperationState.Succeeded or OperationState.Failed))
        {
            _ranAt = isOwn ? _askedAt : _clock.GetTimestamp();
            return;
        }

        _outcome = state == OperationState.Succeeded ? "succeeded" : "failed";
        if (isOwn && _ranAt is { } ranAt)
        {
            LongRunTelemetry.TimeToNotice.Record(
                _clock.GetElapsedTime(signalAt ?? ranAt).TotalSeconds, OperationTag, new(LongRunTelemetry.NoticedBy, signalAt is null ? "poll" : "signal"));
        }
    }

    /// <summary>Tells of a status call that failed.</summary>
    /// <param name="fault">What it failed with.</param>
    /// <param name="status">Its HTTP status, if one is known.</param>
    /// <param name="isFatal">Whether the wait ends with it.</param>
    internal void PollFailed(Exception fault, int? status, bool isFatal)
    {
        string error = LogText.ErrorType(fault, status);
        LongRunTelemetry.Polls.Add(1, OperationTag, new(LongRunTelemetry.ErrorType, error));
        _activity?.AddEvent(new ActivityEvent("longrun.poll.failed", tags: new ActivityTagsCollection { { LongRunTelemetry.ErrorType, error } }));
        if (isFatal)
        {
            (_outcome, _error) = ("error", error);
        }
    }

    /// <summary>Tells of a fault that ends the wait, and was no status call of its own.</summary>
    internal void Broken(Exception fault, int? status) => (_outcome, _error) = ("error", LogText.ErrorType(fault, status));

    internal void TimedOut() => _outcome = "timed_out";

    /// <summary>Tells of the end. What was not told before was not seen.</summary>
    /// <param name="wasCancelled">Whether the caller asked for it.</param>
    /// <param name="polls">Status calls made.</param>
    internal void End(bool wasCancelled, int polls)
    {
        string outcome = _outcome ?? (wasCancelled ? "cancelled" : "abandoned");
        LongRunTelemetry.ActiveWaits.Add(-1, OperationTag);
        var tags = new TagList { OperationTag, new(LongRunTelemetry.Outcome, outcome) };
        if (_error is not null)
        {
            tags.Add(LongRunTelemetry.ErrorType, _error);
        }

        LongRunTelemetry.Duration.Record(_clock.GetElapsedTime(_startedAt).TotalSeconds, tags);
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag(LongRunTelemetry.OperationStatus, LogText.Of(_status));
        _activity.SetTag(LongRunTelemetry.Outcome, outcome);
        _activity.SetTag(LongRunTelemetry.PollCount, polls);
        if (outcome is "failed" or "timed_out" or "error")
        {
            _activity.SetTag(LongRunTelemetry.ErrorType, _error ?? outcome);
            _activity.SetStatus(ActivityStatusCode.Error, outcome);
        }

        _activity.Dispose();
    }
}
