namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class BlockedThreadTests : PollingTests
{
    protected override string Id => "LRO1006";

    protected override string Mistake => """
        for (var i = 0; i < 50; i++)
        {
            if ((await api.GetTaskAsync(text, stop)).Status == "ready") break;
            Thread.[|Sleep|](2000);
        }
        """;

    [Fact]
    public Task Sleep_in_an_async_method() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            Thread.[|Sleep|](2000);
        }
        """);

    [Fact]
    public Task Blocking_Wait_in_async() => PollsAsync("""
        VideoTask t;
        do { Task.Delay(2000).[|Wait|](); t = await api.GetTaskAsync(id, stop); } while (t.Status == "queued" || t.Status == "indexing");
        """);

    [Fact]
    public Task Blocking_Result_in_async_loop() => PollsAsync("""
        {|LRO1003:while|} (true)
        {
            var t = api.GetTaskAsync(id, stop).[|Result|];
            if (t.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Blocking_GetResult_in_async_loop() => PollsAsync("""
        for (int i = 0; i < 50; i++)
        {
            var t = api.GetTaskAsync(id).GetAwaiter().[|GetResult|]();
            if (t.Status == "ready") break;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Sleep_and_result_in_one_loop() => PollsAsync("""
        for (int i = 0; i < 50; i++)
        {
            if (api.GetTaskAsync(id, stop).[|Result|].Status == "ready") return;
            Thread.[|Sleep|](TimeSpan.FromSeconds(5));
        }
        """);

    [Fact]
    public Task Wait_in_enum_loop() => PollsAsync("""
        RenderState s;
        do
        {
            await Task.Delay(5000, stop);
            var get = renders.GetRenderAsync(id, stop);
            get.[|Wait|](stop);
            s = (await get).State;
        }
        while (s is RenderState.Pending or RenderState.InProgress);
        """);

    [Fact]
    public Task Blocked_wait() => PollsAsync("""
        api.ResumeIndexing(id).WaitForCompletionAsync().GetAwaiter().[|GetResult|]();
        """);

    [Fact]
    public Task Blocking_wait_on_handle_Result() => PollsAsync("""
        var done = (await api.StartUploadAsync(request, stop)).WaitForCompletionAsync(cancellationToken: stop).[|Result|];
        Console.WriteLine(done.VideoId);
        """);

    [Fact]
    public Task Blocking_wait_AndWait() => PollsAsync("""
        var done = api.UploadAndWaitAsync(request).[|Result|];
        Console.WriteLine(done.VideoId);
        """);

    [Fact]
    public Task Blocking_outcome_Wait() => PollsAsync("""
        var w = api.ResumeIndexing(id).WaitForOutcomeAsync();
        w.[|Wait|]();
        Console.WriteLine((await w).IsSuccess);
        """);

    [Fact]
    public Task Wait_all_blocked() => PollsAsync("""
        var waits = ids.Select(i => api.ResumeIndexing(i).WaitForCompletionAsync(cancellationToken: stop)).ToArray();
        Task.WhenAll(waits).[|Wait|](stop);
        """);

    [Fact]
    public Task Configure_await_get_result() => PollsAsync("""
        var done = api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop).ConfigureAwait(false).GetAwaiter().[|GetResult|]();
        Console.WriteLine(done.VideoId);
        """);

    [Fact]
    public Task Async_local_function_blocked() => PollsAsync("""
        await DoAsync();
        async Task DoAsync() { await Task.Yield(); Console.WriteLine(api.UploadAndWaitAsync(request).[|Result|].VideoId); }
        """);

    [Fact]
    public Task Async_lambda_inside_sync_method() => FileAsync("""
        class C { Func<Task> M(IVideoApi api, UploadRequest r) => async () => { await Task.Yield(); api.UploadAndWaitAsync(r).[|Wait|](); }; }
        """);

    [Fact]
    public Task Blocking_loop_in_a_synchronous_method() => FileAsync("""
        class C { void M(IVideoApi api, string id) { {|LRO1005:while|} (true) { var t = api.GetTaskAsync(id).Result; if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") { Console.WriteLine(t.Id); Use(t); break; } Thread.Sleep(2000); } } void Use(VideoTask t) {} }
        """);

    [Fact]
    public Task Helper_sleep_in_type() => FileAsync("""
        class C { void Nap() => Thread.Sleep(3000); void M(IVideoApi api, string id, CancellationToken stop) { {|LRO1003:while|} (true) { var t = api.GetTaskAsync(id, stop).GetAwaiter().GetResult(); if (t.Status == "ready") break; Nap(); } } }
        """);

    [Fact]
    public Task Blocking_sync_method_silent() => FileAsync("""
        class C { void M(IVideoApi api, UploadRequest r) { Console.WriteLine(api.UploadAndWaitAsync(r).GetAwaiter().GetResult().VideoId); } }
        """);

    [Fact]
    public Task Sync_lambda_inside_async() => PollsAsync("""
        var run = () => api.ResumeIndexing(id).WaitForCompletionAsync().GetAwaiter().GetResult();
        await Task.Run(run);
        """);

    [Fact]
    public Task Sync_local_function_in_async() => PollsAsync("""
        VideoTask Get() { {|LRO1008:for|} (var i = 0; i < 9; i++) { var t = api.GetTaskAsync(id, stop).Result; if (t.Status == "ready") return t; Thread.Sleep(5000); } throw new TimeoutException(); }
        var t = await Task.Run(Get, stop);
        await api.SearchAsync(t.Id);
        """);

    [Fact]
    public Task Property_getter_sync() => FileAsync("""
        class C(IVideoApi api, UploadRequest r) { public string? Video => api.UploadAndWaitAsync(r).Result.VideoId; }
        """);

    [Fact]
    public Task Sync_loop_in_sync_method() => FileAsync("""
        class C { VideoTask M(IVideoApi api, string id, CancellationToken stop) { VideoTask t; {|LRO1008:do|} { stop.WaitHandle.WaitOne(2000); t = api.GetTaskAsync(id, stop).GetAwaiter().GetResult(); } while (t.Status == "queued" || t.Status == "indexing"); return t; } }
        """);

    [Fact]
    public Task Result_of_finished_tasks() => PollsAsync("""
        var all = ids.Select(i => api.GetTaskAsync(i, stop)).ToArray();
        await Task.WhenAll(all);
        foreach (var t in all) Console.WriteLine(t.Result.Status);
        """);

    [Fact]
    public Task Result_of_one_call_outside_loops() => PollsAsync("""
        Console.WriteLine(api.GetTaskAsync(id, stop).Result.Status);
        """);

    [Fact]
    public Task Sleep_outside_a_loop() => PollsAsync("""
        Thread.Sleep(1000);
        var done = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(done.VideoId);
        """);

    [Fact]
    public Task Sleep_in_another_loop() => PollsAsync("""
        for (var i = 0; i < 3; i++) { Console.Beep(); Thread.Sleep(100); }
        var done = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """);

    [Fact]
    public Task Result_and_Wait_of_own_types() => FileAsync("""
        class Reply { public string Result => ""; public void Wait() { } }
        class C { async Task M(IVideoApi api, string id, Reply reply, CancellationToken stop) { reply.Wait(); Console.WriteLine(reply.Result); await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop); } }
        """);

    [Fact]
    public Task Nameof_Result() => PollsAsync("""
        Console.WriteLine(nameof(Task<int>.Result));
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """);

    [Fact]
    public Task Client_without_tasks() => FileAsync("""
        class C { void M(IExportApi exports) { {|LRO1003:while|} (exports.GetExport(3).Job.State != "completed") Thread.Sleep(3000); } }
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
    public Task Ctor_static_local() => FileAsync("""
        class C { C(IVideoApi api) { Wait(api).Wait(); static async Task Wait(IVideoApi api) { {|LRO1003:while|} ((await api.GetTaskAsync("a")).Status != "ready") await Task.Delay(1000); } } }
        """);
}
