namespace LongRun.Annotations;

/// <summary>Says how many items a collection member or parameter accepts.</summary>
/// <remarks>
/// Not <c>System.ComponentModel.DataAnnotations.MinLengthAttribute</c>: that one finds the count by reflection,
/// which a trimmed program cannot.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class ItemsConstraintAttribute : Attribute
{
    /// <summary>Least number of items. 0 unless set.</summary>
    public int MinItems { get; set; }

    /// <summary>Greatest number of items. <see cref="int.MaxValue"/> unless set: no upper bound.</summary>
    public int MaxItems { get; set; } = int.MaxValue;

    /// <summary>Whether every item may occur only once.</summary>
    public bool UniqueItems { get; set; }
}
