namespace LongRun.Annotations;

/// <summary>Says which durations a member or parameter accepts: a number of seconds, an ISO 8601 text or a <see cref="TimeSpan"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class DurationConstraintAttribute : Attribute
{
    /// <summary>Shortest accepted duration, in seconds, inclusive. Negative infinity unless set: no lower bound.</summary>
    public double MinSeconds { get; set; } = double.NegativeInfinity;

    /// <summary>Longest accepted duration, in seconds, inclusive. Positive infinity unless set: no upper bound.</summary>
    public double MaxSeconds { get; set; } = double.PositiveInfinity;
}
