namespace LongRun.Annotations;

/// <summary>Marks a method that reports the status of a long-running operation.</summary>
/// <remarks>
/// Paths are C# member paths from the method's result (<c>Process.Percentage</c>), so a hand-written client can
/// write them with <c>nameof</c>. A status that is neither in <see cref="Succeeded"/> nor in <see cref="Failed"/>,
/// known or not, means that the job is still running.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OperationMonitorAttribute : Attribute
{
    /// <summary>Declares what the method reports on, and how one sees that the job has ended.</summary>
    /// <param name="name">Name of the operation, in PascalCase: <c>Indexing</c> gives <c>IndexingOperation</c> and <c>ResumeIndexing</c>.</param>
    /// <param name="idParameter">Name of the method's parameter that takes the job's id.</param>
    /// <param name="status">C# member path to the status in the method's result.</param>
    public OperationMonitorAttribute(string name, string idParameter, string status)
    {
        Name = name;
        IdParameter = idParameter;
        Status = status;
    }

    /// <summary>Name of the operation, in PascalCase.</summary>
    public string Name { get; }

    /// <summary>Name of the method's parameter that takes the job's id.</summary>
    public string IdParameter { get; }

    /// <summary>
    /// C# member path to the status in the method's result. <c>Items[].Status</c> is the status of each item of a list, for a job
    /// that has none of its own: it has ended where all items have, and failed where any of them has; an empty list has not ended.
    /// </summary>
    public string Status { get; }

    /// <summary>Statuses, as on the wire, that mean terminal success. At least one.</summary>
    public string[] Succeeded { get; set; } = [];

    /// <summary>Statuses, as on the wire, that mean terminal failure.</summary>
    public string[] Failed { get; set; } = [];

    /// <summary>
    /// C# member path to the reason of a failure; <see langword="null"/> where the API gives none. Where <see cref="Status"/> is that
    /// of items, this may be of the same items, <c>Items[].Error.Message</c>: then an item that has a reason and no status has failed.
    /// </summary>
    public string? FailureReason { get; set; }

    /// <summary>C# member path to the share done, in percent (0 to 100); <see langword="null"/> where the API gives none.</summary>
    public string? Percentage { get; set; }

    /// <summary>C# member path to the time left, in seconds; <see langword="null"/> where the API gives none.</summary>
    public string? RemainingSeconds { get; set; }

    /// <summary>C# member path to the expected time of completion (a <see cref="DateTimeOffset"/>); <see langword="null"/> where the API gives none.</summary>
    public string? EstimatedCompletion { get; set; }

    /// <summary>
    /// C# member path to the time when the job expires (a <see cref="DateTimeOffset"/>); <see langword="null"/> where the API
    /// gives none. No wait goes on beyond it.
    /// </summary>
    public string? ExpiresAt { get; set; }

    /// <summary>Shortest allowed pause between two polls, in seconds. 1 unless set.</summary>
    public double MinDelaySeconds { get; set; } = 1;

    /// <summary>Longest pause between two polls, in seconds. 120 unless set.</summary>
    public double MaxDelaySeconds { get; set; } = 120;

    /// <summary>Pause between two fallback polls while a webhook signal is connected, in seconds. 600 unless set.</summary>
    public double SignalledDelaySeconds { get; set; } = 600;

    /// <summary>Longest wait unless the caller says otherwise, in seconds. 3,600 unless set.</summary>
    public double MaxWaitTimeSeconds { get; set; } = 3600;

    /// <summary>
    /// Name of the method, on the same type, that asks the server to cancel a job; <see langword="null"/> where the API has none.
    /// It gives the handle <c>CancelAsync</c>. Its parameter named like <see cref="IdParameter"/>, else its only required one,
    /// takes the job's id.
    /// </summary>
    public string? CancelMethod { get; set; }

    /// <summary>
    /// C# member path to the result in the answer that tells of success; <see langword="null"/> where that answer is the result,
    /// or <see cref="ResultMethod"/> gives it.
    /// </summary>
    public string? Result { get; set; }

    /// <summary>
    /// Name of the method, on the same type, that gives the result of a job that has succeeded; <see langword="null"/> where there
    /// is none. Takes the job's id as <see cref="CancelMethod"/> does. No effect where <see cref="Result"/> is set.
    /// </summary>
    public string? ResultMethod { get; set; }

    /// <summary>
    /// C# member path, in the answer that tells of success, to what <see cref="ResultMethod"/> takes: another id, or a URL;
    /// <see langword="null"/> where it takes the job's id.
    /// </summary>
    public string? ResultId { get; set; }

    /// <summary>
    /// Name of the method with <see cref="StartsOperationAttribute"/>, on the same type, that starts the next job of a chain;
    /// <see langword="null"/> where none follows. It gives the handle <c>Then{Name of the start}</c>.
    /// </summary>
    public string? ThenMethod { get; set; }

    /// <summary>
    /// What <see cref="ThenMethod"/> takes of a job that has succeeded: for each, a parameter or a member of one, an equals sign,
    /// and a C# member path in the answer of success, or nothing for the job's id, or <c>@</c> and the name of the status method's
    /// parameter for what the job is a part of. <c>request.AssetId=Id</c>, <c>assetId=</c>, <c>indexId=@indexId</c>.
    /// </summary>
    public string[] ThenArguments { get; set; } = [];

    /// <summary>
    /// Name of the method with <see cref="OperationMonitorAttribute"/>, on the same type, that reports on the next job of a chain,
    /// which nobody starts and which has the same id; <see langword="null"/> where none follows. It gives the handle
    /// <c>Then{Name of that operation}</c>. No effect where <see cref="ThenMethod"/> is set.
    /// </summary>
    public string? ThenMonitor { get; set; }

    /// <summary>Name of the method, on the same type, that lists many jobs with one call.</summary>
    public string? ListMethod { get; set; }

    /// <summary>C# member path from the list method's result to its items.</summary>
    public string? ListItems { get; set; }

    /// <summary>C# member path from a list item to the job's id.</summary>
    public string? ListId { get; set; }

    /// <summary>C# member path from a list item to its status.</summary>
    public string? ListStatus { get; set; }

    /// <summary>Type of the webhook event that tells of success, as on the wire.</summary>
    public string? WebhookSucceeded { get; set; }

    /// <summary>Type of the webhook event that tells of failure, as on the wire.</summary>
    public string? WebhookFailed { get; set; }

    /// <summary>C# member path from the webhook's payload to the job's id.</summary>
    public string? WebhookId { get; set; }
}
