using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

/// <summary>LRO1003, LRO1004, LRO1005 and LRO1007 where a retry of Polly is the polling loop, against the real Polly.</summary>
public sealed partial class PollyLoopTests : RuleTests<WaitingAnalyzer>
{
    protected override string Id => DiagnosticIds.FailureNotSeen;

    protected override string Mistake => """
        var pipeline = new ResiliencePipelineBuilder<VideoTask>()
            .AddRetry(new RetryStrategyOptions<VideoTask>
            {
                ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready),
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.FromSeconds(5),
            })
            .Build();
        var done = await pipeline.[|ExecuteAsync|](async token => await api.GetTaskAsync("1", token), stop);
        """;

    protected override IEnumerable<MetadataReference> MoreReferences => References.Polly;

    protected override string? Support => "global using Polly; global using Polly.Retry; global using Polly.Timeout; global using System.Net.Http;";

    // What ends the retry.

    [Fact]
    public Task Policy_of_version_7() => ReportsAsync("""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task Policy_that_retries_transient_failures_too() => ReportsAsync("""await Policy.Handle<HttpRequestException>().OrResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task One_of_the_failures_is_not_seen() => ReportsAsync("""await Policy<VideoTask>.HandleResult(t => t.Status.Value is not ("ready" or "failed")).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task So_many_attempts_that_they_never_end() => ReportsAsync("""await Policy.HandleResult<VideoTask>(t => t.VideoId is null).WaitAndRetryAsync(int.MaxValue, _ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task Predicate_on_the_attempt() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue }).Build();
        await pipeline.[|ExecuteAsync|](async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Predicate_that_awaits() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = async args => { await Task.Yield(); return args.Outcome.Result!.Status.ToString() is not "ready"; }, MaxRetryAttempts = int.MaxValue }).Build();
        await pipeline.[|ExecuteAsync|](async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Predicate_that_switches() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new()
        {
            ShouldHandle = args => args.Outcome switch
            {
                { Exception: HttpRequestException } => PredicateResult.True(),
                { Result: { } task } when task.Status != VideoStatus.Ready => PredicateResult.True(),
                _ => PredicateResult.False(),
            },
            MaxRetryAttempts = int.MaxValue,
        }).Build();
        await pipeline.[|ExecuteAsync|](async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Pipeline_of_any_result() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder().AddRetry(new() { ShouldHandle = new PredicateBuilder().HandleResult(r => r is VideoTask { Status.Value: not "ready" }), MaxRetryAttempts = int.MaxValue }).Build();
        await pipeline.[|ExecuteAsync|](async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Predicates_and_callback_as_local_functions() => ReportsAsync("""
        await Policy.HandleResult<VideoTask>(IsPending).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](AskAsync, stop);
        bool IsPending(VideoTask task) => task.Status != VideoStatus.Ready;
        Task<VideoTask> AskAsync(CancellationToken token) => api.GetTaskAsync("1", token);
        """);

    [Fact]
    public Task Callback_with_state() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(static t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue }).Build();
        await pipeline.[|ExecuteAsync|](static async (state, token) => await state.api.GetTaskAsync(state.text, token), (api, text), stop);
        """);

    [Fact]
    public Task Context_and_outcome() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue }).Build();
        var context = ResilienceContextPool.Shared.Get(stop);
        var outcome = await pipeline.[|ExecuteOutcomeAsync|](static async (c, s) => Outcome.FromResult(await s.api.GetTaskAsync(s.text, c.CancellationToken)), context, (api, text));
        """);

    [Fact]
    public Task Result_is_the_status() => ReportsAsync("""await Policy.HandleResult<VideoStatus>(s => s != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](async t => (await api.GetTaskAsync("1", t)).Status, stop);""");

    [Fact]
    public Task Result_says_whether_it_is_done() => ReportsAsync("""await Policy.HandleResult(false).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](async t => (await api.GetTaskAsync("1", t)).Status == VideoStatus.Ready, stop);""");

