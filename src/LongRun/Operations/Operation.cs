using System.Runtime.CompilerServices;
using LongRun.Http;
using Microsoft.Extensions.Logging;

namespace LongRun;

/// <summary>A handle on a job that runs on a server: look at it, wait for it, watch it. Base of the generated operations.</summary>
/// <typeparam name="T">Type of the status answer.</typeparam>
/// <remarks>
/// The handle is safe for any number of threads; whoever asks while a status call is in flight shares its answer.
/// Giving up a wait, by cancelling it or by its time limit, never touches the job.
/// </remarks>
public abstract class Operation<T>
    where T : class
{
    private readonly object _gate = new();
    private Observation<T>? _latest;
    private SharedPoll<T>? _inFlight;

    // When the last status call ended, and by which clock: waits on one handle may use different ones.
    private TimeProvider? _clock;
    private long _lookedAt;

    /// <summary>Creates a handle from an id.</summary>
    /// <param name="monitor">What the document says about this kind of operation.</param>
    /// <param name="id">The operation's id, as the server gave it.</param>
    /// <param name="justStarted">
    /// Whether this process has only just started it. A wait then makes its first status call after the monitor's
    /// shortest pause, and takes a 404 of the first 10 seconds for a server that does not know it everywhere yet.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="monitor"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is <see langword="null"/>, empty or not well-formed Unicode.</exception>
    protected Operation(StatusMonitor monitor, string id, bool justStarted = false)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        Monitor = monitor;
        Token = new OperationToken(monitor.Name, id);
        JustStarted = justStarted;
    }

    /// <summary>Creates a handle from a token that an earlier handle gave out, perhaps in another process.</summary>
    /// <param name="monitor">What the document says about this kind of operation.</param>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentNullException"><paramref name="monitor"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="token"/> is empty, or names another kind of operation.</exception>
    protected Operation(StatusMonitor monitor, OperationToken token)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        if (token == default)
        {
            throw new ArgumentException("The token is empty.", nameof(token));
        }

        if (!string.Equals(token.Operation, monitor.Name, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The token names the operation '{token.Operation}', and this is '{monitor.Name}'.", nameof(token));
        }

        Monitor = monitor;
        Token = token;
    }

    /// <summary>The operation's id, as the server gave it.</summary>
    public string Id => Token.Id;

    /// <summary>Names the operation; its text can be stored and resumed from by another process.</summary>
    public OperationToken Token { get; }

    /// <summary>What the document says about this kind of operation.</summary>
    public StatusMonitor Monitor { get; }

    /// <summary>What the last status seen means; <see cref="OperationState.Unknown"/> before the first.</summary>
    public OperationState State => Latest?.State ?? OperationState.Unknown;

    /// <summary>Whether the last status seen is terminal: success or failure.</summary>
    public bool HasCompleted => Latest is { IsTerminal: true };

    /// <summary>The last answer seen; <see langword="null"/> before the first.</summary>
    public T? Current => Latest?.Value;

    /// <summary>
    /// How long the server asked to be left alone when it started the operation: a wait makes its first status call after that.
    /// <see langword="null"/>, the default: after the monitor's shortest pause. No effect on a handle that was resumed.
    /// </summary>
    public TimeSpan? FirstDelay { get; init; }

    internal bool JustStarted { get; }

    /// <summary>Where the client logs, as its handler told with the last status call.</summary>
    internal ILogger? Logger { get; private set; }

    internal Observation<T>? Latest => Volatile.Read(ref _latest);

    /// <summary>Makes one status call, or shares the one in flight.</summary>
    /// <param name="cancellationToken">Ends the waiting for the answer; the job is not touched.</param>
    /// <returns>The answer, whatever it says.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Every other exception is the client's own: nothing is retried here.</remarks>
    public async Task<T> UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        StatusLook<T> look = await LookAsync(Volatile.Read(ref _clock) ?? TimeProvider.System, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        return look.GetSeenOrThrow().Value;
    }

    /// <summary>Waits until the operation has succeeded.</summary>
    /// <param name="options">How to wait; <see langword="null"/>: as the document says, at most the monitor's <see cref="StatusMonitor.MaxWaitTime"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the job is not touched.</param>
    /// <returns>The answer that told of success.</returns>
    /// <exception cref="OperationFailedException">The operation ended in terminal failure.</exception>
    /// <exception cref="OperationTimeoutException">
    /// The time limit was reached, or the server refuses status calls until after it; the job goes on. Or the job expired.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// Broken connections, 408, 429, 5xx and unreadable answers are retried within the limit. Other HTTP errors (401, 403,
    /// 404) and exceptions of unknown kinds end the wait as they are, unless <see cref="WaitOptions.Classify"/> says otherwise.
    /// </remarks>
    public async Task<T> WaitForCompletionAsync(WaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var wait = new OperationWait<T>(this, options ?? WaitOptions.Default, cancellationToken);
        while (true)
        {
            Observation<T> seen = await wait.NextAsync().ConfigureAwait(false);
            if (seen.State == OperationState.Succeeded)
            {
                return seen.Value;
            }

            if (seen.State == OperationState.Failed)
            {
                throw Failure(seen);
            }
        }
    }

    /// <summary>Waits until the operation has ended, and reports failure and the time limit instead of throwing.</summary>
    /// <param name="options">How to wait; <see langword="null"/>: as the document says, at most the monitor's <see cref="StatusMonitor.MaxWaitTime"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the job is not touched.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// What says nothing about the operation is still thrown: HTTP errors such as 401 or 404, and exceptions of unknown kinds.
    /// </remarks>
    public async Task<OperationOutcome<T>> WaitForOutcomeAsync(WaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return OperationOutcome<T>.Success(await WaitForCompletionAsync(options, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationFailedException exception) when (exception.Token == Token)
        {
            return OperationOutcome<T>.Unsuccessful(OperationState.Failed, exception.LastValue as T, exception);
        }
        catch (OperationTimeoutException exception) when (exception.Token == Token)
        {
            // Another wait on this handle may have seen the end just now: then that is how it ended.
            return Latest switch
            {
                { State: OperationState.Succeeded } last => OperationOutcome<T>.Success(last.Value),
                { State: OperationState.Failed } last => OperationOutcome<T>.Unsuccessful(last.State, last.Value, Failure(last)),
                var last => OperationOutcome<T>.Unsuccessful(last?.State ?? OperationState.Unknown, last?.Value, exception),
            };
        }
    }

    /// <summary>Follows the operation: gives every change of status once, the terminal one last.</summary>
    /// <param name="options">How to wait; <see langword="null"/>: as the document says, at most the monitor's <see cref="StatusMonitor.MaxWaitTime"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the job is not touched.</param>
    /// <returns>The first answer, then each whose status differs from the one before. Ends after a terminal status, success or failure.</returns>
    /// <exception cref="OperationTimeoutException">The time limit was reached, or the server refuses status calls until after it; the job goes on.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Failed status calls are treated as by <see cref="WaitForCompletionAsync"/>. A terminal failure is given, not thrown.</remarks>
    public async IAsyncEnumerable<T> WatchAsync(WaitOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var wait = new OperationWait<T>(this, options ?? WaitOptions.Default, cancellationToken);
        Observation<T>? passed = null;
        while (true)
        {
            Observation<T> newest = await wait.NextAsync().ConfigureAwait(false);

            // Other waits on this handle may have seen several since; none is left out.
            Observation<T>? next = passed is null ? newest : passed.Next;
            for (; next is not null; next = passed.Next)
            {
                bool changed = passed is null || !string.Equals(passed.Status, next.Status, StringComparison.Ordinal);
                passed = next;
                if (changed)
                {
                    yield return next.Value;
                }

                if (next.IsTerminal)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>Makes the status call. Generated.</summary>
    /// <param name="cancellationToken">Cancelled when nobody waits for the answer any more.</param>
    /// <returns>The answer; not <see langword="null"/>.</returns>
    protected abstract Task<T> RetrieveAsync(CancellationToken cancellationToken);

    /// <summary>Reads what the monitor names out of an answer. Generated.</summary>
    /// <param name="value">The answer.</param>
    /// <returns>What it says.</returns>
    protected abstract OperationReading Read(T value);

    /// <summary>Makes a status call, or shares the one in flight.</summary>
    /// <param name="clock">Clock for the limit.</param>
    /// <param name="limit">Longest time to wait for the answer, or infinite.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What it brought. Never faulted, other than by the two below.</returns>
    /// <exception cref="TimeoutException">The limit was reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    internal async Task<StatusLook<T>> LookAsync(TimeProvider clock, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SharedPoll<T> poll;
        Task<StatusLook<T>>? look = null;
        lock (_gate)
        {
            if (_inFlight is null)
            {
                _inFlight = new SharedPoll<T>();
            }
            else
            {
                look = _inFlight.Join();
            }

            poll = _inFlight;
        }

        look ??= RetrieveAsync(poll, clock);
        try
        {
            return look.IsCompleted
                ? await look.ConfigureAwait(false)
                : await look.WaitAsync(limit, clock, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(poll, look);
        }
    }

    /// <summary>Time since the last status call by anybody ended; <see langword="null"/> where there was none by this clock.</summary>
    internal TimeSpan? SinceLastLook(TimeProvider clock)
    {
        lock (_gate)
        {
            return ReferenceEquals(_clock, clock) ? clock.GetElapsedTime(_lookedAt) : null;
        }
    }

    internal OperationReading ReadLatest() => Latest is { } latest ? Read(latest.Value) : default;

    internal OperationFailedException Failure(Observation<T> seen) =>
        new(Token, seen.Status, Read(seen.Value).FailureReason, seen.Value);

    private async Task<StatusLook<T>> RetrieveAsync(SharedPoll<T> poll, TimeProvider clock)
    {
        var call = new OperationCall(OperationCallKind.Poll);
        OperationCall.Enter(call);
        Observation<T>? seen = null;
        OperationReading reading = default;
        Exception? fault = null;
        try
        {
            T value = await RetrieveAsync(poll.Abandoned).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"The status call of {Monitor.Name} returned null.");
            reading = Read(value);
            seen = new Observation<T>(value, reading.Status, Monitor.Classify(reading.Status));
        }
        catch (Exception exception)
        {
            fault = exception;
        }

        Logger = call.Logger ?? Logger;
        var look = new StatusLook<T>(call, seen, reading, fault);
        lock (_gate)
        {
            // A call that everybody has left may answer after a later one: its answer is old.
            if (ReferenceEquals(_inFlight, poll))
            {
                _inFlight = null;
                _clock = clock;
                _lookedAt = clock.GetTimestamp();
                if (seen is not null)
                {
                    if (_latest is not null)
                    {
                        _latest.Next = seen;
                    }

                    Volatile.Write(ref _latest, seen);
                }
            }

            poll.Complete(look);
        }

        return look;
    }

    private void Leave(SharedPoll<T> poll, Task<StatusLook<T>> look)
    {
        bool abandoned;
        lock (_gate)
        {
            abandoned = poll.Leave() && ReferenceEquals(_inFlight, poll);
            if (abandoned)
            {
                _inFlight = null;
            }
        }

        if (abandoned && !look.IsCompleted)
        {
            poll.Abandon();
        }
    }
}
