namespace LongRun;

/// <summary>Two jobs, the second of which begins when the first has succeeded, waited for as one.</summary>
/// <typeparam name="TFirst">Type of the first job's status answer.</typeparam>
/// <typeparam name="TSecond">Type of the second job's status answer.</typeparam>
/// <remarks>
/// Safe for any number of threads: however many wait, the second job is started once. A chain has no token of its own;
/// <see cref="Token"/> names the stage that it is at. From the first stage's, resume that job and chain again; from the
/// second's, resume that one: nothing is left of the first.
/// </remarks>
public sealed class ChainedOperation<TFirst, TSecond>
    where TFirst : class
    where TSecond : class
{
    private readonly object _gate = new();
    private readonly StatusMonitor _monitor;
    private readonly Func<TFirst, CancellationToken, Task<Operation<TSecond>>> _start;
    private Task<Operation<TSecond>>? _starting;

    /// <summary>Creates a chain. Calls nothing yet.</summary>
    /// <param name="first">The first job.</param>
    /// <param name="secondMonitor">What the document says about the second.</param>
    /// <param name="start">Starts the second, of the answer that told of the first one's success.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ChainedOperation(Operation<TFirst> first, StatusMonitor secondMonitor, Func<TFirst, CancellationToken, Task<Operation<TSecond>>> start)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(secondMonitor);
        ArgumentNullException.ThrowIfNull(start);
        First = first;
        _monitor = secondMonitor;
        _start = start;
    }

    /// <summary>The first job.</summary>
    public Operation<TFirst> First { get; }

    /// <summary>The second job; <see langword="null"/> until it was started.</summary>
    public Operation<TSecond>? Second => Volatile.Read(ref _starting) is { IsCompletedSuccessfully: true } started ? started.Result : null;

    /// <summary>Names the stage that the chain is at, and its job: the second once it was started, else the first.</summary>
    public OperationToken Token => Second?.Token ?? First.Token;

    /// <summary>
    /// Longest wait for both unless the caller says otherwise: that of the first and that of the second together.
    /// </summary>
    public TimeSpan MaxWaitTime
    {
        get
        {
            TimeSpan first = First.Monitor.MaxWaitTime;
            TimeSpan second = _monitor.MaxWaitTime;
            bool isInfinite = first == Timeout.InfiniteTimeSpan || second == Timeout.InfiniteTimeSpan || first > TimeSpan.MaxValue - second;
            return isInfinite ? Timeout.InfiniteTimeSpan : first + second;
        }
    }

    /// <summary>Waits for the first job, starts the second, and waits for that.</summary>
    /// <param name="options">How to wait; its limit is for both. <see langword="null"/>: as the document says, at most <see cref="MaxWaitTime"/>.</param>
    /// <param name="cancellationToken">Ends the wait; neither job is touched, and a start that has begun goes on.</param>
    /// <returns>The answer that told of the second job's success.</returns>
    /// <exception cref="OperationFailedException">A job ended in terminal failure; the token names the stage.</exception>
    /// <exception cref="OperationTimeoutException">
    /// The time limit was reached, or a job expired; the token names the stage to resume from. No job is started after the limit.
    /// </exception>
    /// <exception cref="OperationStartUncertainException">The answer to the start of the second job was lost. Every later wait on this chain throws it again: nothing is started twice.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// Progress tells of both: the fraction of the first job is the first half, and <see cref="OperationProgress.Stage"/> the name of
    /// the job's operation. The start of the second is told at once, so that its token can be kept. A start that the server has
    /// refused is thrown as it is; the next wait on this chain tries again.
    /// </remarks>
    public async Task<TSecond> WaitForCompletionAsync(WaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= WaitOptions.Default;
        var wait = new ChainWait(options, options.MaxWaitTime ?? MaxWaitTime);
        TFirst value = await First.WaitForCompletionAsync(options.With(wait.Left, wait.FirstProgress(First.Monitor.Name)), cancellationToken).ConfigureAwait(false);
        Operation<TSecond>? second = Second;
        if (second is null)
        {
            second = await StartAsync(value, wait, cancellationToken).ConfigureAwait(false);
            wait.Started(second.Token);
        }

        return await second.WaitForCompletionAsync(options.With(wait.Left, wait.SecondProgress(_monitor.Name)), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Operation<TSecond>> StartAsync(TFirst value, ChainWait wait, CancellationToken cancellationToken)
    {
        // The look at the limit may have told of success; a job that nobody will wait for is not started.
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan left = wait.Left;
        if (left == TimeSpan.Zero)
        {
            throw NotStarted(wait, "was not started, because no time was left");
        }

        try
        {
            return await Starting(value).WaitAsync(left, wait.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (Volatile.Read(ref _starting) is { IsCompleted: false })
        {
            throw NotStarted(wait, "was being started, and the answer had not come; wait on this chain again");
        }
    }

    private Task<Operation<TSecond>> Starting(TFirst value)
    {
        TaskCompletionSource<Operation<TSecond>> begun;
        lock (_gate)
        {
            if (_starting is { IsFaulted: false } or { Exception.InnerException: OperationStartUncertainException })
            {
                return _starting;
            }

            // Not inline: what one waiter does with the answer must not hold up the others.
            begun = new TaskCompletionSource<Operation<TSecond>>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _starting, begun.Task);
        }

        _ = BeginAsync(value, begun);
        return begun.Task;
    }

    private async Task BeginAsync(TFirst value, TaskCompletionSource<Operation<TSecond>> begun)
    {
        try
        {
            // With no one's token: an id that nobody waits for any more is still the id of a job that runs.
            begun.SetResult(await _start(value, CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            begun.SetException(exception);

            // Looked at, though perhaps nobody waits any more.
            _ = begun.Task.Exception;
        }
    }

    private OperationTimeoutException NotStarted(ChainWait wait, string what) =>
        OperationTimeoutException.NextNotStarted(First.Token, First.Latest?.Status, _monitor.Name, what, wait.Elapsed, wait.Polls);
}
