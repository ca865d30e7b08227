namespace TwelveLabs.Simulator.Life;

/// <summary>How a task stands at one instant.</summary>
internal readonly record struct TaskState(string Status, DateTimeOffset UpdatedAt)
{
    /// <summary>Validation is over and the video could be fetched, so length, resolution and title are known.</summary>
    public bool IsMetadataKnown { get; init; }

    /// <summary>The stream for playback exists; that happens while indexing still runs.</summary>
    public bool HasStream { get; init; }

    /// <summary>0 to 100 while the task waits or runs after validation, else null.</summary>
    public double? Percentage { get; init; }

    /// <summary>Seconds to go, a little too few; null with <see cref="Percentage"/>.</summary>
    public double? RemainingSeconds { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public string? FailureReason { get; init; }

    public bool IsReady => Status == "ready";

    public bool HasEnded => Status is "ready" or "failed";
}
