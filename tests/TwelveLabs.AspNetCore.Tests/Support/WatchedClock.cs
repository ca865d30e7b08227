using Microsoft.Extensions.Time.Testing;

namespace TwelveLabs.AspNetCore.Tests.Support;

/// <summary>A clock that stands still until it is turned, and tells when somebody begins to wait for a given time on it.</summary>
internal sealed class WatchedClock(TimeSpan awaited) : FakeTimeProvider
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => _begun.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == awaited)
        {
            _begun.TrySetResult();
        }

        return timer;
    }
}
