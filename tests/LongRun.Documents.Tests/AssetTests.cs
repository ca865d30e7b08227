using Assets;

namespace LongRun.Documents.Tests;

/// <summary>A document with <c>then</c>: an asset is taken in, then indexed, and both are waited for as one.</summary>
public sealed class AssetTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_job_is_started_of_what_the_first_has_made_and_waited_for()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("POST /assets", new ScriptedServer.Answer(201, Job("a1", "processing")))
            .On("GET /assets/a1", Job("a1", "processing"), Job("a1", "ready"))
            .On("POST /indexes/i1/indexed-assets", new ScriptedServer.Answer(202, Job("x1", "processing")))
            .On("GET /indexed-assets/x1", """{"_id":"x1","status":"processing","percent":50}""", Job("x1", "ready"));
        var told = new Told();

        AssetOperation asset = await new AssetsClient(http).StartUploadAssetAsync(new() { Url = new Uri("https://files.test/a.mp4") }, Stop);
        IndexedAsset indexed = await asset.ThenIndexAsset("i1", enableVideoStream: true).WaitForCompletionAsync(new WaitOptions { Progress = told }, Stop);

        Assert.Equal("x1", indexed.Id);
        Assert.Equal("""{"asset_id":"a1","enable_video_stream":true}""", Assert.Single(server.Calls, static call => call.Route == "POST /indexes/i1/indexed-assets").Body);
        Assert.Equal([("Asset", null), ("Asset", 0.5), ("IndexedAsset", 0.5), ("IndexedAsset", 0.75), ("IndexedAsset", 1.0)], told.Seen);
    }

    [Fact]
    public async Task The_token_of_a_stage_is_enough_to_go_on_in_another_process()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("GET /assets/a1", Job("a1", "ready"))
            .On("POST /indexes/i1/indexed-assets", new ScriptedServer.Answer(202, Job("x1", "processing")))
            .On("GET /indexed-assets/x1", Job("x1", "processing"));
        ChainedOperation<Asset, IndexedAsset> chain = new AssetsClient(http).ResumeAsset("a1").ThenIndexAsset("i1");
        Assert.Equal("lr1.Asset.a1", chain.Token.ToString());

        // The process ends as soon as it has been told of the second job.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        OperationToken kept = default;
        var told = new Told(progress =>
        {
            if (progress.Stage == "IndexedAsset")
            {
                kept = new OperationToken(progress.Stage, progress.Id);
                end.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chain.WaitForCompletionAsync(new WaitOptions { Progress = told }, end.Token));
        Assert.Equal(("lr1.IndexedAsset.x1", chain.Token), (kept.ToString(), kept));

        server.On("GET /indexed-assets/x1", Job("x1", "ready"));
        IndexedAsset indexed = await new AssetsClient(http).ResumeIndexedAsset(kept).WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal("x1", indexed.Id);
        Assert.Single(server.Routes, static route => route == "POST /indexes/i1/indexed-assets");
    }

    [Fact]
    public async Task A_failure_of_the_first_stage_starts_nothing()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("GET /assets/a1", Job("a1", "failed"));

        OperationFailedException fault = await Assert.ThrowsAsync<OperationFailedException>(() => new AssetsClient(http).ResumeAsset("a1").ThenIndexAsset("i1").WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal("Asset", fault.Token.Operation);
        Assert.Equal(["GET /assets/a1"], server.Routes);
    }

    [Fact]
    public async Task A_job_that_nobody_starts_has_the_id_of_the_one_before()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("GET /indexed-assets/x1", Job("x1", "ready"))
            .On("GET /indexed-assets/x1/summary", new(404), """{"status":"ready","text":"A cat."}""");

        Summary summary = await new AssetsClient(http).ResumeIndexedAsset("x1").ThenSummary().WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal("A cat.", summary.Text);
    }

    private static string Job(string id, string status) => $$"""{"_id":"{{id}}","status":"{{status}}"}""";

    private sealed class Told(Action<OperationProgress>? also = null) : IProgress<OperationProgress>
    {
        public List<(string?, double?)> Seen { get; } = [];

        public void Report(OperationProgress value)
        {
            Seen.Add((value.Stage, value.Fraction));
            also?.Invoke(value);
        }
    }
}
