namespace TwelveLabs;

/// <summary>What became of one of many uploads.</summary>
public sealed record UploadResult
{
    /// <summary>URL of the video, as it was given.</summary>
    public required Uri Url { get; init; }

    /// <summary>How it ended.</summary>
    public required UploadOutcome Outcome { get; init; }

    /// <summary>Id of its task; <see langword="null"/> where there is none, or none that is known for sure.</summary>
    public string? TaskId { get; init; }

    /// <summary>The task as it was last seen, with the id of the video once it is ready; <see langword="null"/> where it was not seen.</summary>
    public IndexTask? Task { get; init; }

    /// <summary>Tasks of which one may be the upload's; empty unless <see cref="UploadOutcome.Uncertain"/>.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Why there is no indexed video; <see langword="null"/> if there is one.</summary>
    public Exception? Error { get; init; }
}
