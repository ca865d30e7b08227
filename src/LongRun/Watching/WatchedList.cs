namespace LongRun;

/// <summary>Reads the list for a watcher, no further than there is something to learn.</summary>
internal sealed class WatchedList<T>(OperationWatcher<T> watcher, WatchCalls<T> calls)
    where T : class
{
    // What the last reading showed, other people's operations too: where the list has the recent ones first, all that has
    // changed since stands before these.
    private Dictionary<string, string?> _lastRead = new(StringComparer.Ordinal);

    // What the last full reading took; 0 before the first.
    private int _pages;
    private TimeSpan? _lastFull;

    // A list that was asked for the recent ones first, and has not got them first.
    private bool _isOrderWrong;

    private bool IsRecentFirst => watcher.ListsRecentFirst && !_isOrderWrong;

    /// <summary>How many pages show everything that is watched, as far as is known.</summary>
    /// <param name="count">How many operations are watched.</param>
    internal int PagesFor(int count) => _pages > 0 ? _pages : (count + watcher.ItemsPerPage - 1) / watcher.ItemsPerPage;

    /// <summary>Reads the list.</summary>
    /// <param name="unseen">What is watched; in the end, what is to be asked for one by one.</param>
    /// <param name="maxDelay">Longest time between two full readings.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>How many pages the next reading is going to take.</returns>
    internal async Task<int> ReadAsync(Dictionary<string, WatchedItem<T>> unseen, TimeSpan maxDelay, CancellationToken cancellationToken)
    {
        int never = unseen.Values.Count(static item => item is { WasSeen: false, IsUnlisted: false });
        Dictionary<string, string?> lastRead = _lastRead;
        _lastRead = new(StringComparer.Ordinal);
        if (IsRecentFirst && never <= PagesFor(unseen.Count) && calls.Now - _lastFull < maxDelay)
        {
            return await ReadRecentAsync(unseen, lastRead, cancellationToken).ConfigureAwait(false);
        }

        int read = await ReadAllAsync(unseen, lastRead, cancellationToken).ConfigureAwait(false);
        return IsRecentFirst ? 1 : read;
    }

    /// <summary>How many of these the list may show.</summary>
    internal static int Sought(Dictionary<string, WatchedItem<T>> items) => items.Values.Count(static item => !item.IsUnlisted);

    /// <summary>Reads pages until one has nothing new, and something that stood in the list before.</summary>
    private async Task<int> ReadRecentAsync(Dictionary<string, WatchedItem<T>> unseen, Dictionary<string, string?> lastRead, CancellationToken cancellationToken)
    {
        // As many single calls would cost the same and tell more.
        int most = Sought(unseen);
        int page = 0;
        bool isDone = false;
        while (!isDone)
        {
            if (page == most)
            {
                _lastFull = null;
                break;
            }

            page++;
            if (await calls.ReadPageAsync(page, cancellationToken).ConfigureAwait(false) is not { } listed)
            {
                break;
            }

            PageNews news = await TakeAsync(listed, unseen, lastRead, cancellationToken).ConfigureAwait(false);
            isDone = listed.IsLast || news is { IsNew: false, IsKnown: true };
        }

        // What stands behind the last page is as it was.
        foreach (WatchedItem<T> known in unseen.Values.Where(static item => item is { WasSeen: true, IsUnlisted: false }).ToArray())
        {
            unseen.Remove(known.Operation.Id);
        }

        return page;
    }

    /// <summary>Reads pages until all were seen, or a page more would cost more than to ask for the rest one by one.</summary>
    private async Task<int> ReadAllAsync(Dictionary<string, WatchedItem<T>> unseen, Dictionary<string, string?> lastRead, CancellationToken cancellationToken)
    {
        int sinceFound = 0;
        int page = 0;
        bool stoodStill = false;
        for (int sought = Sought(unseen); sought > 0 && sinceFound < sought; sought = Sought(unseen))
        {
            page++;
            if (await calls.ReadPageAsync(page, cancellationToken).ConfigureAwait(false) is not { } listed)
            {
                return page;
            }

            int before = unseen.Count;
            PageNews news = await TakeAsync(listed, unseen, lastRead, cancellationToken).ConfigureAwait(false);
            sinceFound = unseen.Count < before ? 0 : sinceFound + 1;

            // A change behind a page without: whoever stopped there would have missed it.
            _isOrderWrong |= news.IsChanged && stoodStill;
            stoodStill |= news is { IsChanged: false, IsKnown: true };
            if (listed.IsLast)
            {
                break;
            }
        }

        foreach (WatchedItem<T> item in unseen.Values)
        {
            item.IsUnlisted = true;
        }

        _lastFull = calls.Now;
        _pages = Math.Max(page - sinceFound, 1);
        return page;
    }

    private async Task<PageNews> TakeAsync(ListedPage listed, Dictionary<string, WatchedItem<T>> unseen, Dictionary<string, string?> lastRead, CancellationToken cancellationToken)
    {
        var news = default(PageNews);
        foreach (ListedOperation operation in listed.Operations)
        {
            bool isSame = lastRead.TryGetValue(operation.Id, out string? last) && string.Equals(last, operation.Status, StringComparison.Ordinal);
            _lastRead[operation.Id] = operation.Status;
            if (!unseen.Remove(operation.Id, out WatchedItem<T>? item))
            {
                news.IsKnown |= isSame;
                continue;
            }

            item.IsUnlisted = false;
            bool isNew = !string.Equals(item.Status, operation.Status, StringComparison.Ordinal);
            news.IsNew |= isNew;
            news.IsChanged |= isNew && item.WasSeen;
            news.IsKnown |= !isNew;
            await calls.SeeAsync(item, operation.Status, cancellationToken).ConfigureAwait(false);
        }

        return news;
    }

    /// <summary>What a page says.</summary>
    private record struct PageNews
    {
        /// <summary>Whether it says anything new of what is watched.</summary>
        public bool IsNew { get; set; }

        /// <summary>Whether something on it that is watched and was seen before has changed.</summary>
        public bool IsChanged { get; set; }

        /// <summary>Whether something on it is as it was when the list was last read.</summary>
        public bool IsKnown { get; set; }
    }
}