    [Fact]
    public Task Many_jobs_at_once() => ReportsAsync("""
        string[] ids = ["1", "2"];
        await Policy.HandleResult<VideoTask[]>(all => all.Any(t => t.Status != VideoStatus.Ready)).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](t => Task.WhenAll(ids.Select(id => api.GetTaskAsync(id, t))), stop);
        """);

    [Fact]
    public Task The_list_of_jobs() => ReportsAsync("""await Policy.HandleResult<TaskPage>(p => !p.Data.All(t => t.Status == VideoStatus.Ready)).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](t => api.ListTasksAsync(50, t), stop);""");

    [Fact]
    public Task Through_a_handle() => ReportsAsync("""
        var operation = api.ResumeIndexing(text);
        await Policy.HandleResult<VideoTask>(_ => operation.State != OperationState.Succeeded).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](t => operation.UpdateStatusAsync(t), stop);
        """);

    [Fact]
    public Task Captured_outcome() => ReportsAsync("""var captured = await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).WithPolicyKey("poll").[|ExecuteAndCaptureAsync|](t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task Limit_of_each_attempt_only() => ReportsAsync("""
        var poll = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3));
        await poll.WrapAsync(Policy.TimeoutAsync<VideoTask>(10)).[|ExecuteAsync|](t => api.GetTaskAsync("1", t), stop);
        """);

    [Fact]
    public Task Token_from_outside_in_the_predicate() => ReportsAsync("""await Policy.HandleResult<VideoTask>(t => !stop.IsCancellationRequested && t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](() => api.GetTaskAsync("1"));""");

    [Fact]
    public Task Steps_that_build_the_pipeline() => ReportsAsync("""
        var options = new RetryStrategyOptions<VideoTask>();
        options.ShouldHandle = new PredicateBuilder<VideoTask>().Handle<HttpRequestException>().HandleResult(t => t.Status != VideoStatus.Ready);
        options.MaxRetryAttempts = int.MaxValue;
        var builder = new ResiliencePipelineBuilder<VideoTask>();
        builder.Name = "poll";
        builder.AddRetry(options).AddTimeout(TimeSpan.FromSeconds(10));
        var pipeline = builder.Build();
        await pipeline.[|ExecuteAsync|](async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Field_of_the_same_type() => FileAsync("""
        class Poller(IVideoApi api)
        {
            private static readonly ResiliencePipeline<VideoTask> UntilReady = new ResiliencePipelineBuilder<VideoTask>()
                .AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(IsPending), MaxRetryAttempts = int.MaxValue })
                .Build();

            public async Task<VideoTask> WaitAsync(string id, CancellationToken stop) => await UntilReady.[|ExecuteAsync|](async token => await api.GetTaskAsync(id, token), stop);

            private static bool IsPending(VideoTask task) => task.Status != VideoStatus.Ready;
        }
        """);

    [Fact]
    public Task Field_set_by_the_constructor() => FileAsync("""
        class Poller
        {
            private readonly IVideoApi _api;
            private readonly AsyncRetryPolicy<VideoTask> _policy;

            public Poller(IVideoApi api)
            {
                _api = api;
                _policy = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3), (r, _) => Console.WriteLine(r.Result.Status));
            }

            public Task<VideoTask> WaitAsync(string id, CancellationToken stop) => _policy.[|ExecuteAsync|](t => _api.GetTaskAsync(id, t), stop);
        }
        """);

    [Fact]
    public Task Method_that_makes_the_policy() => FileAsync("""
        class Poller(IVideoApi api)
        {
            public async Task<VideoTask> WaitAsync(string id, CancellationToken stop)
            {
                var policy = UntilReady();
                return await policy.[|ExecuteAsync|](t => api.GetTaskAsync(id, t), stop);
            }

            private static IAsyncPolicy<VideoTask> UntilReady() => Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3));
        }
        """);

    // Pause, token, and pace.

    [Fact]
    public Task No_pause_and_no_end() => ReportsAsync("""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).RetryForeverAsync(r => Console.WriteLine(r.Result.Status)).{|LRO1003:{|LRO1004:ExecuteAsync|}|}(t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task No_pause_in_a_synchronous_policy() => FileAsync("""class Program { VideoTask Run(IVideoApi api) => Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).Retry(100).{|LRO1004:Execute|}(() => api.GetTaskAsync("1").Result); }""");

    [Fact]
    public Task No_time_is_no_pause() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status == VideoStatus.Queued || t.Status == VideoStatus.Indexing), MaxRetryAttempts = 1000, Delay = TimeSpan.Zero }).Build();
        await pipeline.{|LRO1004:ExecuteAsync|}(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Neither_bound_nor_token() => ReportsAsync("""await Policy.HandleResult<VideoTask>(t => t.Status.Value is not ("ready" or "failed" or "canceled")).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).{|LRO1005:ExecuteAsync|}(() => api.GetTaskAsync("1"));""");

    [Fact]
    public Task The_token_of_each_attempt_is_none() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = args => new(args.Outcome.Result is { Status.Value: not ("ready" or "failed" or "canceled") }), MaxRetryAttempts = int.MaxValue }).Build();
        await pipeline.{|LRO1005:ExecuteAsync|}(async token => await api.GetTaskAsync("1", token));
        """);

    [Fact]
    public Task Short_pause_of_a_policy() => ReportsAsync("""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryAsync(100, _ => {|LRO1007:TimeSpan.FromMilliseconds(200)|}).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);""");

    [Fact]
    public Task Short_pause_of_a_pipeline() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = 100, Delay = {|LRO1007:TimeSpan.FromMilliseconds(200)|} }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Short_pause_of_a_generator() => ReportsAsync("""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), DelayGenerator = _ => new ValueTask<TimeSpan?>({|LRO1007:TimeSpan.FromMilliseconds(200)|}) }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """);

    [Fact]
    public Task Short_pause_that_another_member_says() => FileAsync("""
        class Poller(IVideoApi api)
        {
            private static readonly IAsyncPolicy<VideoTask> UntilReady = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryAsync(100, _ => TimeSpan.FromMilliseconds(200));

            public Task<VideoTask> WaitAsync(string id, CancellationToken stop) => UntilReady.{|LRO1007:ExecuteAsync|}(t => api.GetTaskAsync(id, t), stop);
        }
        """);

    [Fact]
    public Task Short_pause_in_the_callback() => ReportsAsync("""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).RetryAsync(100).ExecuteAsync(async t => { await Task.Delay({|LRO1007:200|}, t); return await api.GetTaskAsync("1", t); }, stop);""");

    [Fact]
    public Task The_pause_of_Polly_itself_is_too_short() => FileAsync("""
        interface ISlowApi
        {
            [OperationMonitor("Rendering", "id", nameof(Rendering.Status), Succeeded = new[] { "done" }, Failed = new[] { "error" }, MinDelaySeconds = 10)]
            Task<Rendering> GetAsync(string id, CancellationToken cancellationToken);
        }

        record Rendering(string Status);

        class Program
        {
            async Task<Rendering> RunAsync(ISlowApi api, CancellationToken stop)
            {
                var pipeline = new ResiliencePipelineBuilder<Rendering>().AddRetry(new() { ShouldHandle = new PredicateBuilder<Rendering>().HandleResult(r => r.Status == "running"), MaxRetryAttempts = 100 }).Build();
                return await pipeline.{|LRO1007:ExecuteAsync|}(async t => await api.GetAsync("1", t), stop);
            }
        }
        """);

    [Fact]
    public Task Attempts_that_retry_what_is_transient() => ReportsAsync("""
        var transient = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));
        await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).[|ExecuteAsync|](t => transient.ExecuteAsync(c => api.GetTaskAsync("1", c), t), stop);
        """);
}
