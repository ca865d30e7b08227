namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class LoopWithoutPauseTests : PollingTests
{
    protected override string Id => "LRO1004";

    protected override string Mistake => """
        [|for|] (var i = 0; i < 50; i++)
        {
            if ((await api.GetTaskAsync(text, stop)).Status == "ready") break;
        }
        """;

    [Fact]
    public Task Message() => SaysAsync(
        Mistake,
        "This loop asks again without a pause, as fast as the server answers, and uses up the rate limit. Pause for at least 1 s before each further call, as the API asks, or call WaitForCompletionAsync.");

    [Fact]
    public Task The_guides_loop_without_a_pause() => FileAsync("""
        class C { static async Task<string?> WaitForTaskAsync(IVideoApi api, string taskId) { [|{|LRO1003:while|}|] (true) { var t = await api.GetTaskAsync(taskId); Console.WriteLine(t.Status); if (t.Status == "ready") return t.VideoId; } } }
        """);

    [Fact]
    public Task Nothing_between_the_calls() => PollsAsync("""
        [|{|LRO1003:while|}|] (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == VideoStatus.Ready) break;
        }
        """);

    [Fact]
    public Task Empty_body_on_a_client_without_tasks() => FileAsync("""
        class C { void M(IExportApi exports) { [|{|LRO1003:while|}|] (exports.GetExport(3).Job.State != "completed") { } } }
        """);

    [Fact]
    public Task Continue_before_delay() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            if (t.Status == "queued") continue;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Continue_before_delay_in_switch() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            switch (t.Status.Value)
            {
                case "ready": return;
                case "failed": case "canceled": throw new Exception();
                case "queued": continue;
            }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Delay_only_when_queued() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") return;
            if (t.Status == "queued") await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Handle_update_no_pause() => PollsAsync("""
        var op = api.ResumeIndexing(id);
        [|while|] (!op.HasCompleted) await op.UpdateStatusAsync(stop);
        """);

    [Fact]
    public Task Task_yield_only() => PollsAsync("""
        [|{|LRO1003:while|}|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            await Task.Yield();
        }
        """);

    [Fact]
    public Task Delay_not_awaited() => PollsAsync("""
        [|{|LRO1003:while|}|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            _ = Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Delay_not_awaited_expression() => PollsAsync("""
        [|{|LRO1003:while|}|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Pause_of_one_second() => PollsAsync("""
        {|LRO1003:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == VideoStatus.Ready) break;
            await Task.Delay(1000, stop);
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

    [Fact]
    public Task Bool_local_chain() => PollsAsync("""
        bool ready = false, broken = false;
        {|LRO1008:while|} (!ready && !broken)
        {
            var t = await api.GetTaskAsync(id, stop);
            ready = t.Status == VideoStatus.Ready;
            broken = t.Status == VideoStatus.Failed || t.Status == VideoStatus.Canceled;
            if (!ready && !broken) await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Switch_expression_throw() => PollsAsync("""
        bool done;
        {|LRO1008:do|}
        {
            var t = await api.GetTaskAsync(id, stop);
            done = t.Status.Value switch
            {
                "ready" => true,
                "failed" or "canceled" => throw new InvalidOperationException(t.Reason),
                _ => false,
            };
            if (!done) await Task.Delay(2000, stop);
        }
        while (!done);
        """);

    [Fact]
    public Task State_machine_enum_local() => PollsAsync("""
        var state = 0;
        {|LRO1008:while|} (state == 0)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") state = 1;
            else if (t.Status == "failed") state = 2;
            else if (t.Status == "canceled") state = 3;
            else await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Guard_clause_continue() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            await Task.Delay(2000, stop);
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "queued") continue;
            if (t.Status == "indexing") continue;
            break;
        }
        """);

    [Fact]
    public Task Null_or_not_ready() => PollsAsync("""
        VideoTask? t = null;
        {|LRO1003:while|} (t is null || t.Status != VideoStatus.Ready) { if (t is not null) await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        """);

    [Fact]
    public Task Ternary_delay() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") return;
            await Task.Delay(t.Status == "queued" ? 10_000 : 2_000, stop);
        }
        """);

    [Fact]
    public Task Try_finally_catch_good() => PollsAsync("""
        VideoTask? t = null;
        {|LRO1008:while|} (true)
        {
            try
            {
                t = await api.GetTaskAsync(id, stop);
                if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            }
            catch (HttpRequestException e) { logger.LogWarning(e, "status"); }
            finally { await Task.Delay(2000, stop); }
        }
        """);

    [Fact]
    public Task Swallow_then_no_pause_in_catch() => PollsAsync("""
        {|LRO1005:while|} (true)
        {
            try
            {
                var t = await api.GetTaskAsync(id);
                if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") return;
                await Task.Delay(2000);
            }
            catch (Exception) { }
        }
        """);

    [Fact]
    public Task Helper_delay_in_type() => FileAsync("""
        class C { Task PauseAsync() => Task.Delay(3000); async Task M(IVideoApi api, string id, CancellationToken stop) { {|LRO1003:while|} (true) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") break; await PauseAsync(); } } }
        """);

    [Fact]
    public Task Helper_sleep_in_type() => FileAsync("""
        class C { void Nap() => Thread.Sleep(3000); void M(IVideoApi api, string id, CancellationToken stop) { {|LRO1003:while|} (true) { var t = api.GetTaskAsync(id, stop).GetAwaiter().GetResult(); if (t.Status == "ready") break; Nap(); } } }
        """);

    [Fact]
    public Task Periodic_timer() => PollsAsync("""
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        {|LRO1003:while|} (await timer.WaitForNextTickAsync(stop))
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
        }
        """);

    [Fact]
    public Task Endless_source_of_ticks() => FileAsync("""
        class C
        {
            async IAsyncEnumerable<int> Ticks([EnumeratorCancellation] CancellationToken ct = default) { int i = 0; while (true) { await Task.Delay(1000, ct); yield return i++; } }
            async Task M(IVideoApi api, string id, CancellationToken stop) { await {|LRO1003:foreach|} (var _ in Ticks(stop)) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") break; } }
        }
        """);

    [Fact]
    public Task Source_of_ticks_that_may_end() => FileAsync("""
        class C
        {
            async Task M(IVideoApi api, string id, IAsyncEnumerable<int> ticks, CancellationToken stop) { await {|LRO1008:foreach|} (var _ in ticks.WithCancellation(stop)) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") break; } }
        }
        """);

    [Fact]
    public Task Loop_head_that_asks_and_pauses() => PollsAsync("""
        {|LRO1005:for|} (VideoTask t; (t = await api.GetTaskAsync(id)).Status.Value is "queued" or "indexing"; await Task.Delay(2000)) Console.Write('.');
        """);

    [Fact]
    public Task Semaphore_throttled() => PollsAsync("""
        var gate = new SemaphoreSlim(4);
        while (true)
        {
            await gate.WaitAsync(stop);
            VideoTask t;
            try { t = await api.GetTaskAsync(id, stop); } finally { gate.Release(); }
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(2000, stop);
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
    public Task Task_completion_source_signalled() => PollsAsync("""
        var done = new TaskCompletionSource();
        while (!done.Task.IsCompleted)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") done.SetResult();
            else await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Own_source_cancelled_on_every_end() => PollsAsync("""
        using var cts = new CancellationTokenSource();
        while (!cts.IsCancellationRequested)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") cts.Cancel();
            else await Task.Delay(2000, stop);
        }
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
    public Task Menu_loop() => PollsAsync("""
        while (true)
        {
            Console.Write("> ");
            var line = Console.ReadLine();
            if (line is null or "quit") break;
            if (line == "status") { var t = await api.GetTaskAsync(id); Console.WriteLine(t.Status); }
        }
        """);

    [Fact]
    public Task Menu_loop_reads_id() => PollsAsync("""
        string? line;
        while ((line = Console.ReadLine()) is { Length: > 0 })
        {
            var t = await api.GetTaskAsync(line);
            Console.WriteLine($"{t.Id}: {t.Status} {t.VideoId}");
        }
        """);

    [Fact]
    public Task Other_work_per_status() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await api.SearchAsync(t.Status.Value);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Foreach_many() => PollsAsync("""
        foreach (var one in ids) { var t = await api.GetTaskAsync(one, stop); Console.WriteLine(t.Status); }
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
    public Task Sync_loop_in_sync_method() => FileAsync("""
        class C { VideoTask M(IVideoApi api, string id, CancellationToken stop) { VideoTask t; {|LRO1008:do|} { stop.WaitHandle.WaitOne(2000); t = api.GetTaskAsync(id, stop).GetAwaiter().GetResult(); } while (t.Status == "queued" || t.Status == "indexing"); return t; } }
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
}
