using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Loops that do not wait for success.</content>
public sealed partial class FailureNotSeenTests
{
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
    public Task Retry_while_null_result() => PollsAsync("""
        VideoTask? t = null;
        while (t is null)
        {
            try { t = await api.GetTaskAsync(id, stop); }
            catch (Exception e) { logger.LogWarning(e, "again"); await Task.Delay(1000, stop); }
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
    public Task Watcher_health_loop() => PollsAsync("""
        while (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            logger.LogInformation("{S}", t.Status);
            await Task.Delay(60000, stop);
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
    public Task Recursion_not_followed() => FileAsync("""
        class C { async Task<VideoTask> M(IVideoApi api, string id, CancellationToken stop) { var t = await api.GetTaskAsync(id, stop); if (t.Status == "ready") return t; await Task.Delay(2000, stop); return await M(api, id, stop); } }
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
    public Task Own_wait_helper_generic() => FileAsync("""
        class C
        {
            static async Task<T> PollAsync<T>(Func<Task<T>> get, Func<T, bool> done, TimeSpan pause, CancellationToken stop)
            {
                while (true) { var v = await get(); if (done(v)) return v; await Task.Delay(pause, stop); }
            }
            Task<VideoTask> M(IVideoApi api, string id, CancellationToken stop) => PollAsync(() => api.GetTaskAsync(id, stop), t => t.Status == "ready", TimeSpan.FromSeconds(5), stop);
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
    public Task Status_by_second_api() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            var r = await renders.GetRenderAsync(id, stop);
            if (t.Status == "ready" && r.State == RenderState.Done) break;
            if (t.Status == "failed" || t.Status == "canceled" || r.State is RenderState.Error or RenderState.Cancelled) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Theory]
    [InlineData("catch (Exception)")]
    [InlineData("catch")]
    [InlineData("catch (InvalidOperationException)")]
    public Task Nothing_is_offered_that_the_loop_would_swallow(string handler) => OffersNothingAsync<FailureNotSeenCodeFix>($$"""
        [|while|] (true)
        {
            try
            {
                var task = await api.GetTaskAsync(text, stop);
                if (task.Status == "ready")
                {
                    break;
                }
            }
            {{handler}}
            {
                Console.WriteLine("again");
            }

            await Task.Delay(2000, stop);
        }
        """);

    [Theory]
    [InlineData("catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("catch (SystemException) { }")]
    [InlineData("catch { number = 0; }")]
    public Task Failure_that_is_thrown_and_swallowed(string handler) => ReportsAsync($$"""
        [|while|] (true)
        {
            try
            {
                var task = await api.GetTaskAsync(text, stop);
                if (task.Status == "ready") { break; }
                if (task.Status == "failed" || task.Status == "canceled") { throw new InvalidOperationException(task.Reason); }
            }
            {{handler}}

            await Task.Delay(2000, stop);
        }
        """);

    [Theory]
    [InlineData("catch (ArgumentException e) { Console.WriteLine(e); }")]
    [InlineData("catch (Exception e) when (e is TimeoutException) { Console.WriteLine(e); }")]
    [InlineData("catch (ObjectDisposedException) { }")]
    [InlineData("catch (Exception) { break; }")]
    [InlineData("catch (Exception) { throw; }")]
    [InlineData("catch (Exception e) { if (e is InvalidOperationException) { return; } }")]
    [InlineData("catch (ArgumentException) { } catch (Exception) { return; }")]
    [InlineData("catch (Exception) { number++; if (number > 3) { throw; } }")]
    public Task Failure_that_is_thrown_and_leaves_all_the_same(string handler) => ReportsAsync($$"""
        {|LRO1008:while|} (true)
        {
            try
            {
                var task = await api.GetTaskAsync(text, stop);
                if (task.Status == "ready") { break; }
                if (task.Status == "failed" || task.Status == "canceled") { throw new InvalidOperationException(task.Reason); }
            }
            {{handler}}

            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task What_is_done_finally_may_be_the_end() => SilentAsync("""
        while (true)
        {
            try
            {
                var task = await api.GetTaskAsync(text, stop);
                if (task.Status == "ready") { break; }
                if (task.Status == "failed" || task.Status == "canceled") { throw new InvalidOperationException(task.Reason); }
            }
            catch (Exception)
            {
                flag = true;
            }
            finally
            {
                if (flag) { Environment.Exit(1); }
            }

            await Task.Delay(2000, stop);
        }
        """);
}
