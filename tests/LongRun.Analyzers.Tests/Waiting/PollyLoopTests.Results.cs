namespace LongRun.Analyzers.Tests.Waiting;

/// <content>LRO1002 after a retry: what it let through is known as far as its predicate is.</content>
public sealed partial class PollyLoopTests
{
    [Fact]
    public Task Result_of_a_retry_that_waited_for_success() => SilentAsync("""
        var poll = Policy.TimeoutAsync<VideoTask>(1800).WrapAsync(Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)));
        var done = await poll.ExecuteAsync(t => api.GetTaskAsync("1", t), stop);
        Console.WriteLine(done.VideoId!.Length);
        """);

    [Fact]
    public Task Result_of_a_pipeline_that_is_not_in_sight() => FileAsync("""
        class Program(ResiliencePipeline<VideoTask> pipeline)
        {
            async Task Run(IVideoApi api, CancellationToken stop)
            {
                var done = await pipeline.ExecuteAsync(async t => await api.GetTaskAsync("1", t), stop);
                Console.WriteLine(done.VideoId!.Length);
            }
        }
        """);

    [Fact]
    public Task Result_of_a_retry_that_lets_failures_through() => ReportsAsync("""
        var done = await Policy.HandleResult<VideoTask>(t => t.Status.Value is not ("ready" or "failed" or "canceled")).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3)).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);
        Console.WriteLine(done.{|LRO1002:VideoId|}!.Length);
        """);

    [Fact]
    public Task Result_of_a_retry_whose_attempts_ran_out() => ReportsAsync("""
        var done = await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryAsync(10, _ => TimeSpan.FromSeconds(3)).ExecuteAsync(t => api.GetTaskAsync("1", t), stop);
        Console.WriteLine(done.{|LRO1002:VideoId|}!.Length);
        """);

    [Fact]
    public Task Result_of_a_retry_of_transient_failures() => ReportsAsync("""
        var retry = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().Handle<HttpRequestException>() }).Build();
        var task = await retry.ExecuteAsync(async t => await api.GetTaskAsync("1", t), stop);
        Console.WriteLine(task.{|LRO1002:VideoId|}!.Length);
        """);

    [Fact]
    public Task Callback_that_calls_itself() => FileAsync("""
        class Program
        {
            Task Run(IVideoApi api, CancellationToken stop)
            {
                var poll = Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(3));
                return AskAsync(stop);
                async Task<VideoTask> AskAsync(CancellationToken token) => stop.CanBeCanceled ? await api.GetTaskAsync("1", token) : await poll.ExecuteAsync(AskAsync, token);
            }
        }
        """);
}
