namespace LongRun.SpecCompiler.Jobs;

/// <summary>What the words mean that interfaces use for the status of a job.</summary>
public static class StatusWords
{
    private static readonly HashSet<string> Success = Words(
        "completed complete succeeded success successful ready finished done processed generated transcribed indexed exported imported trained rendered");

    // Said by machines only. A person cancels an order or rejects an invoice, but no order is "failed" by one.
    private static readonly HashSet<string> Failure = Words(
        "failed failure fail error errored crashed timedout timeout partiallyfailed completedwitherrors dead quarantined");

    private static readonly HashSet<string> Ending = Words(
        "canceled cancelled expired aborted rejected stopped terminated killed incomplete deleted skipped");

    private static readonly HashSet<string> Work = Words(
        "queued processing running starting enqueued indexing uploading validating transcribing generating rendering encoding transcoding "
        + "preparing initializing initialising finalizing finalising cancelling canceling importing exporting training downloading preprocessing "
        + "inprocess provisioning notstarted");

    /// <summary>Whether a status says that a job succeeded.</summary>
    /// <param name="status">The status.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsSuccess(string status) => Success.Contains(Letters(status));

    /// <summary>Whether a status says that a job ended without success.</summary>
    /// <param name="status">The status.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsFailure(string status) => Failure.Contains(Letters(status)) || Ending.Contains(Letters(status));

    /// <summary>Whether statuses are those of a job, and not of a thing that people move from state to state.</summary>
    /// <param name="statuses">The statuses.</param>
    /// <returns>Whether they are: one is a success, one a failure or work that a machine does, and one no end.</returns>
    /// <remarks>
    /// <c>active, archived</c> has no success; <c>open, in_progress, done, canceled</c> is a list of things to do; what is
    /// <c>failed</c> or <c>succeeded</c> from the beginning is nothing to wait for.
    /// </remarks>
    public static bool AreOfAJob(IReadOnlyCollection<string> statuses) =>
        statuses.Any(IsSuccess) && statuses.Any(static status => !IsSuccess(status) && !IsFailure(status)) && statuses.Select(Letters).Any(static status => Failure.Contains(status) || Work.Contains(status));

    // "IN_PROGRESS", "in-progress" and "inProgress" are one word.
    private static string Letters(string status) => new string(status.Where(char.IsLetter).ToArray()).ToLowerInvariant();

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
