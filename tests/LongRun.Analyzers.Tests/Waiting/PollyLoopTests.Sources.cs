namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Where policies, predicates and options come from, and how policies are put together.</content>
public sealed partial class PollyLoopTests
{
    private const string Made = """Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3))""";

    [Theory]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll => MADE;", true)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll { get => MADE; }", true)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll { get { return MADE; } }", true)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll { get { Func<int> other = () => { return 1; }; Console.WriteLine(other()); return MADE; } }", true)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll { get { int Other() { return 1; } Console.WriteLine(Other()); return MADE; } }", true)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll { get { if (DateTime.Now.Hour > 3) { return Policy.NoOpAsync<VideoTask>(); } return MADE; } }", false)]
    [InlineData("public static IAsyncPolicy<VideoTask> Poll { get; } = MADE;", true)]
    [InlineData("public static IAsyncPolicy<VideoTask> Poll { get; private set; } = MADE;", true)]
    [InlineData("public static IAsyncPolicy<VideoTask> Poll { get; set; } = MADE;", false)]
    [InlineData("public static readonly IAsyncPolicy<VideoTask> Poll = MADE;", true)]
    [InlineData("public static IAsyncPolicy<VideoTask> Poll = MADE;", false)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll = MADE;", true)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll = MADE; static void Change() => Poll = Policy.NoOpAsync<VideoTask>();", false)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll; static Program() => Poll = MADE;", true)]
    [InlineData("private static IAsyncPolicy<VideoTask>? Poll; static void Change() => Poll ??= MADE;", false)]
    [InlineData("private static IAsyncPolicy<VideoTask> Poll => Other.Made;", false)]
    public Task A_policy_of_a_member(string member, bool isReported) => FileAsync($$"""
        static class Other { public static IAsyncPolicy<VideoTask> Made => {{Made}}; }
        class Program
        {
            {{member.Replace("MADE", Made, StringComparison.Ordinal)}}
            static Task RunAsync(IVideoApi api, CancellationToken stop) => Poll!.{{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}}(t => api.GetTaskAsync("1", t), stop);
        }
        """);

    [Theory]
    [InlineData("Make()", true)]
    [InlineData("MakeHere()", true)]
    [InlineData("MakeOne(number)", false)]
    [InlineData("Outer.Kept", true)]
    [InlineData("new Inner().Make()", false)]
    public Task A_policy_that_a_function_makes(string policy, bool isReported) => FileAsync($$"""
        class Inner { public IAsyncPolicy<VideoTask> Make() => {{Made}}; }
        class Outer
        {
            private static readonly IAsyncPolicy<VideoTask> Kept = {{Made}};
            class Program
            {
                static async Task RunAsync(IVideoApi api, int number, CancellationToken stop)
                {
                    await {{policy}}.{{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}}(t => api.GetTaskAsync("1", t), stop);
                    IAsyncPolicy<VideoTask> MakeHere() { return {{Made}}; }
                }
                static IAsyncPolicy<VideoTask> Make() { var made = {{Made}}; return made; }
                static IAsyncPolicy<VideoTask> MakeOne(int number) { if (number > 3) { return Policy.NoOpAsync<VideoTask>(); } return {{Made}}; }
            }
        }
        """);

    [Theory]
    [InlineData("Policy.TimeoutAsync<VideoTask>(900).WrapAsync(poll)", false)]
    [InlineData("poll.WrapAsync(Policy.TimeoutAsync<VideoTask>(9))", true)]
    [InlineData("Policy.WrapAsync(poll, Policy.TimeoutAsync<VideoTask>(9))", true)]
    [InlineData("Policy.WrapAsync(Policy.TimeoutAsync<VideoTask>(900), poll)", false)]
    [InlineData("Policy.WrapAsync(new IAsyncPolicy<VideoTask>[] { poll, Policy.TimeoutAsync<VideoTask>(9) })", true)]
    [InlineData("Policy.WrapAsync(others)", false)]
    [InlineData("poll.WithPolicyKey(\"poll\")", true)]
    [InlineData("Policy.Handle<HttpRequestException>().RetryAsync(3).AsAsyncPolicy<VideoTask>().WrapAsync(poll)", true)]
    [InlineData("Policy.TimeoutAsync(900).AsAsyncPolicy<VideoTask>().WrapAsync(poll)", false)]
    [InlineData("Policy.Handle<HttpRequestException>().RetryAsync(3).WrapAsync(poll)", true)]
    [InlineData("Policy.Handle<HttpRequestException>().CircuitBreakerAsync(3, TimeSpan.FromSeconds(9)).WrapAsync(poll)", true)]
    [InlineData("Policy<VideoTask>.HandleResult(t => t.Id == \"\").CircuitBreakerAsync(3, TimeSpan.FromSeconds(9)).WrapAsync(poll)", false)]
    [InlineData("Policy.BulkheadAsync<VideoTask>(1).WrapAsync(poll)", false)]
    [InlineData("Policy.HandleResult<VideoTask>(t => t.Id == \"\").RetryAsync(2).WrapAsync(poll)", false)]
    public Task Policies_put_together(string policy, bool isReported) => ReportsAsync($$"""
        IAsyncPolicy<VideoTask>[] others = [];
        {{Poll}}
        await {{policy}}.{{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}}(t => api.GetTaskAsync("1", t), stop);
        """);

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().Or<TimeoutException>().OrInner<TimeoutException>().OrResult<VideoTask>(t => t.Status != VideoStatus.Ready)", true)]
    [InlineData("Policy.HandleInner<HttpRequestException>().OrResult<VideoTask>(t => t.Status != VideoStatus.Ready)", true)]
    [InlineData("Policy<VideoTask>.HandleResult(t => t.Status != VideoStatus.Ready)", true)]
    [InlineData("Policy<VideoTask>.HandleResult(t => t.Status == VideoStatus.Failed).OrResult(t => t.Status != VideoStatus.Ready)", true)]
    [InlineData("Policy<VideoTask>.HandleResult(Own.IsPending)", false)]
    [InlineData("Policy<VideoTask>.HandleResult(t => true)", false)]
    [InlineData("Policy<VideoTask>.Handle<HttpRequestException>()", false)]
    public Task What_a_policy_asks_again_for(string handled, bool isReported) => FileAsync(
        "static class Own { public static bool IsPending(VideoTask task) => task.Status != VideoStatus.Ready; }\n"
        + InMethod($"""await {handled}.WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}(t => api.GetTaskAsync("1", t), stop);"""));

    [Theory]
    [InlineData("var handled = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready);", "new RetryStrategyOptions<VideoTask> { ShouldHandle = handled, MaxRetryAttempts = int.MaxValue }", true)]
    [InlineData("var handled = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready); handled.HandleResult(t => t.Id == \"\");", "new RetryStrategyOptions<VideoTask> { ShouldHandle = handled, MaxRetryAttempts = int.MaxValue }", false)]
    [InlineData("var options = new RetryStrategyOptions<VideoTask> { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready) }; options.MaxRetryAttempts = int.MaxValue;", "options", true)]
    [InlineData("var options = new RetryStrategyOptions<VideoTask> { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready) }; if (flag) { options.MaxRetryAttempts = int.MaxValue; }", "options", false)]
    [InlineData("var options = new RetryStrategyOptions<VideoTask> { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue }; Change(options); void Change(object o) { }", "options", false)]
    [InlineData("var options = new RetryStrategyOptions<VideoTask> { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue }; text = options.Name!;", "options", false)]
    [InlineData("", "Options()", true)]
    [InlineData("", "Other.Options()", false)]
    public Task Options_from_somewhere(string before, string options, bool isReported) => FileAsync($$"""
        static class Other { public static RetryStrategyOptions<VideoTask> Options() => new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue }; }
        class Program
        {
            async Task RunAsync(IVideoApi api, string text, bool flag, CancellationToken stop)
            {
                {{before}}
                var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry({{options}}).Build();
                await pipeline.{{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}}(async token => await api.GetTaskAsync("1", token), stop);
                Console.WriteLine(text);
            }
            static RetryStrategyOptions<VideoTask> Options() => new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue };
        }
        """);

    [Theory]
    [InlineData("var builder = new ResiliencePipelineBuilder<VideoTask>(); builder.AddRetry(OPTIONS); var pipeline = builder.Build();", true)]
    [InlineData("var builder = new ResiliencePipelineBuilder<VideoTask> { Name = \"poll\" }; builder.AddTimeout(TimeSpan.FromMinutes(9)).AddRetry(OPTIONS); var pipeline = builder.Build();", false)]
    [InlineData("var first = new ResiliencePipelineBuilder<VideoTask>(); var builder = first.AddRetry(OPTIONS); var pipeline = builder.Build();", true)]
    [InlineData("var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(OPTIONS).Build().AsAsyncPolicy();", true)]
    [InlineData("ResiliencePipelineBuilder<VideoTask> Begin() => new(); var pipeline = Begin().AddRetry(OPTIONS).Build();", true)]
    [InlineData("var builder = new ResiliencePipelineBuilder<VideoTask>(); Add(builder); builder.AddRetry(OPTIONS); var pipeline = builder.Build(); void Add(object o) { }", false)]
    [InlineData("var builder = Given(); var pipeline = builder.AddRetry(OPTIONS).Build(); ResiliencePipelineBuilder<VideoTask> Given() { if (flag) { return new(); } return new(); }", false)]
    public Task Pipelines_put_together(string statements, bool isReported) => ReportsAsync(
        statements.Replace("OPTIONS", "new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue }", StringComparison.Ordinal)
        + $"await pipeline.{(isReported ? "[|ExecuteAsync|]" : "ExecuteAsync")}(async token => await api.GetTaskAsync(\"1\", token), stop);");

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().Retry(3).AsPolicy<VideoTask>().Wrap(poll)", true)]
    [InlineData("Policy.Timeout(900).AsPolicy<VideoTask>().Wrap(poll)", false)]
    [InlineData("poll.Wrap(Policy.Timeout<VideoTask>(9))", true)]
    [InlineData("Policy.Wrap(poll, Policy.Timeout<VideoTask>(9))", true)]
    [InlineData("new ResiliencePipelineBuilder<VideoTask>().AddRetry(options).Build().AsSyncPolicy()", true)]
    public Task Blocking_policies_put_together(string policy, bool isReported) => FileAsync($$"""
        class Program
        {
            void Run(IVideoApi api)
            {
                var options = new RetryStrategyOptions<VideoTask> { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = int.MaxValue };
                var poll = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForever(_ => TimeSpan.FromSeconds(3));
                {{policy}}.{{(isReported ? "[|Execute|]" : "Execute")}}(() => api.GetTaskAsync("1").Result);
            }
        }
        """);
}
