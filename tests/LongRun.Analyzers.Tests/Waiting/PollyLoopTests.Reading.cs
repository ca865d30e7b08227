namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What is read of a retry: who limits it, which token fires, how long it pauses, and what may end it.</content>
public sealed partial class PollyLoopTests
{
    private const string Poll = """var poll = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3));""";

    private const string Ended = """t => t.Status.Value is not ("ready" or "failed" or "canceled")""";

    [Theory]
    [InlineData("await poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop).ConfigureAwait(false);")]
    [InlineData("var task = poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop); await task;")]
    [InlineData("var task = poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop); Console.WriteLine(1); await task.ConfigureAwait(false); await task;")]
    [InlineData("await Task.WhenAll(poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop), Task.Delay(1));")]
    [InlineData("await Task.WhenAll(new[] { poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop) });")]
    [InlineData("_ = poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop);")]
    [InlineData("poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop);")]
    [InlineData("Console.WriteLine(poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop).Result.Id);")]
    [InlineData("poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop).Wait();")]
    [InlineData("poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop).GetAwaiter().GetResult();")]
    [InlineData("Task<VideoTask> Run() { return poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), stop); } await Run();")]
    [InlineData("await poll.ExecuteAsync(t => api.GetTaskAsync(\"1\", t), new CancellationTokenSource(5000).Token);")]
    [InlineData("await poll.[|ExecuteAsync|](t => api.GetTaskAsync(\"1\", t), new CancellationTokenSource().Token);")]
    [InlineData("await poll.ExecuteAsync(t => api.GetTaskAsync(\"1\", t), stop).WaitAsync(TimeSpan.FromMinutes(1));")]
    [InlineData("var task = poll.ExecuteAsync(t => api.GetTaskAsync(\"1\", t), stop); await task.WaitAsync(TimeSpan.FromMinutes(1));")]
    [InlineData("var task = poll.ExecuteAsync(t => api.GetTaskAsync(\"1\", t), stop); await Task.WhenAny(task, Task.Delay(1000)); await task;")]
    [InlineData("await Task.WhenAny(poll.ExecuteAsync(t => api.GetTaskAsync(\"1\", t), stop), Task.Delay(1000));")]
    [InlineData("Keep(poll.ExecuteAsync(t => api.GetTaskAsync(\"1\", t), stop)); void Keep(Task task) { }")]
    [InlineData("Console.WriteLine(poll.ExecuteAsync(t => api.GetTaskAsync(\"1\", t), stop).Wait(1000));")]
    [InlineData("await Polly.Policy.NoOpAsync().ExecuteAsync(c => poll.ExecuteAsync(t => api.GetTaskAsync(\"1\", t), c), stop);")]
    public Task Who_limits_the_wait(string statements) => ReportsAsync(Poll + "\n" + statements);

    [Theory]
    [InlineData("{|LRO1005:ExecuteAsync|}(t => api.GetTaskAsync(\"1\", t), CancellationToken.None)")]
    [InlineData("{|LRO1005:ExecuteAsync|}(t => api.GetTaskAsync(\"1\", t), default(CancellationToken))")]
    [InlineData("{|LRO1005:ExecuteAsync|}(t => api.GetTaskAsync(\"1\", t), default)")]
    [InlineData("{|LRO1005:ExecuteAsync|}(() => api.GetTaskAsync(\"1\", CancellationToken.None))")]
    [InlineData("ExecuteAsync(t => api.GetTaskAsync(\"1\", t), stop)")]
    [InlineData("ExecuteAsync(() => api.GetTaskAsync(\"1\", stop))")]
    [InlineData("ExecuteAsync(t => { stop.ThrowIfCancellationRequested(); return api.GetTaskAsync(\"1\"); }, default(CancellationToken))")]
    public Task Which_token_fires(string call) => ReportsAsync($"await Policy.HandleResult<VideoTask>({Ended}).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).{call};");

    [Theory]
    [InlineData("var context = ResilienceContextPool.Shared.Get();", true)]
    [InlineData("var context = ResilienceContextPool.Shared.Get(CancellationToken.None);", true)]
    [InlineData("var context = ResilienceContextPool.Shared.Get(\"poll\");", true)]
    [InlineData("var context = ResilienceContextPool.Shared.Get(stop);", false)]
    [InlineData("var context = ResilienceContextPool.Shared.Get(\"poll\", stop);", false)]
    [InlineData("var context = ResilienceContextPool.Shared.Get(new CancellationTokenSource(5000).Token);", false)]
    [InlineData("ResilienceContext context = Make(); ResilienceContext Make() => null!;", false)]
    public Task Which_token_of_a_context_fires(string context, bool isReported) => ReportsAsync($$"""
        {{context}}
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult({{Ended}}), MaxRetryAttempts = int.MaxValue }).Build();
        await pipeline.{{(isReported ? "{|LRO1005:ExecuteAsync|}" : "ExecuteAsync")}}(async c => await api.GetTaskAsync("1", c.CancellationToken), context);
        """);

