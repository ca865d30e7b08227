using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TwelveLabs;
using TwelveLabs.AspNetCore.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what receives the platform's webhooks.</summary>
/// <remarks>
/// All overloads register one <see cref="WebhookReceiver"/> for the program, to be given to waits as their signal, and
/// <see cref="TwelveLabsWebhookOptions"/> that are validated when the host starts. A <see cref="TimeProvider"/> in the
/// container is used where there is one. A second registration only adds to the options.
/// </remarks>
public static class TwelveLabsWebhookServiceCollectionExtensions
{
    /// <summary>Registers the receiver; the secret comes from the environment variable <c>TWELVELABS_WEBHOOK_SECRET</c>.</summary>
    /// <param name="services">The container.</param>
    /// <returns>The container.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddTwelveLabsWebhooks(this IServiceCollection services)
    {
        Add(services);
        return services;
    }

    /// <summary>Registers the receiver and configures it in code.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The container.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddTwelveLabsWebhooks(this IServiceCollection services, Action<TwelveLabsWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Add(services).Configure(configure);
        return services;
    }

    /// <summary>Registers the receiver and configures it from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The root of the configuration, whose section <c>TwelveLabs:Webhooks</c> is read, or that section (under any name).</param>
    /// <returns>The container.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddTwelveLabsWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Add(services).Configure(options => WebhookConfiguration.Apply(options, configuration));
        services.AddSingleton<IOptionsChangeTokenSource<TwelveLabsWebhookOptions>>(
            new ConfigurationChangeTokenSource<TwelveLabsWebhookOptions>(Options.Options.DefaultName, configuration));
        return services;
    }

    private static OptionsBuilder<TwelveLabsWebhookOptions> Add(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<TwelveLabsWebhookOptions> options = services.AddOptions<TwelveLabsWebhookOptions>();
        if (services.Any(static service => service.ServiceType == typeof(WebhookReceiver)))
        {
            return options;
        }

        services.AddSingleton(static provider => new WebhookReceiver(provider.GetService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TwelveLabsWebhookOptions>, WebhookOptionsValidator>());
        return options
            .Configure(static options => WebhookConfiguration.ApplyEnvironment(options, Environment.GetEnvironmentVariable))
            .ValidateOnStart();
    }
}
