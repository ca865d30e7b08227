namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Where a policy or pipeline comes from, and whether its retry can be seen there.</content>
public sealed partial class RepeatedStartTests
{
    [Theory]
    [InlineData("RetryAsync(3)")]
    [InlineData("WaitAndRetryAsync(3, _ => TimeSpan.Zero)")]
    [InlineData("RetryForeverAsync()")]
    [InlineData("WaitAndRetryForeverAsync(_ => TimeSpan.Zero)")]
    [InlineData("Retry(3)")]
    [InlineData("WaitAndRetry(3, _ => TimeSpan.Zero)")]
    [InlineData("RetryForever()")]
    [InlineData("WaitAndRetryForever(_ => TimeSpan.Zero)")]
    public Task Each_kind_of_retry(string retry) => PollyAsync(retry.Contains("Async", StringComparison.Ordinal)
        ? $$"""
            IAsyncPolicy policy = Policy.Handle<Exception>().{{retry}};
            Console.WriteLine((await policy.ExecuteAsync(() => api.[|CreateTaskAsync|](new()))).Id);
            """
        : $$"""
            ISyncPolicy policy = Policy.Handle<Exception>().{{retry}};
            Console.WriteLine(policy.Execute(() => api.[|CreateTaskAsync|](new()).Result).Id);
            """);

    [Theory]
    [InlineData("AsyncRetryPolicy", true)]
    [InlineData("AsyncRetryPolicy<VideoTask>", true)]
    [InlineData("IAsyncPolicy", false)]
    [InlineData("Polly.CircuitBreaker.AsyncCircuitBreakerPolicy", false)]
    public Task A_policy_that_is_given(string type, bool isReported) => FileAsync($$"""
        using Polly;
        using Polly.Retry;
        class Program { Task<VideoTask> RunAsync(IVideoApi api, {{type}} policy) => policy.ExecuteAsync(() => api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new())); }
        """);

    [Fact]
    public Task A_blocking_policy_that_is_given() => FileAsync("""
        using Polly.Retry;
        class Program { VideoTask Run(IVideoApi api, RetryPolicy policy) => policy.Execute(() => api.[|CreateTaskAsync|](new()).Result); }
        """);

