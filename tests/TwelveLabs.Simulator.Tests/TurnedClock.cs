using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace TwelveLabs.Simulator.Tests;

/// <summary>A clock that stands still until the test turns it, and that tells of each pause somebody begins on it.</summary>
internal sealed class TurnedClock() : FakeTimeProvider(new DateTimeOffset(2023, 10, 11, 5, 20, 5, 975, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The lengths of pauses that have begun and have not been read yet.</summary>
    public ChannelReader<TimeSpan> Pauses => _pauses.Reader;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            // Told only now: whoever hears of the pause may turn the clock, and the timer has to see that.
            _pauses.Writer.TryWrite(dueTime);
        }

        return timer;
    }
}