    [Theory]
    [InlineData("RetryAsync(int.MaxValue, onRetry: (r, n) => Console.WriteLine(n))", true)]
    [InlineData("RetryAsync(int.MaxValue, onRetry: (r, n) => Thread.Sleep(3000))", false)]
    [InlineData("RetryAsync(int.MaxValue, onRetry: (r, n) => new ManualResetEvent(false).WaitOne(3000))", false)]
    [InlineData("RetryAsync(int.MaxValue, onRetry: (r, n) => new ManualResetEventSlim(false).Wait(3000))", false)]
    [InlineData("RetryAsync(int.MaxValue, onRetry: (r, n) => Thread.SpinWait(30000))", false)]
    [InlineData("RetryAsync(int.MaxValue, onRetry: (r, n) => SpinWait.SpinUntil(() => false, 3000))", false)]
    [InlineData("RetryAsync(int.MaxValue, onRetryAsync: (r, n) => Task.Delay(3000))", false)]
    [InlineData("RetryAsync(int.MaxValue, onRetryAsync: async (r, n) => await Later())", false)]
    [InlineData("RetryAsync(int.MaxValue, onRetryAsync: (r, n) => Task.CompletedTask)", true)]
    [InlineData("RetryAsync(int.MaxValue, onRetry: Pause)", false)]
    [InlineData("RetryAsync(int.MaxValue, onRetry: Show)", true)]
    [InlineData("RetryForeverAsync()", true)]
    [InlineData("WaitAndRetryAsync(new[] { TimeSpan.Zero })", false)]
    [InlineData("WaitAndRetryAsync(5, n => TimeSpan.FromSeconds(n))", false)]
    [InlineData("WaitAndRetryForeverAsync(_ => TimeSpan.Zero)", true)]
    public Task Whether_a_policy_pauses(string retry, bool isReported) => ReportsAsync($$"""
        await Policy.HandleResult<VideoTask>({{Ended}}).{{retry}}.{{(isReported ? "{|LRO1004:ExecuteAsync|}" : "ExecuteAsync")}}(t => api.GetTaskAsync("1", t), stop);
        Task Later() => Task.Delay(3000);
        void Pause(DelegateResult<VideoTask> result, int attempt) => Thread.Sleep(3000);
        void Show(DelegateResult<VideoTask> result, int attempt) => Console.WriteLine(attempt);
        """);

