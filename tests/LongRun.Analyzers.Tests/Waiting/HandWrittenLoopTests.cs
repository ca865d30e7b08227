namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class HandWrittenLoopTests : PollingTests
{
    protected override string Id => "LRO1008";

    protected override string Mistake => """
        [|for|] (var i = 0; i < 50; i++)
        {
            if ((await api.GetTaskAsync(text, stop)).Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """;

    [Fact]
    public Task Message() => SaysAsync(
        Mistake,
        "This loop does nothing but wait. WaitForCompletionAsync does the same with fewer calls: it goes by the time left that the API reports, obeys Retry-After, survives broken connections, and is bounded.");

    [Fact]
    public Task All_failures_leave_token() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            if (t.Status == "failed" || t.Status == "canceled") throw new InvalidOperationException(t.Reason);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Bounded_for() => PollsAsync("""
        [|for|] (var i = 0; i < 60; i++)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") break;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Not_running() => PollsAsync("""
        VideoTask t;
        [|do|] { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); } while (t.Status == "queued" || t.Status == "indexing");
        """);

    [Fact]
    public Task Pattern_not_ready_or_failed_or_canceled() => PollsAsync("""
        var t = await api.GetTaskAsync(id, stop);
        [|while|] (t.Status.Value is not ("ready" or "failed" or "canceled")) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        """);

    [Fact]
    public Task Timed_token() => PollsAsync("""
        using var cts = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, cts.Token);
            if (t.Status == "ready") return;
            await Task.Delay(2000, cts.Token);
        }
        """);

    [Fact]
    public Task Stopwatch() => PollsAsync("""
        var watch = Stopwatch.StartNew();
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") return;
            if (watch.Elapsed > TimeSpan.FromMinutes(10)) throw new TimeoutException();
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Switch_when() => PollsAsync("""
        [|while|] (true)
        {
            switch (await api.GetTaskAsync(id, stop))
            {
                case { Status.Value: "ready" } ok: logger.LogInformation("{V}", ok.VideoId); return;
                case { Status.Value: var s } when s is "failed" or "canceled": throw new InvalidOperationException();
                default: await Task.Delay(2000, stop); break;
            }
        }
        """);

    [Fact]
    public Task Switch_expression_throw() => PollsAsync("""
        bool done;
        [|do|]
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
        [|while|] (state == 0)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") state = 1;
            else if (t.Status == "failed") state = 2;
            else if (t.Status == "canceled") state = 3;
            else await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Bool_local_chain() => PollsAsync("""
        bool ready = false, broken = false;
        [|while|] (!ready && !broken)
        {
            var t = await api.GetTaskAsync(id, stop);
            ready = t.Status == VideoStatus.Ready;
            broken = t.Status == VideoStatus.Failed || t.Status == VideoStatus.Canceled;
            if (!ready && !broken) await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Null_conditional() => PollsAsync("""
        VideoTask? t = null;
        [|while|] (t?.Status.Value is null or "queued" or "indexing")
        {
            if (t != null) await Task.Delay(2000, stop);
            t = await api.GetTaskAsync(id, stop);
        }
        """);

    [Fact]
    public Task Goto_with_failure() => PollsAsync("""
        poll:
        var t = await api.GetTaskAsync(id, stop);
        if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") return;
        await Task.Delay(3000, stop);
        [|goto poll;|]
        """);

    [Fact]
    public Task HasCompleted_of_a_handle() => PollsAsync("""
        var op = api.ResumeIndexing(id);
        [|while|] (!op.HasCompleted) { await op.UpdateStatusAsync(stop); await Task.Delay(2000, stop); }
        """);

    [Fact]
    public Task Shrinking_list_ok() => PollsAsync("""
        var pending = new List<string>(ids);
        [|while|] (pending.Count > 0)
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
        [|while|] (true)
        {
            var all = await Task.WhenAll(ids.Select(i => api.GetTaskAsync(i, stop)));
            var open = all.Where(t => t.Status == "queued" || t.Status == "indexing").ToList();
            if (open.Count == 0) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task List_pattern_any_failed() => PollsAsync("""
        [|while|] (true)
        {
            var page = await api.ListTasksAsync(50, stop);
            if (page.Data.Any(t => t.Status == "failed" || t.Status == "canceled")) throw new Exception();
            if (page.Data.All(t => t.Status == "ready")) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Hashset_of_terminal() => PollsAsync("""
        var terminal = new HashSet<string> { "ready", "failed", "canceled" };
        VideoTask t;
        [|do|] { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); } while (!terminal.Contains(t.Status.Value));
        """);

    [Fact]
    public Task Static_readonly_frozen_set() => FileAsync("""
        class C
        {
            private static readonly HashSet<string> Final = new(new[] { "ready", "failed", "canceled" });
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                [|while|] (!Final.Contains((await api.GetTaskAsync(id, stop)).Status.Value)) await Task.Delay(2000, stop);
            }
        }
        """);

    [Fact]
    public Task Try_finally_catch_good() => PollsAsync("""
        VideoTask? t = null;
        [|while|] (true)
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
    public Task Progress_callback_kept() => PollsAsync("""
        Action<string> onProgress = Console.WriteLine;
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            onProgress(t.Status.Value);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Generated_client_of_the_document() => PollsAsync("""
        [|while|] (true)
        {
            var t = await client.RetrieveTaskAsync(id, stop);
            if (t.Status == TwelveLabs.IndexTaskStatus.Ready || t.Status == TwelveLabs.IndexTaskStatus.Failed) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Generated_client_by_text() => PollsAsync("""
        string status;
        [|do|] { await Task.Delay(5000, stop); status = (await client.RetrieveTaskAsync(id, stop)).Status.ToString()!; } while (status is not ("ready" or "failed"));
        """);

    [Fact]
    public Task Source_of_ticks_that_may_end() => FileAsync("""
        class C
        {
            async Task M(IVideoApi api, string id, IAsyncEnumerable<int> ticks, CancellationToken stop) { await [|foreach|] (var _ in ticks.WithCancellation(stop)) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") break; } }
        }
        """);

    [Fact]
    public Task Nullable_id() => PollsAsync("""
        string? job = flag ? id : null;
        if (job is null) return;
        VideoTask t;
        [|do|] { await Task.Delay(2000, stop); t = await api.GetTaskAsync(job, stop); } while (t.Status == "queued" || t.Status == "indexing");
        """);

    [Fact]
    public Task Throw_if_cancelled() => PollsAsync("""
        [|while|] (true)
        {
            stop.ThrowIfCancellationRequested();
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Outer_loop_starts_new_job_each() => PollsAsync("""
        foreach (var url in ids)
        {
            var t = await api.ImportAsync(url, cancellationToken: stop);
            [|while|] (t.Status == "queued" || t.Status == "indexing")
            {
                await Task.Delay(2000, stop);
                t = await api.GetTaskAsync(t.Id, stop);
            }
            await api.SearchAsync(t.Id);
        }
        """);

    [Fact]
    public Task Per_call_timeout_in_turn() => PollsAsync("""
        [|while|] (true)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(TimeSpan.FromSeconds(30));
            var t = await api.GetTaskAsync(id, limit.Token);
            if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Enumerable_range_attempts() => PollsAsync("""
        [|foreach|] (var attempt in Enumerable.Range(1, 60))
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
            await Task.Delay(attempt * 1000, stop);
        }
        """);

    [Fact]
    public Task Method_may_decide() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            Ensure(t);
            await Task.Delay(2000, stop);
        }
        void Ensure(VideoTask t) { if (t.Status == "failed" || t.Status == "canceled") throw new Exception(); }
        """);
}
