namespace LongRun.Annotations;

/// <summary>Says which numbers a member or parameter accepts.</summary>
/// <remarks>
/// Not <c>System.ComponentModel.DataAnnotations.RangeAttribute</c>: that one has no multiples and wants both bounds.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class NumberConstraintAttribute : Attribute
{
    /// <summary>Smallest accepted number. Negative infinity unless set: no lower bound.</summary>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>Largest accepted number. Positive infinity unless set: no upper bound.</summary>
    public double Maximum { get; set; } = double.PositiveInfinity;

    /// <summary>Whether <see cref="Minimum"/> itself is refused.</summary>
    public bool MinimumIsExclusive { get; set; }

    /// <summary>Whether <see cref="Maximum"/> itself is refused.</summary>
    public bool MaximumIsExclusive { get; set; }

    /// <summary>Accepted numbers are whole multiples of this. 0 unless set: no such rule.</summary>
    public double MultipleOf { get; set; }
}
