using System.Net;
using System.Net.Http.Headers;

namespace TwelveLabs.Http;

/// <summary>How long a server asks to wait before the next attempt.</summary>
internal static class ServerWait
{
    /// <summary>Reads <c>Retry-After</c> or, of a 429, <c>X-Ratelimit-Reset</c>.</summary>
    /// <returns>The time from now on, never negative; <see langword="null"/> where the server does not say.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is RetryConditionHeaderValue after)
        {
            return AtLeastZero(after.Delta ?? after.Date - now);
        }

        // Every answer tells the reset; only after a refusal does it say when the next call can succeed.
        return response.StatusCode == HttpStatusCode.TooManyRequests
            ? AtLeastZero(RateLimit.ResetTime(response.Headers) - now)
            : null;
    }

    private static TimeSpan? AtLeastZero(TimeSpan? wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}
