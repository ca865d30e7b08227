namespace TwelveLabs;

/// <summary>What a journal says of one index, and the only way to add to it.</summary>
internal sealed class UploadLedger
{
    private readonly IUploadJournal _journal;
    private readonly TimeProvider _clock;
    private readonly string _indexId;
    private readonly Dictionary<string, UploadRecord> _last = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tasks = new(StringComparer.Ordinal);

    private UploadLedger(IUploadJournal journal, TimeProvider clock, string indexId)
    {
        _journal = journal;
        _clock = clock;
        _indexId = indexId;
    }

    /// <summary>Whether the index was begun.</summary>
    internal bool HasBegun { get; private set; }

    // The newest task of the index before the first upload, and when the server created it.
    private string? _oldest;
    private DateTimeOffset? _oldestAt;

    // The newest task of the index before the last create.
    private string? _newest;

    /// <summary>Whether somebody else has created tasks on the index as well.</summary>
    internal bool IsShared { get; private set; }

    /// <summary>The upload whose create nobody knows the end of; at most one.</summary>
    internal UploadRecord? Unresolved { get; private set; }

    internal static async Task<UploadLedger> OpenAsync(IUploadJournal journal, TimeProvider clock, string indexId, CancellationToken cancellationToken)
    {
        var ledger = new UploadLedger(journal, clock, indexId);
        foreach (UploadRecord record in await journal.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (record.Fault() is { } fault)
            {
                throw new InvalidDataException($"A line of the upload journal is damaged: {fault}");
            }

            ledger.Take(record);
        }

        return ledger;
    }

    /// <summary>The last line of a URL; <see langword="null"/> where there is none.</summary>
    internal UploadRecord? LastOf(string url) => _last.GetValueOrDefault(url);

    /// <summary>Whether the journal knows the task: as one of its own, or as one that may be.</summary>
    internal bool Knows(string taskId) => _tasks.Contains(taskId);

    /// <summary>Whether the task was there before the first upload: the journal says nothing of these.</summary>
    /// <remarks>
    /// Two times of the server's own clock are compared, so that it holds where the newest of them was deleted. What was created
    /// at the very same time may be younger.
    /// </remarks>
    internal bool IsBefore(IndexTask task) => task.Id == _oldest || task.CreatedAt < _oldestAt;

    /// <summary>Whether the task was there before the create that is not resolved.</summary>
    internal bool IsBeforeCreate(IndexTask task) => task.Id == _newest || Knows(task.Id) || IsBefore(task);

    /// <summary>Begins the index.</summary>
    /// <param name="newest">Its newest task, if there is one.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    internal Task BeginAsync(IndexTask? newest, CancellationToken cancellationToken) =>
        AddAsync(Line(UploadRecordKind.Begin, null) with { TaskId = newest?.Id, TaskCreatedAt = newest?.CreatedAt }, cancellationToken);

    /// <summary>Says that a create is about to be sent.</summary>
    /// <param name="url">URL of the upload.</param>
    /// <param name="newest">The newest task of the index, if there is one.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    internal Task IntendAsync(string url, IndexTask? newest, CancellationToken cancellationToken)
    {
        // Nobody has seen it come: somebody else uploads too.
        IsShared |= newest is not null && !Knows(newest.Id) && !IsBefore(newest);
        return AddAsync(Line(UploadRecordKind.Intent, url) with { TaskId = newest?.Id }, cancellationToken);
    }

    // What is known of a create has to be written, whoever has given up meanwhile.
    internal Task CreatedAsync(string url, string taskId) => AddAsync(Line(UploadRecordKind.Created, url) with { TaskId = taskId }, CancellationToken.None);

    internal Task NotCreatedAsync(string url, string reason) => AddAsync(Line(UploadRecordKind.NotCreated, url) with { Reason = reason }, CancellationToken.None);

    internal Task UncertainAsync(string url, IReadOnlyList<string> candidates) => AddAsync(Line(UploadRecordKind.Uncertain, url) with { Candidates = candidates }, CancellationToken.None);

    private UploadRecord Line(UploadRecordKind kind, string? url) => new() { Kind = kind, IndexId = _indexId, Url = url, At = _clock.GetUtcNow() };

    private async Task AddAsync(UploadRecord record, CancellationToken cancellationToken)
    {
        await _journal.AppendAsync(record, cancellationToken).ConfigureAwait(false);
        Take(record);
    }

    private void Take(UploadRecord record)
    {
        if (record.IndexId != _indexId)
        {
            return;
        }

        if (record.Url is { } url)
        {
            _last[url] = record;
        }

        switch (record.Kind)
        {
            case UploadRecordKind.Begin:
                HasBegun = true;
                _oldest = record.TaskId;
                _oldestAt = record.TaskCreatedAt;
                break;
            case UploadRecordKind.Intent:
                Unresolved = record;
                _newest = record.TaskId;
                break;
            case UploadRecordKind.Created:
                Unresolved = null;
                _tasks.Add(record.TaskId!);
                break;
            case UploadRecordKind.NotCreated:
                Unresolved = null;
                break;
            case UploadRecordKind.Uncertain:
                Unresolved = null;
                _tasks.UnionWith(record.Candidates ?? []);

                // One create makes one task at most.
                IsShared |= record.Candidates is { Count: > 1 };
                break;
        }
    }

    /// <summary>Somebody else creates tasks on the index: what is found after a lost answer need not be ours.</summary>
    internal void Share() => IsShared = true;
}
