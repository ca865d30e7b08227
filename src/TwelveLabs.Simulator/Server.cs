using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TwelveLabs.Simulator.Endpoints;
using TwelveLabs.Simulator.Faults;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Limits;
using TwelveLabs.Simulator.Store;
using TwelveLabs.Simulator.Webhooks;

namespace TwelveLabs.Simulator;

/// <summary>The web server: the order in which things happen to a request.</summary>
internal sealed class Server(Platform platform, FaultControl faults, RequestLog requests, WebhookControl webhooks)
{
    public const string BasePath = "/v1.2";
    public const string ControlPath = "/__simulator";

    private readonly FaultMiddleware _faults = new(faults, platform.Options.TimeProvider);
    private readonly RateLimiter _limiter = new(platform.Options.Limits, platform.Options.TimeProvider);

    public WebApplication Build()
    {
        // Empty: no configuration from files or the environment may change where it listens, and nothing is logged.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();

        WebApplication app = builder.Build();
        app.Use(ServeAsync);
        new IndexEndpoints(platform).Map(app);
        new TaskEndpoints(platform).Map(app);
        new UploadEndpoints(platform).Map(app);
        new VideoEndpoints(platform).Map(app);
        new RecognitionEndpoints(platform).Map(app);
        new EngineEndpoints().Map(app);
        new SearchEndpoints(platform).Map(app);
        new GenerationEndpoints(platform).Map(app);
        new EmbeddingEndpoints(platform).Map(app);
        new EmbeddingTaskEndpoints(platform).Map(app);
        new ControlEndpoints(platform, faults, requests, webhooks).Map(app);
        return app;
    }

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.Listen(IPAddress.Loopback, platform.Options.Port);
        kestrel.AddServerHeader = false;

        // Sizes are the platform's to refuse, with its own code; and a slow upload is no attack here.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
    }

    private async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (context.Request.Path.StartsWithSegments(BasePath, StringComparison.Ordinal, out PathString rest))
            {
                string path = rest.HasValue ? rest.Value! : "/";
                requests.Record(context.Request.Method, path);
                await _faults.InvokeAsync(context, path, () => ServePlatformAsync(context, next));
                return;
            }

            await next(context);
            await ExplainAsync(context);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The caller went away, or a fault cut the connection: there is nobody left to tell.
        }
    }

    private async Task ServePlatformAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["X-Api-Version"] = "v1.2";
        if (KeyRefusal(context.Request) is { } refusal)
        {
            await Operation.WriteAsync(context, refusal);
            return;
        }

        LimitGroup group = context.GetEndpoint()?.Metadata.GetMetadata<OperationInfo>()?.Group ?? LimitGroup.Others;
        if (!_limiter.Admit(group, context.Response.Headers))
        {
            // The body is empty, as the platform's document says.
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        await next(context);
        await ExplainAsync(context);
    }

    private static Refusal? KeyRefusal(HttpRequest request)
    {
        string key = request.Headers["x-api-key"].ToString();
        return key switch
        {
            _ when string.IsNullOrWhiteSpace(key) => Refusal.KeyInvalid("Send it in the header `x-api-key`."),
            "invalid-key" => Refusal.KeyInvalid("Please check the key."),
            _ => null,
        };
    }

    /// <summary>Gives the router's own bare refusals a body.</summary>
    private static Task ExplainAsync(HttpContext context)
    {
        bool isBare = !context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null;
        string method = context.Request.Method, path = context.Request.Path.ToString();
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound when isBare => Operation.WriteAsync(context, Refusal.NoSuchPath(method, path)),
            StatusCodes.Status405MethodNotAllowed when isBare => Operation.WriteAsync(context, Refusal.MethodNotAllowed(method, path)),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Leaves Ctrl+C and signals to the program around it: an embedded server must not swallow them.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
