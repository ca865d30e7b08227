using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>What <c>x-operation-monitor</c> says, in C# names. A part that is wrong is <see langword="null"/> and was reported.</summary>
/// <param name="Operation">The operation that reports status.</param>
/// <param name="Name">Name of the kind of job.</param>
/// <param name="IdParameter">C# name of the parameter that takes the job's id.</param>
/// <param name="Status">Member path to the status.</param>
/// <param name="Succeeded">Statuses of terminal success.</param>
/// <param name="Failed">Statuses of terminal failure.</param>
public sealed record OperationMonitor(
    ApiOperation Operation,
    string Name,
    string? IdParameter,
    string? Status,
    IReadOnlyList<string> Succeeded,
    IReadOnlyList<string> Failed)
{
    /// <summary>Member path to the reason of a failure.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Member path to the share done, in percent.</summary>
    public string? Percentage { get; init; }

    /// <summary>Member path to the time left, in seconds.</summary>
    public string? RemainingSeconds { get; init; }

    /// <summary>Member path to the expected time of completion.</summary>
    public string? EstimatedCompletion { get; init; }

    /// <summary>Member path to the time when the job expires.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>Shortest pause between two polls.</summary>
    public TimeSpan? MinDelay { get; init; }

    /// <summary>Longest pause between two polls.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Pause between two fallback polls while a webhook is connected.</summary>
    public TimeSpan? SignalledDelay { get; init; }

    /// <summary>Longest wait unless the caller says otherwise.</summary>
    public TimeSpan? MaxWaitTime { get; init; }

    /// <summary>Id of the operation that cancels the job.</summary>
    public string? Cancel { get; init; }

    /// <summary>Where the result is.</summary>
    public JobResult Result { get; init; } = new();

    /// <summary>The next job of a chain.</summary>
    public NextJob Then { get; init; } = new();

    /// <summary>The call that lists many jobs.</summary>
    public MonitorList? List { get; init; }

    /// <summary>The events that tell of the end.</summary>
    public MonitorWebhook? Webhook { get; init; }

    /// <summary>The call that lists many jobs.</summary>
    /// <param name="Method">C# name of its method.</param>
    /// <param name="Items">Member path to the items.</param>
    /// <param name="Id">Member path from an item to the job's id.</param>
    /// <param name="Status">Member path from an item to its status.</param>
    public sealed record MonitorList(string Method, string? Items, string? Id, string? Status);

    /// <summary>The events that tell of the end.</summary>
    /// <param name="Succeeded">Type of the event of success.</param>
    /// <param name="Failed">Type of the event of failure.</param>
    /// <param name="Id">Member path from the payload to the job's id.</param>
    public sealed record MonitorWebhook(string? Succeeded, string? Failed, string? Id);
}
