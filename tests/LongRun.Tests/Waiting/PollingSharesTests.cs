using Benchmarks.Polling;

namespace LongRun.Tests.Waiting;

/// <summary>What waits cost, on simulated jobs: the bounds that <c>tests/Benchmarks -- polling</c> prints a table of. Needs .NET 10 (Azure.Core's strategies are compared).</summary>
public sealed class PollingSharesTests
{
    private const int Jobs = 4000;

    [Theory]
    [InlineData(1, nameof(Hints.TimeLeftPerJob))]
    [InlineData(1, nameof(Hints.TimeLeftPerPoll))]
    [InlineData(20, nameof(Hints.TimeLeftPerJob))]
    [InlineData(20, nameof(Hints.TimeLeftPerPoll))]
    public void The_time_left_saves_nearly_all_requests_and_costs_no_delay(int seed, string hints)
    {
        IReadOnlyList<TracedJob> jobs = Trace.Draw(Jobs, seed);
        Outcome loop = Waits.OfLoop(jobs, 1);

        Outcome wait = Waits.OfLongRun(jobs, Enum.Parse<Hints>(hints));

        Assert.InRange(wait.RequestsPerJob / loop.RequestsPerJob, 0.01, PollingBounds.RequestsWithTimeLeft);
        Assert.InRange(wait.MeanDelay / loop.MeanDelay, 0.1, PollingBounds.DelayWithTimeLeft);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Answers_that_leave_the_time_left_out_cost_calls_and_no_delay(int seed)
    {
        IReadOnlyList<TracedJob> jobs = Trace.Draw(Jobs, seed);
        Outcome loop = Waits.OfLoop(jobs, 1);

        Outcome wait = Waits.OfLongRun(jobs, Hints.TimeLeftWithGaps);

        Assert.InRange(wait.RequestsPerJob / loop.RequestsPerJob, 0.01, PollingBounds.RequestsWithGaps);
        Assert.InRange(wait.MeanDelay / loop.MeanDelay, 0.1, PollingBounds.DelayWithTimeLeft);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void The_share_done_is_as_good_as_an_estimate_although_the_work_speeds_up(int seed)
    {
        IReadOnlyList<TracedJob> jobs = Trace.Draw(Jobs, seed);

        Outcome wait = Waits.OfLongRun(jobs, Hints.ShareDone);

        Assert.InRange(wait.RequestsPerJob / Waits.OfLoop(jobs, 1).RequestsPerJob, 0.01, PollingBounds.RequestsWithEstimate);
        Assert.InRange(wait.P95Share, 0.001, PollingBounds.ShareWithEstimate);
    }

    [Theory]
    [InlineData(1, 0.75)]
    [InlineData(20, 0.75)]
    [InlineData(1, 1)]
    [InlineData(1, 1.25)]
    public void An_estimate_bounds_the_delay_by_the_duration(int seed, double bias)
    {
        IReadOnlyList<TracedJob> jobs = Trace.Draw(Jobs, seed, bias);

        Outcome wait = Waits.OfLongRun(jobs, Hints.Estimate);

        Assert.InRange(wait.RequestsPerJob / Waits.OfLoop(jobs, 1).RequestsPerJob, 0.01, PollingBounds.RequestsWithEstimate);
        Assert.InRange(wait.P95Share, 0.001, PollingBounds.ShareWithEstimate);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void A_webhook_saves_all_requests_but_three_and_is_noticed_as_it_comes(int seed)
    {
        IReadOnlyList<TracedJob> jobs = Trace.Draw(Jobs, seed);

        Outcome wait = Waits.OfWebhook(jobs, PollingBounds.WebhookArrival);

        Assert.InRange(wait.RequestsPerJob, 1, PollingBounds.RequestsWithWebhook);
        Assert.InRange(wait.MeanDelay, 0, PollingBounds.DelayWithWebhook);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void A_watcher_over_a_thousand_jobs_needs_few_requests_and_is_quick_to_notice(int seed)
    {
        IReadOnlyList<TracedJob> jobs = Trace.Draw(1000, seed);

        Outcome watcher = Waits.OfWatcher(jobs, isRecentFirst: true);

        Assert.InRange(watcher.RequestsPerJob / Waits.OfLoop(jobs, 1).RequestsPerJob, 0.001, PollingBounds.RequestsOfWatcher);
        Assert.InRange(watcher.MeanDelay, 0.1, PollingBounds.DelayOfWatcher);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Without_hints_there_are_fewer_requests_than_those_of_a_strategy_that_is_as_late(int seed)
    {
        IReadOnlyList<TracedJob> jobs = Trace.Draw(Jobs, seed);

        Outcome wait = Waits.OfLongRun(jobs, Hints.None, new DocumentDrivenDelay(new Random(seed)));

        Assert.InRange(wait.RequestsPerJob, 1, Waits.OfAzureAtDelay(jobs, wait.MeanDelay).RequestsPerJob);
    }
}
