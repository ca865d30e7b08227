using LongRun.Http;

namespace LongRun;

/// <summary>Sends a start with an idempotency key until an answer comes, a few times.</summary>
internal sealed class KeyedStart(string name, string key, TimeProvider clock, Random random)
{
    // A server that is away for longer than these few seconds is not waited for by somebody who has no id yet to wait with.
    private const int MostRepeats = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    internal async Task<TResponse> SendAsync<TResponse>(Func<CancellationToken, Task<TResponse>> send, CancellationToken cancellationToken)
    {
        bool wasLost = false;
        for (int repeats = 0; ; repeats++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var call = new OperationCall(OperationCallKind.Start);
            OperationCall.Enter(call);
            TimeSpan pause;
            try
            {
                return await send(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (OperationStart.IsUncertain(exception, call, cancellationToken) || (wasLost && !IsCancelled(exception, cancellationToken)))
            {
                int? status = TransportFault.StatusOf(exception, call);
                bool mayHelp = !wasLost || MayHelp(exception, call, status, cancellationToken);
                wasLost = true;
                pause = call.AskedPause(status, clock) ?? NextPause(repeats);
                if (!mayHelp || repeats == MostRepeats || pause > LongestPause)
                {
                    throw new OperationStartUncertainException(name, exception, key);
                }
            }

            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsCancelled(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationStartUncertainException || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    // After an answer was lost a refusal is no certainty any more. 409: the server is still busy with the first call.
    private static bool MayHelp(Exception exception, OperationCall call, int? status, CancellationToken cancellationToken) =>
        status is 409 or 429 || TransportFault.NeverReachedServer(exception) || OperationStart.IsUncertain(exception, call, cancellationToken);

    private TimeSpan NextPause(int repeats) => FirstPause * Math.Pow(2, repeats) * (1 - (random.NextDouble() / 2));
}
