using LongRun.Http;

namespace LongRun;

/// <summary>The rounds of a watcher: each looks once at everything that is watched, in the cheapest way.</summary>
internal sealed class WatchRounds<T>
    where T : class
{
    // Of one page in one round. A server that fails so often in a row is left alone for longer.
    private const int Attempts = 5;

    private readonly OperationWatcher<T> _watcher;
    private readonly RequestBudget _budget;
    private readonly RoundPace _pace = new();
    private readonly Random _random = Random.Shared;
    private readonly long _origin;
    private readonly object _gate = new();
    private TaskCompletionSource? _sleep;
    private bool _isHurried;
    private long _turns;

    // What the last full round of the list took; 0 before the first.
    private int _pagesOfRound;
    private TimeSpan? _lastFullRound;

    // A list that was asked for the recent ones first, and has not got them first.
    private bool _isOrderWrong;
    private int _faultsInRow;

    internal WatchRounds(OperationWatcher<T> watcher)
    {
        _watcher = watcher;
        _budget = new RequestBudget(Clock, watcher.Options.RequestsPerSecond);
        _origin = Clock.GetTimestamp();
    }

    /// <summary>Time since the watcher was made.</summary>
    internal TimeSpan Now => Clock.GetElapsedTime(_origin);

    private TimeProvider Clock => _watcher.Options.TimeProvider;

    private TimeSpan MinDelay => _watcher.Monitor.MinDelay;

    private TimeSpan Limit => _watcher.Options.MaxWaitTime ?? _watcher.Monitor.MaxWaitTime;

    /// <summary>Looks again soon: something is watched that nobody has looked at yet.</summary>
    internal void Hurry()
    {
        TaskCompletionSource? sleep;
        lock (_gate)
        {
            _isHurried = true;
            sleep = _sleep;
        }

        // Not on the caller's thread, which only adds an operation.
        if (sleep is not null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static s => s.TrySetResult(), sleep, preferLocal: false);
        }
    }

    /// <summary>Runs until nothing is watched any more, or the watcher is disposed of.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        // Whoever adds one operation often adds more.
        TimeSpan pause = MinDelay;
        while (true)
        {
            await SleepAsync(pause, cancellationToken).ConfigureAwait(false);
            if (_watcher.EndRoundsIfIdle())
            {
                return;
            }

            TimeSpan begun = Now;
            int requests = 1;
            try
            {
                requests = await RoundAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A progress callback that throws, say. Nobody may be left waiting for rounds that do not come.
                EndAll(exception);
            }

            pause = Pause(begun, requests);
        }
    }

    private TimeSpan Pause(TimeSpan begun, int requests)
    {
        TimeSpan now = Now;
        TimeSpan pause = _faultsInRow > 0 ? AfterFaults() : begun + TimeSpan.FromSeconds(_pace.Next(now.TotalSeconds, requests)) - now;
        pause = Earliest(Min(pause, _watcher.Monitor.MaxDelay));
        return pause > MinDelay ? pause : MinDelay;
    }

    // The server is in trouble: full jitter, as in a single wait.
    private TimeSpan AfterFaults()
    {
        double end = Math.Min(MinDelay.TotalSeconds * Math.Pow(2, _faultsInRow), _watcher.Monitor.MaxDelay.TotalSeconds);
        return TimeSpan.FromSeconds(end * _random.NextDouble());
    }

    /// <summary>The pause, or less: the last look at an operation belongs at its limit.</summary>
    private TimeSpan Earliest(TimeSpan pause)
    {
        foreach (WatchedItem<T> item in _watcher.Snapshot().Values)
        {
            pause = Min(pause, Left(item));
        }

        return pause;
    }

    private async Task SleepAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        if (!await SleepForAsync(MinDelay < pause ? MinDelay : pause, isHurriable: false, cancellationToken).ConfigureAwait(false))
        {
            await SleepForAsync(pause - MinDelay, isHurriable: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sleeps.</summary>
    /// <returns>Whether something new is to be looked at.</returns>
    private async Task<bool> SleepForAsync(TimeSpan pause, bool isHurriable, CancellationToken cancellationToken)
    {
        if (pause > TimeSpan.Zero)
        {
            var sleep = new TaskCompletionSource();
            using ITimer timer = Clock.CreateTimer(static s => ((TaskCompletionSource)s!).TrySetResult(), sleep, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static (s, token) => ((TaskCompletionSource)s!).TrySetCanceled(token), sleep);
            bool isAwake;
            lock (_gate)
            {
                isAwake = isHurriable && _isHurried;
                _sleep = isHurriable ? sleep : null;
            }

            if (!isAwake)
            {
                timer.Change(WholeMilliseconds(Min(pause, StatusMonitor.LongestDelay)), Timeout.InfiniteTimeSpan);
                await sleep.Task.ConfigureAwait(false);
            }
        }

        lock (_gate)
        {
            _sleep = null;
            bool isHurried = _isHurried;
            _isHurried = false;
            return isHurried;
        }
    }

    /// <summary>Looks at everything that is watched.</summary>
    /// <returns>What looking cost: list calls and single ones, not those that confirm an end.</returns>
    private async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, WatchedItem<T>> unseen = _watcher.Snapshot();
        int requests = 0;

        // As many single calls as there would be pages cost the same and tell more.
        int pages = _pagesOfRound > 0 ? _pagesOfRound : (unseen.Count + _watcher.ItemsPerPage - 1) / _watcher.ItemsPerPage;
        if (unseen.Count > pages)
        {
            int never = unseen.Values.Count(static item => !item.WasSeen);
            if (_watcher.ListsRecentFirst && !_isOrderWrong && never <= pages && Now - _lastFullRound < _watcher.Monitor.MaxDelay)
            {
                requests = await ReadRecentAsync(unseen, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                int read = await ReadListAsync(unseen, cancellationToken).ConfigureAwait(false);
                requests = _watcher.ListsRecentFirst && !_isOrderWrong ? 1 : read;
            }
        }

        foreach (WatchedItem<T> item in unseen.Values.OrderBy(static i => i.Turn).ToArray())
        {
            if (_faultsInRow > 0 && Left(item) > TimeSpan.Zero)
            {
                continue;
            }

            item.Turn = ++_turns;
            requests++;
            await LookAsync(item, cancellationToken).ConfigureAwait(false);
        }

        foreach (WatchedItem<T> item in _watcher.Snapshot().Values)
        {
            EndAtLimit(item);
        }

        return requests;
    }

    /// <summary>Reads pages until one has nothing new.</summary>
    /// <param name="unseen">What is watched; in the end only what was never seen at all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    private async Task<int> ReadRecentAsync(Dictionary<string, WatchedItem<T>> unseen, CancellationToken cancellationToken)
    {
        int page = 0;
        bool hasNews = true;
        while (hasNews)
        {
            page++;
            if (await ReadPageAsync(page, cancellationToken).ConfigureAwait(false) is not { } listed)
            {
                break;
            }

            hasNews = await SeeAllAsync(listed, unseen, cancellationToken).ConfigureAwait(false) && !listed.IsLast;
        }

        foreach (WatchedItem<T> known in unseen.Values.Where(static item => item.WasSeen).ToArray())
        {
            unseen.Remove(known.Operation.Id);
        }

        return page;
    }

    /// <summary>Takes what a page says.</summary>
    /// <returns>Whether it says anything new of what is watched.</returns>
    private async Task<bool> SeeAllAsync(ListedPage listed, Dictionary<string, WatchedItem<T>> unseen, CancellationToken cancellationToken)
    {
        bool hasNews = false;
        foreach (ListedOperation operation in listed.Operations)
        {
            if (unseen.Remove(operation.Id, out WatchedItem<T>? item))
            {
                hasNews |= !string.Equals(item.Status, operation.Status, StringComparison.Ordinal);
                await SeeAsync(item, operation.Status, cancellationToken).ConfigureAwait(false);
            }
        }

        return hasNews;
    }

    /// <summary>Reads pages until all were seen, or a page more would cost more than to ask for the rest one by one.</summary>
    private async Task<int> ReadListAsync(Dictionary<string, WatchedItem<T>> unseen, CancellationToken cancellationToken)
    {
        int sinceFound = 0;
        int page = 0;
        bool hadNoNews = false;
        bool isFirst = _lastFullRound is null;
        while (unseen.Count > 0 && sinceFound < unseen.Count)
        {
            page++;
            if (await ReadPageAsync(page, cancellationToken).ConfigureAwait(false) is not { } listed)
            {
                return page;
            }

            int before = unseen.Count;
            bool hasNews = await SeeAllAsync(listed, unseen, cancellationToken).ConfigureAwait(false);
            sinceFound = unseen.Count < before ? 0 : sinceFound + 1;

            // News behind a page without: whoever stopped there would have missed them.
            _isOrderWrong |= hasNews && hadNoNews && !isFirst;
            hadNoNews |= !hasNews;
            if (listed.IsLast)
            {
                break;
            }
        }

        _lastFullRound = Now;
        _pagesOfRound = Math.Max(page - sinceFound, 1);
        return page;
    }

    /// <summary>Reads a page, again where that failed: to begin the list anew would fail as often as it has pages.</summary>
    /// <returns>The page; <see langword="null"/> where the server is in trouble for longer, or the watch is over.</returns>
    private async Task<ListedPage?> ReadPageAsync(int page, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            if (await TryReadPageAsync(page, cancellationToken).ConfigureAwait(false) is { } listed)
            {
                return listed;
            }

            TimeSpan pause = Earliest(AfterFaults());
            if (attempt == Attempts || pause <= TimeSpan.Zero || _watcher.Count == 0)
            {
                return null;
            }

            await Task.Delay(WholeMilliseconds(pause), Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ListedPage?> TryReadPageAsync(int page, CancellationToken cancellationToken)
    {
        await _budget.TakeAsync(cancellationToken).ConfigureAwait(false);
        var call = new OperationCall(OperationCallKind.Poll);
        try
        {
            ListedPage listed = await CallAsync(call, page, cancellationToken).ConfigureAwait(false);
            _faultsInRow = 0;
            return listed;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            int? status = TransportFault.StatusOf(exception, call);
            Mind(call, status);
            if (TransportFault.Judge(exception, call, status, _watcher.Options.Classify) == PollFailure.Transient)
            {
                _faultsInRow++;
                return null;
            }

            EndAll(exception);
            return null;
        }
    }

    private void EndAll(Exception exception)
    {
        foreach (WatchedItem<T> item in _watcher.Snapshot().Values)
        {
            _watcher.End(item, null, exception);
        }
    }

    // A method of its own: the runtime then restores the caller's flow.
    private async Task<ListedPage> CallAsync(OperationCall call, int page, CancellationToken cancellationToken)
    {
        OperationCall.Enter(call);
        return await _watcher.ReadPageAsync(page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes what the list says. An end is never believed by it: the status call tells the result too.</summary>
    private async Task SeeAsync(WatchedItem<T> item, string? status, CancellationToken cancellationToken)
    {
        if (_watcher.Monitor.Classify(status) is OperationState.Succeeded or OperationState.Failed or OperationState.Unknown)
        {
            await LookAsync(item, cancellationToken).ConfigureAwait(false);
            return;
        }

        Report(item, status, OperationState.Running, default);
    }

    private async Task LookAsync(WatchedItem<T> item, CancellationToken cancellationToken)
    {
        if (!_watcher.IsWatched(item))
        {
            return;
        }

        await _budget.TakeAsync(cancellationToken).ConfigureAwait(false);
        item.Polls++;
        StatusLook<T> look;
        try
        {
            look = await item.Operation.LookAsync(Clock, WaitOptions.Default.PollTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _faultsInRow++;
            return;
        }

        if (look.Seen is { } seen)
        {
            _faultsInRow = 0;
            Report(item, seen.Status, seen.State, look.Reading);
            End(item, seen);
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        int? status = TransportFault.StatusOf(look.Fault!, look.Call);
        Mind(look.Call, status);
        if (TransportFault.Judge(look.Fault!, look.Call, status, _watcher.Options.Classify) == PollFailure.Transient)
        {
            _faultsInRow++;
        }
        else if (status != 404 || item.WasSeen || Now - item.AddedAt > OperationWait<T>.StartPeriod)
        {
            // A 404 right after the start is a server that does not know the operation everywhere yet.
            _watcher.End(item, null, look.Fault);
        }
    }

    private void End(WatchedItem<T> item, Observation<T> seen)
    {
        if (seen.State == OperationState.Succeeded)
        {
            _pace.Ended(Now.TotalSeconds);
            _watcher.End(item, OperationOutcome<T>.Success(seen.Value), null);
        }
        else if (seen.State == OperationState.Failed)
        {
            _pace.Ended(Now.TotalSeconds);
            OperationFailedException failure = item.Operation.Failure(seen);
            _watcher.End(item, OperationOutcome<T>.Unsuccessful(OperationState.Failed, seen.Value, failure), failure);
        }
    }

    private void EndAtLimit(WatchedItem<T> item)
    {
        if (Left(item) > TimeSpan.Zero)
        {
            return;
        }

        var timeout = new OperationTimeoutException(item.Operation.Token, item.Status, Now - item.AddedAt, item.Polls);
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

    private TimeSpan Left(WatchedItem<T> item) => Limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : item.AddedAt + Limit - Now;

    private static TimeSpan WholeMilliseconds(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
