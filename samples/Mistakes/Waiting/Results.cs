using LongRun;
using Mistakes.Constraints;
using TwelveLabs;

namespace Mistakes.Waiting;

/// <summary>Jobs that are lost, and results that are read too early.</summary>
public sealed class Results(ITwelveLabsClient videos)
{
    // The id is gone, and with it the job.
    public async Task DroppedOperationAsync(string indexId, CancellationToken stop)
    {
        CreateExternalProviderTaskRequest request = Requests.Upload(indexId);
        await videos.CreateExternalProviderTaskAsync(request, stop);
    }

    // The video id is there once the task is 'ready'.
    public async Task<int> ReadBeforeSuccessAsync(string id, CancellationToken stop)
    {
        IndexTask task = await videos.RetrieveTaskAsync(id, stop);
        return task.VideoId!.Length;
    }

    // Whether it succeeded, nobody knows.
    public async Task OutcomeIgnoredAsync(string id, CancellationToken stop)
    {
        IndexingOperation operation = videos.ResumeIndexing(id);
        await operation.WaitForOutcomeAsync(cancellationToken: stop);
    }
}
