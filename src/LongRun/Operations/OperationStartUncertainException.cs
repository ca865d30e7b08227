namespace LongRun;

/// <summary>
/// The answer to a call that starts an operation was lost: nobody can know whether the server started it.
/// Repeating the call may start it a second time; look on the server first.
/// </summary>
public sealed class OperationStartUncertainException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">What was to be started: <c>UploadFromExternalProvider</c>.</param>
    /// <param name="innerException">How the answer was lost.</param>
    /// <param name="idempotencyKey">The key that every call was sent with; <see langword="null"/> where there was none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> or <paramref name="innerException"/> is <see langword="null"/>.</exception>
    public OperationStartUncertainException(string operation, Exception innerException, string? idempotencyKey = null)
        : base(Describe(operation, innerException, idempotencyKey), innerException)
    {
        Operation = operation;
        IdempotencyKey = idempotencyKey;
    }

    /// <summary>What was to be started: the start's name, as in <c>Start{name}Async</c>.</summary>
    public string Operation { get; }

    /// <summary>The key to start it again with, so that the server does it once; <see langword="null"/> where the API has none.</summary>
    public string? IdempotencyKey { get; }

    private static string Describe(string operation, Exception innerException, string? idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(innerException);
        return $"The answer to {operation} was lost, so it may or may not have started: {Sentence.End(innerException.Message)}"
            + (idempotencyKey is null
                ? " Look for it on the server before you start it again; a second call may start a second job."
                : $" It was sent again with the same key. Start it once more with the idempotency key '{idempotencyKey}': a server that has it already starts no second job.");
    }
}
