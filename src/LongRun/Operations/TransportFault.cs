using System.Net.Sockets;
using System.Text.Json;
using LongRun.Http;

namespace LongRun;

/// <summary>What an exception of an HTTP call says about the call.</summary>
internal static class TransportFault
{
    /// <summary>Whether the request certainly never reached the server: no name, no connection, no TLS session.</summary>
    internal static bool NeverReachedServer(Exception exception)
    {
        if (exception is not HttpRequestException fault)
        {
            return false;
        }

        if (fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return true;
        }

        // Handlers other than the platform's own may not set the kind of error.
        return fault.InnerException is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
                or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable,
        };
    }

    /// <summary>HTTP status that the call ended with; <see langword="null"/> where nobody knows one.</summary>
    internal static int? StatusOf(Exception exception, OperationCall call) =>
        call.StatusCode
        ?? (int?)(exception as HttpRequestException)?.StatusCode
        ?? (exception as ApiException)?.StatusCode;

    /// <summary>What a failed status call or list means for whoever waits.</summary>
    /// <param name="fault">What it failed with.</param>
    /// <param name="call">What was seen of it; <see langword="null"/> where it brought no answer in time.</param>
    /// <param name="status">Its HTTP status, if one is known.</param>
    /// <param name="classify">Asked about exceptions that say nothing here.</param>
    internal static PollFailure Judge(Exception fault, OperationCall? call, int? status, Func<Exception, PollFailure>? classify)
    {
        switch (status)
        {
            case 408 or 429 or >= 500:
                return PollFailure.Transient;
            case < 200 or >= 300:
                return PollFailure.Fatal;
        }

        return IsBrokenAnswer(fault) || (status is null && call is { AnswerLost: true })
            ? PollFailure.Transient
            : classify?.Invoke(fault) ?? PollFailure.Fatal;
    }

    /// <summary>Whether no usable answer came, or one whose body could not be read.</summary>
    internal static bool IsBrokenAnswer(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutException or OperationCanceledException or JsonException or ApiException
        || exception.InnerException is JsonException;
}
