namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Loops that end whatever the job does.</content>
public sealed partial class FailureNotSeenTests
{
    [Fact]
    public Task Bounded_for() => PollsAsync("""
        {|LRO1008:for|} (var i = 0; i < 60; i++)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") break;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Timed_token() => PollsAsync("""
        using var cts = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, cts.Token);
            if (t.Status == "ready") return;
            await Task.Delay(2000, cts.Token);
        }
        """);

    [Fact]
    public Task Linked_cancel_after() => PollsAsync("""
        using var cts = CancellationTokenSource.CreateLinkedTokenSource(stop);
        cts.CancelAfter(TimeSpan.FromMinutes(5));
        var token = cts.Token;
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, token);
            if (t.Status == "ready") return;
            await Task.Delay(2000, token);
        }
        """);

    [Fact]
    public Task Timed_linked_two() => PollsAsync("""
        using var limit = new CancellationTokenSource(TimeSpan.FromHours(1));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        VideoTask t;
        {|LRO1008:do|} { await Task.Delay(4000, both.Token); t = await api.GetTaskAsync(id, both.Token); } while (t.Status != "ready");
        """);

    [Fact]
    public Task Timed_token_field() => FileAsync("""
        class C
        {
            private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(10));
            async Task M(IVideoApi api, string id)
            {
                {|LRO1008:while|} ((await api.GetTaskAsync(id, _limit.Token)).Status != "ready") await Task.Delay(2000, _limit.Token);
            }
        }
        """);

    [Fact]
    public Task Timed_token_helper() => FileAsync("""
        class C
        {
            static CancellationToken Timeout(int seconds) => new CancellationTokenSource(seconds * 1000).Token;
            async Task M(IVideoApi api, string id)
            {
                var token = Timeout(600);
                {|LRO1008:while|} ((await api.GetTaskAsync(id, token)).Status != "ready") await Task.Delay(2000, token);
            }
        }
        """);

    [Fact]
    public Task Timed_in_using_statement() => PollsAsync("""
        using (var cts = new CancellationTokenSource())
        {
            cts.CancelAfter(600_000);
            {|LRO1008:while|} (!cts.IsCancellationRequested)
            {
                var t = await api.GetTaskAsync(id);
                if (t.Status == "ready") return;
                await Task.Delay(2000);
            }
        }
        """);

    [Fact]
    public Task Stopwatch() => PollsAsync("""
        var watch = Stopwatch.StartNew();
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") return;
            if (watch.Elapsed > TimeSpan.FromMinutes(10)) throw new TimeoutException();
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task TimeProvider_deadline() => PollsAsync("""
        var time = TimeProvider.System;
        var until = time.GetUtcNow() + TimeSpan.FromMinutes(30);
        {|LRO1008:for|} (;;)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == VideoStatus.Ready) break;
            if (time.GetUtcNow() > until) throw new TimeoutException();
            await Task.Delay(TimeSpan.FromSeconds(5), time, stop);
        }
        """);

    [Fact]
    public Task TimeProvider_timestamp() => PollsAsync("""
        var started = TimeProvider.System.GetTimestamp();
        VideoTask t;
        {|LRO1008:do|}
        {
            await Task.Delay(3000);
            t = await api.GetTaskAsync(id);
        }
        while (t.Status != "ready" && TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromHours(1));
        """);

    [Fact]
    public Task TickCount64_deadline() => PollsAsync("""
        long end = Environment.TickCount64 + 600_000;
        {|LRO1008:while|} (Environment.TickCount64 < end)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") return;
            await Task.Delay(5000);
        }
        throw new TimeoutException();
        """);

    [Fact]
    public Task Deadline() => PollsAsync("""
        var deadline = DateTime.UtcNow.AddMinutes(10);
        {|LRO1008:while|} (DateTime.UtcNow < deadline)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") return;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Attempts_counted_down() => PollsAsync("""
        int attempts = 100;
        VideoTask t;
        {|LRO1008:do|} { t = await api.GetTaskAsync(id); if (t.Status == "ready") break; await Task.Delay(2000); } while (--attempts > 0);
        """);

    [Fact]
    public Task Attempts_counted_in_the_condition() => PollsAsync("""
        int attempts = 0; const int max = 50;
        {|LRO1008:while|} (attempts++ < max)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") return;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Attempts_that_end_by_a_throw() => PollsAsync("""
        var attempt = 0;
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") return;
            if (++attempt >= 120) throw new TimeoutException($"gave up on {t.Id} ({t.Status})");
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Seconds_added_up() => PollsAsync("""
        var waited = 0;
        var t = await api.GetTaskAsync(id);
        {|LRO1008:while|} (t.Status != "ready" && waited < 600)
        {
            await Task.Delay(5000);
            waited += 5;
            t = await api.GetTaskAsync(id);
        }
        """);

    [Fact]
    public Task Time_added_up() => PollsAsync("""
        var waited = TimeSpan.Zero; var pause = TimeSpan.FromSeconds(5);
        var t = await api.GetTaskAsync(id);
        {|LRO1008:while|} (t.Status != "ready")
        {
            if (waited > TimeSpan.FromMinutes(10)) throw new TimeoutException();
            await Task.Delay(pause);
            waited += pause;
            t = await api.GetTaskAsync(id);
        }
        """);

    [Fact]
    public Task Backoff_bound_by_delay() => PollsAsync("""
        {|LRO1008:for|} (var delay = 1000; delay < 600_000; delay *= 2)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") return;
            await Task.Delay(delay);
        }
        """);

    [Fact]
    public Task WhenAny_timeout() => PollsAsync("""
        var timeout = Task.Delay(TimeSpan.FromMinutes(5));
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            if (await Task.WhenAny(timeout, Task.Delay(2000)) == timeout) throw new TimeoutException();
        }
        """);

    [Fact]
    public Task Timeout_IsCompleted() => PollsAsync("""
        var timeout = Task.Delay(TimeSpan.FromMinutes(5));
        {|LRO1008:while|} (!timeout.IsCompleted)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task External_flag_field() => FileAsync("""
        class C
        {
            private volatile bool _stopped;
            public void Stop() => _stopped = true;
            async Task M(IVideoApi api, string id)
            {
                while (!_stopped)
                {
                    var t = await api.GetTaskAsync(id);
                    if (t.Status == "ready") return;
                    await Task.Delay(2000);
                }
            }
        }
        """);

    [Fact]
    public Task Running_flag_field_set_elsewhere() => FileAsync("""
        class C
        {
            private bool _running;
            public void Stop() => _running = false;
            public async Task Start(IVideoApi api, string id)
            {
                _running = true;
                while (_running)
                {
                    var t = await api.GetTaskAsync(id);
                    if (t.Status == "ready") break;
                    await Task.Delay(2000);
                }
            }
        }
        """);

    [Fact]
    public Task Field_status_set_by_event_handler() => FileAsync("""
        class C
        {
            private string _state = "";
            public void OnWebhook(string s) => _state = s;
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                while (_state != "ready") { _state = (await api.GetTaskAsync(id, stop)).Status.Value; await Task.Delay(2000, stop); }
            }
        }
        """);

    [Fact]
    public Task User_cancel_key() => PollsAsync("""
        while (!Console.KeyAvailable)
        {
            var t = await api.GetTaskAsync(id);
            Console.WriteLine(t.Status);
            if (t.Status == "ready") break;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Reset_event() => PollsAsync("""
        var ev = new ManualResetEventSlim();
        while (!ev.Wait(5000))
        {
            var t = await api.GetTaskAsync(id, stop);
            Console.WriteLine(t.Status);
            if (t.Status == "ready") ev.Set();
        }
        """);

    [Fact]
    public Task Enumerable_range_attempts() => PollsAsync("""
        {|LRO1008:foreach|} (var attempt in Enumerable.Range(1, 60))
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
            await Task.Delay(attempt * 1000, stop);
        }
        """);

    [Fact]
    public Task Delays_array() => PollsAsync("""
        {|LRO1008:foreach|} (var seconds in new[] { 1, 2, 5, 10, 30 })
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), stop);
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
        }
        """);

    [Fact]
    public Task Per_call_timeout_in_turn() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(TimeSpan.FromSeconds(30));
            var t = await api.GetTaskAsync(id, limit.Token);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task For_attempts_with_failure_after() => PollsAsync("""
        VideoTask? t = null;
        {|LRO1008:for|} (var i = 0; i < 100 && t?.Status.Value != "ready"; i++)
        {
            if (i > 0) await Task.Delay(2000, stop);
            t = await api.GetTaskAsync(id, stop);
        }
        """);

    [Fact]
    public Task Test_assert_eventually() => PollsAsync("""
        VideoTask? t = null;
        var until = DateTime.UtcNow.AddSeconds(30);
        {|LRO1008:while|} (t?.Status.Value != "ready" && DateTime.UtcNow < until) { t = await api.GetTaskAsync(id); await Task.Delay(1000); }
        await api.SearchAsync(t!.Id);
        """);
}
