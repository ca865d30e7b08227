namespace LongRun;

/// <summary>Remembers keys for a while, and only so many: the oldest go first. Not safe for several threads.</summary>
internal sealed class RecentKeys<TKey>(TimeSpan memory, int capacity, TimeProvider clock)
    where TKey : notnull
{
    private readonly Dictionary<TKey, long> _since = [];

    // In the order of their times. A key that was forgotten meanwhile, or seen anew, is passed over.
    private readonly Queue<(TKey Key, long At)> _order = [];

    /// <summary>How many are remembered, expired ones included until the next call.</summary>
    internal int Count => _since.Count;

    /// <summary>Remembers a key from now on.</summary>
    /// <returns>Whether it was not remembered before.</returns>
    internal bool Add(TKey key)
    {
        Expire();
        long now = clock.GetTimestamp();
        if (!_since.TryAdd(key, now))
        {
            return false;
        }

        _order.Enqueue((key, now));
        while (_since.Count > capacity || _order.Count > 2 * capacity)
        {
            DropOldest();
        }

        return true;
    }

    internal bool Contains(TKey key)
    {
        Expire();
        return _since.ContainsKey(key);
    }

    internal bool Remove(TKey key) => _since.Remove(key);

    private void Expire()
    {
        while (_order.TryPeek(out (TKey Key, long At) oldest) && clock.GetElapsedTime(oldest.At) >= memory)
        {
            DropOldest();
        }
    }

    private void DropOldest()
    {
        (TKey key, long at) = _order.Dequeue();
        if (_since.TryGetValue(key, out long since) && since == at)
        {
            _since.Remove(key);
        }
    }
}
