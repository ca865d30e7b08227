namespace LongRun;

/// <summary>What one status answer says, read out of the answer's type by generated code.</summary>
/// <remarks>All of it is as the server sent it: hints may be missing, wrong, absurd or not a number.</remarks>
public readonly record struct OperationReading
{
    /// <summary>The status as on the wire; <see langword="null"/> where the answer held none.</summary>
    public string? Status { get; init; }

    /// <summary>Share done, in percent (0 to 100); <see langword="null"/> where the server said nothing.</summary>
    public double? Percentage { get; init; }

    /// <summary>Time left, in seconds; <see langword="null"/> where the server said nothing.</summary>
    public double? RemainingSeconds { get; init; }

    /// <summary>When the server expects the end; <see langword="null"/> where it said nothing.</summary>
    public DateTimeOffset? EstimatedCompletion { get; init; }

    /// <summary>When the operation expires, ended or not; <see langword="null"/> where the server said nothing.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Why the operation failed; <see langword="null"/> where it did not, or the server gives no reason.</summary>
    public string? FailureReason { get; init; }
}
