using LongRun;
using TwelveLabs;

namespace Benchmarks.Waits;

/// <summary>The operation of an indexing task, written by hand on the raw call.</summary>
internal sealed class IndexTaskOperation(ITwelveLabsClient client, string id) : Operation<IndexTask>(Rules, id)
{
    private static readonly StatusMonitor Rules = new("Indexing") { Succeeded = [IndexTaskStatus.Names.Ready], Failed = [IndexTaskStatus.Names.Failed] };

    protected override Task<IndexTask> RetrieveAsync(CancellationToken cancellationToken) => client.RetrieveTaskAsync(Id, cancellationToken);

    protected override OperationReading Read(IndexTask value) => new()
    {
        Status = value.Status.Value,
        Percentage = value.Process?.Percentage,
        RemainingSeconds = value.Process?.RemainSeconds,
        EstimatedCompletion = value.EstimatedTime,
    };
}
