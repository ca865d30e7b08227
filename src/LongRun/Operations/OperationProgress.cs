namespace LongRun;

/// <summary>How far an operation is, after a status call that succeeded.</summary>
public readonly record struct OperationProgress
{
    /// <summary>The operation's id, as the server gave it.</summary>
    public string Id { get; init; }

    /// <summary>
    /// Of a chain, the stage that this tells of: the name of its operation, which with <see cref="Id"/> is the token to resume it
    /// from. <see langword="null"/> outside a chain.
    /// </summary>
    public string? Stage { get; init; }

    /// <summary>The status as on the wire; <see langword="null"/> where the answer held none.</summary>
    public string? Status { get; init; }

    /// <summary>What the status means.</summary>
    public OperationState State { get; init; }

    /// <summary>Share done, 0 to 1; <see langword="null"/> where the server said nothing usable. 1 after terminal success.</summary>
    public double? Fraction { get; init; }

    /// <summary>
    /// Time left, by the server's own guess (its remaining time, else its estimated completion); never negative.
    /// <see langword="null"/> where the server said nothing usable, or its guess has passed.
    /// </summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>Time since this wait began.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Status calls made by this wait so far, failed ones included.</summary>
    public int Polls { get; init; }

    /// <summary>Those of <see cref="Polls"/> that failed and were survived.</summary>
    public int FailedPolls { get; init; }
}
