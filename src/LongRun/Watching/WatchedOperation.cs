using System.Runtime.ExceptionServices;

namespace LongRun;

/// <summary>How the watch over one operation ended.</summary>
/// <typeparam name="T">Type of the status answer.</typeparam>
public sealed class WatchedOperation<T>
    where T : class
{
    internal WatchedOperation(OperationToken token, OperationOutcome<T>? outcome, Exception? error)
    {
        Token = token;
        Outcome = outcome;
        Error = error;
    }

    /// <summary>The operation's id, as the server gave it.</summary>
    public string Id => Token.Id;

    /// <summary>Names the operation; resume it from this, now or in another process.</summary>
    public OperationToken Token { get; }

    /// <summary>
    /// How the operation ended, or that the time limit was reached; <see langword="null"/> where its status could not be
    /// asked for (<see cref="Error"/>).
    /// </summary>
    public OperationOutcome<T>? Outcome { get; }

    /// <summary>Whether it ended in terminal success.</summary>
    public bool IsSuccess => Outcome is { IsSuccess: true };

    /// <summary>
    /// What <see cref="GetValueOrThrow"/> throws: <see cref="OperationFailedException"/>, <see cref="OperationTimeoutException"/>,
    /// or what the server or the client said to the status call (401, 403, 404 …); <see langword="null"/> after success.
    /// </summary>
    public Exception? Error { get; }

    /// <summary>Gives the result, or throws <see cref="Error"/>.</summary>
    /// <returns>The answer that told of success.</returns>
    /// <exception cref="OperationFailedException">The operation ended in terminal failure.</exception>
    /// <exception cref="OperationTimeoutException">The time limit was reached; the operation goes on.</exception>
    /// <exception cref="Exception">Its status could not be asked for.</exception>
    public T GetValueOrThrow()
    {
        if (Error is not null)
        {
            ExceptionDispatchInfo.Throw(Error);
        }

        return Outcome!.Value!;
    }
}
