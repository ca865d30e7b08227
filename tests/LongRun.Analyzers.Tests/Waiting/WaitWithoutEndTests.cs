namespace LongRun.Analyzers.Tests.Waiting;

public sealed class WaitWithoutEndTests : PollingTests
{
    protected override string Id => "LRO1005";

    protected override string Mistake => """
        VideoTask task;
        [|do|]
        {
            await Task.Delay(2000);
            task = await api.GetTaskAsync(text);
        }
        while (task.Status.Value is not ("ready" or "failed" or "canceled"));
        """;

    [Fact]
    public Task Message_of_a_loop() => SaysAsync(
        Mistake,
        "This loop has no bound and no token: with a job that hangs it never ends, and nobody can end it. Pass a CancellationToken, or call WaitForCompletionAsync, which is bounded.");

    [Fact]
    public Task Message_of_a_wait() => SaysAsync(
        "await api.ResumeIndexing(text).WaitForCompletionAsync(new WaitOptions { MaxWaitTime = [|Timeout.InfiniteTimeSpan|] });",
        "This wait has no limit and no token: with a job that hangs it never ends, and nobody can end it. Pass a CancellationToken, or give MaxWaitTime a limit.");

    [Fact]
    public Task All_failures_leave_and_there_is_no_token() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") break;
            if (t.Status == "failed" || t.Status == "canceled") throw new InvalidOperationException(t.Reason);
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Handle_loop_no_token() => PollsAsync("""
        var op = api.ResumeIndexing(id);
        [|while|] (!op.HasCompleted)
        {
            await Task.Delay(2000);
            await op.UpdateStatusAsync();
        }
        """);

    [Fact]
    public Task List_loop_no_token() => PollsAsync("""
        [|while|] ((await api.ListTasksAsync()).Data.Any(t => t.Status == "queued" || t.Status == "indexing")) await Task.Delay(5000);
        """);

    [Fact]
    public Task Watcher_no_token() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id);
            Console.WriteLine(t.Status);
            await Task.Delay(5000);
        }
        """);

    [Fact]
    public Task Enum_no_token_goto() => PollsAsync("""
        again:
        var r = await renders.GetRenderAsync(id);
        if (r.State == RenderState.Pending || r.State == RenderState.InProgress)
        {
            await Task.Delay(10_000);
            [|goto again;|]
        }
        Console.WriteLine(r.Output);
        """);

    [Fact]
    public Task Loop_head_that_asks_and_pauses() => PollsAsync("""
        [|for|] (VideoTask t; (t = await api.GetTaskAsync(id)).Status.Value is "queued" or "indexing"; await Task.Delay(2000)) Console.Write('.');
        """);

    [Fact]
    public Task Token_none() => PollsAsync("""
        VideoTask t;
        [|do|] { await Task.Delay(2000, CancellationToken.None); t = await api.GetTaskAsync(id, default); } while (t.Status == "queued" || t.Status == "indexing");
        """);

    [Fact]
    public Task Blocking_loop_in_a_synchronous_method() => FileAsync("""
        class C { void M(IVideoApi api, string id) { [|while|] (true) { var t = api.GetTaskAsync(id).Result; if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") { Console.WriteLine(t.Id); Use(t); break; } Thread.Sleep(2000); } } void Use(VideoTask t) {} }
        """);

    [Fact]
    public Task Sync_Result_in_sync_method_no_token() => FileAsync("""
        class C { VideoTask M(IVideoApi api, string id) { VideoTask t; [|do|] { Thread.Sleep(2000); t = api.GetTaskAsync(id).Result; } while (t.Status == "queued" || t.Status == "indexing"); Use(t); return t; } void Use(VideoTask t) {} }
        """);

    [Fact]
    public Task Client_without_tasks_asked_twice_a_second() => FileAsync("""
        class C { void M(IExportApi exports) { string s; [|do|] { Thread.Sleep({|LRO1007:500|}); s = exports.GetExport(3).Job.State; } while (s != "completed" && s != "failed" && s != "expired"); } }
        """);

    [Fact]
    public Task Swallow_then_no_pause_in_catch() => PollsAsync("""
        [|while|] (true)
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
    public Task Infinite_wait() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { MaxWaitTime = [|Timeout.InfiniteTimeSpan|] });
        """);

    [Fact]
    public Task Infinite_outcome_in_local_options() => PollsAsync("""
        var options = new WaitOptions { MaxWaitTime = [|Timeout.InfiniteTimeSpan|] };
        var outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(options);
        Console.WriteLine(outcome.IsSuccess);
        """);

    [Fact]
    public Task Infinite_start_and_wait() => PollsAsync("""
        var done = await api.UploadAndWaitAsync(request, new() { MaxWaitTime = [|TimeSpan.FromMilliseconds(-1)|] });
        Console.WriteLine(done.VideoId);
        """);

    [Fact]
    public Task Infinite_with_none() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { MaxWaitTime = [|Timeout.InfiniteTimeSpan|] }, CancellationToken.None);
        """);

    [Fact]
    public Task All_failures_leave_token() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            if (t.Status == "failed" || t.Status == "canceled") throw new InvalidOperationException(t.Reason);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Token_only_to_delay() => PollsAsync("""
        VideoTask t;
        {|LRO1008:do|} { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id); } while (t.Status == "queued" || t.Status == "indexing");
        """);

    [Fact]
    public Task Token_of_a_field() => FileAsync("""
        class C(CancellationToken shutdown)
        {
            private readonly CancellationToken _shutdown = shutdown;
            async Task M(IVideoApi api, string id) { {|LRO1008:while|} (!_shutdown.IsCancellationRequested && (await api.GetTaskAsync(id)).Status.Value is "queued" or "indexing") await Task.Delay(2000); }
        }
        """);

    [Fact]
    public Task Throw_if_cancelled() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            stop.ThrowIfCancellationRequested();
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
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
    public Task Timed_token_that_is_tested() => PollsAsync("""
        using var cts = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var token = cts.Token;
        {|LRO1008:while|} (true)
        {
            token.ThrowIfCancellationRequested();
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") return;
            await Task.Delay(2000);
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
    public Task Infinite_wait_token() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, stop);
        """);

    [Fact]
    public Task Limited_wait_no_token() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { MaxWaitTime = TimeSpan.FromHours(8) });
        """);

    [Fact]
    public Task Default_wait_no_token() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync();
        """);

    [Fact]
    public Task Limit_from_parameter() => PollsAsync("""
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { MaxWaitTime = TimeSpan.FromMinutes(number) });
        """);

    [Fact]
    public Task Do_while_value() => PollsAsync("""
        VideoTask task;
        {|LRO1003:do|}
        {
            await Task.Delay(5000);
            task = await api.GetTaskAsync(id);
        }
        while (task.Status.Value != "ready");
        """);

    [Fact]
    public Task Retry_while_null_result() => PollsAsync("""
        VideoTask? t = null;
        while (t is null)
        {
            try { t = await api.GetTaskAsync(id, stop); }
            catch (Exception e) { logger.LogWarning(e, "again"); await Task.Delay(1000, stop); }
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
    public Task Foreach_many() => PollsAsync("""
        foreach (var one in ids) { var t = await api.GetTaskAsync(one, stop); Console.WriteLine(t.Status); }
        """);
}
