using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TwelveLabs.Cli.Commands;

/// <summary>Listens for webhooks on a port of this machine, as long as a command runs.</summary>
/// <remarks>The platform cannot reach the loopback interface: a tunnel or a proxy has to lead there.</remarks>
internal sealed class WebhookListener : IAsyncDisposable
{
    private const string Path = "/hooks/twelvelabs";

    private readonly WebApplication _app;

    private WebhookListener(WebApplication app, int port)
    {
        _app = app;
        Address = new Uri($"http://127.0.0.1:{port}{Path}");
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Wakes the waits that its webhooks tell of.</summary>
    public WebhookReceiver Receiver => _app.Services.GetRequiredService<WebhookReceiver>();

    /// <summary>Begins to listen. The secret that webhooks are signed with comes from the environment.</summary>
    /// <param name="port">The port.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The listener.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">There is no secret.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<WebhookListener> StartAsync(int port, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddTwelveLabsWebhooks();
        WebApplication app = builder.Build();
        app.MapTwelveLabsWebhooks(Path);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new WebhookListener(app, port);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
