using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class RepeatedStartTests : RuleTests<WaitingAnalyzer>
{
    protected override string Id => "LRO1012";

    protected override string Mistake => """
        for (int attempt = 0; attempt < 3; attempt++)
        {
            try { Console.WriteLine((await api.[|CreateTaskAsync|](new(), stop)).Id); break; }
            catch (TimeoutException) { await Task.Delay(1000, stop); }
        }
        """;

    protected override IEnumerable<MetadataReference> MoreReferences => [References.TwelveLabs, .. References.Polly];

    [Fact]
    public Task Message() => SaysAsync(
        """while (true) { try { Console.WriteLine((await api.[|CreateTaskAsync|](new(), stop)).Id); break; } catch (TimeoutException) { } }""",
        "CreateTaskAsync is called again after a failure; where only its answer was lost, that starts and pays for a second Upload job, and nobody finds the first. Start once, and repeat only what looks at the job.");

    [Fact]
    public Task Endless_loop_that_success_returns_from() => ReportsAsync("""
        Console.WriteLine(await StartAsync());
        async Task<string> StartAsync()
        {
            int attempt = 0;
            while (true)
            {
                try
                {
                    var request = new UploadRequest { Name = text };
                    var task = await api.[|CreateTaskAsync|](request, stop);
                    return task.Id;
                }
                catch (Exception) when (++attempt < 5)
                {
                    await Task.Delay(TimeSpan.FromSeconds(attempt), stop);
                }
            }
        }
        """);

    [Fact]
    public Task Flags() => ReportsAsync("""
        bool done = false;
        while (!done)
        {
            try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); done = true; }
            catch (Exception e) { Console.WriteLine(e.Message); }
        }

        bool again = true;
        do
        {
            again = false;
            try { Console.WriteLine((await api.[|ImportAsync|](text)).Id); }
            catch (TimeoutException) { again = true; }
        }
        while (again);
        """);

    [Fact]
    public Task Result_that_is_still_null() => ReportsAsync("""
        VideoTask? task = null;
        int tries = 0;
        do
        {
            try { task = await api.[|UploadAndWaitAsync|](new(), null, stop); }
            catch (OperationTimeoutException) { if (++tries == 3) { throw; } }
        }
        while (task is null);

        string? id = null;
        for (int i = 0; i < 5 && id == null; i++)
        {
            try { id = (await api.[|CreateTaskAsync|](new()))?.Id; }
            catch (TimeoutException) { continue; }
        }

        Console.WriteLine(task.VideoId + id);
        """);

    [Fact]
    public Task Counter_that_success_ends() => ReportsAsync("""
        int left = 3;
        while (left > 0)
        {
            try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); left = 0; }
            catch (Exception) { left--; }
        }
        """);

    [Fact]
    public Task Jump_back() => ReportsAsync("""
        int attempts = 0;
        again:
        try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); }
        catch (Exception) { if (++attempts < 3) { goto again; } throw; }
        """);

    [Fact]
    public Task Loop_over_delays() => ReportsAsync("""
        foreach (int delay in new[] { 1, 5, 10 })
        {
            try { Console.WriteLine((await api.[|ImportAsync|](text, null, stop)).Id); return; }
            catch (Exception) { await Task.Delay(TimeSpan.FromSeconds(delay), stop); }
        }
        """);

    [Fact]
    public Task Attempts_for_each_of_many() => ReportsAsync("""
        foreach (string url in text.Split(' '))
        {
            for (int i = 0; ; i++)
            {
                try { Console.WriteLine((await api.[|ImportAsync|](url)).Id); break; }
                catch (Exception) when (i < 3) { }
            }
        }
        """);

    [Fact]
    public Task All_again_because_one_failed() => ReportsAsync("""
        string[] urls = text.Split(' ');
        while (true)
        {
            try
            {
                foreach (string url in urls) { Console.WriteLine((await api.[|ImportAsync|](url)).Id); }
                Console.WriteLine((await Task.WhenAll(urls.Select(u => api.[|ImportAsync|](u))))[0].Id);
                break;
            }
            catch (Exception e) { Console.WriteLine(e); }
        }
        """);

    [Fact]
    public Task Failure_after_the_start() => ReportsAsync("""
        while (true)
        {
            try
            {
                var task = await api.[|CreateTaskAsync|](new());
                await System.IO.File.WriteAllTextAsync(text, task.Id, stop);
                break;
            }
            catch (System.IO.IOException) { await Task.Delay(1000, stop); }
        }
        """);

    [Fact]
    public Task Handler_that_throws_to_an_outer_one() => ReportsAsync("""
        while (true)
        {
            try
            {
                try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); return; }
                catch (TimeoutException e) { throw new InvalidOperationException("slow", e); }
                finally { Console.WriteLine("tried"); }
            }
            catch (InvalidOperationException) { }
        }
        """);

    [Fact]
    public Task Status_of_the_result_decides_too() => ReportsAsync("""
        while (true)
        {
            try
            {
                var task = await api.[|CreateTaskAsync|](new());
                if (task.Status == VideoStatus.Failed) { continue; }
                Console.WriteLine(task.Id);
                break;
            }
            catch (OperationStartUncertainException) { }
        }
        """);

    [Fact]
    public Task Filter_that_lets_more_through_than_a_refusal() => ReportsAsync("""
        while (true)
        {
            try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); break; }
            catch (System.Net.Http.HttpRequestException e) when (e.StatusCode is System.Net.HttpStatusCode.TooManyRequests or System.Net.HttpStatusCode.BadGateway) { }
        }
        """);

    [Fact]
    public Task Blocking_loop() => ReportsAsync("""
        bool TryStart(out VideoTask? task)
        {
            for (int i = 0; i < 3; i++)
            {
                try { task = api.[|CreateTaskAsync|](new()).GetAwaiter().GetResult(); return true; }
                catch { }
            }
            task = null;
            return false;
        }
        Console.WriteLine(TryStart(out var started) + started?.Id);
        """);

    [Fact]
    public Task Worker_with_state_in_members() => FileAsync("""
        class Worker(IVideoApi api)
        {
            private readonly UploadRequest _request = new();
            private bool Done { get; set; }
            async Task ExecuteAsync(CancellationToken stop)
            {
                while (!Done && !stop.IsCancellationRequested)
                {
                    try { Console.WriteLine((await api.[|StartUploadAsync|](_request, stop)).Id); Done = true; }
                    catch (Exception e) when (e is not OperationCanceledException) { await Task.Delay(1000, stop); }
                }
            }
        }
        """);

    [Fact]
    public Task Generated_client() => FileAsync("""
        using TwelveLabs;
        class Program
        {
            async Task<IndexTask> UploadAsync(ITwelveLabsClient client, Uri url, CancellationToken stop)
            {
                for (int attempt = 1; ; attempt++)
                {
                    try { return await client.[|UploadFromExternalProviderAndWaitAsync|](new() { IndexId = "i", Url = url }, cancellationToken: stop); }
                    catch (TwelveLabsException) when (attempt < 3) { await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), stop); }
                }
            }
        }
        """);

    [Fact]
    public Task Pipeline_of_a_local() => PollyAsync("""
        var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(9)).AddRetry(new RetryStrategyOptions()).Build();
        Console.WriteLine((await pipeline.ExecuteAsync(async token => await api.[|CreateTaskAsync|](new(), token), stop)).Id);
        Console.WriteLine((await pipeline.ExecuteAsync(static async (s, token) => await s.api.[|ImportAsync|](s.text, null, token), (api, text), stop)).Id);
        """);

    [Fact]
    public Task Pipeline_made_step_by_step() => PollyAsync("""
        var builder = new ResiliencePipelineBuilder();
        builder.AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2, ShouldHandle = new PredicateBuilder().Handle<TimeoutException>() });
        var inner = builder.Build();
        var pipeline = new ResiliencePipelineBuilder().AddPipeline(inner).Build();
        Func<CancellationToken, ValueTask<VideoTask>> work = async token => await api.[|CreateTaskAsync|](new(), token);
        Console.WriteLine((await pipeline.ExecuteAsync(work, stop)).Id);
        """);

    [Fact]
    public Task Pipelines_of_members() => FileAsync("""
        using Polly;
        class Program
        {
            private static readonly Lazy<ResiliencePipeline> Shared = new(() => new ResiliencePipelineBuilder().AddRetry(new()).Build());
            private readonly IVideoApi _api;
            private readonly ResiliencePipeline<VideoTask> _own;
            private ResiliencePipeline Made { get; } = Make();
            public Program(IVideoApi api) { _api = api; _own = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new()).Build(); }
            private static ResiliencePipeline Make() { var builder = new ResiliencePipelineBuilder(); return builder.AddRetry(new()).Build(); }
            public async Task<string> First() => (await Shared.Value.ExecuteAsync(async t => await _api.[|CreateTaskAsync|](new(), t))).Id;
            public ValueTask<VideoTask> Second() => _own.ExecuteAsync(t => new ValueTask<VideoTask>(_api.[|CreateTaskAsync|](new(), t)));
            public async Task<VideoTask> Third() => await Made.ExecuteAsync(Once);
            private async ValueTask<VideoTask> Once(CancellationToken stop) => await _api.[|CreateTaskAsync|](new(), stop);
        }
        """);

    [Fact]
    public Task Policies() => PollyAsync("""
        var retry = Policy.Handle<TimeoutException>().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt));
        IAsyncPolicy wrapped = Policy.WrapAsync(Policy.TimeoutAsync(9), retry);
        Console.WriteLine((await retry.ExecuteAsync(() => api.[|CreateTaskAsync|](new()))).Id);
        Console.WriteLine((await wrapped.ExecuteAsync(token => api.[|ImportAsync|](text, null, token), stop)).Id);
        Console.WriteLine((await Policy<VideoTask>.Handle<Exception>().RetryAsync().ExecuteAsync(async () => await api.[|CreateTaskAsync|](new()))).Id);
        Console.WriteLine(Policy.Handle<Exception>().Retry(2).Execute(() => api.[|CreateTaskAsync|](new()).Result).Id);
        """);

    [Fact]
    public Task Policy_by_its_type() => FileAsync("""
        using Polly.Retry;
        class Program(IVideoApi api, AsyncRetryPolicy<VideoTask> policy)
        {
            Task<VideoTask> First() => policy.ExecuteAsync(() => api.[|CreateTaskAsync|](new()));
            Task<VideoTask> Second(AsyncRetryPolicy other) => other.ExecuteAsync(() => api.[|UploadAndWaitAsync|](new()));
        }
        """);

    [Fact]
    public Task Time_limit_of_a_wait_that_starts_again() => ReportsAsync("""
        for (int i = 0; i < 3; i++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(TimeSpan.FromMinutes(9));
            try { var operation = await api.[|StartUploadAsync|](new()); Console.WriteLine((await operation.WaitForCompletionAsync(null, limit.Token)).VideoId); break; }
            catch (OperationTimeoutException e) { Console.WriteLine(e.Message); }
        }
        """);

    private Task PollyAsync(string statements) => FileAsync("using Polly;\nusing Polly.Retry;\n" + InMethod(statements));
}
