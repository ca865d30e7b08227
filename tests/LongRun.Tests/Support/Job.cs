namespace LongRun.Tests.Support;

/// <summary>A status answer of a made-up server.</summary>
internal sealed record Job(string? Status)
{
    public double? Percentage { get; init; }

    public double? RemainingSeconds { get; init; }

    public DateTimeOffset? EstimatedCompletion { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Reason { get; init; }
}
