using System.Globalization;
using System.Net.Http.Headers;

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
            Number(headers, "X-Ratelimit-Limit"),
            Number(headers, "X-Ratelimit-Remaining"),
            Number(headers, "X-Ratelimit-Used"),
            ResetTime(headers));
        return figures is { Limit: null, Remaining: null, Used: null, Reset: null } ? null : figures;
    }

    internal static DateTimeOffset? ResetTime(HttpResponseHeaders headers) =>
        Number(headers, "X-Ratelimit-Reset") is { } seconds && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            && values.Count == 1
            && long.TryParse(values.ToString(), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
