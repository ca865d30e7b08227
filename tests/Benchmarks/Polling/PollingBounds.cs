namespace Benchmarks.Polling;

/// <summary>What waiting may cost, compared with the loop that asks every second.</summary>
internal static class PollingBounds
{
    /// <summary>Share of the loop's requests where the server reports the time left.</summary>
    internal const double RequestsWithTimeLeft = 0.04;

    /// <summary>Mean delay until noticed, in times the loop's, where the server reports the time left.</summary>
    internal const double DelayWithTimeLeft = 1.1;

    /// <summary>Share of the loop's requests where it reports the time left in most answers only: those that say nothing are calls more.</summary>
    internal const double RequestsWithGaps = 0.055;

    /// <summary>Share of the loop's requests where the server gives an estimate only.</summary>
    internal const double RequestsWithEstimate = 0.08;

    /// <summary>Share of its own duration within which the end of 95 of 100 jobs is noticed, where there is an estimate only.</summary>
    internal const double ShareWithEstimate = 0.05;

    /// <summary>Seconds that a webhook takes to arrive, in the simulation: a request over a long way.</summary>
    internal const double WebhookArrival = 0.05;

    /// <summary>Requests for each job that a webhook tells of.</summary>
    internal const double RequestsWithWebhook = 3;

    /// <summary>Mean delay until noticed, in seconds, of jobs that a webhook tells of.</summary>
    internal const double DelayWithWebhook = 0.1;

    /// <summary>Share of the requests of as many loops, for 1,000 jobs at once through a watcher.</summary>
    internal const double RequestsOfWatcher = 0.015;

    /// <summary>Mean delay until noticed, in seconds, for 1,000 jobs at once through a watcher.</summary>
    internal const double DelayOfWatcher = 2;
}
