using TwelveLabs;

/// <summary>Says what it has written, so that whoever started the process can end it at any line.</summary>
internal sealed class PrintedJournal(IUploadJournal journal) : IUploadJournal
{
    public ValueTask<IReadOnlyList<UploadRecord>> ReadAsync(CancellationToken cancellationToken = default) => journal.ReadAsync(cancellationToken);

    public async ValueTask AppendAsync(UploadRecord record, CancellationToken cancellationToken = default)
    {
        await journal.AppendAsync(record, cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"journal {record.Kind}");
    }

    public ValueTask DisposeAsync() => journal.DisposeAsync();
}
