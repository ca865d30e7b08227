namespace TwelveLabs;

/// <summary>A journal that ends with the process: lost answers are resolved all the same, a restart is not.</summary>
public sealed class MemoryUploadJournal : IUploadJournal
{
    private readonly List<UploadRecord> _records = [];

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<UploadRecord>> ReadAsync(CancellationToken cancellationToken = default)
    {
        lock (_records)
        {
            return ValueTask.FromResult<IReadOnlyList<UploadRecord>>([.. _records]);
        }
    }

    /// <inheritdoc />
    public ValueTask AppendAsync(UploadRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_records)
        {
            _records.Add(record);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
