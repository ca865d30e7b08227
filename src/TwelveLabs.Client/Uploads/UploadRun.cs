using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LongRun;
using LongRun.Http;

namespace TwelveLabs;

/// <summary>One run over many URLs: one create at a time, many waits.</summary>
internal sealed class UploadRun : IAsyncDisposable
{
    // Of one upload that the server certainly did not take.
    private const int Attempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly ITwelveLabsClient _client;
    private readonly string _indexId;
    private readonly UploadManyOptions _options;
    private readonly IUploadJournal _journal;
    private readonly IndexingWatcher _watcher;
    private readonly SemaphoreSlim _places;

    internal UploadRun(ITwelveLabsClient client, string indexId, UploadManyOptions options)
    {
        _client = client;
        _indexId = indexId;
        _options = options;
        _journal = options.Journal ?? FileUploadJournal.Open($"twelvelabs-{indexId}.uploads.jsonl");
        _watcher = new IndexingWatcher(client, options.Watch);
        _places = new SemaphoreSlim(options.MaxConcurrency, options.MaxConcurrency);
    }

    private TimeProvider Clock => _options.Watch?.TimeProvider ?? TimeProvider.System;

    /// <summary>Uploads, and gives each result as it comes.</summary>
    internal async IAsyncEnumerable<UploadResult> RunAsync(IEnumerable<Uri> urls, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        UploadLedger ledger = await UploadLedger.OpenAsync(_journal, Clock, _indexId, cancellationToken).ConfigureAwait(false);
        var search = new LostCreate(_client, ledger, _indexId, _options.SettlingTime, Clock);
        if (!ledger.HasBegun)
        {
            await ledger.BeginAsync(await search.NewestAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<UploadResult> results = Channel.CreateUnbounded<UploadResult>();
        Task uploading = UploadAllAsync(urls, ledger, search, results.Writer, stop.Token);
        try
        {
            await foreach (UploadResult result in results.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                // Only what is taken makes room: nobody pays for uploads whose results he does not look at.
                _places.Release();
                yield return result;
            }
        }
        finally
        {
            // A create that is under way is given up; its intent is in the journal, and the next run finds out.
            await stop.CancelAsync().ConfigureAwait(false);
            await uploading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _watcher.DisposeAsync().ConfigureAwait(false);
        if (_options.Journal is null)
        {
            await _journal.DisposeAsync().ConfigureAwait(false);
        }

        _places.Dispose();
    }

    private async Task UploadAllAsync(IEnumerable<Uri> urls, UploadLedger ledger, LostCreate search, ChannelWriter<UploadResult> results, CancellationToken cancellationToken)
    {
        var waits = new List<Task>();
        try
        {
            // What an earlier run left open comes first: until it is known, nothing else may be created.
            if (ledger.Unresolved is { Url: { } open })
            {
                await search.ResolveAsync(open, cancellationToken).ConfigureAwait(false);
            }

            var seen = new HashSet<string>(StringComparer.Ordinal);
            using IEnumerator<Uri> next = urls.GetEnumerator();
            while (await HasRoomAsync(cancellationToken).ConfigureAwait(false) && next.MoveNext())
            {
                Uri url = next.Current;
                ArgumentNullException.ThrowIfNull(url, nameof(urls));
                if (!seen.Add(url.OriginalString))
                {
                    _places.Release();
                }
                else if (await CreateAsync(url, ledger, search, cancellationToken).ConfigureAwait(false) is { } end)
                {
                    results.TryWrite(end);
                }
                else
                {
                    waits.Add(WaitAsync(url, ledger.LastOf(url.OriginalString)!.TaskId!, results, cancellationToken));
                }

                waits.RemoveAll(static wait => wait.IsCompletedSuccessfully);
            }

            await Task.WhenAll(waits).ConfigureAwait(false);
            results.Complete();
        }
        catch (Exception exception)
        {
            results.TryComplete(exception);
            await Task.WhenAll(waits).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> HasRoomAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Creates the task of a URL, unless an earlier run has.</summary>
    /// <returns>How the upload ended; <see langword="null"/> where its task was created.</returns>
    private async Task<UploadResult?> CreateAsync(Uri url, UploadLedger ledger, LostCreate search, CancellationToken cancellationToken)
    {
        string text = url.OriginalString;
        for (int attempt = 1; ; attempt++)
        {
            switch (ledger.LastOf(text))
            {
                case { Kind: UploadRecordKind.Created }:
                    return null;
                case { Kind: UploadRecordKind.Uncertain, Candidates: var candidates }:
                    return new UploadResult
                    {
                        Url = url,
                        Outcome = UploadOutcome.Uncertain,
                        Candidates = candidates ?? [],
                        Error = new InvalidOperationException($"The answer to the create of {text} was lost, and {candidates?.Count ?? 0} tasks could be its. It was not sent again. Look which of them is, or upload it anew with another journal."),
                    };
            }

            Exception? refusal = await TryCreateAsync(url, ledger, search, cancellationToken).ConfigureAwait(false);
            if (ledger.LastOf(text) is not { Kind: UploadRecordKind.NotCreated })
            {
                continue;
            }

            if (attempt == Attempts || (refusal is not null && !MayHelp(refusal)))
            {
                return new UploadResult
                {
                    Url = url,
                    Outcome = UploadOutcome.NotCreated,
                    Error = refusal ?? new InvalidOperationException($"The create of {text} was sent {attempt} times, its answer was lost each time, and no task turned up."),
                };
            }

            await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends one create, and writes down what became of it.</summary>
    /// <returns>Why the server did not take it; <see langword="null"/> where it did, or the journal says more.</returns>
    private async Task<Exception?> TryCreateAsync(Uri url, UploadLedger ledger, LostCreate search, CancellationToken cancellationToken)
    {
        string text = url.OriginalString;
        await ledger.IntendAsync(text, await search.NewestAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        IndexingOperation started;
        try
        {
            started = await _client.StartUploadFromExternalProviderAsync(
                new CreateExternalProviderTaskRequest { IndexId = _indexId, Url = url },
                cancellationToken).ConfigureAwait(false);
        }
        catch (OperationStartUncertainException)
        {
            await search.ResolveAsync(text, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Any other exception of a start says that the server did not act.
            await ledger.NotCreatedAsync(text, exception.Message).ConfigureAwait(false);
            return exception;
        }

        // Outside of the above: where this cannot be written, the intent stays, and the next run finds the task.
        await ledger.CreatedAsync(text, started.Id).ConfigureAwait(false);
        return null;
    }

    // Too many requests, and no connection: another time it may go well.
    private static bool MayHelp(Exception refusal) => refusal is ApiException { StatusCode: 429 } or HttpRequestException;

    private async Task WaitAsync(Uri url, string taskId, ChannelWriter<UploadResult> results, CancellationToken cancellationToken)
    {
        WatchedOperation<IndexTask> ended = await _watcher.WaitAsync(taskId, cancellationToken).ConfigureAwait(false);
        results.TryWrite(new UploadResult
        {
            Url = url,
            TaskId = taskId,
            Task = ended.Outcome?.LastValue,
            Error = ended.Error,
            Outcome = ended.Outcome switch
            {
                { IsSuccess: true } => UploadOutcome.Ready,
                { TimedOut: true } => UploadOutcome.TimedOut,
                not null => UploadOutcome.Failed,
                null => UploadOutcome.Lost,
            },
        });
    }
}
