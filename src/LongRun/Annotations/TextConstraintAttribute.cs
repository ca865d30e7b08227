namespace LongRun.Annotations;

/// <summary>Says which texts a member or parameter accepts.</summary>
/// <remarks>
/// Not <c>System.ComponentModel.DataAnnotations.RegularExpressionAttribute</c>: that one anchors its pattern, OpenAPI does not.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class TextConstraintAttribute : Attribute
{
    /// <summary>Least number of characters. 0 unless set.</summary>
    public int MinLength { get; set; }

    /// <summary>Greatest number of characters. <see cref="int.MaxValue"/> unless set: no upper bound.</summary>
    public int MaxLength { get; set; } = int.MaxValue;

    /// <summary>Regular expression (ECMA-262, not anchored) that the text matches somewhere; <see langword="null"/>: any text.</summary>
    public string? Pattern { get; set; }
}
