using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

/// <summary>A simulator whose clock the test turns, and a plain HttpClient in front of it.</summary>
internal sealed class World : IAsyncDisposable
{
    /// <summary>Long enough for every task that ends at all.</summary>
    public static readonly TimeSpan LongEnough = TimeSpan.FromHours(2);

    private World(TwelveLabsSimulator simulator, TurnedClock clock)
    {
        Simulator = simulator;
        Clock = clock;
        Http = new HttpClient { BaseAddress = simulator.BaseUrl };
        Http.DefaultRequestHeaders.Add("x-api-key", "any");
    }

    public TwelveLabsSimulator Simulator { get; }

    public TurnedClock Clock { get; }

    public HttpClient Http { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Life speed unless the options say otherwise: the clock is turned anyway.</summary>
    public static async Task<World> StartAsync(Func<SimulatorOptions, SimulatorOptions>? configure = null)
    {
        var clock = new TurnedClock();
        var options = new SimulatorOptions { TimeProvider = clock, Speed = 1 };
        return new(await TwelveLabsSimulator.StartAsync(configure?.Invoke(options) ?? options, Stop), clock);
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using HttpResponseMessage response = await Http.SendAsync(request, Stop);
        return await Reply.ReadAsync(response, Stop);
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Reply> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, JsonContent(body));

    public Task<Reply> PutAsync(string path, JsonNode body) => SendAsync(HttpMethod.Put, path, JsonContent(body));

    public async Task<string> CreateIndexAsync(string name = "films", string engines = """[{"engine_name":"marengo2.6","engine_options":["visual","conversation"]},{"engine_name":"pegasus1.1","engine_options":["visual"]}]""")
    {
        Reply reply = await PostAsync("indexes", new JsonObject { ["index_name"] = name, ["engines"] = JsonNode.Parse(engines) });
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        return reply.Text("_id");
    }

    public Task<string> CreateMarengoIndexAsync(string name = "marengo only", string option = "visual") =>
        CreateIndexAsync(name, $$"""[{"engine_name":"marengo2.6","engine_options":["{{option}}"]}]""");

    public async Task<string> UploadAsync(string indexId, string videoId = VideoCatalogue.Demo)
    {
        Reply reply = await PostUrlAsync(indexId, VideoCatalogue.UrlOf(videoId));
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        return reply.Text("_id");
    }

    public Task<Reply> PostUrlAsync(string indexId, string url) =>
        PostAsync("tasks/external-provider", new JsonObject { ["index_id"] = indexId, ["url"] = url });

    /// <summary>An index with one video that is ready.</summary>
    public async Task<(string IndexId, string TaskId, string VideoId)> CreateReadyVideoAsync(string videoId = VideoCatalogue.Demo)
    {
        string indexId = await CreateIndexAsync();
        string taskId = await UploadAsync(indexId, videoId);
        Clock.Advance(LongEnough);
        return (indexId, taskId, (await GetAsync($"tasks/{taskId}")).Text("video_id"));
    }

    public async Task<string> StatusOfAsync(string taskId) => (await GetAsync($"tasks/{taskId}")).Text("status");

    /// <summary>Turns the clock over each pause the server makes, as soon as it begins, until a call is over.</summary>
    public async Task SkipPausesUntilAsync(Task call)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task<bool> pause;
        while (await Task.WhenAny(call, pause = Clock.Pauses.WaitToReadAsync(over.Token).AsTask()) != call)
        {
            await pause;
            while (Clock.Pauses.TryRead(out TimeSpan length))
            {
                Clock.Advance(length);
            }
        }

        await over.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Simulator.DisposeAsync();
    }

    public static StringContent JsonContent(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Reply(HttpStatusCode Status, string Body, HttpResponseHeaders Headers, string? MediaType)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string Code => Text("code");

    public JsonArray Data => Json["data"]!.AsArray();

    public static async Task<Reply> ReadAsync(HttpResponseMessage response, CancellationToken stop) => new(
        response.StatusCode, await response.Content.ReadAsStringAsync(stop), response.Headers, response.Content.Headers.ContentType?.MediaType);

    public string Text(string member) => (string)Json[member]!;

    public string Header(string name) => string.Join(",", Headers.GetValues(name));

    public void Refuses(HttpStatusCode status, string code)
    {
        Assert.Equal(status, Status);
        Assert.Equal(code, Code);
        Assert.NotEmpty(Text("message"));
    }
}
