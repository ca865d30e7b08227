using System.Globalization;
using System.Runtime.ExceptionServices;

namespace LongRun;

/// <summary>One wait on one handle: pauses, looks, survives, and knows when to give up.</summary>
/// <remarks>
/// A hundred thousand of these may sleep at once: everything that outlives a status call is a field here, and a sleeping
/// wait holds one timer.
/// </remarks>
internal sealed class OperationWait<T> : IDisposable
    where T : class
{
    /// <summary>How long a server may say 404 to an operation that it has just started.</summary>
    internal static readonly TimeSpan StartPeriod = TimeSpan.FromSeconds(10);

    private readonly Operation<T> _operation;
    private readonly WaitOptions _options;
    private readonly DelayStrategy _strategy;
    private readonly CancellationToken _cancellationToken;
    private readonly long _startedAt;
    private readonly TimeSpan _limit;

    private SignalledWait? _signal;
    private WaitReport<T> _report;

    private Observation<T>? _seen;
    private JobExpiry? _expiry;
    private Exception? _fault;
    private DateTimeOffset? _refusedUntil;
    private long _seenAt;
    private long _plannedAt;
    private TimeSpan _pause;
    private int _polls;
    private int _failedPolls;
    private int _failuresInRow;
    private bool _serverAsked;
    private bool _madeLastLook;

    internal OperationWait(Operation<T> operation, WaitOptions options, CancellationToken cancellationToken)
    {
        _operation = operation;
        _options = options;
        _cancellationToken = cancellationToken;
        _strategy = (options.Delay ?? DelayStrategy.Default).ForWait();
        _limit = options.MaxWaitTime ?? operation.Monitor.MaxWaitTime;
        _startedAt = Clock.GetTimestamp();
        _plannedAt = _startedAt;
        _seenAt = _startedAt;

        // A job that was only just created is never done: the first look can wait. One that is resumed may long be.
        bool isFirst = operation is { JustStarted: true, Latest: null };
        _pause = isFirst ? Max(operation.FirstDelay ?? TimeSpan.Zero, MinDelay) : TimeSpan.Zero;
        _serverAsked = isFirst && operation.FirstDelay is not null;
        _signal = SignalledWait.Connect(options.Signal, operation.Token, Clock);
        _report = new WaitReport<T>(operation, options);
    }

    private TimeProvider Clock => _options.TimeProvider;

    private TimeSpan MinDelay => _operation.Monitor.MinDelay;

    // After a look that failed nobody knows what the signal would have said: back to the usual bounds.
    private bool IsSignalled => _signal is not null && _failuresInRow == 0;

    private TimeSpan MaxDelay => Max(IsSignalled ? _operation.Monitor.SignalledDelay : _operation.Monitor.MaxDelay, MinDelay);

    private TimeSpan Elapsed => Clock.GetElapsedTime(_startedAt);

    private TimeSpan LeftOfLimit => _limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _limit - Elapsed;

    // Beyond its expiry there is nothing left to see of a job.
    private TimeSpan Left => _expiry is null ? LeftOfLimit : Min(LeftOfLimit, _expiry.Left(Elapsed));

    private DateTimeOffset? ExpiryBeforeLimit => _expiry is { } expiry && expiry.Left(Elapsed) < LeftOfLimit ? expiry.At : null;

    /// <summary>Waits for the next answer that could be read.</summary>
    /// <returns>The newest answer, by this wait or by another on the same handle.</returns>
    /// <exception cref="OperationTimeoutException">The time limit was reached.</exception>
    internal async Task<Observation<T>> NextAsync()
    {
        _report.Enter();
        while (true)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_operation.Latest is { IsTerminal: true } ended)
            {
                return See(ended);
            }

            if (_signal is { IsConnected: false })
            {
                Disconnect();
            }

            bool mayLook = Plan(out TimeSpan pause, out bool isAwake);
            if (pause > TimeSpan.Zero)
            {
                Task pausing = isAwake || _signal is null
                    ? Task.Delay(WholeMilliseconds(pause), Clock, _cancellationToken)
                    : _signal.SleepAsync(WholeMilliseconds(pause), _cancellationToken);
                await pausing.ConfigureAwait(false);
                if (pausing is Task<bool> { Result: true })
                {
                    continue;
                }
            }

            if (TakeFresh() is { } fresh)
            {
                return fresh;
            }

            if (!mayLook)
            {
                throw TimedOut(null);
            }

            // Another wait on this handle has just looked, and failed: the server is not asked again before time.
            if (Earliest() > TimeSpan.Zero)
            {
                SetPause(TimeSpan.Zero, serverAsked: false);
                continue;
            }

            if (await LookAsync().ConfigureAwait(false) is { } seen)
            {
                return seen;
            }
        }
    }

    /// <summary>Ends the connection to the signal, and tells of the end.</summary>
    public void Dispose()
    {
        _signal?.Dispose();
        _report.End(_cancellationToken.IsCancellationRequested, _polls);
    }

    // A timer counts whole milliseconds; rounded down it would fire before the shortest pause is over.
    private static TimeSpan WholeMilliseconds(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    /// <summary>How much of the shortest pause since anybody's last look is left.</summary>
    private TimeSpan Earliest() =>
        _operation.SinceLastLook(Clock) is { } since ? Max(MinDelay - since, TimeSpan.Zero) : TimeSpan.Zero;

    /// <summary>Fits the planned pause between the shortest pause and the time limit.</summary>
    /// <param name="pause">What is left of it.</param>
    /// <param name="isAwake">Whether it answers a signal already, so that another one cannot shorten it.</param>
    /// <returns>Whether a look may follow; otherwise the limit comes too soon after the last one.</returns>
    private bool Plan(out TimeSpan pause, out bool isAwake)
    {
        if (_madeLastLook)
        {
            throw TimedOut(null);
        }

        // Whatever woke the wait late, or at the limit, does not take the last look from it.
        TimeSpan left = Max(Left, TimeSpan.Zero);
        TimeSpan earliest = Earliest();
        isAwake = _signal is { IsPending: true };

        // A signal does not hurry a server that has refused.
        pause = isAwake && _refusedUntil is null ? earliest : Max(_pause - Clock.GetElapsedTime(_plannedAt), earliest);
        if (_refusedUntil is { } until && pause > left)
        {
            throw TimedOut(string.Create(CultureInfo.InvariantCulture,
                $"The server takes no status call before {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC (in {Durations.Describe(pause)}), which is after {(ExpiryBeforeLimit is { } expiry ? $"the job expires ({expiry.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)" : $"the time limit of {Durations.Describe(_limit)}")}."));
        }

        if (pause >= left)
        {
            pause = left;
            return left >= earliest;
        }

        // The last look belongs at the limit. One shortly before it would forbid that.
        bool isImmediate = _polls == 0 && pause <= TimeSpan.Zero;
        if (left - pause < MinDelay && !_serverAsked && !isImmediate)
        {
            if (left <= MaxDelay)
            {
                pause = left;
            }
            else if (left - MinDelay >= earliest)
            {
                pause = left - MinDelay;
            }
        }

        pause = Min(pause, StatusMonitor.LongestDelay);
        return true;
    }

    /// <summary>Takes what others on this handle saw while this wait slept, if it spares a look.</summary>
    private Observation<T>? TakeFresh() =>
        _operation.Latest is { } latest && !ReferenceEquals(latest, _seen) && (latest.IsTerminal || Earliest() > TimeSpan.Zero)
            ? See(latest)
            : null;

    private async Task<Observation<T>?> LookAsync()
    {
        _polls++;
        _report.Asked();
        if (_signal is not null && _signal.BeginLook())
        {
            _report.Woken(Elapsed);
        }

        TimeSpan left = Left;

        // The look at the limit may take a little time of its own.
        TimeSpan cut = left == TimeSpan.MaxValue ? left : Max(left, TimeSpan.Zero) + MinDelay;
        TimeSpan patience = Min(_options.PollTimeout, cut);
        StatusLook<T>? look = null;
        Exception? fault;
        try
        {
            look = await _operation.LookAsync(Clock, WholeMilliseconds(patience), _cancellationToken).ConfigureAwait(false);
            fault = look.Fault;
        }
        catch (TimeoutException)
        {
            fault = new TimeoutException($"The status call brought no answer within {Durations.Describe(patience)}.");
        }

        _madeLastLook = Left <= TimeSpan.Zero;
        if (fault is null)
        {
            return See(look!.Seen!, look);
        }

        _cancellationToken.ThrowIfCancellationRequested();
        int? status = look is null ? null : TransportFault.StatusOf(fault, look.Call);
        if (_madeLastLook && status is 404 or 410 && ExpiryBeforeLimit is not null)
        {
            _fault = fault;
            _failedPolls++;
            throw TimedOut(null);
        }

        if (Judge(fault, look, status) == PollFailure.Fatal)
        {
            _report.Broken(fault, status);
            ExceptionDispatchInfo.Throw(fault);
        }

        _fault = fault;
        _failedPolls++;
        _failuresInRow++;
        PlanAfterFault(look, status);
        _report.Survived(fault, status, _polls, _pause);
        return null;
    }

    private PollFailure Judge(Exception fault, StatusLook<T>? look, int? status)
    {
        bool isYoung = _operation is { JustStarted: true, Latest: null } && Elapsed <= StartPeriod;
        return status == 404 && isYoung ? PollFailure.Transient : TransportFault.Judge(fault, look?.Call, status, _options.Classify);
    }

    private void PlanAfterFault(StatusLook<T>? look, int? status)
    {
        if (look?.Call.AskedPause(status, Clock) is not { } pause)
        {
            SetPause(NextDelay(_operation.ReadLatest(), Clock.GetElapsedTime(_seenAt)), serverAsked: false);
            return;
        }

        SetPause(Max(pause, MinDelay), serverAsked: true);
        DateTimeOffset now = Clock.GetUtcNow();
        _refusedUntil = pause < DateTimeOffset.MaxValue - now ? now + pause : DateTimeOffset.MaxValue;
    }

    private Observation<T> See(Observation<T> seen, StatusLook<T>? look = null)
    {
        _seen = seen;
        _seenAt = Clock.GetTimestamp();
        _fault = null;
        _failuresInRow = 0;
        OperationReading reading = look?.Reading ?? _operation.ReadLatest();
        if (reading.ExpiresAt is { } told)
        {
            (_expiry ??= new JobExpiry()).Hear(told, look?.Call.ServerTime ?? Clock.GetUtcNow(), Elapsed);
        }

        _report.Answered(seen, isOwn: look is not null, look is null ? null : _signal?.AnsweredSignal);
        Report(seen, reading);
        if (seen.IsTerminal)
        {
            return seen;
        }

        if (look?.Call.RetryAfter is { } asked)
        {
            SetPause(Max(asked, IsSignalled ? NextDelay(reading, TimeSpan.Zero) : MinDelay), serverAsked: true);
        }
        else
        {
            SetPause(NextDelay(reading, TimeSpan.Zero), serverAsked: false);
        }

        return seen;
    }

    private void SetPause(TimeSpan pause, bool serverAsked)
    {
        _pause = pause;
        _plannedAt = Clock.GetTimestamp();
        _serverAsked = serverAsked;
        _refusedUntil = null;
    }

    // The pace of the signal ends with it.
    private void Disconnect()
    {
        _signal?.Dispose();
        _signal = null;
        _report.Disconnected();
        if (_polls > 0 && !_serverAsked)
        {
            SetPause(NextDelay(_operation.ReadLatest(), Clock.GetElapsedTime(_seenAt)), serverAsked: false);
        }
    }

    private TimeSpan NextDelay(in OperationReading reading, TimeSpan age)
    {
        if (IsSignalled && _signal!.NextRecheck(MinDelay) is { } soon)
        {
            return Min(soon, MaxDelay);
        }

        TimeSpan delay = _strategy.GetNextDelay(new DelayContext
        {
            Reading = reading,
            ReadingAge = age,
            Polls = Math.Max(_polls, 1),
            FailuresInRow = _failuresInRow,
            Elapsed = Elapsed,
            PreviousDelay = _polls > 1 ? _pause : TimeSpan.Zero,
            IsSignalled = IsSignalled,
            UtcNow = Clock.GetUtcNow(),
            MinDelay = MinDelay,
            MaxDelay = MaxDelay,
        });
        return Min(Max(delay, MinDelay), MaxDelay);
    }

    private void Report(Observation<T> seen, in OperationReading reading)
    {
        if (_options.Progress is not { } progress)
        {
            return;
        }

        bool succeeded = seen.State == OperationState.Succeeded;
        progress.Report(new OperationProgress
        {
            Id = _operation.Id,
            Status = seen.Status,
            State = seen.State,
            Fraction = succeeded ? 1 : reading.Percentage is >= 0 and <= 100 and var share ? share / 100 : null,
            Remaining = succeeded ? TimeSpan.Zero : Remaining(reading),
            Elapsed = Elapsed,
            Polls = _polls,
            FailedPolls = _failedPolls,
        });
    }

    private TimeSpan? Remaining(in OperationReading reading)
    {
        if (reading.RemainingSeconds is >= 0 and var seconds && seconds < TimeSpan.MaxValue.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        TimeSpan? left = reading.EstimatedCompletion - Clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : null;
    }

    private OperationTimeoutException TimedOut(string? cause)
    {
        string? status = _operation.Latest?.Status;
        TimeSpan elapsed = Elapsed;
        _report.GivenUp(status, elapsed, _polls);
        return new(_operation.Token, status, elapsed, _polls, cause, _fault, cause is null ? ExpiryBeforeLimit : null);
    }
}
