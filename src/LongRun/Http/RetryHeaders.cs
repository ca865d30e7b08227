using System.Globalization;
using System.Net.Http.Headers;

namespace LongRun.Http;

/// <summary>What an answer says about when to call again.</summary>
public static class RetryHeaders
{
    /// <summary>Reads <c>Retry-After</c> (RFC 9110, 10.2.3), a number of seconds or a time.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="now">The time here, for an answer that does not show the server's in <c>Date</c>: clocks differ.</param>
    /// <returns>The time from now on, never negative; <see langword="null"/> where the answer does not say.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is <see langword="null"/>.</exception>
    public static TimeSpan? ReadRetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(response);
        TimeSpan? asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (response.Headers.Date ?? now),
            _ => null,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    /// <summary>Reads <c>X-Ratelimit-Reset</c>, seconds since 1970 UTC.</summary>
    /// <param name="headers">Headers of the answer.</param>
    /// <returns>When calls are counted anew; <see langword="null"/> where the answer does not say, or says nonsense.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is <see langword="null"/>.</exception>
    public static DateTimeOffset? ReadRateLimitReset(HttpResponseHeaders headers) =>
        ReadCount(headers, "X-Ratelimit-Reset") is { } seconds && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Reads a header that holds one whole number, not negative.</summary>
    /// <param name="headers">Headers of the answer.</param>
    /// <param name="name">Name of the header.</param>
    /// <returns>The number; <see langword="null"/> where the header is absent, repeated or no such number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is <see langword="null"/>.</exception>
    public static long? ReadCount(HttpResponseHeaders headers, string name)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            && values.Count == 1
            && long.TryParse(values.ToString(), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
    }
}
