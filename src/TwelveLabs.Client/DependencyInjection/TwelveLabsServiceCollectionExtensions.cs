using LongRun.Annotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TwelveLabs;
using TwelveLabs.Configuration;
using TwelveLabs.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Twelve Labs client.</summary>
/// <remarks>
/// <para>
/// All overloads register <see cref="ITwelveLabsClient"/> as a singleton (its connections renew themselves) with
/// <see cref="TwelveLabsOptions"/> that are validated when the host starts, and return the builder of its HTTP client
/// for further handlers. The client retries what may be retried: put no retry on top.
/// </para>
/// <para>
/// Values come, the later over the earlier, from the environment, from configuration, from code. A second registration
/// of the same client only adds to its options. A <see cref="TimeProvider"/> in the container is used where there is one.
/// </para>
/// </remarks>
public static class TwelveLabsServiceCollectionExtensions
{
    private const string HttpClientName = "TwelveLabs";

    /// <summary>Registers the client; the key comes from the environment variable <c>TWELVELABS_API_KEY</c>.</summary>
    /// <param name="services">The container.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    [RetriesOwnCalls]
    public static IHttpClientBuilder AddTwelveLabsClient(this IServiceCollection services) =>
        Add(services, Options.Options.DefaultName, static _ => { });

    /// <summary>Registers the client and configures it in code.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    [RetriesOwnCalls]
    public static IHttpClientBuilder AddTwelveLabsClient(this IServiceCollection services, Action<TwelveLabsOptions> configure) =>
        Add(services, Options.Options.DefaultName, InCode(configure));

    /// <summary>Registers the client and configures it from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The root of the configuration, whose section <c>TwelveLabs</c> is read, or that section (under any name).</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    [RetriesOwnCalls]
    public static IHttpClientBuilder AddTwelveLabsClient(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, Options.Options.DefaultName, FromConfiguration(configuration));

    /// <summary>Registers one of several clients, found by <c>[FromKeyedServices(name)]</c>, and configures it in code.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">Name of the client; the key of the service and the name of its options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    [RetriesOwnCalls]
    public static IHttpClientBuilder AddTwelveLabsClient(this IServiceCollection services, string name, Action<TwelveLabsOptions> configure) =>
        Add(services, NotEmpty(name), InCode(configure));

    /// <summary>Registers one of several clients, found by <c>[FromKeyedServices(name)]</c>, and configures it from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">Name of the client; the key of the service and the name of its options.</param>
    /// <param name="configuration">The root of the configuration, whose section <c>TwelveLabs</c> and in it the section of that name are read, or the first of these sections.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    [RetriesOwnCalls]
    public static IHttpClientBuilder AddTwelveLabsClient(this IServiceCollection services, string name, IConfiguration configuration) =>
        Add(services, NotEmpty(name), FromConfiguration(configuration));

    private static IHttpClientBuilder Add(IServiceCollection services, string name, Action<OptionsBuilder<TwelveLabsOptions>> source)
    {
        ArgumentNullException.ThrowIfNull(services);
        string httpClientName = name.Length == 0 ? HttpClientName : $"{HttpClientName}:{name}";
        IHttpClientBuilder builder = services.AddHttpClient(httpClientName);
        OptionsBuilder<TwelveLabsOptions> options = services.AddOptions<TwelveLabsOptions>(name);
        if (services.Any(service => service.ImplementationInstance is Registration registration && registration.Name == name))
        {
            // Its handlers are in place; a second set would retry the retries.
            source(options);
            return builder;
        }

        services.AddSingleton(new Registration(name));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TwelveLabsOptions>, TwelveLabsOptionsValidator>());
        options.Configure(static options => EnvironmentSource.Apply(options, Environment.GetEnvironmentVariable)).ValidateOnStart();
        source(options);
        AddTransport(builder, name);
        AddClient(services, name, httpClientName);
        return builder;
    }

    private static void AddTransport(IHttpClientBuilder builder, string name)
    {
        builder
            .ConfigureHttpClient((services, client) => Transport.Configure(client, Current(services, name)))
            .ConfigurePrimaryHttpMessageHandler(static () => Transport.CreatePrimaryHandler())
            // A singleton keeps its handlers for ever; the primary handler renews its connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers((handlers, services) =>
            {
                foreach (DelegatingHandler handler in Transport.CreateHandlers(
                    Current(services, name),
                    services.GetService<TimeProvider>() ?? TimeProvider.System,
                    services.GetService<ILoggerFactory>()))
                {
                    handlers.Add(handler);
                }
            });

        // After everything that the program configures itself, so that it cannot be undone by accident.
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, options =>
        {
            Func<string, bool> redact = options.ShouldRedactHeaderValue;
            options.ShouldRedactHeaderValue = header =>
                string.Equals(header, ApiKeyHandler.HeaderName, StringComparison.OrdinalIgnoreCase) || redact(header);
            options.HttpMessageHandlerBuilderActions.Add(handlers =>
                handlers.PrimaryHandler = Transport.GuardPrimaryHandler(handlers.PrimaryHandler, () => Current(handlers.Services, name)));
        });
    }

    private static void AddClient(IServiceCollection services, string name, string httpClientName)
    {
        if (name.Length == 0)
        {
            services.TryAddSingleton<ITwelveLabsClient>(provider => CreateClient(provider, name, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton<ITwelveLabsClient>(name, (provider, _) => CreateClient(provider, name, httpClientName));
        }
    }

    private static TwelveLabsClient CreateClient(IServiceProvider services, string name, string httpClientName) =>
        new(services.GetRequiredService<IHttpClientFactory>().CreateClient(httpClientName)) { ValidateRequests = Current(services, name).ValidateRequests };

    private static TwelveLabsOptions Current(IServiceProvider services, string name) =>
        services.GetRequiredService<IOptionsMonitor<TwelveLabsOptions>>().Get(name);

    private static Action<OptionsBuilder<TwelveLabsOptions>> InCode(Action<TwelveLabsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return options => options.Configure(configure);
    }

    private static Action<OptionsBuilder<TwelveLabsOptions>> FromConfiguration(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder =>
        {
            string name = builder.Name;
            builder.Configure(options => ConfigurationSource.Apply(options, configuration, name));
            builder.Services.AddSingleton<IOptionsChangeTokenSource<TwelveLabsOptions>>(
                new ConfigurationChangeTokenSource<TwelveLabsOptions>(name, configuration));
        };
    }

    private static string NotEmpty(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }

    private sealed record Registration(string Name);
}
