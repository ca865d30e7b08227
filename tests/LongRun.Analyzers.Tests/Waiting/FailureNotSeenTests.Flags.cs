namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What a turn leaves behind for the next: flags, counters, states.</content>
public sealed partial class FailureNotSeenTests
{
    [Fact]
    public Task Property_of_own_flag_with_private_setter() => FileAsync("""
        class C
        {
            public bool IsDone { get; private set; }
            public async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                [|while|] (!IsDone)
                {
                    IsDone = (await api.GetTaskAsync(id, stop)).Status == "ready";
                    await Task.Delay(2000, stop);
                }
            }
        }
        """);

    [Fact]
    public Task Var_status_switch_to_enum_bad() => FileAsync("""
        class C
        {
            enum S { Open, Done }
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                S s;
                [|do|]
                {
                    await Task.Delay(2000, stop);
                    s = (await api.GetTaskAsync(id, stop)).Status.Value switch { "ready" => S.Done, _ => S.Open };
                }
                while (s == S.Open);
            }
        }
        """);

    [Fact]
    public Task Two_bool_results() => PollsAsync("""
        bool ok;
        [|do|]
        {
            var t = await api.GetTaskAsync(id, stop);
            ok = t.Status == "ready" && t.VideoId != null;
            if (!ok) await Task.Delay(2000, stop);
        }
        while (!ok);
        """);

