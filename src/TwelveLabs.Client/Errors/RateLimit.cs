using System.Net.Http.Headers;
using LongRun.Http;

namespace TwelveLabs;

/// <summary>What an answer says about the limit that the call counts against. Limits are counted per endpoint and day.</summary>
/// <param name="Limit">Calls that the window allows, or <see langword="null"/>.</param>
/// <param name="Remaining">Calls left in the window, or <see langword="null"/>.</param>
/// <param name="Used">Calls used in the window, or <see langword="null"/>.</param>
/// <param name="Reset">When the window begins anew (UTC, whole seconds), or <see langword="null"/>.</param>
public sealed record RateLimit(long? Limit, long? Remaining, long? Used, DateTimeOffset? Reset)
{
    /// <summary>Reads the headers <c>X-Ratelimit-Limit</c>, <c>-Remaining</c>, <c>-Used</c> and <c>-Reset</c>.</summary>
    /// <param name="headers">Headers of an answer.</param>
    /// <returns>The figures, or <see langword="null"/> where the answer has none of them that can be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is <see langword="null"/>.</exception>
    public static RateLimit? FromHeaders(HttpResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var figures = new RateLimit(
            RetryHeaders.ReadCount(headers, "X-Ratelimit-Limit"),
            RetryHeaders.ReadCount(headers, "X-Ratelimit-Remaining"),
            RetryHeaders.ReadCount(headers, "X-Ratelimit-Used"),
            RetryHeaders.ReadRateLimitReset(headers));
        return figures is { Limit: null, Remaining: null, Used: null, Reset: null } ? null : figures;
    }
}
