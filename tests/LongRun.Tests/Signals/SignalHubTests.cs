using LongRun.Tests.Support;

namespace LongRun.Tests.Signals;

public sealed class SignalHubTests : WaitingTest
{
    private static readonly OperationToken Token = new("Rendering", "job-1");

    [Fact]
    public void An_event_is_new_once()
    {
        using var hub = Hub();

        Assert.True(hub.Remember("e-1"));
        Assert.False(hub.Remember("e-1"));
        Assert.True(hub.Remember("e-2"));
    }

    [Fact]
    public void An_event_that_was_forgotten_is_new_again()
    {
        using var hub = Hub();
        hub.Remember("e-1");

        Assert.True(hub.Forget("e-1"));

        Assert.True(hub.Remember("e-1"));
        Assert.False(hub.Forget("e-2"));
    }

    [Fact]
    public void An_event_is_remembered_for_the_time_set_and_no_longer()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time) { EventMemory = Seconds(60) };
        hub.Remember("e-1");

        Time.Pass(Seconds(59));
        Assert.False(hub.Remember("e-1"));
        Time.Pass(Seconds(1));

        Assert.True(hub.Remember("e-1"));
    }

    [Fact]
    public void Beyond_the_capacity_the_oldest_event_is_forgotten_first()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time) { Capacity = 2 };
        hub.Remember("e-1");
        hub.Remember("e-2");
        hub.Remember("e-3");

        Assert.False(hub.Remember("e-3"));
        Assert.False(hub.Remember("e-2"));
        Assert.True(hub.Remember("e-1"));
    }

    [Fact]
    public void Events_that_are_forgotten_again_and_again_leave_nothing_behind()
    {
        var keys = new RecentKeys<string>(Seconds(60), 2, Time);
        for (int i = 0; i < 1000; i++)
        {
            Assert.True(keys.Add("e-1"));
            Assert.True(keys.Remove("e-1"));
            Time.Pass(TimeSpan.FromMilliseconds(1));
        }

        Assert.True(keys.Add("e-1"));
        Assert.False(keys.Add("e-1"));
        Assert.Equal(1, keys.Count);
    }

    [Fact]
    public void A_signal_is_kept_for_the_time_set_and_no_longer()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time) { SignalMemory = Seconds(60) };
        hub.Notify(Token);
        Time.Pass(Seconds(59));

        Assert.True(IsWoken(hub));
        Time.Pass(Seconds(1));

        Assert.False(IsWoken(hub));
    }

    [Fact]
    public void A_signal_is_kept_for_every_wait_that_begins_after_it()
    {
        using var hub = Hub();
        hub.Notify(Token);

        Assert.True(IsWoken(hub));
        Assert.True(IsWoken(hub));
    }

    [Fact]
    public void Beyond_the_capacity_the_oldest_signal_is_dropped_first()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time) { Capacity = 1 };
        hub.Notify(Token);
        hub.Notify(new OperationToken("Rendering", "job-2"));

        Assert.False(IsWoken(hub));
    }

    [Fact]
    public void Signals_of_kinds_that_it_does_not_serve_are_not_kept()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time) { Capacity = 1 };
        hub.Notify(Token);
        hub.Notify(new OperationToken("Printing", "job-1"));

        Assert.True(IsWoken(hub));
    }

    [Fact]
    public void A_listener_that_has_left_is_not_notified()
    {
        using var hub = Hub();
        var listener = new SignalListener(Time);
        IDisposable connection = hub.Connect(Token, listener)!;
        Assert.Equal(1, hub.ConnectedWaits);

        connection.Dispose();
        connection.Dispose();
        hub.Notify(Token);

        Assert.False(listener.IsPending);
        Assert.Equal(0, hub.ConnectedWaits);
    }

    [Fact]
    public void Once_disposed_it_connects_nobody_and_ignores_signals()
    {
        var hub = Hub();
        var listener = new SignalListener(Time);
        hub.Connect(Token, listener);

        hub.Dispose();
        hub.Notify(Token);

        Assert.False(listener.IsConnected);
        Assert.False(listener.IsPending);
        Assert.Null(hub.Connect(Token, listener));
    }

    [Fact]
    public async Task Signals_and_waits_that_meet_from_many_threads_never_miss_each_other()
    {
        using var hub = new SignalHub([JobOperation.Rendering], Time);
        OperationToken[] tokens = [.. Enumerable.Range(0, 2000).Select(static i => new OperationToken("Rendering", $"job-{i}"))];
        var listeners = new SignalListener[tokens.Length];

        await Task.WhenAll(
            Task.Run(() => Array.ForEach(tokens, hub.Notify), TestContext.Current.CancellationToken),
            Task.Run(
                () =>
                {
                    for (int i = 0; i < tokens.Length; i++)
                    {
                        listeners[i] = new SignalListener(Time);
                        hub.Connect(tokens[i], listeners[i]);
                    }
                },
                TestContext.Current.CancellationToken));

        Assert.All(listeners, static listener => Assert.True(listener.IsPending));
    }

    [Fact]
    public void Settings_outside_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Capacity", static () => new SignalHub([]) { Capacity = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("EventMemory", static () => new SignalHub([]) { EventMemory = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>("SignalMemory", static () => new SignalHub([]) { SignalMemory = TimeSpan.Zero });
        Assert.Throws<ArgumentNullException>("operations", static () => new SignalHub(null!));
    }

    private SignalHub Hub() => new([JobOperation.Rendering], Time);

    private bool IsWoken(SignalHub hub)
    {
        var listener = new SignalListener(Time);
        using IDisposable connection = hub.Connect(Token, listener)!;
        return listener.IsPending;
    }
}
