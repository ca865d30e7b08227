namespace Benchmarks.Polling;

/// <summary>A job of a trace.</summary>
/// <param name="Duration">Seconds that it takes.</param>
/// <param name="Estimate">Seconds that the server expects at its start.</param>
/// <param name="Error">Factor by which every reported time left of this job is wrong.</param>
/// <param name="Seed">For what is drawn anew at every poll.</param>
internal sealed record TracedJob(double Duration, double Estimate, double Error, int Seed);

/// <summary>Jobs as a platform for videos has them.</summary>
internal static class Trace
{
    private const double MedianSeconds = 300;
    private const double Spread = 0.6;
    private const double EarlyEstimates = 0.75;
    private const double EstimateSpread = 0.35;

    /// <summary>Standard deviation of the logarithm of a reported time left.</summary>
    internal const double HintSpread = 0.3;

    /// <summary>Share of the answers that leave the time left out, where some do.</summary>
    internal const double Gaps = 0.3;

    /// <summary>Draws jobs: durations are log-normal (median 5 min, σ 0.6), estimates a quarter too early (σ 0.35).</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed gives the same jobs.</param>
    /// <param name="estimateBias">Factor by which estimates are too long, in the middle.</param>
    internal static IReadOnlyList<TracedJob> Draw(int count, int seed, double estimateBias = EarlyEstimates)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double duration = MedianSeconds * Math.Exp(Spread * Normal(random));
            return new TracedJob(duration, duration * estimateBias * Math.Exp(EstimateSpread * Normal(random)), Math.Exp(HintSpread * Normal(random)), (seed * 100_003) + i);
        })];
    }

    /// <summary>Draws from the standard normal distribution (Box and Muller).</summary>
    internal static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
