namespace LongRun.Analyzers.Tests.Waiting;

public sealed class TooFastPollingTests : PollingTests
{
    protected override string Id => "LRO1007";

    protected override string Mistake => """
        for (var i = 0; i < 50; i++)
        {
            if ((await api.GetTaskAsync(text, stop)).Status == "ready") break;
            await Task.Delay([|200|], stop);
        }
        """;

    [Fact]
    public Task Message_of_a_pause() => SaysAsync(
        Mistake,
        "A pause of 0.2 s is shorter than the API asks between two status calls (1 s at least); it uses up the rate limit and learns nothing sooner. Pause for 1 s, or call WaitForCompletionAsync.");

    [Fact]
    public Task Message_of_a_wait() => SaysAsync(
        "var operation = await api.StartUploadAsync(new UploadRequest(), stop); await operation.WaitForCompletionAsync(new WaitOptions { Delay = DelayStrategy.Fixed([|TimeSpan.FromMilliseconds(100)|]) }, stop);",
        "A pause of 0.1 s is shorter than the API asks between two status calls (1 s at least); it uses up the rate limit and learns nothing sooner. The wait raises it to that anyway.");

    [Fact]
    public Task A_fifth_of_a_second() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay([|200|], stop);
        }
        """);

    [Fact]
    public Task Delay_zero() => PollsAsync("""
        {|LRO1003:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            await Task.Delay([|0|], stop);
        }
        """);

    [Fact]
    public Task Delay_const_below() => PollsAsync("""
        const int PauseMs = 250;
        VideoTask t;
        do { await Task.Delay([|PauseMs|], stop); t = await api.GetTaskAsync(id, stop); } while (t.Status == "queued" || t.Status == "indexing");
        """);

    [Fact]
    public Task Delay_static_readonly() => FileAsync("""
        class C
        {
            static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                for (int i = 0; i < 99; i++)
                {
                    var t = await api.GetTaskAsync(id, stop);
                    if (t.Status == "ready") return;
                    await Task.Delay([|Interval|], stop);
                }
            }
        }
        """);

    [Fact]
    public Task Fast_timer() => PollsAsync("""
        using var timer = new PeriodicTimer([|TimeSpan.FromMilliseconds(100)|]);
        while (await timer.WaitForNextTickAsync(stop))
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
        }
        """);

    [Fact]
    public Task Shortest_pause_of_another_document() => PollsAsync("""
        for (int i = 0; i < 10; i++)
        {
            if ((await renders.GetRenderAsync(id, stop)).State is RenderState.Done or RenderState.Error or RenderState.Cancelled) return;
            await Task.Delay([|TimeSpan.FromSeconds(1)|], stop);
        }
        """);

    [Fact]
    public Task Fast_sleep_sync() => FileAsync("""
        class C { void M(IExportApi exports) { for (int i = 0; i < 100 && exports.GetExport(7).Job.State != "completed"; i++) Thread.Sleep([|1000|]); } }
        """);

    [Fact]
    public Task Client_without_tasks_asked_twice_a_second() => FileAsync("""
        class C { void M(IExportApi exports) { string s; {|LRO1005:do|} { Thread.Sleep([|500|]); s = exports.GetExport(3).Job.State; } while (s != "completed" && s != "failed" && s != "expired"); } }
        """);

    [Fact]
    public Task Fast_by_one_branch() => PollsAsync("""
        for (int i = 0; i < 100; i++)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
            if (t.Status == "indexing") { await Task.Delay([|100|], stop); continue; }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Fast_wait() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Delay = DelayStrategy.Fixed([|TimeSpan.FromMilliseconds(100)|]) }, stop);
        """);

    [Fact]
    public Task Fast_fixed_span() => PollsAsync("""
        var options = new WaitOptions { Delay = DelayStrategy.Fixed([|TimeSpan.FromSeconds(0.5)|]) };
        await api.ResumeIndexing(id).WaitForCompletionAsync(options, stop);
        """);

    [Fact]
    public Task Fast_fixed_generated() => PollsAsync("""
        await TwelveLabs.TwelveLabsClientOperationExtensions.ResumeIndexing(client, id).WaitForCompletionAsync(new WaitOptions { Delay = DelayStrategy.Fixed([|TimeSpan.FromMilliseconds(200)|]) }, stop);
        """);

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
    public Task Two_short_delays_enough() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(500, stop);
            await Task.Delay(600, stop);
        }
        """);

    [Fact]
    public Task Growing_delay_from_fast_start() => PollsAsync("""
        var pause = 100;
        {|LRO1008:for|} (int i = 0; i < 20; i++)
        {
            if ((await api.GetTaskAsync(id, stop)).Status == "ready") return;
            await Task.Delay(pause, stop);
            pause *= 2;
        }
        """);

    [Fact]
    public Task Backoff_doubling() => PollsAsync("""
        var delay = TimeSpan.FromSeconds(1);
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(delay, stop);
            delay = TimeSpan.FromSeconds(Math.Min(delay.TotalSeconds * 2, 60));
        }
        """);

    [Fact]
    public Task Variable_delay() => FileAsync("""
        class C(TimeSpan pause)
        {
            async Task M(IVideoApi api, string id, CancellationToken stop) { for (int i = 0; i < 9; i++) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") { await api.SearchAsync(t.Id); return; } await Task.Delay(pause, stop); } }
        }
        """);

    [Fact]
    public Task Switch_expression_default_throws() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            var next = t.Status.Value switch { "ready" => 0, "queued" => 10, "indexing" => 5, var other => throw new NotSupportedException(other) };
            if (next == 0) break;
            await Task.Delay(TimeSpan.FromSeconds(next), stop);
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
    public Task Short_delay_outside_loop() => PollsAsync("""
        await Task.Delay(100, stop);
        {|LRO1008:for|} (int i = 0; i < 20; i++)
        {
            if ((await api.GetTaskAsync(id, stop)).Status == "ready") return;
            await Task.Delay(1000, stop);
        }
        """);

    [Fact]
    public Task Short_delay_in_another_loop() => PollsAsync("""
        for (int i = 0; i < 3; i++) await Task.Delay(50, stop);
        VideoTask t;
        {|LRO1008:do|} { await Task.Delay(1000, stop); t = await api.GetTaskAsync(id, stop); } while (t.Status == "queued" || t.Status == "indexing");
        """);

    [Fact]
    public Task Delay_with_other_awaited_work() => PollsAsync("""
        for (int i = 0; i < 20; i++)
        {
            if ((await api.GetTaskAsync(id, stop)).Status == "ready") return;
            await api.SearchAsync("still waiting", cancellationToken: stop);
            await Task.Delay(100, stop);
        }
        """);

    [Fact]
    public Task Short_delay_per_id() => PollsAsync("""
        foreach (var one in ids) { Console.WriteLine((await api.GetTaskAsync(one, stop)).Status); await Task.Delay(100, stop); }
        """);

    [Fact]
    public Task Sync_console_spinner() => PollsAsync("""
        var frames = "|/-\\"; var i = 0;
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            for (var k = 0; k < 10; k++) { Console.Write(frames[i++ % 4] + "\b"); await Task.Delay(200, stop); }
        }
        """);

    [Fact]
    public Task Slow_fixed() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Delay = DelayStrategy.Fixed(TimeSpan.FromSeconds(10)) }, stop);
        """);

    [Fact]
    public Task Unknown_fixed() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Delay = DelayStrategy.Fixed(TimeSpan.FromSeconds(number)) }, stop);
        """);

    [Fact]
    public Task Strategy_not_given_to_a_wait() => PollsAsync("""
        var fast = DelayStrategy.Fixed(TimeSpan.FromMilliseconds(10));
        Console.WriteLine(fast);
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """);

    [Fact]
    public Task Continue_before_delay() => PollsAsync("""
        {|LRO1004:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            if (t.Status == "queued") continue;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Nothing_between_the_calls() => PollsAsync("""
        {|LRO1004:{|LRO1003:while|}|} (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == VideoStatus.Ready) break;
        }
        """);

    [Fact]
    public Task Hosted_service_with_a_flag() => FileAsync("""
        class Worker(IVideoApi api) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                var ready = false;
                {|LRO1003:while|} (!ready && !stoppingToken.IsCancellationRequested)
                {
                    var t = await api.GetTaskAsync("1", stoppingToken);
                    ready = t.Status == VideoStatus.Ready;
                    if (!ready) await Task.Delay(1000, stoppingToken);
                }
            }
        }
        """);

    [Fact]
    public Task First_turn_without_delay_bool() => PollsAsync("""
        var first = true;
        {|LRO1008:while|} (true)
        {
            if (!first) await Task.Delay(2000, stop);
            first = false;
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") return;
        }
        """);
}
