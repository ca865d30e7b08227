namespace LongRun.Generators.Model;

/// <summary>Endings and times of an operation. Times are in seconds; an infinite longest wait is positive infinity.</summary>
internal sealed record MonitorModel(
    EquatableArray<string> Succeeded,
    EquatableArray<string> Failed,
    double MinDelay,
    double MaxDelay,
    double SignalledDelay,
    double MaxWaitTime);
