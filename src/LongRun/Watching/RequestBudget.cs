namespace LongRun;

/// <summary>Keeps the requests of one watcher apart: each takes its turn, the server's wishes come first.</summary>
internal sealed class RequestBudget(TimeProvider clock, double requestsPerSecond)
{
    private readonly TimeSpan _distance = TimeSpan.FromSeconds(1 / requestsPerSecond);
    private readonly long _origin = clock.GetTimestamp();
    private TimeSpan _next;
    private TimeSpan _heldUntil;

    /// <summary>For how long the server wants no request; zero where it does not mind.</summary>
    internal TimeSpan Held => _heldUntil > Now ? _heldUntil - Now : TimeSpan.Zero;

    private TimeSpan Now => clock.GetElapsedTime(_origin);

    /// <summary>Waits until a request may be made.</summary>
    internal async ValueTask TakeAsync(CancellationToken cancellationToken)
    {
        TimeSpan now = Now;
        TimeSpan turn = _next > now ? _next : now;
        _next = turn + _distance;
        for (TimeSpan left = turn - now; left > TimeSpan.Zero; left = turn - Now)
        {
            TimeSpan pause = left < StatusMonitor.LongestDelay ? left : StatusMonitor.LongestDelay;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets no request pass for a time.</summary>
    internal void Hold(TimeSpan time)
    {
        TimeSpan now = Now;
        TimeSpan until = time < TimeSpan.MaxValue - now ? now + time : TimeSpan.MaxValue - _distance;
        _next = until > _next ? until : _next;
        _heldUntil = until > _heldUntil ? until : _heldUntil;
    }
}
