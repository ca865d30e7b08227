using System.Net;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Webhooks;

namespace LongRun.Consumers.Tests;

/// <summary>A site with all that the packages have for one: container, configuration, webhooks, health, telemetry.</summary>
[Collection(nameof(ProgramFolder))]
public sealed class WebTests(ProgramFolder programs)
{
    private const string Secret = "whsec_0123456789abcdef";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_waits_by_webhook_tells_its_health_and_shows_its_waits()
    {
        (int exitCode, string output) = programs.Build("Web", "-warnaserror");
        Assert.Empty(Reported.In(output));
        Assert.True(exitCode == 0, output);

        TwelveLabsSimulator platform = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 600 }, Stop);
        try
        {
            await using RunningSite site = await RunningSite.StartAsync(
                programs.At("Web"),
                programs.At("Web/bin/Debug/net10.0/Web.dll"),
                Stop,
                ("TwelveLabs__ApiKey", "tlk_0123456789ABCDEF"), ("TwelveLabs__BaseAddress", platform.BaseUrl.ToString()), ("TwelveLabs__Webhooks__Secret", Secret));
            platform.Webhooks.Register(new WebhookEndpoint(new Uri(site.Http.BaseAddress!, "/hooks/twelvelabs"), Secret));
            Assert.Equal("Healthy", await site.Http.GetStringAsync("/health", Stop));

            string index = await PostAsync(site, "/indexes?name=talks");
            string video = await PostAsync(site, $"/videos?indexId={index}&url={Uri.EscapeDataString("https://youtu.be/dQw4w9WgXcQ")}");
            SimulatedTask task = Assert.Single(platform.Tasks);
            Assert.Equal(task.VideoId, video.Trim('"'));
            await platform.Webhooks.WaitForDeliveriesAsync(1, Stop);
            Assert.Equal([HttpStatusCode.OK], platform.Webhooks.Deliveries.Select(static d => (HttpStatusCode)d.Status!));

            string told = await site.Http.GetStringAsync("/telemetry", Stop);
            Assert.Contains($"wait Indexing: longrun.operation.name=Indexing, longrun.operation.id={task.Id}", told, StringComparison.Ordinal);
            Assert.Contains("longrun.wait.outcome=succeeded", told, StringComparison.Ordinal);
            Assert.Contains("longrun.signal", told, StringComparison.Ordinal);
            Assert.All(["longrun.wait.active", "longrun.wait.polls", "longrun.wait.duration"], metric => Assert.Contains($"\n{metric}", told, StringComparison.Ordinal));

            await platform.DisposeAsync();
            using HttpResponseMessage health = await site.Http.GetAsync("/health", Stop);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (health.StatusCode, await health.Content.ReadAsStringAsync(Stop)));
        }
        finally
        {
            await platform.DisposeAsync();
        }
    }

    private static async Task<string> PostAsync(RunningSite site, string path)
    {
        using HttpResponseMessage answer = await site.Http.PostAsync(path, content: null, Stop);
        string body = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{body}\n{site.Output}");
        return body;
    }
}
