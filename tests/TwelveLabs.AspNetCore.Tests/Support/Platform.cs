using LongRun;
using Microsoft.Extensions.Time.Testing;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Webhooks;

namespace TwelveLabs.AspNetCore.Tests.Support;

/// <summary>The simulated platform with a client in front of it, and a site that its webhooks go to.</summary>
/// <remarks>Jobs live on a clock that the test turns, waits on one that stands still: only a webhook can wake them.</remarks>
internal sealed class Platform : IAsyncDisposable
{
    private Platform(TwelveLabsSimulator simulator, Site site)
    {
        Simulator = simulator;
        Site = site;
        Client = new TwelveLabsClient(new TwelveLabsOptions { ApiKey = "tlk_0123456789ABCDEF", BaseAddress = simulator.BaseUrl });
    }

    public TwelveLabsSimulator Simulator { get; }

    public Site Site { get; }

    public ITwelveLabsClient Client { get; }

    /// <summary>How often the status of a task was asked for.</summary>
    public int Looks => Simulator.Requests.Count("GET", "/tasks/*");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Platform> StartAsync(bool sendsWebhooks = true)
    {
        Site site = await Site.StartAsync();
        WebhookEndpoint[] webhooks = sendsWebhooks ? [new WebhookEndpoint(site.Hook, Site.Secret)] : [];
        return new Platform(await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 1, TimeProvider = site.Clock, Webhooks = webhooks }, Stop), site);
    }

    public WaitOptions OnlySignals(TimeProvider? clock = null) => new() { TimeProvider = clock ?? new FakeTimeProvider(), Signal = Site.Receiver };

    public async Task<IndexingOperation> UploadAsync(string videoId = VideoCatalogue.Demo)
    {
        CreatedResource index = await Client.CreateIndexAsync(
            new CreateIndexRequest
            {
                IndexName = $"films-{Simulator.Tasks.Count}",
                Engines = [new IndexEngine { EngineName = "marengo2.6", EngineOptions = [EngineOption.Visual, EngineOption.Conversation] }],
            },
            Stop);
        return await Client.StartUploadFromExternalProviderAsync(new() { IndexId = index.Id, Url = new Uri(VideoCatalogue.UrlOf(videoId)) }, Stop);
    }

    /// <summary>Turns the clock of the jobs to the end of one.</summary>
    public void End(IndexingOperation operation)
    {
        DateTimeOffset end = Simulator.Tasks.Single(t => t.Id == operation.Id).EndsAt;

        // Timers count whole milliseconds.
        Site.Clock.Advance(end - Site.Clock.GetUtcNow() + TimeSpan.FromMilliseconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await Site.DisposeAsync();
    }
}
