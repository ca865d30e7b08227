using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace TwelveLabs.AspNetCore.Tests.Support;

/// <summary>A program that receives webhooks, on a free port of the loopback interface.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Secret = "whsec_0123456789abcdef";
    public const string Path = "/hooks/twelvelabs";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private Site(WebApplication app, RecordedLog log, FakeTimeProvider clock)
    {
        _app = app;
        Log = log;
        Clock = clock;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public RecordedLog Log { get; }

    public FakeTimeProvider Clock { get; }

    public Uri Hook => new(_http.BaseAddress!, Path);

    public WebhookReceiver Receiver => _app.Services.GetRequiredService<WebhookReceiver>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Site> StartAsync(
        Func<WebhookEvent, HttpContext, Task>? handler = null, Action<TwelveLabsWebhookOptions>? configure = null, FakeTimeProvider? clock = null, Action<IServiceCollection>? more = null)
    {
        clock ??= new FakeTimeProvider(new DateTimeOffset(2024, 6, 19, 2, 0, 0, TimeSpan.Zero));
        var log = new RecordedLog();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddTwelveLabsWebhooks(options =>
        {
            options.Secret = Secret;
            configure?.Invoke(options);
        });
        more?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapTwelveLabsWebhooks(Path, handler);
        await app.StartAsync(Stop);
        return new Site(app, log, clock);
    }

    public static string Event(string taskId, string eventId = "whe_1", string type = "index.task.ready") =>
        $$$"""{"id":"{{{eventId}}}","created_at":"2024-06-19T11:00:00.000000+09:00","type":"{{{type}}}","data":{"id":"{{{taskId}}}","status":"ready","tags":["payload-tag"]}}""";

    public string Sign(string body, string secret = Secret, DateTimeOffset? at = null)
    {
        long time = (at ?? Clock.GetUtcNow()).ToUnixTimeSeconds();
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(hash)}";
    }

    /// <summary>Sends a body with a signature that fits.</summary>
    public Task<HttpStatusCode> SendAsync(string body) => SendAsync(body, Sign(body));

    /// <summary>Sends a body with any signature, or none.</summary>
    public async Task<HttpStatusCode> SendAsync(string body, string? signature, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Hook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        if (signature is not null)
        {
            request.Headers.Add("TL-Signature", signature);
        }

        using HttpResponseMessage answer = await _http.SendAsync(request, Stop);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Stop));
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
