using System.Globalization;
using LongRun.Http;

namespace LongRun;

/// <summary>The calls of a watcher: pages of the list, and single status calls that confirm an end; what they say goes to whoever waits.</summary>
internal sealed class WatchCalls<T>
    where T : class
{
    // Of one page in one round. A server that fails so often in a row is left alone for longer.
    private const int Attempts = 5;

    private readonly OperationWatcher<T> _watcher;
    private readonly RequestBudget _budget;
    private readonly RoundPace _pace = new();
    private readonly long _origin;
    private int _faultsInRow;
    private Exception? _lastFault;

    internal WatchCalls(OperationWatcher<T> watcher)
    {
        _watcher = watcher;
        _budget = new RequestBudget(Clock, watcher.Options.RequestsPerSecond);
        _origin = Clock.GetTimestamp();
    }

    /// <summary>Time since the watcher was made.</summary>
    internal TimeSpan Now => Clock.GetElapsedTime(_origin);

    /// <summary>Whether the last call failed.</summary>
    internal bool HaveFailed => _faultsInRow > 0;

    /// <summary>As many requests as the budget allows in a while.</summary>
    internal int RequestsIn(TimeSpan time) => (int)Math.Min(time.TotalSeconds * _watcher.Options.RequestsPerSecond, int.MaxValue);

    // Somebody's limit comes before the server takes calls again: the end of his watch does not wait for that.
    private bool IsRefused => _budget.Held > Earliest(TimeSpan.MaxValue);

    private TimeProvider Clock => _watcher.Options.TimeProvider;

    private TimeSpan Limit => _watcher.Options.MaxWaitTime ?? _watcher.Monitor.MaxWaitTime;

    /// <summary>From the beginning of one round to the next, where a round costs so many requests.</summary>
    internal TimeSpan Distance(int requests) => TimeSpan.FromSeconds(_pace.Next(Now.TotalSeconds, requests));

    /// <summary>The pause, or less: the last look at an operation belongs at its limit.</summary>
    internal TimeSpan Earliest(TimeSpan pause)
    {
        foreach (WatchedItem<T> item in _watcher.Snapshot().Values)
        {
            TimeSpan left = Left(item);
            pause = left < pause ? left : pause;
        }

        return pause;
    }

    /// <summary>The pause after calls that failed; <see langword="null"/> where the last one did not.</summary>
    internal TimeSpan? AfterFaults()
    {
        if (_faultsInRow == 0)
        {
            return null;
        }

        // The server is in trouble: full jitter, as in a single wait.
        double end = Math.Min(_watcher.Monitor.MinDelay.TotalSeconds * Math.Pow(2, _faultsInRow), _watcher.Monitor.MaxDelay.TotalSeconds);
        return TimeSpan.FromSeconds(end * Random.Shared.NextDouble());
    }

    /// <summary>Reads a page, again where that failed: to begin the list anew would fail as often as it has pages.</summary>
    /// <returns>The page; <see langword="null"/> where the server is in trouble for longer, or the watch is over.</returns>
    internal async Task<ListedPage?> ReadPageAsync(int page, CancellationToken cancellationToken)
    {
        for (int attempt = 1; !IsRefused; attempt++)
        {
            if (await TryReadPageAsync(page, cancellationToken).ConfigureAwait(false) is { } listed)
            {
                return listed;
            }

            TimeSpan? pause = AfterFaults() is { } backOff ? Earliest(backOff) : null;
            if (attempt == Attempts || !(pause > TimeSpan.Zero) || _watcher.Count == 0 || IsRefused)
            {
                return null;
            }

            await Task.Delay(WholeMilliseconds(pause.Value), Clock, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<ListedPage?> TryReadPageAsync(int page, CancellationToken cancellationToken)
    {
        await _budget.TakeAsync(cancellationToken).ConfigureAwait(false);
        var call = new OperationCall(OperationCallKind.Poll);
        try
        {
            ListedPage listed = await CallAsync(call, page, cancellationToken).ConfigureAwait(false);
            Answered();
            return listed;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            int? status = TransportFault.StatusOf(exception, call);
            Mind(call, status);
            if (TransportFault.Judge(exception, call, status, _watcher.Options.Classify) == PollFailure.Transient)
            {
                Failed(exception);
                return null;
            }

            EndAll(exception, status);
            return null;
        }
    }

    // A method of its own: the runtime then restores the caller's flow.
    private async Task<ListedPage> CallAsync(OperationCall call, int page, CancellationToken cancellationToken)
    {
        OperationCall.Enter(call);
        using var limit = new CancellationTokenSource(Patience(Earliest(TimeSpan.MaxValue)), Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await _watcher.ReadPageAsync(page, stop.Token).WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException("The list call brought no answer in time.");
        }
    }

    // As in a single wait: the look at a limit may take a little time of its own.
    private TimeSpan Patience(TimeSpan left)
    {
        TimeSpan most = _watcher.Options.PollTimeout;
        TimeSpan room = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        return WholeMilliseconds(room < most - _watcher.Monitor.MinDelay ? room + _watcher.Monitor.MinDelay : most);
    }

    private void Answered()
    {
        _faultsInRow = 0;
        _lastFault = null;
    }

    private void Failed(Exception exception)
    {
        _faultsInRow++;
        _lastFault = exception;
    }

    /// <summary>Ends the watch over everything, for one reason.</summary>
    internal void EndAll(Exception exception, int? status = null)
    {
        foreach (WatchedItem<T> item in _watcher.Snapshot().Values)
        {
            item.Trace?.Broken(exception, status);
            _watcher.End(item, null, exception);
        }
    }

    /// <summary>Takes what the list says. An end is never believed by it: the status call tells the result too.</summary>
    internal async Task SeeAsync(WatchedItem<T> item, string? status, CancellationToken cancellationToken)
    {
        if (_watcher.Monitor.Classify(status) is OperationState.Succeeded or OperationState.Failed or OperationState.Unknown)
        {
            await LookAsync(item, cancellationToken).ConfigureAwait(false);
            return;
        }

        item.Trace?.Answered(status, OperationState.Running, isOwn: false, signalAt: null);
        Report(item, status, OperationState.Running, default);
    }

    /// <summary>Asks for one operation.</summary>
    internal async Task LookAsync(WatchedItem<T> item, CancellationToken cancellationToken)
    {
        if (!_watcher.IsWatched(item) || EndIfRefused(item))
        {
            return;
        }

        await _budget.TakeAsync(cancellationToken).ConfigureAwait(false);
        item.Polls++;
        item.Trace?.Asked();
        StatusLook<T> look;
        try
        {
            look = await item.Operation.LookAsync(Clock, Patience(Left(item)), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Failed(new TimeoutException("The status call brought no answer in time."));
            return;
        }

        if (look.Seen is { } seen)
        {
            Answered();
            item.Trace?.Answered(seen.Status, seen.State, isOwn: true, item.Signal?.AnsweredSignal);
            Report(item, seen.Status, seen.State, look.Reading);
            End(item, seen);
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        int? status = TransportFault.StatusOf(look.Fault!, look.Call);
        Mind(look.Call, status);
        bool isTransient = TransportFault.Judge(look.Fault!, look.Call, status, _watcher.Options.Classify) == PollFailure.Transient;
        item.Trace?.PollFailed(look.Fault!, status, isFatal: !isTransient);
        if (isTransient)
        {
            Failed(look.Fault!);
        }
        else if (status == 401)
        {
            // The key is everybody's. 403 may be about this one operation.
            EndAll(look.Fault!, status);
        }
        else if (status != 404 || item.WasSeen || Now - item.AddedAt > OperationWait<T>.StartPeriod)
        {
            // A 404 right after the start is a server that does not know the operation everywhere yet.
            _watcher.End(item, null, look.Fault);
        }
    }

    private void End(WatchedItem<T> item, Observation<T> seen)
    {
        // What a signal tells of needs no rounds.
        if (item.Signal?.AnsweredSignal is null && seen.IsTerminal)
        {
            _pace.Ended(Now.TotalSeconds);
        }

        if (seen.State == OperationState.Succeeded)
        {
            _watcher.End(item, OperationOutcome<T>.Success(seen.Value), null);
        }
        else if (seen.State == OperationState.Failed)
        {
            OperationFailedException failure = item.Operation.Failure(seen);
            _watcher.End(item, OperationOutcome<T>.Unsuccessful(OperationState.Failed, seen.Value, failure), failure);
        }
    }

    /// <summary>Ends the watch over one whose time is up, or will be before the server takes calls again.</summary>
    internal void EndAtLimit(WatchedItem<T> item)
    {
        if (!EndIfRefused(item) && Left(item) <= TimeSpan.Zero)
        {
            GiveUp(item, null);
        }
    }

    private bool EndIfRefused(WatchedItem<T> item)
    {
        TimeSpan held = _budget.Held;
        if (held <= TimeSpan.Zero || held <= Left(item))
        {
            return false;
        }

        DateTimeOffset now = Clock.GetUtcNow();
        DateTimeOffset until = held < DateTimeOffset.MaxValue - now ? now + held : DateTimeOffset.MaxValue;
        GiveUp(item, string.Create(CultureInfo.InvariantCulture,
            $"The server takes no call before {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC (in {Durations.Describe(held)}), which is after the time limit of {Durations.Describe(Limit)}."));
        return true;
    }

    private void GiveUp(WatchedItem<T> item, string? cause)
    {
        if (!_watcher.IsWatched(item))
        {
            return;
        }

        item.Trace?.TimedOut();
        if (item.Operation.Logger is { } logger)
        {
            WaitLog.GivenUp(logger, item.Operation.Monitor.Name, item.Operation.Id, Now - item.AddedAt, item.Polls, LogText.Of(item.Status));
        }

        var timeout = new OperationTimeoutException(item.Operation.Token, item.Status, Now - item.AddedAt, item.Polls, cause, _lastFault);
        Observation<T>? last = item.Operation.Latest;
        _watcher.End(item, OperationOutcome<T>.Unsuccessful(item.WasSeen ? OperationState.Running : OperationState.Unknown, last?.Value, timeout), timeout);
    }

    private void Mind(OperationCall call, int? status)
    {
        if (call.AskedPause(status, Clock) is { } pause)
        {
            _budget.Hold(pause);
        }
    }

    private void Report(WatchedItem<T> item, string? status, OperationState state, in OperationReading reading)
    {
        bool isNew = !item.WasSeen || !string.Equals(item.Status, status, StringComparison.Ordinal);
        item.WasSeen = true;
        item.Status = status;
        if (isNew && item.Operation.Monitor.IsNew(status) && item.Operation.Logger is { } logger)
        {
            WaitLog.UnknownStatus(logger, item.Operation.Monitor.Name, item.Operation.Id, LogText.Of(status));
        }

        if (isNew)
        {
            _watcher.Options.Progress?.Report(new OperationProgress
            {
                Id = item.Operation.Id,
                Status = status,
                State = state,
                Fraction = state == OperationState.Succeeded ? 1 : reading.Percentage is >= 0 and <= 100 and var share ? share / 100 : null,
                Remaining = reading.RemainingSeconds is >= 0 and < 1e9 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
                Elapsed = Now - item.AddedAt,
                Polls = item.Polls,
            });
        }
    }

    /// <summary>Time left of an operation's limit.</summary>
    internal TimeSpan Left(WatchedItem<T> item) => Limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : item.AddedAt + Limit - Now;

    internal static TimeSpan WholeMilliseconds(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));
}
