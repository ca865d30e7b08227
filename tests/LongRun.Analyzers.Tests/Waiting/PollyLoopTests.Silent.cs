namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class PollyLoopTests
{
    [Fact]
    public Task Every_failure_ends_it() => SilentAsync("""
        string[] done = ["ready", "failed", "canceled"];
        await Policy.HandleResult<VideoTask>(t => !done.Contains(t.Status.Value)).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);
        """);

    [Fact]
    public Task Only_running_jobs_are_asked_for_again() => SilentAsync("""await Policy.HandleResult<VideoTask>(t => t.Status == VideoStatus.Queued).OrResult(t => t.Status == VideoStatus.Indexing).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task The_default_number_of_attempts() => SilentAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready) }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Number_of_attempts_from_outside() => SilentAsync("""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryAsync(number, _ => TimeSpan.FromSeconds(3)).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task Time_out_around_the_retry() => SilentAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>()
            .AddTimeout(TimeSpan.FromMinutes(30))
            .AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue })
            .Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Time_out_wrapped_around_the_retry() => SilentAsync("""
        var poll = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3));
        await Policy.WrapAsync(Policy.TimeoutAsync<VideoTask>(TimeSpan.FromMinutes(30)), poll).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);
        """);

    [Fact]
    public Task Time_out_that_may_be_added() => SilentAsync("""
        var builder = new ResiliencePipelineBuilder<VideoTask>();
        if (flag) builder.AddTimeout(TimeSpan.FromMinutes(30));
        builder.AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue });
        await builder.Build().ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Token_with_a_time_out() => SilentAsync("""
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        source.CancelAfter(TimeSpan.FromMinutes(30));
        await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(t => api.GetTaskAsync("1", t), source.Token);
        """);

    [Fact]
    public Task Run_by_another_policy_with_a_time_out() => SilentAsync("""
        var poll = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3));
        await Policy.TimeoutAsync(1800).ExecuteAsync(t => poll.ExecuteAsync(c => api.GetTaskAsync("1", c), t), stop);
        """);

    [Fact]
    public Task The_task_is_waited_for_so_long_only() => SilentAsync("""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(t => api.GetTaskAsync("1", t), stop).WaitAsync(TimeSpan.FromMinutes(30));""");

    [Fact]
    public Task The_predicate_looks_at_a_clock() => SilentAsync("""
        var deadline = DateTime.UtcNow.AddMinutes(30);
        await Policy.HandleResult<VideoTask>(t => DateTime.UtcNow < deadline && t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);
        """);

    [Fact]
    public Task The_predicate_counts() => SilentAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = args => new(args.AttemptNumber < 60 && args.Outcome.Result?.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task The_callback_throws_when_the_job_failed() => SilentAsync("""
        await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(async t =>
        {
            var task = await api.GetTaskAsync("1", t);
            return task.Status.Value is "failed" or "canceled" ? throw new InvalidOperationException(task.Reason) : task;
        }, stop);
        """);

    [Fact]
    public Task The_callback_checks_a_deadline_elsewhere() => FileAsync("""
        class Poller(IVideoApi api, DateTime deadline)
        {
            public Task<VideoTask> WaitAsync(string id, CancellationToken stop) => Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(t =>
            {
                StopInTime();
                return api.GetTaskAsync(id, t);
            }, stop);

            private void StopInTime() => _ = DateTime.UtcNow < deadline ? true : throw new TimeoutException();
        }
        """);

    [Fact]
    public Task What_happens_between_attempts_may_throw() => SilentAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue, OnRetry = args => args.Outcome.Result?.Status == VideoStatus.Failed ? throw new InvalidOperationException() : default }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task What_happens_between_attempts_may_pause() => SilentAsync("""await Policy.HandleResult<VideoTask>(t => t.Status.Value is not ("ready" or "failed" or "canceled")).RetryForeverAsync(async (DelegateResult<VideoTask> _, Context _) => await Task.Delay(3000)).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task Exceptions_only() => SilentAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().Handle<HttpRequestException>(), MaxRetryAttempts = int.MaxValue, Delay = TimeSpan.Zero }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Results_of_something_else() => SilentAsync("""
        var pipeline = new ResiliencePipelineBuilder().AddRetry(new() { ShouldHandle = new PredicateBuilder().HandleResult(r => r is HttpResponseMessage { IsSuccessStatusCode: false }), MaxRetryAttempts = int.MaxValue, Delay = TimeSpan.Zero }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Another_job_with_each_attempt() => SilentAsync("""
        var ids = new Queue<string>(["1", "2"]);
        await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).RetryForeverAsync().ExecuteAsync(t => api.GetTaskAsync(ids.Dequeue(), t), stop);
        """);

    [Fact]
    public Task Pauses_that_grow() => SilentAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = 10, Delay = TimeSpan.FromMilliseconds(100), BackoffType = DelayBackoffType.Exponential, UseJitter = true }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Pauses_that_are_computed() => SilentAsync("""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryAsync(10, n => TimeSpan.FromMilliseconds(10 * Math.Pow(2, n))).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task Predicate_of_another_type() => FileAsync("""
        static class Statuses { public static bool IsPending(VideoTask t) => t.Status != VideoStatus.Ready; }
        class Program { Task Run(IVideoApi api, CancellationToken stop) => Policy.HandleResult<VideoTask>(Statuses.IsPending).RetryForeverAsync().ExecuteAsync(t => api.GetTaskAsync("1", t), stop); }
        """);

    [Fact]
    public Task Pipeline_from_outside() => FileAsync("""class Program(ResiliencePipeline<VideoTask> pipeline) { async Task Run(IVideoApi api, CancellationToken stop) => await pipeline.ExecuteAsync(async t => await api.GetTaskAsync("1", t), stop); }""");

    [Fact]
    public Task Policy_that_others_may_set() => FileAsync("""
        class Program
        {
            public IAsyncPolicy<VideoTask> Poll { get; set; } = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).RetryForeverAsync();
            protected virtual IAsyncPolicy<VideoTask> Again => Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).RetryForeverAsync();
            async Task Run(IVideoApi api, CancellationToken stop)
            {
                await Poll.ExecuteAsync(t => api.GetTaskAsync("1", t), stop);
                await Again.ExecuteAsync(t => api.GetTaskAsync("1", t), stop);
            }
        }
        """);

    [Fact]
    public Task Strategies_that_may_end_it() => SilentAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>()
            .AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue })
            .AddCircuitBreaker(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status == VideoStatus.Failed) })
            .Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task The_job_goes_to_someone_who_may_decide() => FileAsync("""
        class Program
        {
            Task Run(IVideoApi api, CancellationToken stop) => Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(async t => { var task = await api.GetTaskAsync("1", t); Save(task); return task; }, stop);
            void Save(VideoTask task) { }
        }
        """);

    [Fact]
    public Task Something_of_the_same_name() => FileAsync("""
        class Retry { public Task<T> ExecuteAsync<T>(Func<Task<T>> action) => action(); }
        class Program { Task Run(IVideoApi api) => new Retry().ExecuteAsync(() => api.GetTaskAsync("1")); }
        """);
}
