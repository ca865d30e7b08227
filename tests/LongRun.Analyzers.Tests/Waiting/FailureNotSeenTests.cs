namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class FailureNotSeenTests : PollingTests
{
    protected override string Id => "LRO1003";

    protected override string Mistake => """
        [|while|] (true)
        {
            var task = await api.GetTaskAsync(text, stop);
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """;

    [Fact]
    public Task Message() => SaysAsync(
        Mistake,
        "This loop ends only on 'ready'; a job that ends 'failed' or 'canceled' keeps it running for ever. Call WaitForCompletionAsync, or leave the loop on 'failed' and 'canceled'.");

    [Fact]
    public Task Message_of_one_failure_that_is_left_out() => SaysAsync(
        """
        [|while|] (true)
        {
            var task = await api.GetTaskAsync(text, stop);
            if (task.Status == "ready" || task.Status == "failed") break;
            await Task.Delay(2000, stop);
        }
        """,
        "This loop ends only on 'ready'; a job that ends 'canceled' keeps it running for ever. Call WaitForCompletionAsync, or leave the loop on 'canceled'.");

    [Fact]
    public Task While_the_status_is_not_ready() => PollsAsync("""
        var task = await api.GetTaskAsync(id);
        [|while|] (task.Status != "ready")
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            task = await api.GetTaskAsync(id);
        }
        """);

    [Fact]
    public Task The_guides_loop_with_one_second() => FileAsync("""
        class C { static async Task<string> WaitForTaskAsync(IVideoApi api, string taskId) { var t = await api.GetTaskAsync(taskId); [|while|] (t.Status != "ready") { Console.WriteLine($"Status={t.Status}"); await Task.Delay(1000); t = await api.GetTaskAsync(taskId); } return t.VideoId!; } }
        """);

    [Fact]
    public Task The_guides_loop_without_a_pause() => FileAsync("""
        class C { static async Task<string?> WaitForTaskAsync(IVideoApi api, string taskId) { {|LRO1004:[|while|]|} (true) { var t = await api.GetTaskAsync(taskId); Console.WriteLine(t.Status); if (t.Status == "ready") return t.VideoId; } } }
        """);

    [Fact]
    public Task Do_while_value() => PollsAsync("""
        VideoTask task;
        [|do|]
        {
            await Task.Delay(5000);
            task = await api.GetTaskAsync(id);
        }
        while (task.Status.Value != "ready");
        """);

    [Fact]
    public Task String_status_local() => PollsAsync("""
        string status = "";
        [|while|] (status != "ready")
        {
            status = (await api.GetTaskAsync(id)).Status.Value;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task For_no_condition() => PollsAsync("""
        [|for|] (;;)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Goto_backward_plain() => PollsAsync("""
        poll:
        await Task.Delay(3000, stop);
        var t = await api.GetTaskAsync(id, stop);
        if (t.Status == "ready") return;
        [|goto poll;|]
        """);

    [Fact]
    public Task Endless_source_of_ticks() => FileAsync("""
        class C
        {
            async IAsyncEnumerable<int> Ticks([EnumeratorCancellation] CancellationToken ct = default) { int i = 0; while (true) { await Task.Delay(1000, ct); yield return i++; } }
            async Task M(IVideoApi api, string id, CancellationToken stop) { await [|foreach|] (var _ in Ticks(stop)) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") break; } }
        }
        """);

    [Fact]
    public Task Iterator_bad() => FileAsync("""
        class C { async IAsyncEnumerable<int> Watch(IVideoApi api, string id, [EnumeratorCancellation] CancellationToken stop = default) { int n = 0; [|while|] (true) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") yield break; yield return n++; await Task.Delay(2000, stop); } } }
        """);

    [Fact]
    public Task Background_service() => FileAsync("""
        class Worker(IVideoApi api, ILogger<Worker> logger) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                var created = await api.CreateTaskAsync(new() { Name = "x" }, stoppingToken);
                VideoTask t;
                [|do|]
                {
                    await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
                    t = await api.GetTaskAsync(created.Id, stoppingToken);
                    logger.LogInformation("Status {Status}", t.Status);
                }
                while (t.Status != VideoStatus.Ready && !stoppingToken.IsCancellationRequested);
            }
        }
        """);

    [Fact]
    public Task Hosted_service_with_a_flag() => FileAsync("""
        class Worker(IVideoApi api) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                var ready = false;
                [|while|] (!ready && !stoppingToken.IsCancellationRequested)
                {
                    var t = await api.GetTaskAsync("1", stoppingToken);
                    ready = t.Status == VideoStatus.Ready;
                    if (!ready) await Task.Delay(1000, stoppingToken);
                }
            }
        }
        """);

    [Fact]
    public Task Lambda() => PollsAsync("""
        Func<Task> wait = async () => { [|while|] ((await api.GetTaskAsync(id, stop)).Status != "ready") await Task.Delay(5000, stop); };
        await wait();
        """);

    [Fact]
    public Task Task_Run_loop() => PollsAsync("""
        await Task.Run(async () =>
        {
            VideoTask t;
            [|do|] { await Task.Delay(5000, stop); t = await api.GetTaskAsync(id, stop); } while (t.Status != VideoStatus.Ready);
            return t;
        });
        """);

    [Fact]
    public Task Top_level() => ProgramAsync("""
        IVideoApi api = null!;
        var id = args[0];
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") break;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Func_delegate() => PollsAsync("""
        Func<Task<bool>> isReady = async () => (await api.GetTaskAsync(id, stop)).Status == "ready";
        [|while|] (!await isReady()) await Task.Delay(2000, stop);
        """);

    [Fact]
    public Task Foreach_outer_inner_loop() => PollsAsync("""
        foreach (var one in ids)
        {
            [|while|] (true)
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status == "ready") break;
                await Task.Delay(2000, stop);
            }
        }
        """);

    [Fact]
    public Task Periodic_timer() => PollsAsync("""
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        [|while|] (await timer.WaitForNextTickAsync(stop))
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
        }
        """);

    [Fact]
    public Task While_not_cancelled_external() => PollsAsync("""
        [|while|] (!stop.IsCancellationRequested)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Negative_logic_else_continue() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status != "ready")
            {
                Console.WriteLine("not yet");
                await Task.Delay(2000, stop);
                continue;
            }
            Console.WriteLine(t.VideoId);
            return;
        }
        """);

    [Fact]
    public Task Nested_break_flag() => PollsAsync("""
        bool finished = false;
        [|for|] (int i = 0; !finished; i++)
        {
            var t = await api.GetTaskAsync(id, stop);
            finished = t.Status == "ready";
            logger.LogInformation("{I} {S}", i, t.Status);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Spin_wait() => PollsAsync("""
        SpinWait.SpinUntil(() => api.GetTaskAsync(id).Result.Status == "ready");
        [|while|] (true) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") break; await Task.Delay(2000, stop); }
        """);

    [Fact]
    public Task Lambda_async_in_linq() => PollsAsync("""
        var waits = ids.Select(async one => { [|while|] ((await api.GetTaskAsync(one, stop)).Status != "ready") await Task.Delay(2000, stop); });
        await Task.WhenAll(waits);
        """);

    [Fact]
    public Task Ctor_static_local() => FileAsync("""
        class C { C(IVideoApi api) { Wait(api).Wait(); static async Task Wait(IVideoApi api) { [|while|] ((await api.GetTaskAsync("a")).Status != "ready") await Task.Delay(1000); } } }
        """);

    [Fact]
    public Task Goto_loop() => PollsAsync("""
        again:
        var t = await api.GetTaskAsync(id, stop);
        if (t.Status != "ready") { await Task.Delay(2000, stop); [|goto again;|] }
        """);
}
