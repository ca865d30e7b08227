/// <summary>A clock that runs faster than life, so that pauses of seconds take milliseconds.</summary>
/// <param name="speed">How many times faster.</param>
internal sealed class FastClock(int speed) : TimeProvider
{
    private readonly DateTimeOffset _origin = System.GetUtcNow();

    public override long TimestampFrequency => System.TimestampFrequency / speed;

    public override DateTimeOffset GetUtcNow() => _origin + ((System.GetUtcNow() - _origin) * speed);

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)), Scaled);

    private TimeSpan Scaled(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / speed));

    private sealed class Timer(ITimer timer, Func<TimeSpan, TimeSpan> scaled) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(scaled(dueTime), scaled(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
