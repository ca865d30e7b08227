namespace LongRun;

/// <summary>The rounds of a watcher: each looks once at everything that is watched, in the cheapest way.</summary>
internal sealed class WatchRounds<T>
    where T : class
{
    // Of a round, for those that no page shows. Longer, and nobody looks at the list meanwhile.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(5);

    private readonly OperationWatcher<T> _watcher;
    private readonly WatchCalls<T> _calls;
    private readonly WatchedList<T> _list;
    private readonly object _gate = new();
    private ITimer? _timer;
    private bool _isHurried;
    private long _turns;

    private TimeSpan _lastRound;

    internal WatchRounds(OperationWatcher<T> watcher)
    {
        _watcher = watcher;
        _calls = new WatchCalls<T>(watcher);
        _list = new WatchedList<T>(watcher, _calls);
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
    /// <returns>What the next round is going to cost: list calls, and single ones in their place.</returns>
    private async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        TimeSpan since = Now - _lastRound;
        _lastRound = Now;
        Dictionary<string, WatchedItem<T>> unseen = _watcher.Snapshot();

        // As many single calls as there would be pages cost the same and tell more.
        int sought = WatchedList<T>.Sought(unseen);
        int pages = _list.PagesFor(unseen.Count);
        int requests = sought > pages
            ? await _list.ReadAsync(unseen, MaxDelay, cancellationToken).ConfigureAwait(false)
            : sought;
        bool hasFailed = sought > pages && _calls.HaveFailed;
        foreach (WatchedItem<T> item in InTurn(unseen.Values, pages, since))
        {
            // A server in trouble is asked no more in this round. In the next one the first is tried again, whatever the last brought.
            if (hasFailed && _calls.Left(item) > TimeSpan.Zero)
            {
                continue;
            }

            item.Turn = ++_turns;
            await _calls.LookAsync(item, cancellationToken).ConfigureAwait(false);
            hasFailed = _calls.HaveFailed;
        }

        foreach (WatchedItem<T> item in _watcher.Snapshot().Values)
        {
            _calls.EndAtLimit(item);
        }

        return requests;
    }

    /// <summary>Whom this round asks for one by one: of those that no page shows, only some, those first that were not asked for for the longest time.</summary>
    private List<WatchedItem<T>> InTurn(IReadOnlyCollection<WatchedItem<T>> unseen, int pages, TimeSpan since)
    {
        int unlisted = unseen.Count(static item => item.IsUnlisted);

        // One at a time, each would be asked for at the distance of a round that asks for all of them.
        double share = unlisted == 0 ? 0 : unlisted * (since / Min(_calls.Distance(unlisted), MaxDelay));
        double room = Math.Clamp(Math.Max(share, pages), 1, Math.Max(_calls.RequestsIn(LongestTurn), 1));
        var chosen = new List<WatchedItem<T>>();
        foreach (WatchedItem<T> item in unseen.OrderBy(static i => i.Turn))
        {
            if (!item.IsUnlisted || _calls.Left(item) <= TimeSpan.Zero || room-- > 0)
            {
                chosen.Add(item);
            }
        }

        return chosen;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
