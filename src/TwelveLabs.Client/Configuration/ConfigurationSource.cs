using Microsoft.Extensions.Configuration;

namespace TwelveLabs.Configuration;

/// <summary>Fills options from configuration, without reflection.</summary>
/// <remarks>Written by hand: nine values do not need a binder, and its messages would not say which setting is wrong.</remarks>
internal static class ConfigurationSource
{
    /// <summary>Overwrites what the configuration has a value for.</summary>
    /// <param name="options">The options.</param>
    /// <param name="configuration">The root (its section <c>TwelveLabs</c> is read), or the section itself.</param>
    /// <param name="name">Name of the client; a subsection of that name is read last. Empty for the unnamed one.</param>
    public static void Apply(TwelveLabsOptions options, IConfiguration configuration, string name)
    {
        // The environment provider of a host puts its variables at the root.
        EnvironmentSource.Apply(options, variable => configuration[variable]);

        IConfiguration section = Section(configuration);
        Read(options, section);
        if (name.Length > 0)
        {
            Read(options, section.GetSection(name));
        }
    }

    private static IConfiguration Section(IConfiguration configuration)
    {
        IConfigurationSection named = configuration.GetSection(TwelveLabsOptions.SectionName);
        return configuration is IConfigurationSection && !named.Exists() ? configuration : named;
    }

    private static void Read(TwelveLabsOptions options, IConfiguration section)
    {
        if (Value(section, nameof(options.ApiKey)) is { } key)
        {
            options.ApiKey = key;
        }

        if (Value(section, nameof(options.BaseAddress)) is { } address)
        {
            options.BaseAddress = SettingText.ParseUri(address, Path(section, nameof(options.BaseAddress)));
        }

        if (Value(section, nameof(options.MaxRetryAttempts)) is { } attempts)
        {
            options.MaxRetryAttempts = SettingText.ParseCount(attempts, Path(section, nameof(options.MaxRetryAttempts)));
        }

        if (Value(section, nameof(options.ValidateRequests)) is { } validates)
        {
            options.ValidateRequests = SettingText.ParseFlag(validates, Path(section, nameof(options.ValidateRequests)));
        }

        options.AttemptTimeout = Time(section, nameof(options.AttemptTimeout), options.AttemptTimeout);
        options.CreateTimeout = Time(section, nameof(options.CreateTimeout), options.CreateTimeout);
        options.ComputeTimeout = Time(section, nameof(options.ComputeTimeout), options.ComputeTimeout);
        options.RetryDelay = Time(section, nameof(options.RetryDelay), options.RetryDelay);
        options.MaxRetryDelay = Time(section, nameof(options.MaxRetryDelay), options.MaxRetryDelay);
    }

    private static TimeSpan Time(IConfiguration section, string key, TimeSpan otherwise) =>
        Value(section, key) is { } text ? SettingText.ParseTime(text, Path(section, key)) : otherwise;

    private static string? Value(IConfiguration section, string key) =>
        section[key] is { Length: > 0 } text ? text : null;

    private static string Path(IConfiguration section, string key) =>
        section is IConfigurationSection { Path: var path } ? $"{path}:{key}" : key;
}
