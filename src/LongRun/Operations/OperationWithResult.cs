namespace LongRun;

/// <summary>A handle on a job whose result is not the whole status answer: it lies in one part of it, or behind a call of its own.</summary>
/// <typeparam name="T">Type of the status answer.</typeparam>
/// <typeparam name="TResult">Type of the result.</typeparam>
public abstract class Operation<T, TResult> : Operation<T>
    where T : class
{
    /// <inheritdoc/>
    protected Operation(StatusMonitor monitor, string id, bool justStarted = false)
        : base(monitor, id, justStarted)
    {
    }

    /// <inheritdoc/>
    protected Operation(StatusMonitor monitor, OperationToken token)
        : base(monitor, token)
    {
    }

    /// <summary>Gets the result of an operation that has succeeded. Looks at the status once where this handle has not seen success.</summary>
    /// <param name="cancellationToken">Ends the calls early; the job is not touched.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The operation has not ended, or its answer holds no result.</exception>
    /// <exception cref="OperationFailedException">The operation ended in terminal failure.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Every other exception is the client's own: nothing is retried here.</remarks>
    public async Task<TResult> GetResultAsync(CancellationToken cancellationToken = default)
    {
        if (State != OperationState.Succeeded)
        {
            await UpdateStatusAsync(cancellationToken).ConfigureAwait(false);
        }

        Observation<T> seen = Latest!;
        return seen.State switch
        {
            OperationState.Succeeded => await RetrieveResultAsync(seen.Value, cancellationToken).ConfigureAwait(false),
            OperationState.Failed => throw Failure(seen),
            _ => throw new InvalidOperationException($"{Token.Operation} '{Id}' is '{seen.Status}', so there is no result yet. Wait for it with WaitForResultAsync."),
        };
    }

    /// <summary>Waits until the operation has succeeded, then gets its result.</summary>
    /// <param name="options">How to wait; <see langword="null"/>: as the document says, at most the monitor's <see cref="StatusMonitor.MaxWaitTime"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the job is not touched.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationFailedException">The operation ended in terminal failure.</exception>
    /// <exception cref="OperationTimeoutException">
    /// The time limit was reached, or the server refuses calls until after it; the job goes on, or has succeeded and its result
    /// could not be fetched: the message says which. Or the job expired.
    /// </exception>
    /// <exception cref="InvalidOperationException">The answer that told of success holds no result.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// One time limit covers both. The result is never asked for before success. A call for it that fails is treated as a status
    /// call by <see cref="Operation{T}.WaitForCompletionAsync"/>, and has <see cref="WaitOptions.PollTimeout"/> to answer.
    /// </remarks>
    public async Task<TResult> WaitForResultAsync(WaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= WaitOptions.Default;
        long startedAt = options.TimeProvider.GetTimestamp();
        T value = await WaitForCompletionAsync(options, cancellationToken).ConfigureAwait(false);
        return await new ResultFetch<TResult>(options, Monitor, Token, startedAt, cancellationToken)
            .RunAsync(stop => RetrieveResultAsync(value, stop), Latest?.Status)
            .ConfigureAwait(false);
    }

    /// <summary>Gets the result. Generated.</summary>
    /// <param name="value">The answer that told of success.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits for the result any more.</param>
    /// <returns>The result.</returns>
    protected abstract Task<TResult> RetrieveResultAsync(T value, CancellationToken cancellationToken);
}
