using System.Collections.Immutable;
using System.Globalization;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>What the fixes of the rules on loops need to know, carried in the diagnostic.</summary>
internal static class LoopEdit
{
    internal const string MinDelayKey = "MinDelay";
    internal const string OperationKey = "Operation";
    internal const string SucceededKey = "Succeeded";
    internal const string FailedKey = "Failed";
    internal const string StatusKey = "Status";

    internal static ImmutableDictionary<string, string?> Of(PollingLoop loop) => loop.Monitor is not { } monitor
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty
            .Add(MinDelayKey, Text(loop.MinDelay))
            .Add(OperationKey, monitor.Name)
            .Add(StatusKey, monitor.Status)
            .Add(SucceededKey, string.Join("\n", monitor.Succeeded))
            .Add(FailedKey, string.Join("\n", loop.FailuresNotSeen.Value.IsEmpty ? monitor.Failed : loop.FailuresNotSeen.Value));

    internal static string Text(double seconds) => seconds.ToString("R", CultureInfo.InvariantCulture);
}
