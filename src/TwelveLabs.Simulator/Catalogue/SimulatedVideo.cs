namespace TwelveLabs.Simulator.Catalogue;

/// <summary>A made-up video: what a server finds out once it has fetched it.</summary>
public sealed record SimulatedVideo
{
    /// <summary>The title on YouTube, or the name of the uploaded file. The API reports it as <c>filename</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The channel on YouTube; null for an uploaded file.</summary>
    public string? Channel { get; init; }

    /// <summary>Length in seconds; more than zero.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 720;

    /// <summary>Frames a second. Default 30.</summary>
    public double FramesPerSecond { get; init; } = 30;

    /// <summary>Size in bytes. For YouTube videos about 2 Mbit/s of length.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Whether there is a sound track. Needed only in an index with the option <c>conversation</c>. Default true.</summary>
    public bool HasAudio { get; init; } = true;

    /// <summary>Why the server cannot even fetch it (private, not embeddable, …); null when it can.</summary>
    public string? CannotBeFetched { get; init; }

    /// <summary>Why indexing breaks half-way; null when it does not.</summary>
    public string? FailsWhileIndexing { get; init; }

    /// <summary>The task stays in <c>queued</c> for ever, to try time limits.</summary>
    public bool NeverEnds { get; init; }

    /// <summary>A status that the API does not document and the task passes through before <c>indexing</c>; null for none.</summary>
    public string? UndocumentedStatus { get; init; }
}
