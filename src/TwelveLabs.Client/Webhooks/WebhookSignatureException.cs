namespace TwelveLabs;

/// <summary>Why a webhook was refused.</summary>
public enum WebhookSignatureFailure
{
    /// <summary>The request has no <c>TL-Signature</c> header.</summary>
    Missing,

    /// <summary>The header is not of the form <c>t=…,v1=…</c>.</summary>
    Malformed,

    /// <summary>No signature fits body and secret: another secret, a body that was changed or read as text, or a forgery.</summary>
    Mismatch,

    /// <summary>The signature fits, and its time is too far from now: a repeated old request, or a wrong clock.</summary>
    OutsideTolerance,
}

/// <summary>A webhook whose signature does not hold. Answer it with 400 and do nothing else.</summary>
public sealed class WebhookSignatureException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Why the webhook was refused.</param>
    /// <param name="message">The reason in a sentence; never holds the secret or the expected signature.</param>
    public WebhookSignatureException(WebhookSignatureFailure failure, string message)
        : base(message)
    {
        Failure = failure;
    }

    /// <summary>Why the webhook was refused.</summary>
    public WebhookSignatureFailure Failure { get; }
}
