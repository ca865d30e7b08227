using System.Globalization;
using System.Text;
using LongRun;
using AzureDelay = Azure.Core.DelayStrategy;

namespace Benchmarks.Polling;

/// <summary>Requests against delay until noticed: the ways of waiting, on the same simulated jobs.</summary>
internal sealed class PollingMeasurement : Measurement
{
    private const int Jobs = 4000;
    private const int AtOnce = 1000;
    private static readonly int[] Seeds = [1, 2, 3];

    public override string Name => "polling";

    public override string Summary => "requests against delay until noticed, simulated on virtual time";

    public override Task RunAsync(Report report)
    {
        foreach (int seed in Seeds)
        {
            Run(report, seed);
        }

        return Task.CompletedTask;
    }

    private static void Run(Report report, int seed)
    {
        IReadOnlyList<TracedJob> jobs = Trace.Draw(Jobs, seed);
        Outcome loop = Waits.OfLoop(jobs, 1);
        Outcome perJob = Waits.OfLongRun(jobs, Hints.TimeLeftPerJob);
        Outcome perPoll = Waits.OfLongRun(jobs, Hints.TimeLeftPerPoll);
        Outcome gaps = Waits.OfLongRun(jobs, Hints.TimeLeftWithGaps);
        Outcome estimate = Waits.OfLongRun(jobs, Hints.Estimate);
        Outcome blind = Waits.OfLongRun(jobs, Hints.None);
        Outcome webhook = Waits.OfWebhook(jobs, PollingBounds.WebhookArrival);
        Outcome azureAsLate = Waits.OfAzureAtDelay(jobs, blind.MeanDelay);
        (string Name, Outcome Outcome)[] rows =
        [
            ("loop of the guide, 1 s", loop),
            ("fixed 5 s", Waits.OfLoop(jobs, 5)),
            ("fixed 10 s", Waits.OfLoop(jobs, 10)),
            ("Azure.Core, its default", Waits.OfAzure(jobs, AzureDelay.CreateFixedDelayStrategy(TimeSpan.FromSeconds(1)))),
            ("Azure.Core, exponential", Waits.OfAzure(jobs, AzureDelay.CreateExponentialDelayStrategy())),
            ("Azure.Core, exponential, as late as ours", azureAsLate),
            ("Smithy's formula", Waits.OfSmithy(jobs, seed)),
            ("LongRun, time left, error per job", perJob),
            ("LongRun, time left, error per poll", perPoll),
            ("LongRun, time left in 7 of 10 answers", gaps),
            ("LongRun, share done, of work that speeds up", Waits.OfLongRun(jobs, Hints.ShareDone)),
            ("LongRun, estimate only", estimate),
            ("LongRun, no hint", blind),
            ("LongRun, webhook", webhook),
        ];
        IReadOnlyList<TracedJob> together = [.. jobs.Take(AtOnce)];
        Outcome loops = Waits.OfLoop(together, 1);
        Outcome watcher = Waits.OfWatcher(together, isRecentFirst: true);
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{Jobs} jobs, seed {seed}:\n\n");
        table.Append(CultureInfo.InvariantCulture, $"| {"way of waiting",-43} | requests | of the loop's | mean delay | p95 delay | of the duration |\n");
        table.Append(CultureInfo.InvariantCulture, $"|{new string('-', 45)}|---------:|--------------:|-----------:|----------:|----------------:|\n");
        foreach ((string name, Outcome outcome) in rows)
        {
            Append(table, name, outcome, loop);
        }

        Append(table, $"LongRun, {AtOnce} at once, list by last change", watcher, loops);
        Append(table, $"LongRun, {AtOnce} at once, list by creation", Waits.OfWatcher(together, isRecentFirst: false), loops);
        report.Note(table.ToString());
        report.Judge($"watcher, seed {seed}: requests", $"{watcher.RequestsPerJob / loops.RequestsPerJob:P2}", $"≤ {PollingBounds.RequestsOfWatcher:P1}", watcher.RequestsPerJob <= PollingBounds.RequestsOfWatcher * loops.RequestsPerJob);
        report.Judge($"watcher, seed {seed}: mean delay", $"{watcher.MeanDelay:N2} s", $"≤ {PollingBounds.DelayOfWatcher} s", watcher.MeanDelay <= PollingBounds.DelayOfWatcher);

        foreach ((string name, Outcome outcome) in new[] { ("error per job", perJob), ("error per poll", perPoll) })
        {
            report.Judge($"time left, {name}, seed {seed}: requests", $"{outcome.RequestsPerJob / loop.RequestsPerJob:P2}", $"≤ {PollingBounds.RequestsWithTimeLeft:P0}", outcome.RequestsPerJob <= PollingBounds.RequestsWithTimeLeft * loop.RequestsPerJob);
            report.Judge($"time left, {name}, seed {seed}: mean delay", $"{outcome.MeanDelay / loop.MeanDelay:N2}×", $"≤ {PollingBounds.DelayWithTimeLeft}×", outcome.MeanDelay <= PollingBounds.DelayWithTimeLeft * loop.MeanDelay);
        }

        report.Judge($"estimate only, seed {seed}: requests", $"{estimate.RequestsPerJob / loop.RequestsPerJob:P2}", $"≤ {PollingBounds.RequestsWithEstimate:P0}", estimate.RequestsPerJob <= PollingBounds.RequestsWithEstimate * loop.RequestsPerJob);
        report.Judge($"estimate only, seed {seed}: p95 delay", $"{estimate.P95Share:P2}", $"≤ {PollingBounds.ShareWithEstimate:P0}", estimate.P95Share <= PollingBounds.ShareWithEstimate);
        report.Judge($"webhook, seed {seed}: requests", $"{webhook.RequestsPerJob:N2}", $"≤ {PollingBounds.RequestsWithWebhook}", webhook.RequestsPerJob <= PollingBounds.RequestsWithWebhook);
        report.Judge($"webhook, seed {seed}: mean delay", $"{webhook.MeanDelay * 1000:N0} ms", $"≤ {PollingBounds.DelayWithWebhook * 1000:N0} ms", webhook.MeanDelay <= PollingBounds.DelayWithWebhook);
        report.Judge($"no hint, seed {seed}: requests at {blind.MeanDelay:N1} s", $"{blind.RequestsPerJob:N2}", $"< {azureAsLate.RequestsPerJob:N2}", blind.RequestsPerJob < azureAsLate.RequestsPerJob);
    }

    private static void Append(StringBuilder table, string name, Outcome outcome, Outcome loop) => table.Append(CultureInfo.InvariantCulture,
        $"| {name,-43} | {outcome.RequestsPerJob,8:N2} | {outcome.RequestsPerJob / loop.RequestsPerJob,13:P2} | {outcome.MeanDelay,8:N2} s | {outcome.P95Delay,7:N2} s | {outcome.P95Share,15:P2} |\n");
}
