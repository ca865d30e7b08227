namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Jobs that are counted, or crossed off a list.</content>
public sealed partial class FailureNotSeenTests
{
    [Fact]
    public Task Local_function_predicate_group() => PollsAsync("""
        bool NotReady(VideoTask t) => t.Status != "ready";
        VideoTask[] all;
        [|do|] { await Task.Delay(3000, stop); all = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop))); } while (all.Any(NotReady));
        """);

    [Fact]
    public Task Exists_on_list() => PollsAsync("""
        List<VideoTask> all;
        [|do|] { await Task.Delay(3000, stop); all = (await api.ListTasksAsync(50, stop)).Data.ToList(); } while (all.Exists(t => t.Status != "ready"));
        """);

    [Fact]
    public Task Pending_reassigned_linq() => PollsAsync("""
        var pending = ids.ToList();
        [|while|] (pending.Count > 0)
        {
            var all = await Task.WhenAll(pending.Select(i => api.GetTaskAsync(i, stop)));
            pending = all.Where(t => t.Status != "ready").Select(t => t.Id).ToList();
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Backwards_for_remove() => PollsAsync("""
        var open = new List<string>(ids);
        [|while|] (open.Count != 0)
        {
            for (int i = open.Count - 1; i >= 0; i--)
            {
                if ((await api.GetTaskAsync(open[i], stop)).Status == "ready") open.RemoveAt(i);
            }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task List_add_then_count_bad() => PollsAsync("""
        var finished = new List<VideoTask>();
        [|while|] (finished.Count < ids.Count)
        {
            foreach (var one in ids)
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status == "ready") finished.Add(t);
            }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Generated_list_loop() => PollsAsync("""
        [|while|] (true)
        {
            var page = await client.ListTasksAsync(1, 50, cancellationToken: stop);
            if (page.Data!.All(t => t.Status == "ready")) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Counts_of_both_endings() => PollsAsync("""
        while (true)
        {
            var all = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop)));
            int ok = all.Count(t => t.Status == "ready"), bad = all.Count(t => t.Status == "failed" || t.Status == "canceled");
            if (ok + bad == ids.Count) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Counters_of_both_endings() => PollsAsync("""
        int ok, bad;
        do
        {
            ok = bad = 0;
            foreach (var one in ids)
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status == "ready") ok++;
                else if (t.Status == "failed" || t.Status == "canceled") bad++;
            }
            await Task.Delay(5000, stop);
        }
        while (ok + bad < ids.Count);
        """);

    [Fact]
    public Task Counter_good_single() => PollsAsync("""
        int open;
        {|LRO1008:do|}
        {
            open = 0;
            foreach (var one in ids)
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status == "queued" || t.Status == "indexing") open++;
            }
            if (open > 0) await Task.Delay(5000, stop);
        }
        while (open > 0);
        """);

    [Fact]
    public Task All_done_flag_good() => PollsAsync("""
        bool all = false;
        {|LRO1008:while|} (!all)
        {
            all = true;
            foreach (var one in ids)
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status != "ready" && t.Status != "failed" && t.Status != "canceled") { all = false; break; }
            }
            if (!all) await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Errors_list_decides() => PollsAsync("""
        var errors = new List<string>();
        while (errors.Count == 0)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            if (t.Reason != null) errors.Add(t.Reason);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Errors_local_each_turn() => PollsAsync("""
        while (true)
        {
            var errors = new List<string>();
            bool ready = true;
            foreach (var one in ids)
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status != "ready") ready = false;
                if (t.Status == "failed" || t.Status == "canceled") errors.Add(one);
            }
            if (ready) break;
            foreach (var e in errors) throw new Exception(e);
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task List_add_then_count() => PollsAsync("""
        var finished = new List<VideoTask>();
        while (finished.Count < ids.Count)
        {
            foreach (var one in ids.Where(i => finished.All(f => f.Id != i)).ToList())
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") finished.Add(t);
            }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Concurrent_dictionary() => PollsAsync("""
        var left = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>(ids.Select(i => new KeyValuePair<string, bool>(i, true)));
        while (!left.IsEmpty)
        {
            foreach (var (one, _) in left) { if ((await api.GetTaskAsync(one, stop)).Status == "ready") left.TryRemove(one, out _); }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task List_changed_by_other_method() => FileAsync("""
        class C
        {
            readonly List<string> _open = new();
            public void Cancel(string id) => _open.Remove(id);
            public async Task Run(IVideoApi api, CancellationToken stop)
            {
                while (_open.Count > 0)
                {
                    foreach (var one in _open.ToList()) { if ((await api.GetTaskAsync(one, stop)).Status == "ready") _open.Remove(one); }
                    await Task.Delay(5000, stop);
                }
            }
        }
        """);

    [Fact]
    public Task Parameter_list_changed_by_caller() => FileAsync("""
        class C
        {
            public async Task Run(IVideoApi api, List<string> open, Action<string> onReady, CancellationToken stop)
            {
                while (open.Count > 0)
                {
                    foreach (var one in open.ToList()) { var t = await api.GetTaskAsync(one, stop); if (t.Status == "ready") { open.Remove(one); } else { Check(open, t); } }
                    await Task.Delay(5000, stop);
                }
            }
            void Check(List<string> open, VideoTask t) { if (t.Status == "failed") open.Remove(t.Id); }
        }
        """);

    [Fact]
    public Task Method_group_predicate() => FileAsync("""
        class C
        {
            static bool Open(VideoTask t) => t.Status == "queued" || t.Status == "indexing";
            async Task M(IVideoApi api, IReadOnlyList<string> ids, CancellationToken stop)
            {
                VideoTask[] all;
                do { await Task.Delay(3000, stop); all = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop))); } while (all.Any(Open));
                await api.SearchAsync(all[0].Id);
            }
        }
        """);

    [Fact]
    public Task Dictionary_of_tasks() => PollsAsync("""
        var states = ids.ToDictionary(i => i, i => "");
        while (states.Values.Any(s => s is not ("ready" or "failed" or "canceled")))
        {
            foreach (var one in ids) states[one] = (await api.GetTaskAsync(one, stop)).Status.Value;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Failed_collected_and_removed() => PollsAsync("""
        var open = new List<string>(ids); var bad = new List<string>();
        while (open.Any())
        {
            foreach (var one in open.ToList())
            {
                var t = await api.GetTaskAsync(one, stop);
                if (t.Status == "ready") open.Remove(one);
                else if (t.Status == "failed" || t.Status == "canceled") { bad.Add(one); open.Remove(one); }
            }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Flag_done_per_job_array() => PollsAsync("""
        var done = new bool[ids.Count];
        while (done.Any(d => !d))
        {
            for (int i = 0; i < ids.Count; i++)
            {
                if (done[i]) continue;
                var t = await api.GetTaskAsync(ids[i], stop);
                if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") done[i] = true;
            }
            await Task.Delay(5000, stop);
        }
        """);
}
