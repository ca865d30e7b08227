using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>A job that a document describes without saying so.</summary>
/// <param name="Monitor">The operation that reports its status.</param>
/// <param name="Name">A name for it: <c>EmbedTask</c>.</param>
/// <param name="IdParameter">Name of the path parameter that takes its id.</param>
/// <param name="Status">Where the status stands.</param>
public sealed record RecognisedJob(ApiOperation Monitor, string Name, string IdParameter, RecognisedStatus Status)
{
    /// <summary>The operations that start it.</summary>
    public required IReadOnlyList<RecognisedStart> Starts { get; init; }

    /// <summary>JSON pointer to the reason of a failure.</summary>
    public string? FailureReason { get; init; }

    /// <summary>JSON pointer to the share done, in percent.</summary>
    public string? Percent { get; init; }

    /// <summary>JSON pointer to the time left, in seconds.</summary>
    public string? RemainingSeconds { get; init; }

    /// <summary>The operation that cancels it.</summary>
    public ApiOperation? Cancel { get; init; }

    /// <summary>Members of the status answer that seem to be there after success only.</summary>
    public IReadOnlyList<MapNode.Entry> Results { get; init; } = [];
}

/// <summary>Where a status stands in an answer, and what it can be.</summary>
/// <param name="Pointer">JSON pointer into the answer.</param>
/// <param name="Values">The statuses that are listed.</param>
/// <param name="IsProse">Whether they are listed in a description or beside a filter only.</param>
public sealed record RecognisedStatus(string Pointer, IReadOnlyList<string> Values, bool IsProse)
{
    /// <summary>Statuses that seem to be success.</summary>
    public IReadOnlyList<string> Succeeded { get; } = Values.Where(StatusWords.IsSuccess).ToList();

    /// <summary>Statuses that seem to be an end without success.</summary>
    public IReadOnlyList<string> Failed { get; } = Values.Where(StatusWords.IsFailure).ToList();
}

/// <summary>An operation that starts a job.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="IdPointer">JSON pointer to the job's id in its answer.</param>
/// <param name="IsIdCertain">Whether the document says that the id is always there.</param>
public sealed record RecognisedStart(ApiOperation Operation, string IdPointer, bool IsIdCertain);
