// A site that indexes videos: the address of the platform, the key and the secret come from its configuration.
using System.Diagnostics;
using LongRun;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TwelveLabs;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddTwelveLabsClient(builder.Configuration);
builder.Services.AddTwelveLabsWebhooks(builder.Configuration);
builder.Services.AddHealthChecks().AddTwelveLabs();

List<Activity> spans = [];
List<Metric> metrics = [];
builder.Services.AddOpenTelemetry()
    // The requests too, or they count as not sampled, and with them all that is below them.
    .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore").AddSource(LongRunTelemetry.Name).AddInMemoryExporter(spans))
    .WithMetrics(metering => metering.AddMeter(LongRunTelemetry.Name).AddInMemoryExporter(metrics));

WebApplication app = builder.Build();
app.MapTwelveLabsWebhooks("/hooks/twelvelabs");
app.MapHealthChecks("/health");

app.MapPost("/indexes", async (string name, ITwelveLabsClient videos, CancellationToken stop) =>
    (await videos.CreateIndexAsync(
        new() { IndexName = name, Engines = [new IndexEngine { EngineName = "marengo2.6", EngineOptions = ["visual", "conversation"] }] },
        stop)).Id);

app.MapPost("/videos", async (string indexId, Uri url, ITwelveLabsClient videos, WebhookReceiver webhooks, CancellationToken stop) =>
{
    IndexTask task = await videos.UploadFromExternalProviderAndWaitAsync(
        new() { IndexId = indexId, Url = url }, new WaitOptions { Signal = webhooks, MaxWaitTime = TimeSpan.FromMinutes(5) }, stop);
    return Results.Ok(task.VideoId);
});

app.MapGet("/telemetry", (TracerProvider tracing, MeterProvider metering) =>
{
    tracing.ForceFlush();
    metering.ForceFlush();
    return Results.Text(string.Join('\n', [
        .. spans.Select(static span => $"{span.DisplayName}: {string.Join(", ", span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))}; {string.Join(", ", span.Events.Select(static e => e.Name))}"),
        .. metrics.Select(static metric => metric.Name).Distinct(),
    ]));
});
app.Run();
