namespace TwelveLabs.Configuration;

/// <summary>Fills options from the environment.</summary>
internal static class EnvironmentSource
{
    /// <summary>Overwrites what the environment has a value for; an empty variable is no value.</summary>
    public static void Apply(TwelveLabsOptions options, Func<string, string?> read)
    {
        if (read(TwelveLabsOptions.ApiKeyVariable) is { Length: > 0 } key)
        {
            options.ApiKey = key;
        }

        if (read(TwelveLabsOptions.BaseAddressVariable) is { Length: > 0 } address)
        {
            options.BaseAddress = SettingText.ParseUri(address, TwelveLabsOptions.BaseAddressVariable);
        }
    }
}
