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

    /// <summary>Whether no usable answer came, or one whose body could not be read.</summary>
    internal static bool IsBrokenAnswer(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutException or OperationCanceledException or JsonException or ApiException
        || exception.InnerException is JsonException;
}
