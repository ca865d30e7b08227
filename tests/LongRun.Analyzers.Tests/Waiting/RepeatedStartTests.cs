using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

public sealed class RepeatedStartTests : RuleTests<WaitingAnalyzer>
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
    public Task Different_requests() => SilentAsync("""
        string[] urls = text.Split(' ');
        foreach (string url in urls) { try { Console.WriteLine((await api.ImportAsync(url)).Id); } catch (Exception) { continue; } }
        foreach (string url in urls) { try { Console.WriteLine((await api.ImportAsync(url)).Id); break; } catch (Exception) { } }
        for (int i = 0; ; i++) { try { Console.WriteLine((await api.ImportAsync(urls[i])).Id); break; } catch (TimeoutException) { } }
        """);

    [Fact]
    public Task Queues() => SilentAsync("""
        var queue = new Queue<string>(text.Split(' '));
        while (queue.TryDequeue(out string? url)) { try { Console.WriteLine((await api.ImportAsync(url)).Id); break; } catch (Exception) { } }
        while (true) { try { Console.WriteLine((await api.ImportAsync(queue.Dequeue())).Id); break; } catch (TimeoutException) { } }
        while (true) { try { string url = await ReceiveAsync(); Console.WriteLine((await api.ImportAsync(url)).Id); break; } catch (TimeoutException) { } }
        static async Task<string> ReceiveAsync() { await Task.Yield(); return "x"; }
        """);

    [Fact]
    public Task Request_that_changes_with_the_attempt() => SilentAsync("""
        var request = new UploadRequest();
        foreach (string quality in new[] { "high", "low" }) { request.Quality = quality; try { Console.WriteLine((await api.CreateTaskAsync(request)).Id); break; } catch (Exception) { } }
        var tried = new HashSet<string>();
        while (true) { string url = text.Split(' ').First(u => !tried.Contains(u)); try { Console.WriteLine((await api.ImportAsync(url)).Id); break; } catch (Exception) { tried.Add(url); } }
        while (true) { try { Console.WriteLine((await api.CreateTaskAsync(request)).Id); break; } catch (Exception) { request = new() { Name = "other" }; } }
        """);

    [Fact]
    public Task Handlers_that_leave() => SilentAsync("""
        for (int i = 0; i < 3; i++) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; } catch (Exception e) { Console.WriteLine(e); throw; } }
        while (true) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; } catch (Exception) { break; } }
        for (int i = 0; i < 3; i++) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; } catch (Exception) when (i == 2) { throw; } }
        while (true) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; } catch (Exception) { Environment.Exit(1); } }
        """);

    [Fact]
    public Task Handler_outside_of_the_loop() => SilentAsync("""
        try { while (true) { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; } }
        catch (Exception) { }
        """);

    [Fact]
    public Task Flag_that_failure_sets_too() => SilentAsync("""
        bool done = false;
        while (!done) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); } catch (Exception) { } finally { done = true; } }
        """);

    [Fact]
    public Task Success_goes_on_as_well() => SilentAsync("""
        while (!stop.IsCancellationRequested) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); } catch (Exception) { } await Task.Delay(TimeSpan.FromHours(1), stop); }
        for (int i = 0; i < 10; i++) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); } catch (Exception) { number++; } }
        """);

    [Fact]
    public Task Key_that_makes_it_safe() => PollyAsync("""
        string key = Guid.NewGuid().ToString();
        while (true) { try { Console.WriteLine((await api.ImportAsync(text, key, stop)).Id); break; } catch (Exception) { } }
        var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();
        Console.WriteLine((await pipeline.ExecuteAsync(async token => await api.ImportAsync(text, key: "k", cancellationToken: token), stop)).Id);
        """);

    [Fact]
    public Task Only_the_wait_is_repeated() => PollyAsync("""
        var operation = await api.StartUploadAsync(new());
        while (true) { try { await operation.WaitForCompletionAsync(cancellationToken: stop); break; } catch (OperationTimeoutException) { } }
        var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();
        Console.WriteLine((await pipeline.ExecuteAsync(async token => await api.ListTasksAsync(5, token), stop)).Data.Count);
        """);

    [Fact]
    public Task Start_that_is_not_made_again_once_it_is_there() => SilentAsync("""
        IndexingOperation? operation = null;
        while (true)
        {
            try { operation ??= await api.StartUploadAsync(new()); Console.WriteLine((await operation.WaitForCompletionAsync(cancellationToken: stop)).VideoId); break; }
            catch (OperationTimeoutException) { }
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

    [Fact]
    public Task Failures_that_prove_that_nothing_runs() => SilentAsync("""
        while (true) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; } catch (System.Net.Http.HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.TooManyRequests) { await Task.Delay(1000, stop); } }
        while (true) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; } catch (System.Net.Http.HttpRequestException e) { if (e.HttpRequestError != System.Net.Http.HttpRequestError.ConnectionError) { throw; } } }
        for (int i = 0; i < 2; i++) { try { Console.WriteLine((await api.UploadAndWaitAsync(new(), cancellationToken: stop)).VideoId); break; } catch (OperationFailedException e) { Console.WriteLine(e.Message); } }
        """);

    [Fact]
    public Task Policies_for_refusals_only() => PollyAsync("""
        var options = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<System.Net.Http.HttpRequestException>(e => e.StatusCode == System.Net.HttpStatusCode.TooManyRequests) }).Build();
        Console.WriteLine((await options.ExecuteAsync(async token => await api.CreateTaskAsync(new(), token), stop)).Id);
        var policy = Policy.Handle<Polly.CircuitBreaker.BrokenCircuitException>().RetryAsync(3);
        Console.WriteLine((await policy.ExecuteAsync(() => api.CreateTaskAsync(new()))).Id);
        """);

    [Fact]
    public Task Repetition_that_is_not_blind() => SilentAsync("""
        while (true)
        {
            try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; }
            catch (TimeoutException) { if ((await api.ListTasksAsync(1, stop)).Data.Any(t => t.Reason == text)) { break; } }
        }

        while (true) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); break; } catch (Exception) { if (Console.ReadLine() != "again") { throw; } } }
        """);

    [Fact]
    public Task Pipelines_without_a_retry() => PollyAsync("""
        var retry = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();
        var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(9)).Build();
        Console.WriteLine((await pipeline.ExecuteAsync(async token => await api.CreateTaskAsync(new(), token), stop)).Id);
        var breaker = Policy.Handle<Exception>().CircuitBreakerAsync(3, TimeSpan.FromSeconds(9));
        Console.WriteLine((await breaker.ExecuteAsync(() => api.CreateTaskAsync(new()))).Id);
        await retry.ExecuteAsync(async token => await api.DeleteTaskAsync(text, token), stop);
        """);

    [Fact]
    public Task Pipelines_out_of_sight() => FileAsync("""
        using Polly;
        class Program(IVideoApi api, ResiliencePipeline pipeline, IAsyncPolicy policy)
        {
            async Task<VideoTask> First() => await pipeline.ExecuteAsync(async token => await api.CreateTaskAsync(new(), token));
            Task<VideoTask> Second() => policy.ExecuteAsync(() => api.CreateTaskAsync(new()));
        }
        """);

    [Fact]
    public Task Start_in_a_callback_of_the_retry() => PollyAsync("""
        var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { OnRetry = async _ => Console.WriteLine((await api.CreateTaskAsync(new())).Id) }).Build();
        await pipeline.ExecuteAsync(async token => await api.DeleteTaskAsync(text, token), stop);
        var fallback = Policy<VideoTask>.Handle<Exception>().FallbackAsync(token => api.CreateTaskAsync(new(), token));
        Console.WriteLine((await fallback.ExecuteAsync(() => Task.FromResult(new VideoTask()))).Id);
        """);

    [Fact]
    public Task Delegate_that_lets_no_failure_out() => PollyAsync("""
        var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();
        await pipeline.ExecuteAsync(async token => { try { Console.WriteLine((await api.CreateTaskAsync(new(), token)).Id); } catch (Exception e) { Console.WriteLine(e); } }, stop);
        """);

    [Fact]
    public Task Second_start_written_out() => SilentAsync("""
        try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); }
        catch (TimeoutException) { Console.WriteLine((await api.CreateTaskAsync(new())).Id); }
        """);

    [Fact]
    public Task Recursion_and_helpers_are_not_followed() => FileAsync("""
        class Program(IVideoApi api)
        {
            async Task<VideoTask> StartAsync(int left) { try { return await api.CreateTaskAsync(new()); } catch (TimeoutException) when (left > 0) { return await StartAsync(left - 1); } }
            Task<VideoTask> WithHelper() => RetryAsync(() => api.CreateTaskAsync(new()));
            async Task<T> RetryAsync<T>(Func<Task<T>> code) { while (true) { try { return await code(); } catch (TimeoutException) { } } }
        }
        """);

    private Task PollyAsync(string statements) => FileAsync("using Polly;\nusing Polly.Retry;\n" + InMethod(statements));
}
