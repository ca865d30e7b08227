namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Where the status is looked at, and how.</content>
public sealed partial class FailureNotSeenTests
{
    [Fact]
    public Task Local_function_status() => PollsAsync("""
        async Task<string> StatusAsync() => (await api.GetTaskAsync(id, stop)).Status.Value;
        [|while|] (await StatusAsync() != "ready") await Task.Delay(2000, stop);
        """);

    [Fact]
    public Task Local_function_is_ready() => PollsAsync("""
        async Task<bool> IsReadyAsync() { var t = await api.GetTaskAsync(id, stop); return t.Status == VideoStatus.Ready; }
        [|while|] (!await IsReadyAsync()) { await Task.Delay(2000, stop); }
        """);

    [Fact]
    public Task Tuple() => PollsAsync("""
        (string Status, string? Video) last = ("", null);
        [|while|] (last.Status != "ready")
        {
            var t = await api.GetTaskAsync(id, stop);
            last = (t.Status.Value, t.VideoId);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Tuple_deconstruct() => PollsAsync("""
        [|while|] (true)
        {
            var (status, video) = await ReadAsync();
            if (status == "ready") { Console.WriteLine(video); break; }
            await Task.Delay(2000, stop);
        }
        async Task<(string, string?)> ReadAsync() { var t = await api.GetTaskAsync(id, stop); return (t.Status.Value, t.VideoId); }
        """);

    [Fact]
    public Task Property_status() => FileAsync("""
        class C
        {
            public string Status { get; private set; } = "";
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                [|while|] (Status != "ready")
                {
                    Status = (await api.GetTaskAsync(id, stop)).Status.Value;
                    await Task.Delay(2000, stop);
                }
            }
        }
        """);

    [Fact]
    public Task Field_task() => FileAsync("""
        class C
        {
            private VideoTask? _task;
            async Task M(IVideoApi api, string id, CancellationToken stop)
            {
                [|do|]
                {
                    _task = await api.GetTaskAsync(id, stop);
                    await Task.Delay(2000, stop);
                }
                while (_task.Status != "ready");
            }
        }
        """);

    [Fact]
    public Task Property_pattern_with_not() => PollsAsync("""
        [|while|] (await api.GetTaskAsync(id, stop) is { Status.Value: not "ready" } t) { Console.WriteLine(t.Status); await Task.Delay(2000, stop); }
        """);

    [Fact]
    public Task Pattern_not_ready() => PollsAsync("""
        var t = await api.GetTaskAsync(id, stop);
        [|while|] (t is not { Status.Value: "ready" }) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        """);

    [Fact]
    public Task Switch_statement() => PollsAsync("""
        var done = false;
        [|while|] (!done)
        {
            var t = await api.GetTaskAsync(id, stop);
            switch (t.Status.Value)
            {
                case "ready": done = true; break;
                case "queued": logger.LogInformation("queued"); break;
                default: break;
            }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Switch_expression_as_the_condition() => PollsAsync("""
        [|while|] (await api.GetTaskAsync(id, stop) switch { { Status.Value: "ready" } => false, _ => true }) await Task.Delay(2000, stop);
        """);

    [Fact]
    public Task Switch_expression() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            bool finished = t.Status.Value switch { "ready" => true, _ => false };
            if (finished) return;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Status_of_an_enum() => PollsAsync("""
        Render r;
        [|do|] { r = await renders.GetRenderAsync(id, stop); await Task.Delay(5000, stop); } while (r.State != RenderState.Done);
        """);

    [Fact]
    public Task Switch_over_an_enum() => PollsAsync("""
        var go = true;
        [|while|] (go)
        {
            var r = await renders.GetRenderAsync(id, stop);
            switch (r.State)
            {
                case RenderState.Done: go = false; break;
                case RenderState.Error: throw new Exception(r.Message);
                case RenderState.Pending or RenderState.InProgress: await Task.Delay(5000, stop); break;
                default: await Task.Delay(5000, stop); break;
            }
        }
        """);

    [Fact]
    public Task Text_status_on_a_nested_path() => PollsAsync("""
        var reply = await exports.GetExportAsync(number, stop);
        [|while|] (reply.Job.State != "completed")
        {
            await Task.Delay(2000, stop);
            reply = await exports.GetExportAsync(number, stop);
        }
        """);

    [Fact]
    public Task Text_compared_by_Equals() => PollsAsync("""
        [|while|] (true)
        {
            var job = (await exports.GetExportAsync(number, stop)).Job;
            if (string.Equals(job.State, "COMPLETED", StringComparison.OrdinalIgnoreCase)) break;
            if (job.State.Equals("failed")) throw new Exception(job.Error);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Client_without_tasks() => FileAsync("""
        class C { void M(IExportApi exports) { [|while|] (exports.GetExport(3).Job.State != "completed") Thread.Sleep(3000); } }
        """);

    [Fact]
    public Task Generated_client_of_the_document() => PollsAsync("""
        TwelveLabs.IndexTask? t = null;
        [|while|] (t?.Status != "ready")
        {
            await Task.Delay(5000, stop);
            t = await client.RetrieveTaskAsync(id, stop);
        }
        """);

    [Fact]
    public Task Assignment_of_the_result_member_in_the_condition() => PollsAsync("""
        string? url;
        [|while|] ((url = (await exports.GetExportAsync(number, stop)).Job.Url) == null) await Task.Delay(5000, stop);
        """);

    [Fact]
    public Task Result_member_by_pattern() => PollsAsync("""
        [|while|] (true)
        {
            if ((await renders.GetRenderAsync(id, stop)).Output is { } output) { Console.WriteLine(output); return; }
            await Task.Delay(6000, stop);
        }
        """);

    [Fact]
    public Task Result_member_by_IsNullOrEmpty() => PollsAsync("""
        var t = await api.GetTaskAsync(id, stop);
        [|while|] (string.IsNullOrEmpty(t.VideoId)) { await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        """);

    [Fact]
    public Task Nullable_task() => PollsAsync("""
        VideoTask? t = null;
        [|while|] (t?.Status != VideoStatus.Ready) { t = await api.GetTaskAsync(id, stop); await Task.Delay(2000, stop); }
        """);

    [Fact]
    public Task Null_or_not_ready() => PollsAsync("""
        VideoTask? t = null;
        [|while|] (t is null || t.Status != VideoStatus.Ready) { if (t is not null) await Task.Delay(2000, stop); t = await api.GetTaskAsync(id, stop); }
        """);

    [Fact]
    public Task State_of_a_handle_by_pattern() => PollsAsync("""
        var op = api.ResumeIndexing(id);
        [|while|] (true)
        {
            await op.UpdateStatusAsync(stop);
            if (op.State is OperationState.Succeeded) break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task State_of_a_handle() => PollsAsync("""
        var op = await api.StartUploadAsync(request, stop);
        [|while|] (op.State != OperationState.Succeeded) { await Task.Delay(2000, stop); await op.UpdateStatusAsync(stop); }
        """);

    [Fact]
    public Task Logging_does_not_decide() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            logger.LogInformation("{Status}", t.Status);
            Console.WriteLine(t.Status);
            progress.Report(t);
            if (t.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task One_failure_missing() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") break;
            if (t.Status == "failed") throw new InvalidOperationException(t.Reason);
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Ready_or_one_of_two_failures() => PollsAsync("""
        [|while|] (true)
        {
            var status = (await api.GetTaskAsync(id, stop)).Status;
            if (status == VideoStatus.Ready || status == VideoStatus.Failed) break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Task_stored_first() => PollsAsync("""
        [|while|] (true)
        {
            var pending = api.GetTaskAsync(id, stop);
            var t = await pending.ConfigureAwait(false);
            if (t.Status == "ready") break;
            await Task.Delay(2000, stop).ConfigureAwait(false);
        }
        """);

    [Fact]
    public Task WaitAsync_timeout_around_call() => PollsAsync("""
        [|while|] (true)
        {
            var t = await api.GetTaskAsync(id, stop).WaitAsync(TimeSpan.FromSeconds(30), stop);
            if (t.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Helper_delay_in_type() => FileAsync("""
        class C { Task PauseAsync() => Task.Delay(3000); async Task M(IVideoApi api, string id, CancellationToken stop) { [|while|] (true) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") break; await PauseAsync(); } } }
        """);

    [Fact]
    public Task Try_catch_swallow() => PollsAsync("""
        [|while|] (true)
        {
            try
            {
                var t = await api.GetTaskAsync(id, stop);
                if (t.Status == "ready") return;
            }
            catch (Exception e) { logger.LogError(e, "x"); }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Own_source_cancelled_on_success_only() => PollsAsync("""
        using var cts = new CancellationTokenSource();
        [|while|] (!cts.IsCancellationRequested)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (t.Status == "ready") cts.Cancel();
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Status_by_interpolation() => PollsAsync("""
        var s = "";
        [|do|] { s = $"{(await api.GetTaskAsync(id, stop)).Status}"; await Task.Delay(2000, stop); } while (s != "ready");
        """);

    [Fact]
    public Task Only_exceptions_are_counted() => PollsAsync("""
        var failures = 0;
        [|while|] (failures < 3)
        {
            try
            {
                var t = await api.GetTaskAsync(id, stop);
                if (t.Status == "ready") return;
            }
            catch (Exception) when (failures++ < 3) { }
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Lower() => PollsAsync("""
        [|while|] ((await api.GetTaskAsync(id, stop)).Status.ToString().ToLowerInvariant() != "ready") await Task.Delay(2000, stop);
        """);

    [Fact]
    public Task Compare_string() => PollsAsync("""
        [|while|] (!(await api.GetTaskAsync(id, stop)).Status.Value.Equals("ready", StringComparison.OrdinalIgnoreCase)) await Task.Delay(2000, stop);
        """);
}
