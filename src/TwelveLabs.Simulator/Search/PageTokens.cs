using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TwelveLabs.Simulator.Search;

/// <summary>Tokens that name one page of one search; opaque to callers.</summary>
internal static class PageTokens
{
    public static string Write(string runId, int page) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{runId}:{page}"));

    public static bool TryRead(string token, out string runId, out int page)
    {
        runId = "";
        page = 0;
        byte[] octets = new byte[token.Length];
        if (!Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, octets, out int length))
        {
            return false;
        }

        string[] parts = Encoding.ASCII.GetString(octets, 0, length).Split(':');
        runId = parts[0];
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out page);
    }
}
