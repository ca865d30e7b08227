namespace TwelveLabs;

/// <summary>Keeps what <c>UploadManyAsync</c> has begun, so that a program that was killed can go on where it was.</summary>
public interface IUploadJournal : IAsyncDisposable
{
    /// <summary>Reads all lines, the oldest first. Called once, before the first <see cref="AppendAsync"/>.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="InvalidDataException">It holds something that is no line of a journal.</exception>
    ValueTask<IReadOnlyList<UploadRecord>> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a line. When this returns, the line survives the end of the process and of the machine.</summary>
    /// <param name="record">The line.</param>
    /// <param name="cancellationToken">Ends the call early; the line may then be there or not.</param>
    /// <returns>Done when the line is safe.</returns>
    ValueTask AppendAsync(UploadRecord record, CancellationToken cancellationToken = default);
}
