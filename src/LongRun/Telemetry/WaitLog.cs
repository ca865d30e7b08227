using Microsoft.Extensions.Logging;

namespace LongRun;

/// <summary>What waits log. Statuses and types of exceptions, never their messages, which may quote an answer.</summary>
internal static partial class WaitLog
{
    [LoggerMessage(1, LogLevel.Information, "{Operation} {OperationId} has status '{Status}', which this client does not know: it is taken for running.", EventName = "UnknownStatus")]
    internal static partial void UnknownStatus(ILogger logger, string operation, string operationId, string? status);

    [LoggerMessage(2, LogLevel.Warning, "Status call {Poll} of {Operation} {OperationId} failed ({ErrorType}); the next one comes in {Pause}.", EventName = "PollFailed")]
    internal static partial void PollFailed(ILogger logger, string operation, string operationId, int poll, string errorType, TimeSpan pause);

    [LoggerMessage(3, LogLevel.Warning, "The wait for {Operation} {OperationId} is given up after {Elapsed} and {Polls} status calls; its last status was '{Status}'. "
        + "It goes on: pick it up with Resume{Operation}(\"{OperationId}\").", EventName = "GivenUp")]
    internal static partial void GivenUp(ILogger logger, string operation, string operationId, TimeSpan elapsed, int polls, string? status);

    [LoggerMessage(4, LogLevel.Debug, "A signal wakes the wait for {Operation} {OperationId} after {Elapsed}.", EventName = "Woken")]
    internal static partial void Woken(ILogger logger, string operation, string operationId, TimeSpan elapsed);

    [LoggerMessage(5, LogLevel.Information, "The wait for {Operation} {OperationId} is connected to its signal no more, and goes on at its usual pace.", EventName = "Disconnected")]
    internal static partial void Disconnected(ILogger logger, string operation, string operationId);
}
