namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Several jobs in one loop.</content>
public sealed partial class FailureNotSeenTests
{
    [Fact]
    public Task List_call() => PollsAsync("""
        [|while|] (true)
        {
            var page = await api.ListTasksAsync(50, stop);
            if (page.Data.All(t => t.Status == "ready")) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task List_call_first() => PollsAsync("""
        [|while|] (true)
        {
            var page = await api.ListTasksAsync(50, stop);
            var mine = page.Data.First(t => t.Id == id);
            if (mine.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task List_call_mine_pattern() => PollsAsync("""
        [|while|] (true)
        {
            var mine = (await api.ListTasksAsync(cancellationToken: stop)).Data.FirstOrDefault(t => t.Id == id);
            if (mine is { Status.Value: "ready" }) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task List_call_single_status() => PollsAsync("""
        string? s = null;
        [|while|] (s != "ready")
        {
            s = (await api.ListTasksAsync(10, stop)).Data.Where(t => t.Id == id).Select(t => t.Status.Value).FirstOrDefault();
            await Task.Delay(3000, stop);
        }
        """);

    [Fact]
    public Task When_all() => PollsAsync("""
        VideoTask[] tasks;
        [|do|]
        {
            await Task.Delay(5000, stop);
            tasks = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop)));
        }
        while (!tasks.All(t => t.Status == "ready"));
        """);

    [Fact]
    public Task When_all_any() => PollsAsync("""
        [|while|] (true)
        {
            var tasks = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop)));
            if (tasks.Any(t => t.Status != "ready")) { await Task.Delay(5000, stop); continue; }
            break;
        }
        """);

    [Fact]
    public Task Two_jobs_one_condition() => PollsAsync("""
        VideoTask a, b;
        [|do|]
        {
            await Task.Delay(5000, stop);
            a = await api.GetTaskAsync(ids[0], stop);
            b = await api.GetTaskAsync(ids[1], stop);
        }
        while (a.Status != "ready" || b.Status != "ready");
        """);

    [Fact]
    public Task Shrinking_list() => PollsAsync("""
        var pending = new List<string>(ids);
        [|while|] (pending.Count > 0)
        {
            foreach (var one in pending.ToList())
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status == "ready") pending.Remove(one);
            }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task RemoveAll_list() => PollsAsync("""
        var open = ids.ToList();
        [|while|] (open.Any())
        {
            var states = await Task.WhenAll(open.Select(i => api.GetTaskAsync(i, stop)));
            open.RemoveAll(i => states.First(s => s.Id == i).Status == "ready");
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task All_ready_flag() => PollsAsync("""
        bool all;
        [|do|]
        {
            all = true;
            foreach (var one in ids)
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status != "ready") all = false;
            }
            if (!all) await Task.Delay(5000, stop);
        }
        while (!all);
        """);

    [Fact]
    public Task Remaining_counter() => PollsAsync("""
        int remaining = ids.Count;
        [|while|] (remaining > 0)
        {
            remaining = 0;
            foreach (var one in ids)
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status != "ready") remaining++;
            }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Count_of_ready() => PollsAsync("""
        int done;
        [|do|]
        {
            var all = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop)));
            done = all.Count(t => t.Status == "ready");
            Console.WriteLine($"{done}/{all.Length}");
            await Task.Delay(5000, stop);
        }
        while (done < ids.Count);
        """);

    [Fact]
    public Task Shrinking_list_ok() => PollsAsync("""
        var pending = new List<string>(ids);
        {|LRO1008:while|} (pending.Count > 0)
        {
            foreach (var one in pending.ToList())
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") pending.Remove(one);
            }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Linq_remaining() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var all = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop)));
            var open = all.Where(t => t.Status == "queued" || t.Status == "indexing").ToList();
            if (open.Count == 0) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task List_pattern_any_failed() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var page = await api.ListTasksAsync(50, stop);
            if (page.Data.Any(t => t.Status == "failed" || t.Status == "canceled")) throw new Exception();
            if (page.Data.All(t => t.Status == "ready")) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Statuses_counted_by_grouping() => PollsAsync("""
        while (true)
        {
            var all = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop)));
            var counts = all.GroupBy(t => t.Status.Value).ToDictionary(g => g.Key, g => g.Count());
            if (counts.GetValueOrDefault("queued") == 0 && counts.GetValueOrDefault("indexing") == 0) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Foreach_many() => PollsAsync("""
        foreach (var one in ids) { var t = await api.GetTaskAsync(one, stop); Console.WriteLine(t.Status); }
        """);

    [Fact]
    public Task Foreach_once_each() => PollsAsync("""
        var results = new List<VideoTask>();
        foreach (var one in ids)
        {
            var t = await api.GetTaskAsync(one, stop);
            if (t.Status == "ready") results.Add(t);
        }
        """);

    [Fact]
    public Task Index_loop_that_asks_once_for_each() => PollsAsync("""
        for (int i = 0; i < ids.Count; i++)
        {
            var t = await api.GetTaskAsync(ids[i], stop);
            if (t.Status == "failed") { Console.WriteLine(t.Reason); break; }
        }
        """);

    [Fact]
    public Task First_ready_stops_search() => PollsAsync("""
        foreach (var one in ids)
        {
            var t = await api.GetTaskAsync(one, stop);
            if (t.Status == "ready") { Console.WriteLine(t.VideoId); break; }
        }
        """);

    [Fact]
    public Task Parallel_foreach() => PollsAsync("""
        await Parallel.ForEachAsync(ids, stop, async (one, token) =>
        {
            var t = await api.GetTaskAsync(one, token);
            Console.WriteLine($"{one}: {t.Status}");
        });
        """);

    [Fact]
    public Task Queue_drained_once_each() => PollsAsync("""
        var queue = new Queue<string>(ids);
        while (queue.TryDequeue(out var next))
        {
            var t = await api.GetTaskAsync(next, stop);
            Console.WriteLine(t.Status);
        }
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
    public Task Channel_reader_worker() => FileAsync("""
        class Worker(IVideoApi api, System.Threading.Channels.ChannelReader<string> jobs) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                await foreach (var job in jobs.ReadAllAsync(stoppingToken))
                {
                    var t = await api.GetTaskAsync(job, stoppingToken);
                    Console.WriteLine(t.Status);
                }
            }
        }
        """);

    [Fact]
    public Task Channel_requeue_worker() => FileAsync("""
        class Worker(IVideoApi api, System.Threading.Channels.Channel<string> jobs) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                await foreach (var job in jobs.Reader.ReadAllAsync(stoppingToken))
                {
                    var t = await api.GetTaskAsync(job, stoppingToken);
                    if (t.Status == "queued" || t.Status == "indexing") { await Task.Delay(1000, stoppingToken); await jobs.Writer.WriteAsync(job, stoppingToken); }
                }
            }
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
    public Task Paging() => PollsAsync("""
        int page = 1; TaskPage p;
        do { p = await api.ListTasksAsync(page++, stop); foreach (var t in p.Data) Console.WriteLine(t.Status); } while (p.Data.Count > 0);
        """);

    [Fact]
    public Task Paging_until_short_page() => PollsAsync("""
        int read; int n = 1;
        do { var page = await api.ListTasksAsync(n++, stop); read = page.Data.Count; foreach (var t in page.Data.Where(t => t.Status == "ready")) Console.WriteLine(t.VideoId); } while (read == 50);
        """);

    [Fact]
    public Task Task_local_await_in_order() => PollsAsync("""
        var all = ids.Select(i => api.GetTaskAsync(i, stop)).ToList();
        while (all.Count > 0)
        {
            var done = await Task.WhenAny(all);
            all.Remove(done);
            Console.WriteLine((await done).Status);
        }
        """);

    [Fact]
    public Task Dictionary_of_handles() => PollsAsync("""
        var ops = ids.Select(i => api.ResumeIndexing(i)).ToList();
        while (ops.Any(o => !o.HasCompleted))
        {
            foreach (var o in ops.Where(o => !o.HasCompleted)) await o.UpdateStatusAsync(stop);
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
}
