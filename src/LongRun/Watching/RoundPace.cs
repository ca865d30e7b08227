namespace LongRun;

/// <summary>Chooses how long to wait between two rounds of a watcher.</summary>
/// <remarks>
/// A round costs c requests whenever it is made, and between two rounds τ apart r τ operations end, each noticed τ/2 late on
/// average. With a price of w requests for each second of an operation's delay, c/τ + w r τ/2 is least at τ = √(2c / (w r)):
/// seldom while nothing ends, often while many end, and less often the more pages there are to read.
/// </remarks>
internal sealed class RoundPace
{
    // Price of a second of one operation's delay, in requests.
    private const double Price = 2;

    // Endings are counted over this time, in seconds. Shorter, and the rate is chance; longer, and a wave of endings is met late.
    private const double Window = 40;

    private readonly Queue<double> _endings = new();

    /// <summary>Takes note of an ending.</summary>
    /// <param name="at">When it was seen, in seconds since the watch began.</param>
    internal void Ended(double at) => _endings.Enqueue(at);

    /// <summary>The pause from the beginning of one round to the next.</summary>
    /// <param name="at">Seconds since the watch began.</param>
    /// <param name="requests">What a round costs.</param>
    /// <returns>The pause, in seconds.</returns>
    internal double Next(double at, int requests)
    {
        while (_endings.TryPeek(out double first) && first < at - Window)
        {
            _endings.Dequeue();
        }

        // One more than was seen: no ending so far does not mean that none will come.
        double rate = (_endings.Count + 1) / Math.Clamp(at, 1, Window);
        return Math.Sqrt(2 * Math.Max(requests, 1) / (Price * rate));
    }
}
