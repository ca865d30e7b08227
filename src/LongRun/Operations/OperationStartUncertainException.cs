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
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public OperationStartUncertainException(string operation, Exception innerException)
        : base(Describe(operation, innerException), innerException)
    {
        Operation = operation;
    }

    /// <summary>What was to be started: the start's name, as in <c>Start{name}Async</c>.</summary>
    public string Operation { get; }

    private static string Describe(string operation, Exception innerException)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(innerException);
        return $"The answer to {operation} was lost, so it may or may not have started: {Sentence.End(innerException.Message)}"
            + " Look for it on the server before you start it again; a second call may start a second job.";
    }
}
