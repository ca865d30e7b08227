using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace LongRun;

/// <summary>Watches any number of operations of one kind through the call that lists them. Base of the generated watchers.</summary>
/// <typeparam name="T">Type of the status answer.</typeparam>
/// <remarks>
/// <para>
/// Instead of one status call for each operation, a round reads pages of the list. Where the list can have those first that
/// changed last, a round reads until a page has nothing new; otherwise, and at least once in the monitor's longest delay,
/// it reads newest first until every operation that is waited for has been seen. Those that are on no page are asked for one
/// by one, a few in each round, in turn. An operation that the list shows as ended is confirmed with one status call, whose answer is the result.
/// All requests share one budget (<see cref="OperationWatcherOptions.RequestsPerSecond"/>), and rounds come as often as
/// operations end.
/// </para>
/// <para>
/// Broken connections, 408, 429, 5xx and unreadable answers are survived within the time limit of each operation. Where the
/// server takes no call until after that limit, the watch ends at once. 401 anywhere, and whatever else refuses the list (403),
/// end the watch over all of them; a refused status call (403, 404) that of its own.
/// Giving up, by cancelling, by the time limit or by disposing of the watcher, never touches an operation.
/// </para>
/// <para>Safe for any number of threads. Costs nothing while nothing is watched.</para>
/// </remarks>
public abstract class OperationWatcher<T> : IAsyncDisposable
    where T : class
{
    private readonly object _gate = new();
    private readonly Dictionary<string, WatchedItem<T>> _items = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _disposed = new();
    private readonly SemaphoreSlim _places;
    private Task _rounds = Task.CompletedTask;
    private bool _isRunning;
    private bool _isDisposed;

    /// <summary>Creates a watcher.</summary>
    /// <param name="monitor">What the document says about this kind of operation.</param>
    /// <param name="options">How to watch; <see langword="null"/>: as <see cref="OperationWatcherOptions"/> has it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="monitor"/> is <see langword="null"/>.</exception>
    protected OperationWatcher(StatusMonitor monitor, OperationWatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        Monitor = monitor;
        Options = options ?? new OperationWatcherOptions();
        _places = new SemaphoreSlim(Options.Capacity, Options.Capacity);
        Rounds = new WatchRounds<T>(this);
    }

    /// <summary>What the document says about this kind of operation.</summary>
    public StatusMonitor Monitor { get; }

    /// <summary>How many operations are watched at the moment.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _items.Count;
            }
        }
    }

    internal OperationWatcherOptions Options { get; }

    internal bool ListsRecentFirst => IsRecentFirst;

    /// <summary>Items of a full page of the list.</summary>
    internal int ItemsPerPage => PageSize;

    private WatchRounds<T> Rounds { get; }

    /// <summary>About how many operations a page of the list holds; rounds are planned by it. Generated.</summary>
    protected abstract int PageSize { get; }

    /// <summary>
    /// Whether the list has those first whose status changed last; then a round needs no more pages than changed. Generated;
    /// <see langword="false"/> where the list cannot be asked for that order.
    /// </summary>
    protected virtual bool IsRecentFirst => false;

    /// <summary>Watches an operation until it has ended.</summary>
    /// <param name="id">The operation's id, as the server gave it.</param>
    /// <param name="cancellationToken">Ends the watch; the operation is not touched.</param>
    /// <returns>How it ended. Reports what happened to the operation and its status calls, and throws none of it.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is <see langword="null"/>, empty or not well-formed Unicode.</exception>
    /// <exception cref="ObjectDisposedException">The watcher is disposed of, before or meanwhile.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<WatchedOperation<T>> WaitAsync(string id, CancellationToken cancellationToken = default)
    {
        WatchedItem<T> item = await AddAsync(id, cancellationToken).ConfigureAwait(false);
        try
        {
            return await item.End.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(item);
        }
    }

    /// <summary>Watches operations, and gives each as it ends.</summary>
    /// <param name="ids">Their ids; read only as far as there is room (<see cref="OperationWatcherOptions.Capacity"/>).</param>
    /// <param name="cancellationToken">Ends the watch; no operation is touched.</param>
    /// <returns>Each operation once, in the order in which they end, also where its id comes again.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id is <see langword="null"/>, empty or not well-formed Unicode.</exception>
    /// <exception cref="ObjectDisposedException">The watcher is disposed of, before or meanwhile.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async IAsyncEnumerable<WatchedOperation<T>> WatchAsync(IEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<WatchedOperation<T>> ended = Channel.CreateUnbounded<WatchedOperation<T>>();
        Task adding = AddAllAsync(ids, ended, stop.Token);
        try
        {
            await foreach (WatchedOperation<T> operation in ended.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return operation;
            }
        }
        finally
        {
            // Whoever leaves the loop early wants none of the others.
            await stop.CancelAsync().ConfigureAwait(false);
            await adding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Watches operations until all have ended.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Ends the watch; no operation is touched.</param>
    /// <returns>How they ended, in the order of <paramref name="ids"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id is <see langword="null"/>, empty or not well-formed Unicode.</exception>
    /// <exception cref="ObjectDisposedException">The watcher is disposed of, before or meanwhile.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<IReadOnlyList<WatchedOperation<T>>> WaitAllAsync(IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string[] all = [.. ids];
        var ended = new Dictionary<string, WatchedOperation<T>>(StringComparer.Ordinal);
        await foreach (WatchedOperation<T> operation in WatchAsync(all, cancellationToken).ConfigureAwait(false))
        {
            ended.Add(operation.Id, operation);
        }

        return [.. all.Select(id => ended[id])];
    }

    /// <summary>Ends the watch over everything; no operation is touched.</summary>
    /// <returns>Done when nothing of the watcher runs any more.</returns>
    public async ValueTask DisposeAsync()
    {
        WatchedItem<T>[] items;
        lock (_gate)
        {
            _isDisposed = true;
            items = [.. _items.Values];
        }

        await _disposed.CancelAsync().ConfigureAwait(false);
        await _rounds.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (WatchedItem<T> item in items)
        {
            item.Fault(new ObjectDisposedException(GetType().Name));
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes a handle on an operation, for the status call that confirms its end. Generated.</summary>
    /// <param name="id">The operation's id.</param>
    /// <returns>The handle.</returns>
    protected abstract Operation<T> Resume(string id);

    /// <summary>Reads a page of the list, newest operations first. Generated.</summary>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="cancellationToken">Cancelled when the watcher is disposed of.</param>
    /// <returns>The page.</returns>
    protected abstract Task<ListedPage> ListAsync(int page, CancellationToken cancellationToken);

    internal Task<ListedPage> ReadPageAsync(int page, CancellationToken cancellationToken) => ListAsync(page, cancellationToken);

    /// <summary>What is watched now.</summary>
    internal Dictionary<string, WatchedItem<T>> Snapshot()
    {
        lock (_gate)
        {
            return new Dictionary<string, WatchedItem<T>>(_items, StringComparer.Ordinal);
        }
    }

    internal bool IsWatched(WatchedItem<T> item)
    {
        lock (_gate)
        {
            return _items.TryGetValue(item.Operation.Id, out WatchedItem<T>? known) && ReferenceEquals(known, item);
        }
    }

    internal void End(WatchedItem<T> item, OperationOutcome<T>? outcome, Exception? error)
    {
        Remove(item);
        item.Complete(outcome, error);
    }

    /// <summary>Whether nothing is watched any more; then the rounds end, and the next operation begins them anew.</summary>
    internal bool EndRoundsIfIdle()
    {
        lock (_gate)
        {
            _isRunning &= _items.Count > 0;
            return !_isRunning;
        }
    }

    private async Task AddAllAsync(IEnumerable<string> ids, Channel<WatchedOperation<T>> ended, CancellationToken cancellationToken)
    {
        var waits = new List<Task>();
        try
        {
            foreach (string id in ids.Distinct(StringComparer.Ordinal))
            {
                WatchedItem<T> item = await AddAsync(id, cancellationToken).ConfigureAwait(false);
                item.Tell(ended.Writer);
                waits.Add(StayAsync(item));
            }

            await Task.WhenAll(waits).ConfigureAwait(false);
            ended.Writer.Complete();
        }
        catch (Exception exception)
        {
            ended.Writer.TryComplete(exception);
        }

        async Task StayAsync(WatchedItem<T> item)
        {
            try
            {
                await item.End.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Leave(item);
            }
        }
    }

    private async ValueTask<WatchedItem<T>> AddAsync(string id, CancellationToken cancellationToken)
    {
        Operation<T> operation = Resume(id);
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        WatchedItem<T> added;
        lock (_gate)
        {
            if (_isDisposed)
            {
                _places.Release();
                throw new ObjectDisposedException(GetType().Name);
            }

            if (_items.TryGetValue(id, out WatchedItem<T>? known))
            {
                _places.Release();
                known.Waiters++;
                return known;
            }

            // The span of one is not what the watcher's own calls belong to, nor what the caller does next.
            Activity? around = Activity.Current;
            var item = new WatchedItem<T>(operation, Rounds.Now, WaitTrace.Begin(operation.Token, Options.TimeProvider)) { Waiters = 1 };
            Activity.Current = around;
            _items.Add(id, item);
            if (_isRunning)
            {
                Rounds.Hurry();
            }
            else
            {
                _isRunning = true;
                _rounds = RunRounds();
            }

            added = item;
        }

        // Not under the lock: other people's code, which may signal at once.
        added.Signal = SignalledWait.Connect(Options.Signal, added.Operation.Token, Options.TimeProvider, Rounds.Hurry);
        if (!IsWatched(added))
        {
            added.Signal?.Dispose();
        }

        return added;
    }

    // The rounds serve all, and outlive whoever happened to be first: his context is not theirs.
    private Task RunRounds()
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Rounds.RunAsync(_disposed.Token);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Rounds.RunAsync(_disposed.Token);
        }
    }

    private void Leave(WatchedItem<T> item)
    {
        bool isLast;
        lock (_gate)
        {
            isLast = --item.Waiters == 0;
        }

        if (isLast)
        {
            Remove(item);
            item.EndTrace(wasCancelled: true);
        }
    }

    private void Remove(WatchedItem<T> item)
    {
        lock (_gate)
        {
            if (_items.TryGetValue(item.Operation.Id, out WatchedItem<T>? known) && ReferenceEquals(known, item))
            {
                _items.Remove(item.Operation.Id);
                _places.Release();
            }
        }

        item.Signal?.Dispose();
    }
}
