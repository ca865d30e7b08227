using System.Text.Json;
using LongRun.Annotations;
using TwelveLabs.Webhooks;

namespace TwelveLabs;

/// <summary>Receives what the platform sends when a task ends: checks the signature, then reads the event.</summary>
/// <remarks>
/// <para>
/// Give the bytes of the request's body as they came: a body that was read as text or parsed and written again has
/// another signature. The secret belongs to one webhook and is shown in the dashboard.
/// </para>
/// <para>
/// The platform documents neither retries nor their order. Expect an event more than once, tell repetitions by its id,
/// and do not rely on it alone.
/// </para>
/// </remarks>
public static class TwelveLabsWebhook
{
    /// <summary>Name of the header that holds the signature: <c>TL-Signature</c>.</summary>
    public const string SignatureHeader = "TL-Signature";

    /// <summary>How far the signature's time may be from now, either way: 5 min, the platform's own advice.</summary>
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Checks a webhook's signature, in a time that does not depend on how much of it is right.</summary>
    /// <param name="body">The request's body as it came.</param>
    /// <param name="signatureHeader">Value of the header <c>TL-Signature</c>; <see langword="null"/> where there is none.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <param name="tolerance">How far the signature's time may be from now; <see cref="DefaultTolerance"/> unless given, <see cref="Timeout.InfiniteTimeSpan"/> to accept any time.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="WebhookSignatureException">The signature does not hold; do nothing with the body.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative.</exception>
    [VerifiesWebhook]
    public static void Verify(ReadOnlySpan<byte> body, string? signatureHeader, [Secret] string secret, TimeSpan? tolerance = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        TimeSpan allowed = tolerance ?? DefaultTolerance;
        if (allowed < TimeSpan.Zero && allowed != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), allowed, "The tolerance cannot be negative.");
        }

        if (string.IsNullOrWhiteSpace(signatureHeader))
        {
            throw new WebhookSignatureException(WebhookSignatureFailure.Missing, $"The request has no {SignatureHeader} header.");
        }

        WebhookSignature signature = WebhookSignature.Parse(signatureHeader)
            ?? throw new WebhookSignatureException(WebhookSignatureFailure.Malformed, $"The {SignatureHeader} header is not of the form 't=<unix seconds>,v1=<64 hex digits>'.");
        if (!signature.Fits(body, secret))
        {
            throw new WebhookSignatureException(
                WebhookSignatureFailure.Mismatch,
                "The signature does not fit the body. Check that the secret is this webhook's, and that the body's bytes are used as they came.");
        }

        // After the signature: before it, the time is only a claim.
        TimeSpan distance = ((timeProvider ?? TimeProvider.System).GetUtcNow() - signature.Timestamp).Duration();
        if (allowed != Timeout.InfiniteTimeSpan && distance > allowed)
        {
            throw new WebhookSignatureException(
                WebhookSignatureFailure.OutsideTolerance,
                $"The signature is of {signature.Timestamp:yyyy-MM-dd HH:mm:ss} UTC, {distance:c} from now; {allowed:c} are allowed. It is a repeated old request, or a clock is wrong.");
        }
    }

    /// <summary>Checks a webhook's signature and reads the event.</summary>
    /// <param name="body">The request's body as it came.</param>
    /// <param name="signatureHeader">Value of the header <c>TL-Signature</c>; <see langword="null"/> where there is none.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <param name="tolerance">How far the signature's time may be from now; <see cref="DefaultTolerance"/> unless given, <see cref="Timeout.InfiniteTimeSpan"/> to accept any time.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <returns>
    /// The event. Its <see cref="WebhookEvent.Type"/> tells which; one that this client does not know is no error, keeps
    /// its text, and its unknown members are in <see cref="WebhookEvent.AdditionalProperties"/>.
    /// </returns>
    /// <exception cref="WebhookSignatureException">The signature does not hold; nothing was read.</exception>
    /// <exception cref="JsonException">The signature holds, and the body is no event.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative.</exception>
    [VerifiesWebhook]
    public static WebhookEvent Parse(ReadOnlySpan<byte> body, string? signatureHeader, [Secret] string secret, TimeSpan? tolerance = null, TimeProvider? timeProvider = null)
    {
        Verify(body, signatureHeader, secret, tolerance, timeProvider);
        return JsonSerializer.Deserialize(body, TwelveLabsJsonContext.Default.WebhookEvent)
            ?? throw new JsonException("The body of the webhook is null.");
    }
}
