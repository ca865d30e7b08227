using LongRun;
using AzureDelay = Azure.Core.DelayStrategy;

namespace Benchmarks.Polling;

/// <summary>The ways of waiting that are compared. All make their first status call by their own rule, after the job was created.</summary>
internal static class Waits
{
    private const double Shortest = 1;
    private const double Longest = 120;

    /// <summary>Ours: the real handle waits, on a clock that jumps.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="hints">What the server tells.</param>
    /// <param name="strategy">The strategy; <see langword="null"/>: the default.</param>
    internal static Outcome OfLongRun(IReadOnlyList<TracedJob> jobs, Hints hints, DelayStrategy? strategy = null) => new([.. jobs.Select(job =>
    {
        var clock = new VirtualClock();
        var operation = new SimulatedJob(clock, job, hints);
        clock.Run(operation.WaitForCompletionAsync(new WaitOptions { TimeProvider = clock, Delay = strategy }));
        return (job.Duration, (double)operation.Requests, clock.Now - job.Duration);
    })]);

    /// <summary>Ours, with a signal: the real handle waits, and a webhook of the job comes when it has ended.</summary>
    /// <param name="jobs">The jobs, whose server tells the time left as well.</param>
    /// <param name="arrivesAfter">Seconds that each webhook takes to arrive.</param>
    internal static Outcome OfWebhook(IReadOnlyList<TracedJob> jobs, double arrivesAfter) => new([.. jobs.Select(job =>
    {
        var clock = new VirtualClock();
        var operation = new SimulatedJob(clock, job, Hints.TimeLeftPerJob);
        using var hub = new SignalHub([SimulatedJob.Simulated], clock);
        using ITimer webhook = clock.CreateTimer(_ => hub.Notify(operation.Token), null, TimeSpan.FromSeconds(job.Duration + arrivesAfter), Timeout.InfiniteTimeSpan);
        clock.Run(operation.WaitForCompletionAsync(new WaitOptions { TimeProvider = clock, Signal = hub }));
        return (job.Duration, (double)operation.Requests, clock.Now - job.Duration);
    })]);

    /// <summary>Ours, many at once: all jobs are created together and watched through their list.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="isRecentFirst">Whether the list has those first that changed last, as that of Twelve Labs can.</param>
    internal static Outcome OfWatcher(IReadOnlyList<TracedJob> jobs, bool isRecentFirst) => new SimulatedWatcher(new VirtualClock(), jobs, isRecentFirst).Run();

    /// <summary>A loop that asks at once, and then at a fixed distance.</summary>
    internal static Outcome OfLoop(IReadOnlyList<TracedJob> jobs, double seconds) => new([.. jobs.Select(job =>
    {
        int pauses = (int)Math.Ceiling(job.Duration / seconds);
        return (job.Duration, pauses + 1d, (pauses * seconds) - job.Duration);
    })]);

    /// <summary>Azure.Core's own: it pauses before each call, as long as its strategy says.</summary>
    internal static Outcome OfAzure(IReadOnlyList<TracedJob> jobs, AzureDelay strategy) => new([.. jobs.Select(job =>
    {
        double now = 0;
        int calls = 0;
        while (now < job.Duration || calls == 0)
        {
            now += strategy.GetNextDelay(null, ++calls).TotalSeconds;
        }

        return (job.Duration, (double)calls, now - job.Duration);
    })]);

    /// <summary>
    /// Smithy's waiters (smithy.io, "Waiters": a random time between the shortest delay and the doubled one, up to the
    /// longest), with no time limit.
    /// </summary>
    internal static Outcome OfSmithy(IReadOnlyList<TracedJob> jobs, int seed)
    {
        var random = new Random(seed);
        return new([.. jobs.Select(job =>
        {
            double now = 0;
            int calls = 1;
            while (now < job.Duration)
            {
                double most = Math.Min(Longest, Shortest * Math.Pow(2, calls - 1));
                now += Shortest + (random.NextDouble() * (most - Shortest));
                calls++;
            }

            return (job.Duration, (double)calls, now - job.Duration);
        })]);
    }

    /// <summary>Azure's exponential strategy with the longest delay that makes its mean delay until noticed the one given.</summary>
    internal static Outcome OfAzureAtDelay(IReadOnlyList<TracedJob> jobs, double meanDelay)
    {
        double low = 1;
        double high = 1000;
        Outcome? outcome = null;
        for (int i = 0; i < 20; i++)
        {
            double middle = (low + high) / 2;
            outcome = OfAzure(jobs, AzureDelay.CreateExponentialDelayStrategy(TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(middle)));
            (low, high) = outcome.MeanDelay < meanDelay ? (middle, high) : (low, middle);
        }

        return outcome!;
    }
}
