using LongRun.Annotations;

namespace TwelveLabs;

/// <summary>How webhooks of the platform are received.</summary>
/// <remarks>
/// Only <see cref="Secret"/> has no default. Values are taken, the later over the earlier, from the environment
/// (<c>TWELVELABS_WEBHOOK_SECRET</c>), from the configuration where one was given, and from code. They are validated when
/// the host starts; where configuration is reloaded, the next request sees the new values.
/// </remarks>
public sealed class TwelveLabsWebhookOptions
{
    /// <summary>Name of the configuration section: <c>TwelveLabs:Webhooks</c>.</summary>
    public const string SectionName = TwelveLabsOptions.SectionName + ":Webhooks";

    /// <summary>Name of the environment variable that holds the secret: <c>TWELVELABS_WEBHOOK_SECRET</c>.</summary>
    public const string SecretVariable = "TWELVELABS_WEBHOOK_SECRET";

    /// <summary>The secret of the webhook, which the dashboard of the account shows. Required.</summary>
    [Secret]
    public string? Secret { get; set; }

    /// <summary>How far the time of a signature may be from now, either way. Default: 5 min, the platform's own advice. <see cref="Timeout.InfiniteTimeSpan"/> for any.</summary>
    public TimeSpan Tolerance { get; set; } = TwelveLabsWebhook.DefaultTolerance;

    /// <summary>Largest body that is read, in bytes. Default: 65,536; from 1,024 to 16,777,216. An event of the platform has about 500.</summary>
    public int MaxBodySize { get; set; } = 64 * 1024;
}
