using LongRun;

namespace TwelveLabs.Client.Tests.Support;

/// <summary>An indexing task as an operation, written by hand: these tests are of the client below it, not of the generator.</summary>
internal sealed class Indexing : Operation<IndexTask>
{
    private static readonly StatusMonitor Monitoring = new("Indexing")
    {
        Succeeded = [IndexTaskStatus.Names.Ready],
        Failed = [IndexTaskStatus.Names.Failed],
        MaxWaitTime = TimeSpan.FromHours(4),
    };

    private readonly ITwelveLabsClient _client;

    private Indexing(ITwelveLabsClient client, string id)
        : base(Monitoring, id, justStarted: true) => _client = client;

    private Indexing(ITwelveLabsClient client, OperationToken token)
        : base(Monitoring, token) => _client = client;

    public static async Task<Indexing> StartAsync(ITwelveLabsClient client, CreateExternalProviderTaskRequest request, CancellationToken cancellationToken)
    {
        CreatedResource created = await OperationStart.SendAsync(
            "UploadFromExternalProvider",
            token => client.CreateExternalProviderTaskAsync(request, token),
            cancellationToken);
        return new Indexing(client, created.Id);
    }

    public static Indexing Resume(ITwelveLabsClient client, string token) => new(client, OperationToken.Parse(token));

    protected override Task<IndexTask> RetrieveAsync(CancellationToken cancellationToken) => _client.RetrieveTaskAsync(Id, cancellationToken);

    protected override OperationReading Read(IndexTask value) => new()
    {
        Status = value.Status.Value,
        Percentage = value.Process?.Percentage,
        RemainingSeconds = value.Process?.RemainSeconds,
        EstimatedCompletion = value.EstimatedTime,
        FailureReason = value.ErrorReason?.ToString(),
    };
}
