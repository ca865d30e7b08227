using System.Globalization;
using System.Runtime.ExceptionServices;
using LongRun.Http;

namespace LongRun;

/// <summary>Fetches the result of a job that has succeeded, within what its wait has left of its time limit.</summary>
internal sealed class ResultFetch<TResult>
{
    private readonly WaitOptions _options;
    private readonly StatusMonitor _monitor;
    private readonly OperationToken _token;
    private readonly long _startedAt;
    private readonly CancellationToken _cancellationToken;
    private readonly DelayStrategy _strategy;
    private readonly TimeSpan _limit;
    private TimeSpan _pause;
    private int _calls;

    internal ResultFetch(WaitOptions options, StatusMonitor monitor, OperationToken token, long startedAt, CancellationToken cancellationToken)
    {
        _options = options;
        _monitor = monitor;
        _token = token;
        _startedAt = startedAt;
        _cancellationToken = cancellationToken;
        _strategy = (options.Delay ?? DelayStrategy.Default).ForWait();
        _limit = options.MaxWaitTime ?? monitor.MaxWaitTime;
    }

    private TimeProvider Clock => _options.TimeProvider;

    private TimeSpan Elapsed => Clock.GetElapsedTime(_startedAt);

    private TimeSpan Left => _limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Max(_limit - Elapsed, TimeSpan.Zero);

    /// <summary>Fetches the result.</summary>
    /// <param name="retrieve">Makes one call.</param>
    /// <param name="status">The status of success, for the exception.</param>
    /// <returns>The result.</returns>
    internal async Task<TResult> RunAsync(Func<CancellationToken, Task<TResult>> retrieve, string? status)
    {
        while (true)
        {
            _calls++;
            var call = new OperationCall(OperationCallKind.Poll);
            Exception fault;
            try
            {
                return await CallAsync(retrieve, call).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                fault = exception;
            }

            _cancellationToken.ThrowIfCancellationRequested();
            int? code = TransportFault.StatusOf(fault, call);
            if (TransportFault.Judge(fault, call, code, _options.Classify) == PollFailure.Fatal)
            {
                ExceptionDispatchInfo.Throw(fault);
            }

            TimeSpan left = Left;
            TimeSpan? asked = call.AskedPause(code, Clock);
            _pause = Max(asked ?? NextDelay(), _monitor.MinDelay);
            if (left <= TimeSpan.Zero || (asked is not null && _pause > left))
            {
                throw OperationTimeoutException.ResultNotFetched(_token, status, Elapsed, _calls, left > TimeSpan.Zero ? _pause : null, fault);
            }

            // The last call belongs at the limit.
            TimeSpan pause = _pause < left ? _pause : left;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), Clock, _cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private async Task<TResult> CallAsync(Func<CancellationToken, Task<TResult>> retrieve, OperationCall call)
    {
        OperationCall.Enter(call);
        TimeSpan left = Left;
        TimeSpan cut = left == TimeSpan.MaxValue ? left : left + _monitor.MinDelay;
        TimeSpan patience = _options.PollTimeout < cut ? _options.PollTimeout : cut;
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
        Task<TResult> answer = retrieve(abandoned.Token);
        try
        {
            return await answer.WaitAsync(patience, Clock, _cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!answer.IsCompleted)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The call brought no result within {Durations.Describe(patience)}."));
        }
        finally
        {
            if (!answer.IsCompleted)
            {
                await abandoned.CancelAsync().ConfigureAwait(false);
            }
        }
    }

    private TimeSpan NextDelay()
    {
        TimeSpan delay = _strategy.GetNextDelay(new DelayContext
        {
            Polls = _calls,
            FailuresInRow = _calls,
            Elapsed = Elapsed,
            PreviousDelay = _pause,
            UtcNow = Clock.GetUtcNow(),
            MinDelay = _monitor.MinDelay,
            MaxDelay = Max(_monitor.MaxDelay, _monitor.MinDelay),
        });
        return delay < _monitor.MaxDelay ? delay : _monitor.MaxDelay;
    }
}
