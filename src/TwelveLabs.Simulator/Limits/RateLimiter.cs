using System.Globalization;

namespace TwelveLabs.Simulator.Limits;

/// <summary>Counts calls in fixed windows and says in headers how many are left.</summary>
internal sealed class RateLimiter(DailyLimits limits, TimeProvider time)
{
    private readonly Counter[] _counters = [.. Enum.GetValues<LimitGroup>().Select(static _ => new Counter())];

    /// <summary>Counts one call and sets the headers.</summary>
    /// <returns>False when the window's calls are used up.</returns>
    public bool Admit(LimitGroup group, IHeaderDictionary headers)
    {
        int limit = limits.Of(group);
        (int used, DateTimeOffset reset, bool admitted) = _counters[(int)group].Take(limit, time.GetUtcNow(), limits.Window);
        headers["X-Ratelimit-Limit"] = Text(limit);
        headers["X-Ratelimit-Remaining"] = Text(limit - used);
        headers["X-Ratelimit-Used"] = Text(used);
        headers["X-Ratelimit-Reset"] = Text(reset.ToUnixTimeSeconds());
        return admitted;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Counter
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _reset;
        private int _used;

        public (int Used, DateTimeOffset Reset, bool Admitted) Take(int limit, DateTimeOffset now, TimeSpan window)
        {
            lock (_lock)
            {
                if (now >= _reset)
                {
                    // Headers carry whole seconds; rounding up keeps a client that waits for them from coming too early.
                    _reset = DateTimeOffset.FromUnixTimeSeconds((now + window).ToUnixTimeSeconds() + 1);
                    _used = 0;
                }

                if (_used >= limit)
                {
                    return (_used, _reset, false);
                }

                _used++;
                return (_used, _reset, true);
            }
        }
    }
}
