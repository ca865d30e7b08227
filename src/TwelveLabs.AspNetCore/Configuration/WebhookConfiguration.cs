using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TwelveLabs.AspNetCore.Configuration;

/// <summary>Fills options from environment and configuration, without reflection.</summary>
internal static class WebhookConfiguration
{
    public static void ApplyEnvironment(TwelveLabsWebhookOptions options, Func<string, string?> read)
    {
        if (read(TwelveLabsWebhookOptions.SecretVariable) is { Length: > 0 } secret)
        {
            options.Secret = secret;
        }
    }

    /// <summary>Overwrites what the configuration has a value for.</summary>
    /// <param name="options">The options.</param>
    /// <param name="configuration">The root (its section <c>TwelveLabs:Webhooks</c> is read), or that section itself.</param>
    public static void Apply(TwelveLabsWebhookOptions options, IConfiguration configuration)
    {
        // The environment provider of a host puts its variables at the root.
        ApplyEnvironment(options, variable => configuration[variable]);

        IConfigurationSection named = configuration.GetSection(TwelveLabsWebhookOptions.SectionName);
        IConfiguration section = configuration is IConfigurationSection && !named.Exists() ? configuration : named;
        if (section[nameof(options.Secret)] is { Length: > 0 } secret)
        {
            options.Secret = secret;
        }

        if (section[nameof(options.MaxBodySize)] is { Length: > 0 } size)
        {
            options.MaxBodySize = int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out int bytes)
                ? bytes
                : throw Unreadable(section, nameof(options.MaxBodySize), size, "a whole number of bytes");
        }

        if (section[nameof(options.Tolerance)] is { Length: > 0 } tolerance)
        {
            // "5" would be five days in TimeSpan.Parse, which nobody means.
            options.Tolerance = tolerance.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(tolerance, CultureInfo.InvariantCulture, out TimeSpan time)
                ? time
                : throw Unreadable(section, nameof(options.Tolerance), tolerance, "a time of the form hh:mm:ss");
        }
    }

    private static FormatException Unreadable(IConfiguration section, string key, string text, string wanted) =>
        new($"Setting '{(section as IConfigurationSection)?.Path}:{key}' is '{text}', which is not {wanted}.");
}
