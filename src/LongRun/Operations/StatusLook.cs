using System.Runtime.ExceptionServices;
using LongRun.Http;

namespace LongRun;

/// <summary>What one status call brought: an answer, or the exception that it ended with.</summary>
internal sealed class StatusLook<T>(OperationCall call, Observation<T>? seen, in OperationReading reading, Exception? fault)
    where T : class
{
    internal OperationCall Call { get; } = call;

    internal Observation<T>? Seen { get; } = seen;

    internal OperationReading Reading { get; } = reading;

    internal Exception? Fault { get; } = fault;

    internal Observation<T> GetSeenOrThrow()
    {
        if (Fault is not null)
        {
            ExceptionDispatchInfo.Throw(Fault);
        }

        return Seen!;
    }
}
