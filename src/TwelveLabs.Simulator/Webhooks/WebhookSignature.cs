using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TwelveLabs.Simulator.Webhooks;

/// <summary>The header <c>TL-Signature</c>: the time and an HMAC-SHA256 over time, a dot and the raw body.</summary>
internal static class WebhookSignature
{
    public const string Header = "TL-Signature";

    public static string Of(byte[] body, string secret, DateTimeOffset at)
    {
        string seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(seconds + "."), .. body];
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
