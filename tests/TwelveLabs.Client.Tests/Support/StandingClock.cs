namespace TwelveLabs.Client.Tests.Support;

/// <summary>A clock for a server that stands still, so that no pause on it ever ends; it tells of each pause that begins.</summary>
/// <param name="paused">Called once for each pause, on a thread of its own.</param>
internal sealed class StandingClock(Action paused) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => SkippingClock.Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            ThreadPool.QueueUserWorkItem(_ => paused());
        }

        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
