using System.Net;
using Polly;
using Polly.Timeout;

namespace TwelveLabs.Http;

/// <summary>Which outcomes of which calls may be tried again.</summary>
internal static class RetryRules
{
    /// <summary>Whether a repetition can do no harm and may help.</summary>
    public static bool MayRetry(CallKind kind, Outcome<HttpResponseMessage> outcome) => kind switch
    {
        CallKind.Read or CallKind.Update => IsTransient(outcome),
        // The body of an upload may have been read from a stream, so after an answer it cannot be sent again.
        CallKind.Upload => NeverConnected(outcome.Exception),
        _ => NeverConnected(outcome.Exception) || outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests },
    };

    /// <summary>Whether the request certainly did not reach the server.</summary>
    /// <remarks>
    /// Over TCP (HTTP/1.1 and 2, all that this client speaks) both errors come from opening the connection only.
    /// A connection that breaks later is reported as <see cref="HttpRequestError.Unknown"/> or
    /// <see cref="HttpRequestError.ResponseEnded"/>; tests with real sockets hold that true. Narrower than what a start
    /// takes as certain: a TLS session or proxy that refuses has not reached the server either, but refuses again.
    /// </remarks>
    public static bool NeverConnected(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        // TLS that fails once (a wrong certificate) fails always, and so does an answer that is too large or not HTTP.
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.VersionNegotiationError } } => false,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        // 501 and 505 say "never".
        { Result: { } response } => (int)response.StatusCode is 408 or 429 or (>= 500 and not 501 and not 505),
        _ => false,
    };
}
