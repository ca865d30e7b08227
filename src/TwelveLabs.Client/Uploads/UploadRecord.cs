namespace TwelveLabs;

/// <summary>One line of an upload journal.</summary>
/// <remarks>
/// The lines of an upload are, in this order: <see cref="UploadRecordKind.Intent"/> before its create is sent, then one that
/// says what became of that create. A line is never changed; the last one of a URL holds.
/// </remarks>
public sealed record UploadRecord
{
    /// <summary>What the line says.</summary>
    public required UploadRecordKind Kind { get; init; }

    /// <summary>Id of the index that is uploaded into.</summary>
    public required string IndexId { get; init; }

    /// <summary>URL of the video, as it was given; <see langword="null"/> in a line that begins an index.</summary>
    public string? Url { get; init; }

    /// <summary>Id of the task; in a line that begins an index, and in an intent, of the newest task of the index at that time, if there was one.</summary>
    public string? TaskId { get; init; }

    /// <summary>In a line that begins an index: when that newest task was created, by the server's clock.</summary>
    public DateTimeOffset? TaskCreatedAt { get; init; }

    /// <summary>Ids of the tasks of which one may be the upload's; only where nobody can know.</summary>
    public IReadOnlyList<string>? Candidates { get; init; }

    /// <summary>Why the server refused the create, in its words.</summary>
    public string? Reason { get; init; }

    /// <summary>When the line was written, by the clock of the writer; for people, nothing is decided by it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is wrong with the line; <see langword="null"/> where nothing is.</summary>
    internal string? Fault() => this switch
    {
        _ when !Enum.IsDefined(Kind) => $"'{Kind}' is no kind of line.",
        { IndexId: null or "" } => "It names no index.",
        { Url: null or "", Kind: not UploadRecordKind.Begin } => "It names no URL.",
        { TaskId: null or "", Kind: UploadRecordKind.Created } => "It names no task.",
        _ => null,
    };
}
