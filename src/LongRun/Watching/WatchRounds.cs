namespace LongRun;

/// <summary>The rounds of a watcher: each looks once at everything that is watched, in the cheapest way.</summary>
internal sealed class WatchRounds<T>
    where T : class
{
    private readonly OperationWatcher<T> _watcher;
    private readonly WatchCalls<T> _calls;
    private readonly object _gate = new();
    private ITimer? _timer;
    private bool _isHurried;
    private long _turns;

    // What the last full round of the list took; 0 before the first.
    private int _pagesOfRound;
    private TimeSpan? _lastFullRound;

    // A list that was asked for the recent ones first, and has not got them first.
    private bool _isOrderWrong;

    internal WatchRounds(OperationWatcher<T> watcher)
    {
        _watcher = watcher;
        _calls = new WatchCalls<T>(watcher);
    }

    /// <summary>Time since the watcher was made.</summary>
    internal TimeSpan Now => _calls.Now;

    private TimeProvider Clock => _watcher.Options.TimeProvider;

    private TimeSpan MaxDelay => _watcher.Options.Signal is null ? _watcher.Monitor.MaxDelay : _watcher.Monitor.SignalledDelay;

    private TimeSpan MinDelay => _watcher.Monitor.MinDelay;

    /// <summary>Looks again soon: something is watched that nobody has looked at yet, or was signalled.</summary>
    internal void Hurry()
    {
        ITimer? timer;
        lock (_gate)
        {
            _isHurried = true;
            timer = _timer;
        }

        // By the clock: not on the thread of whoever adds or signals, and in order on a clock that a test turns.
        timer?.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs until nothing is watched any more, or the watcher is disposed of.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        // Whoever adds one operation often adds more.
        TimeSpan due = Now + MinDelay;
        await SleepForAsync(MinDelay, isHurriable: false, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            bool isHurried = await SleepForAsync(due - Now, isHurriable: true, cancellationToken).ConfigureAwait(false);
            if (_watcher.EndRoundsIfIdle())
            {
                return;
            }

            try
            {
                bool hasNew = await LookAtSignalledAsync(cancellationToken).ConfigureAwait(false);
                if (isHurried && !hasNew && Now < due)
                {
                    due = Min(due, NextRecheck());
                    continue;
                }

                TimeSpan begun = Now;
                int requests = await RoundAsync(cancellationToken).ConfigureAwait(false);
                due = Min(Now + Pause(begun, requests), NextRecheck());
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A progress callback that throws, say. Nobody may be left waiting for rounds that do not come.
                _calls.EndAll(exception);
            }

            await SleepForAsync(Min(MinDelay, due - Now), isHurriable: false, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks at what was signalled; an event may be ahead of the status that it tells of, so a few times.</summary>
    /// <returns>Whether there is anything that was never seen.</returns>
    private async Task<bool> LookAtSignalledAsync(CancellationToken cancellationToken)
    {
        bool hasNew = false;
        foreach (WatchedItem<T> item in _watcher.Snapshot().Values)
        {
            hasNew |= !item.WasSeen;
            if (item is { IsSignalled: true, Signal: { } signal })
            {
                signal.BeginLook();
                await _calls.LookAsync(item, cancellationToken).ConfigureAwait(false);
                item.IsRechecking = signal.NextRecheck(MinDelay) is not null;
            }
        }

        return hasNew;
    }

    private TimeSpan NextRecheck() => _watcher.Snapshot().Values.Any(static item => item.IsRechecking) ? Now + MinDelay : TimeSpan.MaxValue;

    private TimeSpan Pause(TimeSpan begun, int requests)
    {
        TimeSpan pause = _calls.AfterFaults() ?? begun + _calls.Distance(requests) - Now;
        pause = _calls.Earliest(Min(pause, MaxDelay));
        return pause > MinDelay ? pause : MinDelay;
    }

    /// <summary>Sleeps.</summary>
    /// <returns>Whether something new is to be looked at.</returns>
    private async Task<bool> SleepForAsync(TimeSpan pause, bool isHurriable, CancellationToken cancellationToken)
    {
        if (pause > TimeSpan.Zero)
        {
            var sleep = new TaskCompletionSource();
            using ITimer timer = Clock.CreateTimer(static s => ((TaskCompletionSource)s!).TrySetResult(), sleep, WatchCalls<T>.WholeMilliseconds(Min(pause, StatusMonitor.LongestDelay)), Timeout.InfiniteTimeSpan);
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static (s, token) => ((TaskCompletionSource)s!).TrySetCanceled(token), sleep);
            bool isAwake;
            lock (_gate)
            {
                isAwake = isHurriable && _isHurried;
                _timer = isHurriable ? timer : null;
            }

            if (!isAwake)
            {
                await sleep.Task.ConfigureAwait(false);
            }
        }

        lock (_gate)
        {
            _timer = null;
            bool isHurried = isHurriable && _isHurried;
            _isHurried &= !isHurriable;
            return isHurried;
        }
    }

    /// <summary>Looks at everything that is watched.</summary>
    /// <returns>What looking cost: list calls and single ones, not those that confirm an end.</returns>
    private async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, WatchedItem<T>> unseen = _watcher.Snapshot();
        int requests = 0;
        bool hasFailed = false;

        // As many single calls as there would be pages cost the same and tell more.
        int pages = _pagesOfRound > 0 ? _pagesOfRound : (unseen.Count + _watcher.ItemsPerPage - 1) / _watcher.ItemsPerPage;
        if (unseen.Count > pages)
        {
            int never = unseen.Values.Count(static item => !item.WasSeen);
            if (_watcher.ListsRecentFirst && !_isOrderWrong && never <= pages && Now - _lastFullRound < MaxDelay)
            {
                requests = await ReadRecentAsync(unseen, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                int read = await ReadListAsync(unseen, cancellationToken).ConfigureAwait(false);
                requests = _watcher.ListsRecentFirst && !_isOrderWrong ? 1 : read;
            }

            hasFailed = _calls.HaveFailed;
        }

        foreach (WatchedItem<T> item in unseen.Values.OrderBy(static i => i.Turn).ToArray())
        {
            // A server in trouble is asked no more in this round. In the next one the first is tried again, whatever the last brought.
            if (hasFailed && _calls.Left(item) > TimeSpan.Zero)
            {
                continue;
            }

            item.Turn = ++_turns;
            requests++;
            await _calls.LookAsync(item, cancellationToken).ConfigureAwait(false);
            hasFailed = _calls.HaveFailed;
        }

        foreach (WatchedItem<T> item in _watcher.Snapshot().Values)
        {
            _calls.EndAtLimit(item);
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
            if (await _calls.ReadPageAsync(page, cancellationToken).ConfigureAwait(false) is not { } listed)
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
                await _calls.SeeAsync(item, operation.Status, cancellationToken).ConfigureAwait(false);
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
            if (await _calls.ReadPageAsync(page, cancellationToken).ConfigureAwait(false) is not { } listed)
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

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
