namespace TwelveLabs.Simulator.Webhooks;

/// <summary>One attempt to deliver one event.</summary>
/// <param name="EventId">The event's id, the same in all attempts.</param>
/// <param name="Type"><c>index.task.ready</c> or <c>index.task.failed</c>.</param>
/// <param name="TaskId">The task it tells of.</param>
/// <param name="Endpoint">Where it went.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Status">The HTTP status of the answer; null when there was none.</param>
public sealed record WebhookDelivery(string EventId, string Type, string TaskId, Uri Endpoint, int Attempt, int? Status)
{
    /// <summary>The endpoint answered 2xx.</summary>
    public bool Succeeded => Status is >= 200 and <= 299;
}
