using Microsoft.Extensions.Logging;

namespace LongRun.Http;

/// <summary>Records what an answer says into <see cref="OperationCall.Current"/>. Belongs innermost, below every retry.</summary>
public sealed class OperationCallHandler : DelegatingHandler
{
    private readonly TimeProvider _clock;
    private readonly ILogger? _logger;

    /// <summary>Creates the handler.</summary>
    /// <param name="timeProvider">Clock for a <c>Retry-After</c> that is a date, where the server does not show its own; <see langword="null"/>: the system's.</param>
    /// <param name="logger">Where waits for this client's operations log, unless they have a <see cref="WaitOptions.Logger"/> of their own; <see langword="null"/>: nowhere.</param>
    public OperationCallHandler(TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        _clock = timeProvider ?? TimeProvider.System;
        _logger = logger;
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (OperationCall.Current is not { } call)
        {
            return base.Send(request, cancellationToken);
        }

        call.BeginAttempt(_logger);
        try
        {
            HttpResponseMessage response = base.Send(request, cancellationToken);
            call.Record(response, _clock);
            return response;
        }
        catch (Exception exception) when (!TransportFault.NeverReachedServer(exception))
        {
            call.LoseAnswer();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        OperationCall.Current is { } call
            ? SendAsync(call, request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(OperationCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        call.BeginAttempt(_logger);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            call.Record(response, _clock);
            return response;
        }
        catch (Exception exception) when (!TransportFault.NeverReachedServer(exception))
        {
            call.LoseAnswer();
            throw;
        }
    }
}
