using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>Calls that tell whoever waits that something is over: a loop that makes one is about to end.</summary>
internal static class EndSignals
{
    internal static bool Contains(IMethodSymbol method) => (method.ContainingType.Name, method.Name) switch
    {
        ("CancellationTokenSource", "Cancel" or "CancelAsync") => true,
        ("TaskCompletionSource", var name) => name.StartsWith("Set", StringComparison.Ordinal) || name.StartsWith("TrySet", StringComparison.Ordinal),
        ("ManualResetEventSlim" or "EventWaitHandle", "Set") => true,
        ("ChannelWriter" or "BlockingCollection", "Complete" or "TryComplete" or "CompleteAdding") => true,
        ("PeriodicTimer", "Dispose") => true,
        _ => false,
    };
}
