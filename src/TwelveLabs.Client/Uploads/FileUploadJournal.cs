using System.Text.Json;

namespace TwelveLabs;

/// <summary>A journal in a file: one JSON object a line, only ever added to, each line on the disk before the next step is taken.</summary>
/// <remarks>
/// A line that was cut off by the end of the process or the machine was never acted on, and is dropped when the file is
/// opened. While it is open, no other process can open it.
/// </remarks>
public sealed class FileUploadJournal : IUploadJournal
{
    private const byte NewLine = (byte)'\n';

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly FileStream _file;
    private bool _isBroken;

    private FileUploadJournal(FileStream file) => _file = file;

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">Path of the file; its folder is made where there is none.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is <see langword="null"/> or empty.</exception>
    /// <exception cref="IOException">Another process has it open, or it cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static FileUploadJournal Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            return new FileUploadJournal(new FileStream(full, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException($"The upload journal '{full}' cannot be opened. Is another upload running with it? Two at once would upload twice. ({exception.Message})", exception);
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<UploadRecord>> ReadAsync(CancellationToken cancellationToken = default)
    {
        _file.Seek(0, SeekOrigin.Begin);
        var bytes = new byte[_file.Length];
        await _file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        var records = new List<UploadRecord>();
        int start = 0;
        for (int end = Array.IndexOf(bytes, NewLine); end >= 0; end = Array.IndexOf(bytes, NewLine, start))
        {
            records.Add(Parse(bytes.AsSpan(start, end - start), records.Count + 1));
            start = end + 1;
        }

        // What follows the last end of a line was cut off.
        if (start < bytes.Length)
        {
            _file.SetLength(start);
            _file.Flush(flushToDisk: true);
        }

        _file.Seek(0, SeekOrigin.End);
        return records;
    }

    /// <inheritdoc />
    public async ValueTask AppendAsync(UploadRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(record, UploadRecordContext.Default.UploadRecord), NewLine];
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Half a line is dropped when the file is opened anew; a whole one behind it would be spoilt by it.
            if (_isBroken)
            {
                throw new IOException($"The upload journal '{_file.Name}' could not be written before. Open it anew.");
            }

            // Not cancellable in the middle, for the same reason.
            _isBroken = true;
            await _file.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
            _file.Flush(flushToDisk: true);
            _isBroken = false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        _turn.Dispose();
    }

    private UploadRecord Parse(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            UploadRecord record = JsonSerializer.Deserialize(line, UploadRecordContext.Default.UploadRecord) ?? throw new JsonException("The line is null.");
            return record.Fault() is { } fault ? throw new JsonException(fault) : record;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Line {number} of the upload journal '{_file.Name}' is damaged: {exception.Message} Mend or remove the line; without it its upload could be sent twice.", exception);
        }
    }
}
