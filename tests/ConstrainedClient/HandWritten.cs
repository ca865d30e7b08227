using System.ComponentModel.DataAnnotations;
using LongRun.Annotations;
using LongRun.Constraints;
using LongRun.Validation;

namespace Constrained;

/// <summary>What no document can say, as people write it by hand: a duration that is a <see cref="TimeSpan"/>, a closed list on a text.</summary>
public sealed class HandWritten : IConstrained
{
    private static readonly DurationRule SpanRule = new(minSeconds: 4, maxSeconds: 7200);

    private static readonly AllowedTextsRule OrderRule = new(["created_at", "updated_at", "asc", "desc"]);

    [DurationConstraint(MinSeconds = 4, MaxSeconds = 7200)]
    public TimeSpan? Span { get; set; }

    [AllowedValues("created_at", "updated_at", "asc", "desc")]
    public string? Order { get; set; }

    public IReadOnlyList<ConstraintViolation> Validate() => ConstraintCheck.Of(this);

    public void Check(ConstraintCheck check)
    {
        check.Duration(nameof(Span), Span, SpanRule);
        check.AllowedText(nameof(Order), Order, OrderRule);
    }
}
