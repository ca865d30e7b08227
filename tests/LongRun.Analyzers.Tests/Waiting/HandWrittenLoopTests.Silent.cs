namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Loops that do more than wait, or that another rule reports.</content>
public sealed partial class HandWrittenLoopTests
{
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
    public Task Collects_history() => PollsAsync("""
        var history = new List<VideoTask>();
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            history.Add(t);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Saves_each_state() => FileAsync("""
        class C(IStore store)
        {
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                while (true)
                {
                    var t = await api.GetTaskAsync(id, stop);
                    await store.SaveAsync(id, t.Status.Value);
                    if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
                    await Task.Delay(2000, stop);
                }
            }
        }
        interface IStore { Task SaveAsync(string id, string status); }
        """);

    [Fact]
    public Task Sets_a_property_each_turn() => FileAsync("""
        class C
        {
            public string Text { get; set; } = "";
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                while (true) { var t = await api.GetTaskAsync(id, stop); Text = t.Status.Value; if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break; await Task.Delay(2000, stop); }
            }
        }
        """);

    [Fact]
    public Task Blazor_UI_poll() => FileAsync("""
        class C { IVideoApi api = null!; VideoTask? current; void StateHasChanged() {} async Task M(string id, CancellationToken stop) { while (true) { current = await api.GetTaskAsync(id, stop); StateHasChanged(); if (current.Status == "ready" || current.Status == "failed" || current.Status == "canceled") break; await Task.Delay(2000, stop); } } }
        """);

    [Fact]
    public Task Event_raising_loop() => FileAsync("""
        class C
        {
            public event Action<VideoTask>? Changed;
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                while (true)
                {
                    var t = await api.GetTaskAsync(id, stop);
                    Changed?.Invoke(t);
                    if (t.Status == "ready") break;
                    await Task.Delay(2000, stop);
                }
            }
        }
        """);

    [Fact]
    public Task Watcher_writes_to_channel() => PollsAsync("""
        var channel = System.Threading.Channels.Channel.CreateUnbounded<VideoTask>();
        while (!stop.IsCancellationRequested)
        {
            var t = await api.GetTaskAsync(id, stop);
            await channel.Writer.WriteAsync(t, stop);
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Watcher_dashboard() => PollsAsync("""
        while (!stop.IsCancellationRequested)
        {
            var page = await api.ListTasksAsync(50, stop);
            Console.Clear();
            foreach (var t in page.Data) Console.WriteLine($"{t.Id} {t.Status}");
            await Task.Delay(TimeSpan.FromSeconds(10), stop);
        }
        """);

    [Fact]
    public Task Watcher_health_loop() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            logger.LogInformation("{S}", t.Status);
            await Task.Delay(60000, stop);
        }
        """);

    [Fact]
    public Task Wait_for_start_then_stop_watching() => PollsAsync("""
        while (!stop.IsCancellationRequested)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status != "queued") break;
            await Task.Delay(2000, stop);
        }
        await api.SearchAsync(id);
        """);

    [Fact]
    public Task Foreach_many() => PollsAsync("""
        foreach (var one in ids) { var t = await api.GetTaskAsync(one, stop); Console.WriteLine(t.Status); }
        """);

    [Fact]
    public Task Paging() => PollsAsync("""
        int page = 1; TaskPage p;
        do { p = await api.ListTasksAsync(page++, stop); foreach (var t in p.Data) Console.WriteLine(t.Status); } while (p.Data.Count > 0);
        """);

    [Fact]
    public Task Paging_until_found() => PollsAsync("""
        for (var limit = 10; limit <= 50; limit += 10)
        {
            var page = await api.ListTasksAsync(limit, stop);
            if (page.Data.Any(t => t.Id == id)) { Console.WriteLine("found"); break; }
        }
        """);

    [Fact]
    public Task Iterator() => FileAsync("""
        class C { async IAsyncEnumerable<VideoStatus> Watch(IVideoApi api, string id, [EnumeratorCancellation] CancellationToken stop = default) { while (true) { var t = await api.GetTaskAsync(id, stop); yield return t.Status; if (t.Status == "ready") yield break; await Task.Delay(2000, stop); } } }
        """);

    [Fact]
    public Task Yield_each() => FileAsync("""
        class C { async IAsyncEnumerable<VideoTask> W(IVideoApi api, string id, [EnumeratorCancellation] CancellationToken stop = default) { VideoTask t; do { t = await api.GetTaskAsync(id, stop); yield return t; await Task.Delay(2000, stop); } while (t.Status != "ready"); } }
        """);

    [Fact]
    public Task Queue_requeue() => PollsAsync("""
        var queue = new Queue<string>(ids);
        while (queue.Count > 0)
        {
            var next = queue.Dequeue();
            var t = await api.GetTaskAsync(next, stop);
            if (t.Status == "queued" || t.Status == "indexing") { queue.Enqueue(next); await Task.Delay(1000, stop); }
        }
        """);

    [Fact]
    public Task Outer_worker_loop() => FileAsync("""
        class Worker(IVideoApi api, ILogger<Worker> logger, IDb db) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                while (!stoppingToken.IsCancellationRequested)
                {
                    foreach (var job in await db.PendingAsync())
                    {
                        var t = await api.GetTaskAsync(job.Id, stoppingToken);
                        if (t.Status == "ready") await db.DoneAsync(job, t.VideoId);
                    }
                    await Task.Delay(TimeSpan.FromSeconds(30), stoppingToken);
                }
            }
        }
        interface IDb { Task<List<Job>> PendingAsync(); Task DoneAsync(Job j, string? v); }
        record Job(string Id);
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
    public Task Cancel_when_requested_by_user() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") break;
            if (flag) { await api.DeleteTaskAsync(id); break; }
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Delete_until_gone() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") { await api.DeleteTaskAsync(id, stop); break; }
            if (t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(2000, stop);
        }
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
    public Task Polling_until_work_changes() => PollsAsync("""
        string? last = null;
        while (!stop.IsCancellationRequested)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status.Value != last) { last = t.Status.Value; await api.SearchAsync(last); }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Background_poll_all_jobs() => FileAsync("""
        class Worker(IVideoApi api, ILogger<Worker> logger, System.Collections.Concurrent.ConcurrentDictionary<string, string> jobs) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15));
                while (await timer.WaitForNextTickAsync(stoppingToken))
                {
                    foreach (var (job, _) in jobs)
                    {
                        try
                        {
                            var t = await api.GetTaskAsync(job, stoppingToken);
                            if (t.Status == VideoStatus.Ready) jobs.TryRemove(job, out _);
                            else if (t.Status == VideoStatus.Failed) logger.LogError("{Job} {Reason}", job, t.Reason);
                        }
                        catch (HttpRequestException e) { logger.LogWarning(e, "later"); }
                    }
                }
            }
        }
        """);

    [Fact]
    public Task Retry_on_http_exception() => PollsAsync("""
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var t = await api.GetTaskAsync(id, stop);
                Console.WriteLine(t.Status);
                break;
            }
            catch (HttpRequestException) when (attempt < 5)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), stop);
            }
        }
        """);

    [Fact]
    public Task Wait_on_handle() => PollsAsync("""
        foreach (var one in ids)
        {
            var done = await api.ResumeIndexing(one).WaitForCompletionAsync(cancellationToken: stop);
            Console.WriteLine(done.VideoId);
        }
        """);

    [Fact]
    public Task Outcome_loop() => PollsAsync("""
        while (true)
        {
            var o = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
            if (o.IsSuccess) break;
            if (!o.TimedOut) throw new Exception();
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
    public Task All_failures_leave_and_there_is_no_token() => PollsAsync("""
        {|LRO1005:while|} (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") break;
            if (t.Status == "failed" || t.Status == "canceled") throw new InvalidOperationException(t.Reason);
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task A_fifth_of_a_second() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay({|LRO1007:200|}, stop);
        }
        """);

    [Fact]
    public Task Sleep_in_an_async_method() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            Thread.{|LRO1006:Sleep|}(2000);
        }
        """);

    [Fact]
    public Task Delegate_predicate() => FileAsync("""
        class C
        {
            async Task<VideoTask> M(IVideoApi api, string id, Func<VideoTask, bool> until, CancellationToken stop)
            {
                while (true) { var t = await api.GetTaskAsync(id, stop); if (until(t)) return t; await Task.Delay(2000, stop); }
            }
        }
        """);
}
