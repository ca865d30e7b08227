namespace Benchmarks.Polling;

/// <summary>What a way of waiting costs, over all jobs of a trace.</summary>
internal sealed class Outcome
{
    private readonly double[] _delays;
    private readonly double[] _shares;

    /// <summary>Sums up.</summary>
    /// <param name="waits">Of each job: its duration, how many requests its wait took, and how many seconds after its end it was noticed.</param>
    internal Outcome(IReadOnlyList<(double Duration, double Requests, double Delay)> waits)
    {
        RequestsPerJob = waits.Average(static w => w.Requests);
        MeanDelay = waits.Average(static w => w.Delay);
        _delays = [.. waits.Select(static w => w.Delay).Order()];
        _shares = [.. waits.Select(static w => w.Delay / w.Duration).Order()];
    }

    /// <summary>Requests for each job, on average.</summary>
    internal double RequestsPerJob { get; }

    /// <summary>Seconds until the end is noticed, on average.</summary>
    internal double MeanDelay { get; }

    /// <summary>Seconds within which the end of 95 of 100 jobs is noticed.</summary>
    internal double P95Delay => At95(_delays);

    /// <summary>The same as a share of the job's own duration.</summary>
    internal double P95Share => At95(_shares);

    private static double At95(double[] sorted) => sorted[(int)(0.95 * (sorted.Length - 1))];
}
