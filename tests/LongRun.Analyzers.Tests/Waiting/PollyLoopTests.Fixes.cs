using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What is offered: a longer pause where one is written, and nothing that would take a retry for a loop.</content>
public sealed partial class PollyLoopTests
{
    [Fact]
    public Task No_wait_is_put_in_the_place_of_a_retry() => OffersNothingAsync<FailureNotSeenCodeFix>(Mistake);

    [Fact]
    public Task No_pause_is_inserted_into_a_retry() => OffersNothingAsync<LoopWithoutPauseCodeFix>("""await Policy.HandleResult<VideoTask>(t => t.Status.Value is not ("ready" or "failed" or "canceled")).RetryForeverAsync().{|LRO1004:ExecuteAsync|}(t => api.GetTaskAsync("1", t), stop);""");

    [Theory]
    [InlineData("WaitAndRetryAsync(100, _ => {|LRO1007:TimeSpan.FromMilliseconds(200)|})", "WaitAndRetryAsync(100, _ => TimeSpan.FromSeconds(1))")]
    [InlineData("WaitAndRetryAsync(100, _ => {|LRO1007:new TimeSpan(100)|})", "WaitAndRetryAsync(100, _ => TimeSpan.FromSeconds(1))")]
    public Task Pause_of_a_policy_becomes_the_minimum(string before, string after) => MendsAsync<TooFastPollingCodeFix>(Policy(before), Policy(after));

    [Theory]
    [InlineData("Delay = {|LRO1007:TimeSpan.FromMilliseconds(200)|}", "Delay = TimeSpan.FromSeconds(1)")]
    [InlineData("DelayGenerator = _ => new ValueTask<TimeSpan?>({|LRO1007:TimeSpan.FromMilliseconds(200)|})", "DelayGenerator = _ => new ValueTask<TimeSpan?>(TimeSpan.FromSeconds(1))")]
    [InlineData("DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>({|LRO1007:TimeSpan.FromMilliseconds(200)|})", "DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(TimeSpan.FromSeconds(1))")]
    [InlineData("DelayGenerator = async _ => { return {|LRO1007:TimeSpan.FromMilliseconds(200)|}; }", "DelayGenerator = async _ => { return TimeSpan.FromSeconds(1); }")]
    public Task Pause_of_a_pipeline_becomes_the_minimum(string before, string after) => MendsAsync<TooFastPollingCodeFix>(Pipeline(before), Pipeline(after));

    private static string Policy(string retry) => $$"""await Policy.HandleResult<VideoTask>(t => t.Status != VideoStatus.Ready).{{retry}}.ExecuteAsync(t => api.GetTaskAsync("1", t), stop);""";

    private static string Pipeline(string pause) => $$"""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new() { ShouldHandle = new PredicateBuilder<VideoTask>().HandleResult(t => t.Status != VideoStatus.Ready), MaxRetryAttempts = 100, {{pause}} }).Build();
        await pipeline.ExecuteAsync(async token => await api.GetTaskAsync("1", token), stop);
        """;
}