    [Theory]
    [InlineData("Delay = {|LRO1007:TimeSpan.FromMilliseconds(200)|}")]
    [InlineData("Delay = {|LRO1007:TimeSpan.FromMilliseconds(200)|}, BackoffType = DelayBackoffType.Constant")]
    [InlineData("Delay = {|LRO1007:TimeSpan.FromMilliseconds(200)|}, UseJitter = false")]
    [InlineData("Delay = TimeSpan.FromMilliseconds(200), UseJitter = true")]
    [InlineData("Delay = TimeSpan.FromMilliseconds(200), BackoffType = DelayBackoffType.Linear")]
    [InlineData("Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(9)")]
    [InlineData("Delay = TimeSpan.FromMilliseconds(200), OnRetry = async _ => await Task.Delay(3000)")]
    [InlineData("Delay = {|LRO1007:TimeSpan.FromMilliseconds(200)|}, OnRetry = _ => default")]
    [InlineData("DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>({|LRO1007:TimeSpan.FromMilliseconds(200)|})")]
    [InlineData("DelayGenerator = _ => new({|LRO1007:TimeSpan.FromMilliseconds(200)|})")]
    [InlineData("DelayGenerator = a => new(TimeSpan.FromMilliseconds(200 * a.AttemptNumber))")]
    [InlineData("Delay = {|LRO1007:TimeSpan.FromMilliseconds(200)|}, MaxRetryAttempts = 5")]
    [InlineData("BackoffType = DelayBackoffType.Constant")]
    public Task How_long_a_pipeline_pauses(string options) => ReportsAsync($$"""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult({{Ended}}), {{options}} }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Theory]
    [InlineData("WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3), onRetry: (r, t) => throw new TimeoutException())", false)]
    [InlineData("WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3), onRetryAsync: (r, t) => throw new TimeoutException())", false)]
    [InlineData("WaitAndRetryForeverAsync(n => n > 5 ? throw new TimeoutException() : TimeSpan.FromSeconds(3))", false)]
    [InlineData("WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3), onRetry: (r, t) => Console.WriteLine(t))", true)]
    [InlineData("WaitAndRetryAsync(int.MaxValue, _ => TimeSpan.FromSeconds(3))", true)]
    [InlineData("WaitAndRetryAsync(2147483646, _ => TimeSpan.FromSeconds(3))", false)]
    public Task Whether_a_policy_ends(string retry, bool isReported) => ReportsAsync($"""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).{retry}.{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}(t => api.GetTaskAsync("1", t), stop);""");

    [Theory]
    [InlineData("MaxRetryAttempts = int.MaxValue", true)]
    [InlineData("MaxRetryAttempts = 100", false)]
    [InlineData("", false)]
    [InlineData("MaxRetryAttempts = int.MaxValue, OnRetry = _ => default", true)]
    [InlineData("MaxRetryAttempts = int.MaxValue, OnRetry = _ => throw new TimeoutException()", false)]
    [InlineData("MaxRetryAttempts = int.MaxValue, DelayGenerator = _ => throw new TimeoutException()", false)]
    [InlineData("MaxRetryAttempts = int.MaxValue, DelayGenerator = _ => new(TimeSpan.FromSeconds(5))", true)]
    public Task Whether_a_pipeline_ends(string options, bool isReported) => ReportsAsync($$"""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), {{options}} }).Build();
        await pipeline.{{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}}(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Theory]
    [InlineData("source.Cancel();", false)]
    [InlineData("ArgumentNullException.ThrowIfNull(text);", false)]
    [InlineData("VideoRequirements.Marengo.Check(new());", false)]
    [InlineData("new HttpResponseMessage().EnsureSuccessStatusCode();", false)]
    [InlineData("System.ComponentModel.DataAnnotations.Validator.ValidateObject(list, new(list));", false)]
    [InlineData("VideoWebhook.Verify(default, text, text);", false)]
    [InlineData("new System.Security.PermissionSet(System.Security.Permissions.PermissionState.None).Demand();", false)]
    [InlineData("Guard();", false)]
    [InlineData("Limit();", false)]
    [InlineData("Helper.ThrowIfLate();", false)]
    [InlineData("Helper.Late();", false)]
    [InlineData("Helper.Note();", true)]
    [InlineData("list.Clear();", true)]
    [InlineData("stop.ThrowIfCancellationRequested();", true)]
    [InlineData("using var own = new CancellationTokenSource(); own.Cancel();", true)]
    [InlineData("Nothing();", true)]
    public Task What_a_callback_may_end(string inside, bool isReported) => FileAsync($$"""
        static class Helper
        {
            public static void ThrowIfLate() => throw new TimeoutException();
            public static void Late() => ArgumentNullException.ThrowIfNull("");
            public static void Note() => Console.WriteLine();
        }
        class Program
        {
            async Task RunAsync(IVideoApi api, string text, CancellationToken stop)
            {
                var source = new CancellationTokenSource();
                var list = new List<string>();
                {{Poll}}
                await poll.{{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}}(t => { {{inside}} return api.GetTaskAsync("1", t); }, stop);
                void Guard() { if (list.Count > 5) { throw new TimeoutException(); } }
                void Nothing() => Console.WriteLine();
            }
            static void Limit() => throw new TimeoutException();
        }
        """);

    [Theory]
    [InlineData("t => AskAsync(\"1\", t)", true)]
    [InlineData("t => AskAsync(cancel: t, id: \"1\")", true)]
    [InlineData("t => AskAsync(ids.Dequeue(), t)", false)]
    [InlineData("t => api.GetTaskAsync(text, t)", true)]
    [InlineData("t => { string id = text; return api.GetTaskAsync(id, t); }", true)]
    [InlineData("t => { string id = ids.Dequeue(); return api.GetTaskAsync(id, t); }", false)]
    [InlineData("async t => { await api.DeleteTaskAsync(text, t); return await api.GetTaskAsync(text, t); }", true)]
    [InlineData("async t => { var job = await api.{|LRO1012:CreateTaskAsync|}(new(), t); return await api.GetTaskAsync(job.Id, t); }", false)]
    public Task Whose_status_is_asked_for(string callback, bool isReported) => ReportsAsync($$"""
        var ids = new Queue<string>(["1", "2"]);
        {{Poll}}
        await poll.{{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}}({{callback}}, stop);
        Task<VideoTask> AskAsync(string id, CancellationToken cancel) => api.GetTaskAsync(id, cancel);
        """);
}
