using System.Runtime.CompilerServices;

namespace TwelveLabs;

/// <summary>Uploads many videos at once.</summary>
public static class TwelveLabsUploadExtensions
{
    /// <summary>Uploads videos from YouTube into an index, waits for them, and gives each as it ends.</summary>
    /// <param name="client">The client.</param>
    /// <param name="indexId">Id of the index.</param>
    /// <param name="urls">The videos' URLs; read only as far as there is room. One that comes again is uploaded once.</param>
    /// <param name="options">How many at once, where progress is kept, how to wait; <see langword="null"/>: as <see cref="UploadManyOptions"/> has it.</param>
    /// <param name="cancellationToken">Ends the run; no task is touched, and the next run goes on from the journal.</param>
    /// <returns>Each URL once, with its task and how it ended. One that fails does not stop the others.</returns>
    /// <exception cref="ArgumentException"><paramref name="indexId"/> is <see langword="null"/> or empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="IOException">The journal cannot be opened or written.</exception>
    /// <exception cref="InvalidDataException">The journal holds something that is no line of it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// <para>
    /// A run that was ended, by whatever, is taken up by calling this again with the same journal: tasks that were created are
    /// only waited for, and no URL gets a second task. The API has no idempotency key, and a task does not carry its URL, so
    /// creates are sent one at a time, in these steps:
    /// </para>
    /// <list type="number">
    /// <item>The newest task of the index is asked for. One that the journal does not know is somebody else's: the index is shared.</item>
    /// <item>An intent that names that task and the URL is written to the journal, and flushed to the disk.</item>
    /// <item>The create is sent once, and what the server says is written to the journal.</item>
    /// <item>
    /// Where the answer is lost, or the process with it, the list tells: of the tasks that are newer than the one that the intent
    /// names, those that the journal does not know are looked at. A single one is adopted. If there is none, and still none after
    /// <see cref="UploadManyOptions.SettlingTime"/>, the create is sent again. Several, or any on an index that is shared, end the
    /// URL as <see cref="UploadOutcome.Uncertain"/> with the candidates, and nothing is sent again, by no later run either.
    /// </item>
    /// </list>
    /// <para>
    /// What this cannot see: a task that somebody else creates on the index between step 1 and 4 of an upload whose own create
    /// was lost on its way, if it is the first of somebody else's. It would be adopted. Leave the index to one writer.
    /// </para>
    /// </remarks>
    public static IAsyncEnumerable<UploadResult> UploadManyAsync(this ITwelveLabsClient client, string indexId, IEnumerable<Uri> urls, UploadManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(indexId);
        ArgumentNullException.ThrowIfNull(urls);
        return RunAsync(client, indexId, urls, options ?? new UploadManyOptions(), cancellationToken);
    }

    private static async IAsyncEnumerable<UploadResult> RunAsync(ITwelveLabsClient client, string indexId, IEnumerable<Uri> urls, UploadManyOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var run = new UploadRun(client, indexId, options);
        await foreach (UploadResult result in run.RunAsync(urls, cancellationToken).ConfigureAwait(false))
        {
            yield return result;
        }
    }
}
