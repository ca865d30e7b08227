namespace LongRun.Generators.Model;

/// <summary>Endings and times of an operation. Times are in seconds; an infinite longest wait is positive infinity.</summary>
/// <param name="Succeeded">Statuses that mean success.</param>
/// <param name="Failed">Statuses that mean failure.</param>
/// <param name="WebhookEvents">Types of the webhook events that tell of either.</param>
/// <param name="MinDelay">Shortest pause.</param>
/// <param name="MaxDelay">Longest pause.</param>
/// <param name="SignalledDelay">Longest pause while a signal is connected.</param>
/// <param name="MaxWaitTime">Longest wait.</param>
internal sealed record MonitorModel(
    EquatableArray<string> Succeeded,
    EquatableArray<string> Failed,
    EquatableArray<string> WebhookEvents,
    double MinDelay,
    double MaxDelay,
    double SignalledDelay,
    double MaxWaitTime);
