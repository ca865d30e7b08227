using System.Text;
using LongRun;
using LongRun.Http;
using LongRun.Tests.Support;

namespace TwelveLabs.V13.Tests;

/// <summary>An asset that is ready, and then indexed, is one wait.</summary>
public sealed class ChainTests
{
    private readonly PumpedTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_index_is_told_of_the_asset_once_it_is_ready_and_waited_for()
    {
        var server = new Server(assets: ["processing", "processing", "ready"], indexed: ["pending", "indexing", "ready"]);
        var seen = new List<double?>();
        var options = new WaitOptions { TimeProvider = _time, Progress = new Recorded(seen) };
        IndexedAssetDetailed done = _time.Run(server.Client().ResumeAssetProcessing("a1").ThenIndexAsset("ix").WaitForCompletionAsync(options, Stop));
        Assert.Equal(IndexedAssetDetailedStatus.Ready, done.Status);
        Assert.Equal(["POST indexes/ix/indexed-assets {\"asset_id\":\"a1\"}"], server.Calls.Where(static call => call.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Equal(1, seen[^1]);
        Assert.Equal(seen.OfType<double>().Order(), seen.OfType<double>());
    }

    [Fact]
    public void An_asset_that_fails_is_never_indexed()
    {
        var server = new Server(assets: ["processing", "failed"], indexed: ["ready"]);
        var failure = _time.RunToFault<OperationFailedException>(server.Client().ResumeAssetProcessing("a1").ThenIndexAsset("ix").WaitForCompletionAsync(new WaitOptions { TimeProvider = _time }, Stop));
        Assert.Equal("failed", failure.Status);
        Assert.DoesNotContain(server.Calls, static call => call.StartsWith("POST", StringComparison.Ordinal));
    }

    private sealed class Recorded(List<double?> seen) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => seen.Add(value.Fraction);
    }

    private sealed class Server(string[] assets, string[] indexed) : HttpMessageHandler
    {
        private readonly Queue<string> _assets = new(assets);
        private readonly Queue<string> _indexed = new(indexed);

        public List<string> Calls { get; } = [];

        public TwelveLabsV13Client Client() => new(new HttpClient(new OperationCallHandler { InnerHandler = this }));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string path = request.RequestUri!.AbsolutePath["/v1.3/".Length..];
            string body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
            Calls.Add($"{request.Method} {path}{body}");
            string answer = (request.Method.Method, path) switch
            {
                ("GET", "assets/a1") => $$"""{"_id": "a1", "status": "{{_assets.Dequeue()}}"}""",
                ("POST", "indexes/ix/indexed-assets") => """{"_id": "x1"}""",
                ("GET", "indexes/ix/indexed-assets/x1") => $$"""{"_id": "x1", "status": "{{_indexed.Dequeue()}}"}""",
                _ => throw new InvalidOperationException(path),
            };
            return new HttpResponseMessage { Content = new StringContent(answer, Encoding.UTF8, "application/json"), RequestMessage = request };
        }
    }
}
