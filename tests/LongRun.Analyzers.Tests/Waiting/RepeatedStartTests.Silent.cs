namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Starts that are made once, or may be made again.</content>
public sealed partial class RepeatedStartTests
{
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
}
