using LongRun;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>The platform's guide from the first step to the last, over real HTTP.</summary>
public sealed class GuideTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_video_is_uploaded_waited_for_and_found()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Demo), Stop);
        var seen = new Reports();
        IndexTask task = await operation.WaitForCompletionAsync(platform.Patience(progress: seen), Stop);
        Video video = await platform.Client.RetrieveVideoAsync(index, task.VideoId!, cancellationToken: Stop);

        Assert.Equal(IndexTaskStatus.Ready, task.Status);
        Assert.Equal(operation.Id, task.Id);
        Assert.Equal(index, task.IndexId);
        Assert.Equal("The Patience of Machines: A Talk About Waiting", task.Metadata!.Filename);
        Assert.Equal(1082, task.Metadata.Duration);
        Assert.Equal((1280, 720), (task.Metadata.Width, task.Metadata.Height));
        Assert.Equal(task.VideoId, video.Id);
        Assert.Contains(seen.All, progress => progress.Status == "indexing" && progress.Fraction is > 0 and < 1);
        Assert.Equal("ready", seen.All[^1].Status);
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", "/tasks/external-provider"));
    }

    [Fact]
    public async Task A_video_that_cannot_be_used_ends_in_an_exception_with_the_reason()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.NotEmbeddable), Stop);
        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => operation.WaitForCompletionAsync(platform.Patience(), Stop));

        Assert.Equal(operation.Id, failure.OperationId);
        Assert.Equal("failed", failure.Status);
        Assert.Contains("embedded", failure.Reason, StringComparison.Ordinal);
        Assert.Null(Assert.IsType<IndexTask>(failure.LastValue).VideoId);
    }

    [Fact]
    public async Task An_undocumented_status_on_the_way_does_not_end_the_wait()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.UndocumentedStatus), Stop);

        Assert.Equal(IndexTaskStatus.Ready, (await operation.WaitForCompletionAsync(platform.Patience(), Stop)).Status);
    }

    [Fact]
    public async Task A_job_that_never_ends_runs_into_the_limit_and_is_not_lost()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.NeverEnds), Stop);
        var timeout = await Assert.ThrowsAsync<OperationTimeoutException>(() => operation.WaitForCompletionAsync(platform.Patience(TimeSpan.FromMinutes(30)), Stop));

        Assert.Equal(operation.Id, timeout.OperationId);
        Assert.Equal("queued", timeout.LastStatus);
        Assert.Equal(operation.Token, timeout.Token);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_not_the_job()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.NeverEnds), Stop);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = new Reports(cancel.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => operation.WaitForCompletionAsync(platform.Patience(progress: first), cancel.Token));
        Assert.Single(first.All);
        Assert.Equal(operation.Id, (await platform.Client.RetrieveTaskAsync(operation.Id, Stop)).Id);
    }

    [Fact]
    public async Task A_wrong_key_is_said_at_once_and_is_no_uncertain_start()
    {
        await using Platform platform = await Platform.StartAsync(options => options.ApiKey = "invalid-key");
        var start = await Assert.ThrowsAsync<TwelveLabsException>(() => platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload("66f0a2c4d5e6f708192a3b4c", VideoCatalogue.Demo), Stop));
        IndexingOperation resumed = platform.Client.ResumeIndexing("66f0a2c4d5e6f708192a3b4c");
        var wait = await Assert.ThrowsAsync<TwelveLabsException>(() => resumed.WaitForCompletionAsync(platform.Patience(), Stop));

        Assert.Equal((401, ApiErrorCode.ApiKeyInvalid), (start.StatusCode, start.Code));
        Assert.Equal(401, wait.StatusCode);
        Assert.Equal(2, platform.Simulator.Requests.Total);
        Assert.DoesNotContain("invalid-key", start.ToString() + wait, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_about_the_video_arrives_piece_by_piece_and_is_the_same_as_in_one_piece()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Demo), Stop);
        IndexTask task = await operation.WaitForCompletionAsync(platform.Patience(), Stop);
        var request = new GenerateTextRequest { VideoId = task.VideoId!, Prompt = "What is it about?" };
        var text = new System.Text.StringBuilder();
        await foreach (GenerateStreamEvent piece in platform.Client.GenerateTextStreamAsync(request, Stop))
        {
            text.Append(piece.Text);
        }

        Assert.NotEqual(0, text.Length);
        // The simulator ends its last piece with a space.
        Assert.Equal((await platform.Client.GenerateTextAsync(request, Stop)).Data, text.ToString());
    }

    private sealed class Reports(Action? then = null) : IProgress<OperationProgress>
    {
        private readonly List<OperationProgress> _all = [];

        public IReadOnlyList<OperationProgress> All => _all;

        public void Report(OperationProgress value)
        {
            _all.Add(value);
            then?.Invoke();
        }
    }
}
