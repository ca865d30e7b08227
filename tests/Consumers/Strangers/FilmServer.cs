using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LongRun.Consumers.Tests;

/// <summary>What <c>Authors/Shared/api.yaml</c> describes: a rendering takes two looks.</summary>
internal sealed class FilmServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _started;
    private int _looks;

    private FilmServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/v1/renderings", () => Results.Json(new { id = $"film{++_started}", status = "waiting" }, statusCode: 201));
        _app.MapGet("/v1/renderings/{id}", (string id) => ++_looks < 2
            ? Results.Json(new { id, status = "rendering" })
            : Results.Json(new { id, status = "done", url = "https://films.example/film.mp4" }));
    }

    /// <summary>Where a client finds it.</summary>
    public string Address => _app.Urls.Single() + "/v1/";

    public static async Task<FilmServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new FilmServer();
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
