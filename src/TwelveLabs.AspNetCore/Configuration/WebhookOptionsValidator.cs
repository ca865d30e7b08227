using Microsoft.Extensions.Options;

namespace TwelveLabs.AspNetCore.Configuration;

/// <summary>Finds what is wrong with the options before the first webhook does. No message holds the secret.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<TwelveLabsWebhookOptions>
{
    // Below, no event of the platform fits; above, the cap is none.
    private const int SmallestBody = 1024;
    private const int LargestBody = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, TwelveLabsWebhookOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Secret))
        {
            failures.Add($"TwelveLabsWebhookOptions.Secret is not set. Set it in code, as '{TwelveLabsWebhookOptions.SectionName}:Secret' in the configuration, or as environment variable "
                + $"{TwelveLabsWebhookOptions.SecretVariable}. The secret of each webhook is shown in the dashboard of your Twelve Labs account.");
        }

        if (options.MaxBodySize is < SmallestBody or > LargestBody)
        {
            failures.Add($"TwelveLabsWebhookOptions.MaxBodySize is {options.MaxBodySize}; it must be from {SmallestBody} to {LargestBody} bytes.");
        }

        if (options.Tolerance != Timeout.InfiniteTimeSpan && (options.Tolerance <= TimeSpan.Zero || options.Tolerance > TimeSpan.FromDays(1)))
        {
            failures.Add($"TwelveLabsWebhookOptions.Tolerance is {options.Tolerance}; it must be more than zero and at most one day, or infinite.");
        }

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
