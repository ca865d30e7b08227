using Microsoft.Extensions.DependencyInjection;

namespace TwelveLabs.Client.Tests.Support;

/// <summary>A registered client whose network is a script and whose clock is given.</summary>
internal sealed class TestHost : IDisposable
{
    public const string Key = "tlk_0123456789ABCDEF";

    private readonly ServiceProvider _services;

    public TestHost(HttpMessageHandler server, TimeProvider clock, Action<TwelveLabsOptions>? configure = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services
            .AddTwelveLabsClient(options =>
            {
                options.ApiKey = Key;
                options.BaseAddress = new Uri("https://api.example/v1.2/");
                configure?.Invoke(options);
            })
            .ConfigurePrimaryHttpMessageHandler(() => server);
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public HttpClient Http => _services.GetRequiredService<IHttpClientFactory>().CreateClient("TwelveLabs");

    public ITwelveLabsClient Client => _services.GetRequiredService<ITwelveLabsClient>();

    public void Dispose() => _services.Dispose();
}
