using Microsoft.Extensions.Options;

namespace TwelveLabs.Configuration;

/// <summary>Finds what is wrong with the options before the first call does.</summary>
internal sealed class TwelveLabsOptionsValidator : IValidateOptions<TwelveLabsOptions>
{
    public const int MostRetryAttempts = 20;

    // Timers of the platform count milliseconds in 32 bits; a day is beyond any sensible limit.
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    /// <summary>Validates options that did not come from a container.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong with them.</exception>
    public static void ThrowIfInvalid(TwelveLabsOptions options)
    {
        if (Failures(options) is { Count: > 0 } failures)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(TwelveLabsOptions), failures);
        }
    }

    public ValidateOptionsResult Validate(string? name, TwelveLabsOptions options) =>
        Failures(options) is { Count: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;

    // No message may hold the key or a part of it: these texts end in logs.
    private static List<string> Failures(TwelveLabsOptions options)
    {
        var failures = new List<string>();
        Add(failures, KeyFailure(options.ApiKey));
        Add(failures, AddressFailure(options.BaseAddress));
        Add(failures, LimitFailure(nameof(options.AttemptTimeout), options.AttemptTimeout));
        Add(failures, LimitFailure(nameof(options.CreateTimeout), options.CreateTimeout));
        Add(failures, LimitFailure(nameof(options.ComputeTimeout), options.ComputeTimeout));
        Add(failures, PauseFailure(nameof(options.RetryDelay), options.RetryDelay));
        Add(failures, PauseFailure(nameof(options.MaxRetryDelay), options.MaxRetryDelay));
        if (options.MaxRetryAttempts is < 0 or > MostRetryAttempts)
        {
            failures.Add($"TwelveLabsOptions.MaxRetryAttempts is {options.MaxRetryAttempts}; it must be from 0 to {MostRetryAttempts}.");
        }

        return failures;
    }

    private static void Add(List<string> failures, string? failure)
    {
        if (failure is not null)
        {
            failures.Add(failure);
        }
    }

    private static string? KeyFailure(string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return $"TwelveLabsOptions.ApiKey is not set. Set it in code, as '{TwelveLabsOptions.SectionName}:ApiKey' in the configuration, or as environment variable {TwelveLabsOptions.ApiKeyVariable}. "
                + "The key is shown in the dashboard of your Twelve Labs account (https://playground.twelvelabs.io).";
        }

        return key.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0
            ? null
            : "TwelveLabsOptions.ApiKey holds white space or a character that a header cannot carry. Copy the key from the dashboard again, without quotes or a line end.";
    }

    private static string? AddressFailure(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri)
        {
            return $"TwelveLabsOptions.BaseAddress must be an absolute URL such as {TwelveLabsClient.DefaultBaseAddress}.";
        }

        // Printed without user info, which may be a password.
        string shown = address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
        {
            return $"TwelveLabsOptions.BaseAddress '{shown}' must use https (http only on this machine).";
        }

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            return $"TwelveLabsOptions.BaseAddress '{shown}' uses http, which would show the API key to the network. Use https; http is accepted for this machine only.";
        }

        return address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0
            ? $"TwelveLabsOptions.BaseAddress '{shown}' must have no user, query or fragment."
            : null;
    }

    private static string? LimitFailure(string name, TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan || (value >= TimeSpan.FromMilliseconds(10) && value <= LongestTime)
            ? null
            : $"TwelveLabsOptions.{name} is {value}; it must be from 10 ms to one day, or infinite.";

    private static string? PauseFailure(string name, TimeSpan value) =>
        value >= TimeSpan.Zero && value <= LongestTime
            ? null
            : $"TwelveLabsOptions.{name} is {value}; it must be from zero to one day.";
}
