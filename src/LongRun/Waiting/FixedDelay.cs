namespace LongRun;

/// <summary>Always the same pause.</summary>
internal sealed class FixedDelay(TimeSpan delay) : DelayStrategy
{
    public override TimeSpan GetNextDelay(in DelayContext context) => delay;
}