    [Fact]
    public Task Flag_by_or_assignment() => PollsAsync("""
        [|for|] (bool done = false; !done;)
        {
            var t = await api.GetTaskAsync(id, stop);
            done |= t.Status == "ready";
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Negated_pattern_or_combos() => PollsAsync("""
        VideoTask t;
        [|do|] { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); } while (t.Status.Value is not "ready" and not "failed");
        """);

    [Fact]
    public Task Word_that_the_document_does_not_list() => PollsAsync("""
        VideoTask t;
        [|do|] { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); } while (t.Status != "ready" && t.Status != "error");
        """);

    [Fact]
    public Task Ternary_result_loop() => PollsAsync("""
        string? video = null;
        [|while|] (video is null)
        {
            var t = await api.GetTaskAsync(id, stop);
            video = t.Status == "ready" ? t.VideoId : null;
            if (video is null) await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task RequestAborted_token() => FileAsync("""
        class C { async Task M(IVideoApi api, string id, Microsoft.AspNetCore.Http.HttpContext http) { VideoTask t; [|do|] { await Task.Delay(2000, http.RequestAborted); t = await api.GetTaskAsync(id, http.RequestAborted); } while (t.Status != "ready"); } }
        """);

    [Fact]
    public Task Attempts_modulo() => PollsAsync("""
        int n = 0;
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
            if (++n % 10 == 0) Console.WriteLine("still");
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Lambda_captures_and_cancels_source() => PollsAsync("""
        using var cts = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => { e.Cancel = true; cts.Cancel(); };
        [|while|] (!cts.IsCancellationRequested)
        {
            var t = await api.GetTaskAsync(id, cts.Token);
            if (t.Status == "ready") { await api.SearchAsync(t.Id); break; }
            await Task.Delay(2000, cts.Token);
        }
        """);

    [Fact]
    public Task Controller_endpoint_sse_bad() => FileAsync("""
        class C { async Task M(IVideoApi api, string id, Microsoft.AspNetCore.Http.HttpResponse response, CancellationToken stop) { [|while|] (!stop.IsCancellationRequested) { var t = await api.GetTaskAsync(id, stop); await response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes("data: x\n\n"), stop); if (t.Status == "ready") break; await Task.Delay(2000, stop); } } }
        """);

    [Fact]
    public Task Cancel_by_stop_in_delay_catch() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") break;
            try { await Task.Delay(2000, stop); } catch (TaskCanceledException) { break; }
        }
        """);

    [Fact]
    public Task Attempts_equality() => PollsAsync("""
        int n = 0;
        {|LRO1008:while|} (n != 30)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
            n = n + 1;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Attempts_field() => FileAsync("""
        class C { int _left = 10; async Task M(IVideoApi api, string id, CancellationToken stop) { while (_left > 0) { _left--; var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") return; await Task.Delay(2000, stop); } } }
        """);

    [Fact]
    public Task Attempts_field_in_if() => FileAsync("""
        class C { int _n; async Task M(IVideoApi api, string id, CancellationToken stop) { while (true) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") return; if (_n++ > 10) throw new TimeoutException(); await Task.Delay(2000, stop); } } }
        """);

    [Fact]
    public Task Lambda_captures_flag() => PollsAsync("""
        var cancelled = false;
        Console.CancelKeyPress += (_, e) => { e.Cancel = true; cancelled = true; };
        while (!cancelled)
        {
            var t = await api.GetTaskAsync(id);
            if (t.Status == "ready") { await api.SearchAsync(t.Id); break; }
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Counter_of_turns_without_news_by_a_sum() => PollsAsync("""
        string previous = "";
        int same = 0;
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            same = t.Status.Value == previous ? same + 1 : 0;
            if (same > 100) throw new TimeoutException("stuck");
            previous = t.Status.Value;
            if (t.Status == "ready") { await api.SearchAsync(t.Id); break; }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Counter_of_turns_without_news() => PollsAsync("""
        string previous = "";
        int same = 0;
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status.Value == previous) same++; else same = 0;
            if (same > 100) throw new TimeoutException("stuck");
            previous = t.Status.Value;
            if (t.Status == "ready") { await api.SearchAsync(t.Id); break; }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Positive_counter_vs_one() => PollsAsync("""
        int n = 0;
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") { await api.SearchAsync(t.Id); break; }
            n++;
            if (n == 100) break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Error_set_in_catch() => PollsAsync("""
        Exception? error = null;
        while (error is null)
        {
            try
            {
                var t = await api.GetTaskAsync(id, stop);
                if (t.Status == "ready") { await api.SearchAsync(t.Id); break; }
                if (t.Status == "failed" || t.Status == "canceled") throw new Exception(t.Reason);
            }
            catch (Exception e) { error = e; }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Stop_when_other_task_done() => PollsAsync("""
        var download = Task.Run(() => { });
        VideoTask t;
        {|LRO1008:do|} { t = await api.GetTaskAsync(id, stop); await Task.Delay(2000, stop); } while (t.Status != "ready" && !download.IsCompleted);
        await api.SearchAsync(t.Id);
        """);

    [Fact]
    public Task Queue_of_delays() => PollsAsync("""
        var delays = new Queue<int>(new[] { 1000, 2000, 4000 });
        {|LRO1008:while|} (delays.Count > 0)
        {
            await Task.Delay(delays.Dequeue(), stop);
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") return;
        }
        """);

    [Fact]
    public Task Out_parameter_helper() => FileAsync("""
        class C
        {
            static bool TryFinish(VideoTask t, out string? video) { video = t.VideoId; return t.Status == "ready"; }
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                string? video;
                while (!TryFinish(await api.GetTaskAsync(id, stop), out video)) await Task.Delay(2000, stop);
                Console.WriteLine(video);
            }
        }
        """);

    [Fact]
    public Task Helper_that_writes_by_ref() => FileAsync("""
        class C
        {
            static void Update(VideoTask t, ref bool go) => go = t.Status == "queued";
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                var go = true;
                while (go) { Update(await api.GetTaskAsync(id, stop), ref go); await Task.Delay(2000, stop); }
            }
        }
        """);

    [Fact]
    public Task Enum_Parse() => FileAsync("""
        class C
        {
            enum S { Ready, Queued, Failed }
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                while (Enum.Parse<S>((await api.GetTaskAsync(id, stop)).Status.Value, true) == S.Queued) await Task.Delay(2000, stop);
            }
        }
        """);

    [Fact]
    public Task Starts_with() => PollsAsync("""
        var t = await api.GetTaskAsync(id, stop);
        while (!t.Status.Value.StartsWith("rea") && !t.Status.Value.StartsWith("fail")) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        await api.SearchAsync(t.Id);
        """);

    [Fact]
    public Task Regex() => PollsAsync("""
        var t = await api.GetTaskAsync(id, stop);
        while (!System.Text.RegularExpressions.Regex.IsMatch(t.Status.Value, "ready|failed")) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        await api.SearchAsync(t.Id);
        """);

    [Fact]
    public Task Compared_as_a_span() => PollsAsync("""
        var t = await api.GetTaskAsync(id, stop);
        while (!t.Status.Value.AsSpan().SequenceEqual("ready")) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        await api.SearchAsync(t.Id);
        """);

    [Fact]
    public Task Compared_by_string_Compare() => PollsAsync("""
        var t = await api.GetTaskAsync(id, stop);
        while (string.Compare(t.Status.Value, "ready", StringComparison.OrdinalIgnoreCase) != 0) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        await api.SearchAsync(t.Id);
        """);

    [Fact]
    public Task Exception_for_status() => PollsAsync("""
        while (true)
        {
            try
            {
                var t = await api.GetTaskAsync(id, stop);
                if (t.Status == "failed" || t.Status == "canceled") throw new InvalidOperationException(t.Reason);
                if (t.Status == "ready") { await api.SearchAsync(t.Id); break; }
            }
            catch (HttpRequestException) { }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Checked_by_required_status_list() => PollsAsync("""
        var wanted = new[] { "ready", "failed", "canceled" };
        var t = await api.GetTaskAsync(id, stop);
        while (Array.IndexOf(wanted, t.Status.Value) < 0) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        await api.SearchAsync(t.Id);
        """);

    [Fact]
    public Task Flag_by_and_assignment() => PollsAsync("""
        var open = true;
        {|LRO1008:while|} (open)
        {
            var t = await api.GetTaskAsync(id, stop);
            open &= t.Status == "queued" || t.Status == "indexing";
            if (open) await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Catch_cancels_loop() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            try
            {
                var t = await api.GetTaskAsync(id, stop);
                if (t.Status == "ready" || t.Status == "failed" || t.Status == "canceled") return;
                await Task.Delay(2000, stop);
            }
            catch (OperationCanceledException) { return; }
        }
        """);

    [Fact]
    public Task For_with_external_check_function() => FileAsync("""
        class C
        {
            bool Expired() => false;
            async Task M(IVideoApi api, string id, CancellationToken stop) { while (!Expired()) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") return; await Task.Delay(2000, stop); } }
        }
        """);

    [Fact]
    public Task Static_done_cache() => FileAsync("""
        class C(Microsoft.Extensions.Caching.Memory.IMemoryCache cache)
        {
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                while (!cache.TryGetValue(id, out _)) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") Microsoft.Extensions.Caching.Memory.CacheExtensions.Set(cache, id, t); await Task.Delay(2000, stop); }
            }
        }
        """);
}
