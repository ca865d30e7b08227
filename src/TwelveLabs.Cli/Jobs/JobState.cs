namespace TwelveLabs.Cli.Jobs;

/// <summary>How far one of many jobs is.</summary>
/// <param name="Label">What the user calls it: the URL that is uploaded, or the id of the task.</param>
/// <param name="TaskId">Id of its task; <see langword="null"/> where there is none yet.</param>
/// <param name="Status">Its status, or what became of it.</param>
internal sealed record JobState(string Label, string? TaskId, string Status)
{
    /// <summary>Share done, 0 to 1.</summary>
    public double? Fraction { get; init; }

    /// <summary>Time left.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>Id of the video, once it is indexed.</summary>
    public string? VideoId { get; init; }

    /// <summary>Why it did not end well.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsOver { get; init; }
}
