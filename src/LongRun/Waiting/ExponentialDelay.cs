namespace LongRun;

/// <summary>Full jitter between the shortest pause and an end that grows geometrically up to the longest.</summary>
internal sealed class ExponentialDelay(double factor, TimeSpan? initial, Random random) : DelayStrategy
{
    public override TimeSpan GetNextDelay(in DelayContext context) => Draw(context, context.Polls - 1);

    /// <summary>Draws the pause that follows <paramref name="steps"/> earlier ones.</summary>
    internal TimeSpan Draw(in DelayContext context, int steps)
    {
        double shortest = context.MinDelay.TotalSeconds;
        double first = initial?.TotalSeconds ?? shortest * 2;

        // Infinity for many steps is fine: the longest pause caps it.
        double end = Math.Min(first * Math.Pow(factor, Math.Max(steps, 0)), context.MaxDelay.TotalSeconds);
        return TimeSpan.FromSeconds(end <= shortest ? shortest : shortest + ((end - shortest) * random.NextDouble()));
    }
}
