using System.Text.Json;
using LongRun.Http;

namespace TwelveLabs;

/// <summary>Finds out what became of a create whose answer was lost, by looking at the tasks of the index.</summary>
/// <remarks>
/// <para>
/// A task does not carry the URL that it was created from, and the API has no idempotency key. But there is never more than
/// one create that is not resolved, the journal knows every task that it has created, and its intent names the newest task of
/// the index before the create. So of the tasks that are newer than that, the only one that the journal does not know is the
/// one. If there is none, and still none after the settling time, there was no create. If there are several, or others have
/// created tasks on the index since the journal began, nobody can know.
/// </para>
/// <para>This machine's clock is compared with no other: the list's order (newest first) and the ids say it all.</para>
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

    // All tasks from here on were looked at before, and none can come between: the list is by the time of creation.
    private IndexTask? _lookedAt;

    internal LostCreate(ITwelveLabsClient client, UploadLedger ledger, string indexId, TimeSpan settlingTime, TimeProvider clock)
    {
        _client = client;
        _ledger = ledger;
        _indexId = indexId;
        _settlingTime = settlingTime;
        _clock = clock;
    }

    /// <summary>The newest task of the index; <see langword="null"/> where it has none.</summary>
    internal async Task<IndexTask?> NewestAsync(CancellationToken cancellationToken)
    {
        IndexTaskPage answer = await ListAsync(1, 1, cancellationToken).ConfigureAwait(false);
        return answer.Data is [var newest, ..] ? newest : null;
    }

    /// <summary>Finds out, and writes it into the journal.</summary>
    /// <param name="url">URL of the upload.</param>
    /// <param name="cancellationToken">Ends the search; the upload stays unresolved.</param>
    internal async Task ResolveAsync(string url, CancellationToken cancellationToken)
    {
        for (int look = 0; ; look++)
        {
            List<string> newer = await UnknownAsync(cancellationToken).ConfigureAwait(false);
            if (newer.Count > 1 || (newer.Count == 1 && _ledger.IsShared))
            {
                await _ledger.UncertainAsync(url, newer).ConfigureAwait(false);
                return;
            }

            if (newer is [var only])
            {
                await _ledger.CreatedAsync(url, only).ConfigureAwait(false);
                return;
            }

            if (look == Looks)
            {
                // Nothing has turned up, and nothing of anybody else's could be taken for it.
                await _ledger.NotCreatedAsync(url, "The answer was lost, and no task turned up.").ConfigureAwait(false);
                return;
            }

            await Task.Delay(_settlingTime / Looks, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The tasks since the create that the journal does not know. Others that it does not know tell that the index is shared.</summary>
    private async Task<List<string>> UnknownAsync(CancellationToken cancellationToken)
    {
        var newer = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IndexTask? before = null;
        IndexTask? last = null;
        for (int page = 1; ; page++)
        {
            IndexTaskPage answer = await ListAsync(page, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (IndexTask task in answer.Data ?? [])
            {
                // Among those of one and the same time the list may have any order.
                if (last is not null && (task.CreatedAt is null || task.CreatedAt < last.CreatedAt))
                {
                    _lookedAt = before;
                    return newer;
                }

                if (_ledger.IsBeforeCreate(task))
                {
                    before ??= task;
                }
                else if (seen.Add(task.Id))
                {
                    if (before is null || task.CreatedAt >= before.CreatedAt)
                    {
                        newer.Add(task.Id);
                    }
                    else
                    {
                        _ledger.Share();
                    }
                }

                last ??= task.Id == _lookedAt?.Id || _ledger.IsBefore(task) ? task : null;
            }

            if (answer.Data is not { Count: PageSize })
            {
                _lookedAt = before;
                return newer;
            }
        }
    }

    private async Task<IndexTaskPage> ListAsync(int page, int size, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await _client.ListTasksAsync(page: page, pageLimit: size, sortBy: SortBy.CreatedAt, sortOption: SortOption.Desc, indexId: _indexId, cancellationToken: cancellationToken).ConfigureAwait(false);
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
