using System.Text.Json;
using LongRun.Http;

namespace TwelveLabs;

/// <summary>Finds out what became of a create whose answer was lost, by looking at the tasks of the index.</summary>
/// <remarks>
/// <para>
/// A task does not carry the URL that it was created from, and the API has no idempotency key. But there is never more than
/// one create that is not resolved, and the journal knows every task that it has created. So of the tasks that are newer than
/// the last one that the journal knew before the create, the only one that it does not know is the one. If there is none, and
/// still none after the settling time, there was no create. If there are several, or others have created tasks on the index
/// since the journal began, nobody can know.
/// </para>
/// <para>No clock is compared with another: the list's order (newest first) and the ids say it all.</para>
/// </remarks>
internal sealed class LostCreate
{
    private const int PageSize = 50;

    // Looks at the list within the settling time.
    private const int Looks = 4;

    // Of one page, beyond the client's own retries: nothing can go on without it.
    private const int Attempts = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly ITwelveLabsClient _client;
    private readonly UploadLedger _ledger;
    private readonly string _indexId;
    private readonly TimeSpan _settlingTime;
    private readonly TimeProvider _clock;

    internal LostCreate(ITwelveLabsClient client, UploadLedger ledger, string indexId, TimeSpan settlingTime, TimeProvider clock)
    {
        _client = client;
        _ledger = ledger;
        _indexId = indexId;
        _settlingTime = settlingTime;
        _clock = clock;
    }

    /// <summary>The newest task of the index; <see langword="null"/> where it has none.</summary>
    internal async Task<string?> NewestAsync(CancellationToken cancellationToken)
    {
        IndexTaskPage answer = await ListAsync(1, cancellationToken).ConfigureAwait(false);
        return answer.Data is [var newest, ..] ? newest.Id : null;
    }

    /// <summary>Finds out, and writes it into the journal.</summary>
    /// <param name="url">URL of the upload.</param>
    /// <param name="cancellationToken">Ends the search; the upload stays unresolved.</param>
    internal async Task ResolveAsync(string url, CancellationToken cancellationToken)
    {
        for (int look = 0; ; look++)
        {
            (List<string> newer, bool isShared) = await UnknownAsync(cancellationToken).ConfigureAwait(false);
            if (isShared)
            {
                _ledger.Share();
            }

            if (newer.Count > 1 || (newer.Count == 1 && _ledger.IsShared))
            {
                await _ledger.AddAsync(UploadRecordKind.Uncertain, url, cancellationToken, candidates: newer).ConfigureAwait(false);
                return;
            }

            if (newer is [var only])
            {
                await _ledger.AddAsync(UploadRecordKind.Created, url, cancellationToken, taskId: only).ConfigureAwait(false);
                return;
            }

            if (look == Looks)
            {
                // Nothing has turned up, and nothing of anybody else's could be taken for it.
                await _ledger.AddAsync(UploadRecordKind.NotCreated, url, cancellationToken, reason: "The answer was lost, and no task turned up.").ConfigureAwait(false);
                return;
            }

            await Task.Delay(_settlingTime / Looks, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The tasks that the journal does not know: those that are newer than all that it knew before the create, and whether there are older ones.</summary>
    private async Task<(List<string> Newer, bool IsShared)> UnknownAsync(CancellationToken cancellationToken)
    {
        var newer = new List<string>();
        bool isShared = false;
        bool isNewer = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int page = 1; ; page++)
        {
            IndexTaskPage answer = await ListAsync(page, cancellationToken).ConfigureAwait(false);
            foreach (IndexTask task in answer.Data ?? [])
            {
                if (task.Id == _ledger.Oldest)
                {
                    return (newer, isShared);
                }

                isNewer &= task.Id != _ledger.Newest;
                if (!_ledger.Knows(task.Id) && seen.Add(task.Id))
                {
                    if (isNewer)
                    {
                        newer.Add(task.Id);
                    }
                    else
                    {
                        isShared = true;
                    }
                }
            }

            if (answer.Data is not { Count: PageSize })
            {
                return (newer, isShared);
            }
        }
    }

    private async Task<IndexTaskPage> ListAsync(int page, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await _client.ListTasksAsync(page: page, pageLimit: PageSize, sortBy: SortBy.CreatedAt, sortOption: SortOption.Desc, indexId: _indexId, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Attempts && MayPass(exception) && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1) * Random.Shared.NextDouble(), _clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool MayPass(Exception exception) => exception switch
    {
        ApiException { StatusCode: var status } => status is 408 or 429 or >= 500 or (>= 200 and < 300),
        HttpRequestException or IOException or TimeoutException or JsonException => true,
        _ => false,
    };
}
