using System.Collections.Concurrent;
using System.Net;
using System.Text;
using LongRun.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LongRun.Documents.Tests;

/// <summary>A server on the loopback interface that answers as it was told, call by call; the last answer of a route repeats.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>The route of all others.</summary>
    public const string Any = "*";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Answer>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly WebApplication _app;

    private ScriptedServer(WebApplication app) => _app = app;

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Address => new(_app.Urls.Single() + "/");

    /// <summary>Every call so far, in the order of arrival.</summary>
    public IReadOnlyList<Call> Calls => [.. _calls];

    public static async Task<ScriptedServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var server = new ScriptedServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Says what a route answers: <c>GET /jobs/1</c>, the query left out; or, for <see cref="Any"/>, whatever has no answer of its own.</summary>
    public ScriptedServer On(string route, params Answer[] answers)
    {
        _answers[route] = new ConcurrentQueue<Answer>(answers);
        return this;
    }

    /// <summary>What was asked, without bodies.</summary>
    public IEnumerable<string> Routes => Calls.Select(static call => call.Route);

    /// <summary>How a client's calls go: recorded for waits, no retries of its own.</summary>
    public HttpClient CreateClient(Action<HttpRequestMessage>? sign = null) =>
        new(new Signing(sign) { InnerHandler = new OperationCallHandler { InnerHandler = new SocketsHttpHandler() } }) { BaseAddress = Address };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);

        // As it was sent: a path is decoded in part before it is handed on.
        string path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        var call = new Call($"{context.Request.Method} {path}", context.Request.QueryString.Value ?? "", body, context.Request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _calls.Enqueue(call);
        if (!(_answers.TryGetValue(call.Route, out ConcurrentQueue<Answer>? queue) || _answers.TryGetValue(Any, out queue)) || !(queue.Count > 1 ? queue.TryDequeue(out Answer? answer) : queue.TryPeek(out answer)))
        {
            context.Response.StatusCode = 404;
            return;
        }

        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        byte[] content = answer.Bytes ?? Encoding.UTF8.GetBytes(answer.Body);
        if (content.Length > 0)
        {
            context.Response.ContentType = answer.MediaType;
            context.Response.ContentLength = content.Length;
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    /// <summary>A call.</summary>
    public sealed record Call(string Route, string Query, string Body, IReadOnlyDictionary<string, string> Headers);

    /// <summary>An answer; status 0 breaks the connection off.</summary>
    public sealed record Answer(int Status, string Body = "", params (string Name, string Value)[] Headers)
    {
        public static Answer Broken { get; } = new(0);

        public string MediaType { get; init; } = "application/json";

        /// <summary>The body, where it is no text.</summary>
        public byte[]? Bytes { get; init; }

        public static implicit operator Answer(string body) => new(200, body);
    }

    private sealed class Signing(Action<HttpRequestMessage>? sign) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sign?.Invoke(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
