namespace LongRun;

/// <summary>A long-running operation ended in terminal failure.</summary>
public sealed class OperationFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="token">Names the operation.</param>
    /// <param name="status">The terminal status, as on the wire.</param>
    /// <param name="reason">Why it failed, in the server's words; <see langword="null"/> where the server gives none.</param>
    /// <param name="lastValue">The whole last answer.</param>
    public OperationFailedException(OperationToken token, string? status, string? reason, object? lastValue)
        : base(string.IsNullOrWhiteSpace(reason)
            ? $"{token.Operation} '{token.Id}' ended as '{status}'. The server gave no reason."
            : $"{token.Operation} '{token.Id}' ended as '{status}': {Sentence.End(reason)}")
    {
        Token = token;
        Status = status;
        Reason = reason;
        LastValue = lastValue;
    }

    /// <summary>Names the operation.</summary>
    public OperationToken Token { get; }

    /// <summary>The operation's id, as the server gave it.</summary>
    public string OperationId => Token.Id;

    /// <summary>The terminal status, as on the wire.</summary>
    public string? Status { get; }

    /// <summary>Why it failed, in the server's words; <see langword="null"/> where the server gives none.</summary>
    public string? Reason { get; }

    /// <summary>The whole last answer, of the type that the status call returns.</summary>
    public object? LastValue { get; }
}
