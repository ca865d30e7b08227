namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Loops that see failure, or that may see it out of sight.</content>
public sealed partial class FailureNotSeenTests
{
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
    public Task Not_running() => PollsAsync("""
        VideoTask t;
        {|LRO1008:do|} { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); } while (t.Status == "queued" || t.Status == "indexing");
        """);

    [Fact]
    public Task Pattern_not_ready_or_failed_or_canceled() => PollsAsync("""
        var t = await api.GetTaskAsync(id, stop);
        {|LRO1008:while|} (t.Status.Value is not ("ready" or "failed" or "canceled")) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        """);

    [Fact]
    public Task Switch_default_leaves() => PollsAsync("""
        var done = false;
        {|LRO1008:while|} (!done)
        {
            var t = await api.GetTaskAsync(id, stop);
            switch (t.Status.Value)
            {
                case "ready": done = true; break;
                case "queued": case "indexing": break;
                default: throw new Exception("bad");
            }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Switch_statement_all_arms() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            switch (t.Status.Value)
            {
                case VideoStatus.Names.Ready: return;
                case VideoStatus.Names.Failed:
                case VideoStatus.Names.Canceled:
                    throw new InvalidOperationException(t.Reason);
            }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Switch_when() => PollsAsync("""
        {|LRO1008:while|} (true)
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
    public Task Hashset_of_terminal() => PollsAsync("""
        var terminal = new HashSet<string> { "ready", "failed", "canceled" };
        VideoTask t;
        {|LRO1008:do|} { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); } while (!terminal.Contains(t.Status.Value));
        """);

    [Fact]
    public Task Static_readonly_set() => FileAsync("""
        class C
        {
            private static readonly string[] Terminal = ["ready", "failed", "canceled"];
            async Task<VideoTask> M(IVideoApi api, string id, CancellationToken stop)
            {
                {|LRO1008:while|} (true)
                {
                    var t = await api.GetTaskAsync(id, stop);
                    if (Terminal.Contains(t.Status.Value)) return t;
                    await Task.Delay(2000, stop);
                }
            }
        }
        """);

    [Fact]
    public Task Static_readonly_frozen_set() => FileAsync("""
        class C
        {
            private static readonly HashSet<string> Final = new(new[] { "ready", "failed", "canceled" });
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                {|LRO1008:while|} (!Final.Contains((await api.GetTaskAsync(id, stop)).Status.Value)) await Task.Delay(2000, stop);
            }
        }
        """);

    [Fact]
    public Task Ignoring_case_set() => FileAsync("""
        class C
        {
            private static readonly HashSet<string> Final = new(StringComparer.OrdinalIgnoreCase) { "Ready", "Failed", "Canceled" };
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                while (true) { var t = await api.GetTaskAsync(id, stop); if (Final.Contains(t.Status.Value)) { Use(t); break; } await Task.Delay(2000, stop); }
            }
            void Use(VideoTask t) { }
        }
        """);

    [Fact]
    public Task Set_from_configuration() => FileAsync("""
        class C(HashSet<string> final)
        {
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                string s;
                do { await Task.Delay(2000, stop); s = (await api.GetTaskAsync(id, stop)).Status.Value; } while (!final.Contains(s));
                await api.SearchAsync(s);
            }
        }
        """);

    [Fact]
    public Task Dictionary_of_statuses() => PollsAsync("""
        var pauses = new Dictionary<string, int> { ["queued"] = 10, ["indexing"] = 5 };
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (!pauses.TryGetValue(t.Status.Value, out int pause)) break;
            await Task.Delay(TimeSpan.FromSeconds(pause), stop);
        }
        """);

    [Fact]
    public Task Extension_IsTerminal() => FileAsync("""
        static class E { public static bool IsTerminal(this VideoStatus s) => s == VideoStatus.Ready || s == VideoStatus.Failed || s == VideoStatus.Canceled; }
        class C
        {
            async Task<VideoTask> M(IVideoApi api, string id, CancellationToken stop)
            {
                VideoTask t;
                do { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); } while (!t.Status.IsTerminal());
                return t;
            }
        }
        """);

    [Fact]
    public Task Method_same_type_IsDone() => FileAsync("""
        class C
        {
            private bool IsDone(VideoTask t) => t.Status != "queued" && t.Status != "indexing";
            async Task<VideoTask> M(IVideoApi api, string id, CancellationToken stop)
            {
                var t = await api.GetTaskAsync(id, stop);
                while (!IsDone(t)) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
                return t;
            }
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

    [Fact]
    public Task Throw_helper_unknown() => FileAsync("""
        class C
        {
            static void ThrowIfFailed(VideoTask t) { if (t.Status == "failed") throw new Exception(); }
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                VideoTask t;
                do { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); ThrowIfFailed(t); } while (t.Status != "ready");
            }
        }
        """);

    [Fact]
    public Task Status_passed_to_bool_method_arg() => FileAsync("""
        class C
        {
            static bool ShouldStop(string s) => s != "queued";
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                string s;
                do { await Task.Delay(2000, stop); s = (await api.GetTaskAsync(id, stop)).Status.Value; } while (!ShouldStop(s));
            }
        }
        """);

    [Fact]
    public Task Method_may_decide() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            Ensure(t);
            await Task.Delay(2000, stop);
        }
        void Ensure(VideoTask t) { if (t.Status == "failed" || t.Status == "canceled") throw new Exception(); }
        """);

    [Fact]
    public Task Other_method_may_decide() => FileAsync("""
        class C { static void Check(VideoTask t) {} async Task M(IVideoApi api, string id, CancellationToken stop) { while (true) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") break; Check(t); await Task.Delay(2000, stop); } } }
        """);

    [Fact]
    public Task Completion_source_asked_by_the_condition() => PollsAsync("""
        var done = new TaskCompletionSource<VideoTask>();
        while (!done.Task.IsCompleted)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") done.TrySetResult(t);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Percent_loop() => PollsAsync("""
        int percent = 0;
        while (percent < 100)
        {
            var r = await exports.GetExportAsync(number, stop);
            percent = r.Job.Percent;
            if (r.Job.State is "failed" or "expired") throw new Exception(r.Job.Error);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Record_status() => FileAsync("""
        class C
        {
            private sealed record Snapshot(string Status, string? Video);
            async Task<string?> M(IVideoApi api, string id, CancellationToken stop)
            {
                while (true)
                {
                    var t = await api.GetTaskAsync(id, stop);
                    var snap = new Snapshot(t.Status.Value, t.VideoId);
                    if (snap.Status == "ready") return snap.Video;
                    if (snap.Status is "failed" or "canceled") return null;
                    await Task.Delay(2000, stop);
                }
            }
        }
        """);

    [Fact]
    public Task Reason_tested() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready" || t.Reason != null) break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Long_poll_then_loop_with_EnsureSuccess() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            Debug.Assert(t.Status != "failed");
            if (t.Status == "ready") break;
            ArgumentNullException.ThrowIfNull(t);
            if (t.Reason is { Length: > 0 }) throw new InvalidOperationException(t.Reason);
            await Task.Delay(2000, stop);
        }
        """);
}
