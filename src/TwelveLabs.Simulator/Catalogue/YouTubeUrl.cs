using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;

namespace TwelveLabs.Simulator.Catalogue;

/// <summary>Takes the video id out of an address that YouTube itself would open as one video.</summary>
internal static class YouTubeUrl
{
    private const int IdLength = 11;

    private static readonly string[] PathForms = ["shorts", "embed", "live", "v"];

    public static bool IsYouTubeHost(Uri url) =>
        IsHost(url, "youtube.com") || IsHost(url, "youtube-nocookie.com") || url.IdnHost.Equals("youtu.be", StringComparison.OrdinalIgnoreCase);

    /// <returns>False when it is no address, not YouTube, or does not name exactly one video.</returns>
    public static bool TryGetVideoId(string address, [NotNullWhen(true)] out string? videoId)
    {
        videoId = null;
        bool usable = Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.UserInfo.Length == 0
            && IsYouTubeHost(url);
        if (!usable)
        {
            return false;
        }

        string[] segments = url!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string? candidate = segments switch
        {
            [var id] when url.IdnHost.Equals("youtu.be", StringComparison.OrdinalIgnoreCase) => id,
            ["watch"] => QueryHelpers.ParseQuery(url.Query).TryGetValue("v", out var values) && values.Count == 1 ? values[0] : null,
            [var form, var id] when PathForms.Contains(form) => id,
            _ => null,
        };

        if (candidate is null || !IsWellFormed(candidate))
        {
            return false;
        }

        videoId = candidate;
        return true;
    }

    private static bool IsWellFormed(string id) =>
        id.Length == IdLength && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static bool IsHost(Uri url, string host) =>
        url.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase)
        || url.IdnHost.EndsWith("." + host, StringComparison.OrdinalIgnoreCase);
}
