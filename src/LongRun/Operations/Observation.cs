namespace LongRun;

/// <summary>One status answer, linked to the one that followed it, so that every watcher can walk through all of them.</summary>
/// <remarks>Nobody keeps the first one: an answer goes when the last watcher has passed it.</remarks>
internal sealed class Observation<T>(T value, string? status, OperationState state)
    where T : class
{
    internal T Value { get; } = value;

    internal string? Status { get; } = status;

    internal OperationState State { get; } = state;

    internal bool IsTerminal => State is OperationState.Succeeded or OperationState.Failed;

    internal Observation<T>? Next { get; set; }
}
