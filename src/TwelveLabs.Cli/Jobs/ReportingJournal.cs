using System.Collections.Concurrent;

namespace TwelveLabs.Cli.Jobs;

/// <summary>Shows what a journal learns, and remembers which task belongs to which URL: progress tells only of tasks.</summary>
/// <param name="journal">The journal.</param>
/// <param name="jobs">Shows it.</param>
internal sealed class ReportingJournal(IUploadJournal journal, IJobsReporter jobs) : IUploadJournal
{
    private readonly ConcurrentDictionary<string, string> _urls = new(StringComparer.Ordinal);

    /// <summary>The URL of a task.</summary>
    /// <param name="taskId">Id of the task.</param>
    /// <returns>The URL; <see langword="null"/> where the journal does not know the task.</returns>
    public string? UrlOf(string taskId) => _urls.GetValueOrDefault(taskId);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<UploadRecord>> ReadAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<UploadRecord> records = await journal.ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (UploadRecord record in records)
        {
            Take(record);
        }

        return records;
    }

    /// <inheritdoc />
    public async ValueTask AppendAsync(UploadRecord record, CancellationToken cancellationToken = default)
    {
        await journal.AppendAsync(record, cancellationToken).ConfigureAwait(false);
        Take(record);
        if (record is { Url: { } url, Kind: UploadRecordKind.Intent or UploadRecordKind.Created })
        {
            jobs.Report(new JobState(url, record.TaskId, record.TaskId is null ? "sending" : "started"));
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => journal.DisposeAsync();

    private void Take(UploadRecord record)
    {
        if (record is { Kind: UploadRecordKind.Created, TaskId: { } task, Url: { } url })
        {
            _urls[task] = url;
        }
    }
}
