using System.Net;
using LongRun.Http;

namespace TwelveLabs.Http;

/// <summary>How long a server asks to wait before the next attempt.</summary>
internal static class ServerWait
{
    /// <summary>Reads <c>Retry-After</c> or, of a 429, <c>X-Ratelimit-Reset</c>.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="now">The time here, for an answer that does not show the server's: clocks differ.</param>
    /// <returns>The time from now on, never negative; <see langword="null"/> where the server does not say.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, DateTimeOffset now)
    {
        if (RetryHeaders.ReadRetryAfter(response, now) is { } after)
        {
            return after;
        }

        // Every answer tells the reset; only after a refusal does it say when the next call can succeed. One in the past
        // says nothing: it is no reason to ask again at once.
        DateTimeOffset serverTime = response.Headers.Date ?? now;
        return response.StatusCode == HttpStatusCode.TooManyRequests && RetryHeaders.ReadRateLimitReset(response.Headers) is { } reset && reset > serverTime
            ? reset - serverTime
            : null;
    }
}