    [Theory]
    [InlineData("registry.TryAddBuilder(\"uploads\", (b, _) => b.AddRetry(new()));", "registry.GetPipeline(\"uploads\")", true)]
    [InlineData("registry.GetOrAddPipeline(\"uploads\", b => b.AddRetry(new()));", "registry.GetPipeline(\"uploads\")", true)]
    [InlineData("registry.GetOrAddPipeline(\"uploads\", b => b.AddTimeout(TimeSpan.FromSeconds(1)));", "registry.GetPipeline(\"uploads\")", false)]
    [InlineData("registry.GetOrAddPipeline(\"reads\", b => b.AddRetry(new()));", "registry.GetPipeline(\"uploads\")", false)]
    [InlineData("registry.GetOrAddPipeline(Key, b => b.AddRetry(new()));", "registry.GetPipeline(Key)", true)]
    [InlineData("registry.GetOrAddPipeline(Program.Key, b => b.AddRetry(new()));", "registry.GetPipeline(Program.Key)", true)]
    [InlineData("registry.GetOrAddPipeline(Key + \"s\", b => b.AddRetry(new()));", "registry.GetPipeline(Key + \"s\")", false)]
    [InlineData("services.AddResiliencePipeline(\"uploads\", b => b.AddRetry(new()));", "registry.GetPipeline(\"uploads\")", true)]
    [InlineData("services.AddAnything(\"uploads\", b => b.AddRetry(new()));", "registry.GetPipeline(\"uploads\")", false)]
    [InlineData("", "registry.GetOrAddPipeline(\"uploads\", b => b.AddRetry(new()))", true)]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddRetry(new()).Build();", "pipeline", true)]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build();", "pipeline", false)]
    [InlineData("var builder = new ResiliencePipelineBuilder(); builder.AddTimeout(TimeSpan.FromSeconds(1)).AddRetry(new());", "builder.Build()", true)]
    [InlineData("var builder = new ResiliencePipelineBuilder(); var other = new ResiliencePipelineBuilder(); other.AddRetry(new());", "builder.Build()", false)]
    [InlineData("ResiliencePipeline pipeline; pipeline = new ResiliencePipelineBuilder().AddRetry(new()).Build();", "pipeline", true)]
    [InlineData("ResiliencePipeline Make() => new ResiliencePipelineBuilder().AddRetry(new()).Build();", "Make()", true)]
    [InlineData("ResiliencePipeline Other() => new ResiliencePipelineBuilder().AddRetry(new()).Build(); ResiliencePipeline Make() => ResiliencePipeline.Empty;", "Make()", false)]
    [InlineData("var retry = new ResiliencePipelineBuilder().AddRetry(new()).Build(); ResiliencePipeline Make(bool retry) => ResiliencePipeline.Empty;", "Make(retry: false)", false)]
    [InlineData("", "_retrying", true)]
    [InlineData("", "this._retrying", true)]
    [InlineData("", "_waiting", false)]
    [InlineData("", "_assigned", true)]
    [InlineData("", "Retrying", true)]
    [InlineData("", "Waiting", false)]
    [InlineData("", "Shared.Retrying", true)]
    [InlineData("", "Shared.Waiting", false)]
    [InlineData("var Retrying = \"\";", "Shared.Waiting", false)]
    public Task A_pipeline_from_somewhere(string before, string pipeline, bool isReported) => FileAsync($$"""
        using Polly;
        using Polly.Registry;
        using Polly.Retry;
        static class Services
        {
            public static void AddResiliencePipeline(this object services, string key, Action<ResiliencePipelineBuilder> configure) { }
            public static void AddAnything(this object services, string key, Action<ResiliencePipelineBuilder> configure) { }
        }
        static class Shared
        {
            public static readonly ResiliencePipeline Retrying = new ResiliencePipelineBuilder().AddRetry(new()).Build();
            public static readonly ResiliencePipeline Waiting = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build();
        }
        partial class Program
        {
            private const string Key = "uploads";
            private readonly ResiliencePipeline _retrying = new ResiliencePipelineBuilder().AddRetry(new()).Build();
            private readonly ResiliencePipeline _waiting = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build();
            private readonly ResiliencePipeline _assigned;
            private ResiliencePipeline Retrying => new ResiliencePipelineBuilder().AddRetry(new()).Build();
            private ResiliencePipeline Waiting { get { return new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build(); } }
            public Program() => this._assigned = new ResiliencePipelineBuilder().AddRetry(new()).Build();

            async Task RunAsync(IVideoApi api, object services, ResiliencePipelineRegistry<string> registry)
            {
                {{before}}
                Console.WriteLine((await {{pipeline}}.ExecuteAsync(async token => await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new(), token))).Id);
            }
        }
        """);

    [Theory]
    [InlineData("registry.Add(\"uploads\", Policy.Handle<Exception>().RetryAsync());", true)]
    [InlineData("registry.Add(\"reads\", Policy.Handle<Exception>().RetryAsync());", false)]
    [InlineData("registry.Add(\"uploads\", Policy.TimeoutAsync(3));", false)]
    public Task A_policy_of_a_registry(string before, bool isReported) => PollyAsync($$"""
        var registry = new PolicyRegistry();
        {{before}}
        Console.WriteLine((await registry.Get<IAsyncPolicy>("uploads").ExecuteAsync(() => api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new()))).Id);
        """, "using Polly.Registry;\n");

    [Theory]
    [InlineData("pipeline.ExecuteAsync(StartAsync)", "CancellationToken stop", "ValueTask<VideoTask>", true)]
    [InlineData("policy.ExecuteAsync(StartAsync)", "", "Task<VideoTask>", true)]
    [InlineData("policy.ExecuteAsync(StartAsync, new Context())", "Context context", "Task<VideoTask>", true)]
    [InlineData("pipeline.ExecuteAsync(StartAsync, ResilienceContextPool.Shared.Get())", "ResilienceContext context", "ValueTask<VideoTask>", true)]
    [InlineData("pipeline.ExecuteAsync(StartAsync, 5)", "int number, CancellationToken stop", "ValueTask<VideoTask>", false)]
    [InlineData("waiting.ExecuteAsync(StartAsync)", "CancellationToken stop", "ValueTask<VideoTask>", false)]
    [InlineData("policy.ExecuteAsync(OtherAsync)", "", "Task<VideoTask>", false)]
    public Task A_method_that_is_run_again(string run, string parameters, string result, bool isReported) => FileAsync($$"""
        using Polly;
        using Polly.Retry;
        class Program
        {
            private readonly IVideoApi _api = null!;
            async Task<VideoTask> RunAsync()
            {
                var pipeline = new ResiliencePipelineBuilder().AddRetry(new()).Build();
                var waiting = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build();
                var policy = Policy.Handle<Exception>().RetryAsync();
                return await {{run}};
            }
            async {{result}} StartAsync({{parameters}}) => await _api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new());
            Task<VideoTask> OtherAsync() => Task.FromResult(new VideoTask());
        }
        """);

    [Theory]
    [InlineData("try { Console.WriteLine((await api.CreateTaskAsync(new(), token)).Id); } catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("try { Console.WriteLine((await api.CreateTaskAsync(new(), token)).Id); } catch { }")]
    [InlineData("try { Console.WriteLine((await api.[|CreateTaskAsync|](new(), token)).Id); } catch (Exception e) { Console.WriteLine(e); throw; }")]
    [InlineData("try { Console.WriteLine((await api.[|CreateTaskAsync|](new(), token)).Id); } catch (Exception) when (flag) { }")]
    [InlineData("try { Console.WriteLine((await api.[|CreateTaskAsync|](new(), token)).Id); } catch (TimeoutException) { }")]
    [InlineData("try { Console.WriteLine(); } catch (Exception) { Console.WriteLine((await api.[|CreateTaskAsync|](new(), token)).Id); }")]
    [InlineData("try { Console.WriteLine((await api.[|CreateTaskAsync|](new(), token)).Id); } finally { Console.WriteLine(); }")]
    public Task Failures_inside_the_delegate(string inside) => PollyAsync($$"""
        var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();
        await pipeline.ExecuteAsync(async token => { {{inside}} }, stop);
        """);
}
