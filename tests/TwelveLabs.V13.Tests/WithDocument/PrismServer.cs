using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace TwelveLabs.V13.Tests;

/// <summary>Prism, a mock server that others wrote, on the vendor's document: it checks requests by it and makes answers of it.</summary>
/// <remarks>It keeps no state, so a test says by <see cref="Next"/> which status comes next; all the rest of an answer is Prism's.</remarks>
public sealed class PrismServer : IAsyncLifetime
{
    // 5.16 needs a newer Node.
    private const string Package = "@stoplight/prism-cli@5.14.2";

    private Process? _process;
    private Uri? _address;

    /// <summary>Why there is no server; <see langword="null"/> where there is one.</summary>
    public string? Absent { get; private set; }

    /// <summary>The statuses of the answers to come, of the status calls only.</summary>
    public Queue<string> Next { get; } = [];

    public TwelveLabsV13Client CreateClient()
    {
        Assert.SkipWhen(Absent is not null, Absent ?? "");
        var http = new HttpClient(new Statuses(Next) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = _address };
        return new TwelveLabsV13Client(http) { Credential = TwelveLabsV13Client.ApiKey("key") };
    }

    public async ValueTask InitializeAsync()
    {
        int port = FreePort();
        string npx = OperatingSystem.IsWindows() ? "npx.cmd" : "npx";
        try
        {
            _process = Process.Start(new ProcessStartInfo(npx, ["--yes", Package, "mock", "--host", "127.0.0.1", "--port", $"{port}", V13Document.Path])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Absent = "Prism needs Node.js, and there is no 'npx' on this machine.";
            return;
        }

        _address = new Uri($"http://127.0.0.1:{port}/");
        var lines = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.Contains("Prism is listening", StringComparison.Ordinal))
            {
                // Nobody reads on, and a full pipe would stop it.
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return;
            }
        }

        Absent = $"Prism did not start: {string.Join(' ', lines)} {await _process.StandardError.ReadToEndAsync()}";
    }

    public ValueTask DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Statuses(Queue<string> next) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            string body = await response.Content.ReadAsStringAsync(cancellationToken);

            if (request.Method == HttpMethod.Get && response.IsSuccessStatusCode && JsonNode.Parse(body) is JsonObject answer && Holders(answer) is [_, ..] holders && next.TryDequeue(out string? status))
            {
                foreach (JsonObject holder in holders)
                {
                    holder["status"] = status;
                }

                body = answer.ToJsonString();
            }

            response.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            return response;
        }

        // An import has no status of its own; its items have.
        private static JsonObject[] Holders(JsonObject answer) =>
            answer.ContainsKey("status") ? [answer] : [.. (answer["items"] as JsonArray ?? []).OfType<JsonObject>().Where(static item => item.ContainsKey("status"))];
    }
}
