using LongRun;

namespace TwelveLabs;

/// <summary>Takes verified webhook events and wakes the waits for the tasks that they tell of.</summary>
/// <remarks>
/// <para>
/// Keep one for the program and give it to waits: <c>new WaitOptions { Signal = receiver }</c>. An event that comes before
/// its wait (or before the answer to the upload) is kept for 10 minutes; events may come in any order, more than once, or
/// never. The platform sends webhooks for indexing tasks only: waits for embedding tasks go on as if there were none.
/// </para>
/// <para>
/// With more than one instance of a program behind one address an event reaches one of them, and the others look at the
/// status every 10 minutes. Pass events on with <see cref="Receive"/>, or give those waits no signal.
/// </para>
/// <para>Safe for any number of threads. Disposing it sends all waits back to their usual pace.</para>
/// </remarks>
public sealed class WebhookReceiver : OperationSignal, IDisposable
{
    private static readonly StatusMonitor[] Monitors = [IndexingOperation.StatusMonitor, EmbeddingOperation.StatusMonitor];

    private readonly SignalHub _hub;

    /// <summary>Creates a receiver. It remembers event ids for 24 hours, and at most 10,000 of them.</summary>
    /// <param name="timeProvider">The clock; <see langword="null"/>: the system's.</param>
    public WebhookReceiver(TimeProvider? timeProvider = null) =>
        _hub = new SignalHub(Monitors.Where(static m => m.WebhookEvents.Count > 0), timeProvider);

    /// <summary>How many waits are connected.</summary>
    public int ConnectedWaits => _hub.ConnectedWaits;

    /// <summary>Takes an event whose signature was checked, by <see cref="TwelveLabsWebhook.Parse"/> for example.</summary>
    /// <param name="verified">The event. One of a type that this client does not know wakes nobody.</param>
    /// <returns>Whether it is new; <see langword="false"/> for one that came before, which needs no further work.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="verified"/> is <see langword="null"/>.</exception>
    public bool Receive(WebhookEvent verified)
    {
        ArgumentNullException.ThrowIfNull(verified);

        // An event without an id cannot be told from another: it counts as new, and a look too many is the worst of it.
        if (!string.IsNullOrEmpty(verified.Id) && !_hub.Remember(verified.Id))
        {
            return false;
        }

        if (OperationOf(verified) is { } operation)
        {
            _hub.Notify(operation);
        }

        return true;
    }

    /// <summary>Forgets an event that could not be dealt with, so that it is new when the platform sends it again.</summary>
    /// <param name="verified">The event.</param>
    /// <exception cref="ArgumentNullException"><paramref name="verified"/> is <see langword="null"/>.</exception>
    public void Forget(WebhookEvent verified)
    {
        ArgumentNullException.ThrowIfNull(verified);
        if (!string.IsNullOrEmpty(verified.Id))
        {
            _hub.Forget(verified.Id);
        }
    }

    /// <summary>The task that an event tells of.</summary>
    /// <param name="received">The event.</param>
    /// <returns>The token to resume from; <see langword="null"/> for an event of another type, or that names no task.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="received"/> is <see langword="null"/>.</exception>
    public static OperationToken? OperationOf(WebhookEvent received)
    {
        ArgumentNullException.ThrowIfNull(received);

        // Where the id lies is the webhook's WebhookId in the document; a test holds this line against it.
        if (received.Data?.Id is not { Length: > 0 } id)
        {
            return null;
        }

        StatusMonitor? monitor = Array.Find(Monitors, m => m.WebhookEvents.Contains(received.Type.Value));
        return monitor is null ? null : new OperationToken(monitor.Name, id);
    }

    /// <inheritdoc/>
    public override IDisposable? Connect(OperationToken operation, SignalListener listener) => _hub.Connect(operation, listener);

    /// <inheritdoc/>
    public void Dispose() => _hub.Dispose();
}
