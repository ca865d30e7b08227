using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TwelveLabs.Webhooks;

/// <summary>A <c>TL-Signature</c> header: when it was made, and one signature or several.</summary>
/// <remarks>Several <c>v1</c> values occur while a secret is being replaced; one that fits is enough. Other schemes are passed over.</remarks>
internal sealed class WebhookSignature
{
    private readonly string _timestampText;
    private readonly List<byte[]> _signatures;

    private WebhookSignature(string timestampText, DateTimeOffset timestamp, List<byte[]> signatures)
    {
        _timestampText = timestampText;
        Timestamp = timestamp;
        _signatures = signatures;
    }

    public DateTimeOffset Timestamp { get; }

    public static WebhookSignature? Parse(string header)
    {
        string? timestamp = null;
        var signatures = new List<byte[]>();
        foreach (string part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                return null;
            }

            string value = part[(equals + 1)..].Trim();
            switch (part[..equals].Trim())
            {
                case "t" when timestamp is null:
                    timestamp = value;
                    break;
                case "t":
                    return null;
                case "v1" when value.Length == SHA256.HashSizeInBytes * 2 && value.All(char.IsAsciiHexDigit):
                    signatures.Add(Convert.FromHexString(value));
                    break;
            }
        }

        return timestamp is not null && signatures.Count > 0 && Time(timestamp) is { } time
            ? new WebhookSignature(timestamp, time, signatures)
            : null;
    }

    /// <summary>Whether one of the signatures is that of the body. Takes the same time whichever it is, and if none is.</summary>
    public bool Fits(ReadOnlySpan<byte> body, string secret)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(_timestampText));
        hash.AppendData("."u8);
        hash.AppendData(body);
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(expected);

        bool fits = false;
        foreach (byte[] signature in _signatures)
        {
            fits |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return fits;
    }

    private static DateTimeOffset? Time(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
