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

    /// <summary>The newest task of the index before the first upload; <see langword="null"/> where there was none.</summary>
    internal string? Oldest { get; private set; }

    /// <summary>The newest task that was there before the last create that is not resolved, as far as the journal knows.</summary>
    internal string? Newest { get; private set; }

    /// <summary>Whether somebody else has created tasks on the index as well.</summary>
    internal bool IsShared { get; private set; }

    /// <summary>The upload whose create nobody knows the end of; at most one.</summary>
    internal UploadRecord? Unresolved { get; private set; }

    internal static async Task<UploadLedger> OpenAsync(IUploadJournal journal, TimeProvider clock, string indexId, CancellationToken cancellationToken)
    {
        var ledger = new UploadLedger(journal, clock, indexId);
        foreach (UploadRecord record in await journal.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            ledger.Take(record);
        }

        return ledger;
    }

    /// <summary>The last line of a URL; <see langword="null"/> where there is none.</summary>
    internal UploadRecord? LastOf(string url) => _last.GetValueOrDefault(url);

    /// <summary>Whether the journal knows the task: as one of its own, or as one that may be.</summary>
    internal bool Knows(string taskId) => _tasks.Contains(taskId);

    internal async Task AddAsync(UploadRecordKind kind, string? url, CancellationToken cancellationToken, string? taskId = null, IReadOnlyList<string>? candidates = null, string? reason = null)
    {
        var record = new UploadRecord { Kind = kind, IndexId = _indexId, Url = url, TaskId = taskId, Candidates = candidates, Reason = reason, At = _clock.GetUtcNow() };
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
                Oldest = record.TaskId;
                Newest = record.TaskId;
                break;
            case UploadRecordKind.Intent:
                Unresolved = record;
                break;
            case UploadRecordKind.Created:
                Unresolved = null;
                Newest = record.TaskId;
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
