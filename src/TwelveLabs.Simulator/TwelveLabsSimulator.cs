using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TwelveLabs.Simulator.Faults;
using TwelveLabs.Simulator.Store;
using TwelveLabs.Simulator.Webhooks;

namespace TwelveLabs.Simulator;

/// <summary>
/// A server on 127.0.0.1 that behaves like the Twelve Labs platform, API v1.2, with made-up videos, compressed time and faults on request.
/// Start as many as you like; each is a world of its own, in memory, gone when disposed.
/// </summary>
public sealed class TwelveLabsSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Platform _platform;
    private bool _isDisposed;

    private TwelveLabsSimulator(WebApplication app, Platform platform, FaultControl faults, RequestLog requests, WebhookControl webhooks, Uri root)
    {
        _app = app;
        _platform = platform;
        Faults = faults;
        Requests = requests;
        Webhooks = webhooks;
        RootUrl = root;
        BaseUrl = new Uri(root, Server.BasePath.TrimStart('/') + "/");
    }

    /// <summary>What a client takes as its base address: <c>http://127.0.0.1:{port}/v1.2/</c>, with the slash at the end.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The server without the version, <c>http://127.0.0.1:{port}/</c>; its controls are below <c>/__simulator/</c>.</summary>
    public Uri RootUrl { get; }

    /// <summary>What goes wrong on request.</summary>
    public FaultControl Faults { get; }

    /// <summary>What was asked of it.</summary>
    public RequestLog Requests { get; }

    /// <summary>Who is told when a task ends.</summary>
    public WebhookControl Webhooks { get; }

    /// <summary>Every indexing task ever created, in order, deleted ones too.</summary>
    public IReadOnlyList<SimulatedTask> Tasks
    {
        get
        {
            DateTimeOffset now = _platform.Now;
            return [.. _platform.EveryTask.Select(t => new SimulatedTask(
                t.Id, t.Index.Id, t.VideoId, t.Url, t.Video.Title, t.Life.CreatedAt, t.Life.EndsAt, t.Life.At(now).Status))];
        }
    }

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>A server that already answers.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<TwelveLabsSimulator> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        options.Validate();

        var platform = new Platform(options);
        var faults = new FaultControl();
        var requests = new RequestLog();
        var webhooks = new WebhookControl(platform);
        WebApplication app = new Server(platform, faults, requests, webhooks).Build();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await webhooks.StopAsync();
            await app.DisposeAsync();
            throw;
        }

        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(app, platform, faults, requests, webhooks, new Uri(address.TrimEnd('/') + "/"));
    }

    /// <summary>Stops the server at once: calls under way are cut.</summary>
    /// <returns>When the port is free and no webhook is under way.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await Webhooks.StopAsync();

        // A cancelled token means: do not wait for callers that keep a connection open.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
