using LongRun.Http;

namespace LongRun;

/// <summary>Sends the call that starts an operation. Used by generated code.</summary>
public static class OperationStart
{
    /// <summary>Sends a start once, and tells an answer that was lost from one that says no.</summary>
    /// <typeparam name="TResponse">Type of the answer.</typeparam>
    /// <param name="name">What is started: <c>UploadFromExternalProvider</c>.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="cancellationToken">Ends the call early; whether the server acted is then not known.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="send"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationStartUncertainException">
    /// The answer was lost: the connection broke off, time ran out, the server answered 408 or 5xx, or its answer of
    /// success could not be read. Where the server certainly did not act (no connection, any other 4xx), the original
    /// exception is thrown.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<TResponse> SendAsync<TResponse>(string name, Func<CancellationToken, Task<TResponse>> send, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(send);
        return SendCoreAsync(name, send, cancellationToken);
    }

    /// <summary>Sends a start that the server does once for each key, again where the answer was lost.</summary>
    /// <typeparam name="TResponse">Type of the answer.</typeparam>
    /// <param name="name">What is started: <c>UploadFromExternalProvider</c>.</param>
    /// <param name="send">Sends it, each time with the same key.</param>
    /// <param name="idempotencyKey">The key; <see langword="null"/> or empty where none is sent: the start is then sent once.</param>
    /// <param name="cancellationToken">Ends the call early; whether the server acted is then not known.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="send"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationStartUncertainException">
    /// The answer was lost, and so was that of three repeats, or the server asks for a pause of more than 30 seconds.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// The pauses are about 1, 2 and 4 seconds, up to half of each left to chance; a <c>Retry-After</c> overrules them. What ends
    /// the first call with certainty (a refusal, no connection) is thrown as it is, without a repeat.
    /// </remarks>
    public static Task<TResponse> SendAsync<TResponse>(string name, Func<CancellationToken, Task<TResponse>> send, string? idempotencyKey, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(send);
        return string.IsNullOrEmpty(idempotencyKey)
            ? SendCoreAsync(name, send, cancellationToken)
            : new KeyedStart(name, idempotencyKey, TimeProvider.System, Random.Shared).SendAsync(send, cancellationToken);
    }

    private static async Task<TResponse> SendCoreAsync<TResponse>(string name, Func<CancellationToken, Task<TResponse>> send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = new OperationCall(OperationCallKind.Start);
        OperationCall.Enter(call);
        try
        {
            return await send(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsUncertain(exception, call, cancellationToken))
        {
            throw new OperationStartUncertainException(name, exception);
        }
    }

    /// <summary>Whether nobody can know, after a call that failed, if the server has started the operation.</summary>
    internal static bool IsUncertain(Exception exception, OperationCall call, CancellationToken cancellationToken)
    {
        if (exception is OperationStartUncertainException || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return false;
        }

        // An earlier attempt of somebody's retry may have started the job, however clear the last refusal is.
        if (call.AnswerLost)
        {
            return true;
        }

        return TransportFault.StatusOf(exception, call) switch
        {
            408 or >= 500 => true,
            // Success that could not be read: the job runs, and its id is lost.
            >= 200 and < 300 => true,
            not null => false,
            // Without a recording handler the request may have left; with one it tells.
            null => !TransportFault.NeverReachedServer(exception) && (call.RequestSent || TransportFault.IsBrokenAnswer(exception)),
        };
    }
}
