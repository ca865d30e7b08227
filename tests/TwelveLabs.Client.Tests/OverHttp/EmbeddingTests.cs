using LongRun;
using LongRun.Http;
using TwelveLabs.Client.Tests.Support;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>The second kind of long job, with statuses of its own, over real HTTP.</summary>
public sealed class EmbeddingTests
{
    private const string Create = "/embed/tasks";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_call_embeds_a_file_and_waits_for_its_vectors()
    {
        await using Platform platform = await Platform.StartAsync();
        EmbeddingTask task = await platform.Client.EmbedVideoAndWaitAsync(Film("walk.60s.mp4"), platform.Patience(), Stop);

        Assert.Equal(EmbeddingTaskStatus.Ready, task.Status);
        Assert.NotEmpty(task.VideoEmbedding!.Segments!);
        Assert.All(task.VideoEmbedding.Segments!, segment => Assert.NotEmpty(segment.Float!));
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", Create));
    }

    [Fact]
    public async Task A_receiver_of_webhooks_changes_nothing_for_a_kind_of_job_that_has_none()
    {
        await using Platform platform = await Platform.StartAsync();
        using var receiver = new WebhookReceiver(platform.Clock);

        EmbeddingTask task = await platform.Client.EmbedVideoAndWaitAsync(Film("walk.600s.mp4"), platform.Patience(signal: receiver), Stop);

        Assert.Equal(EmbeddingTaskStatus.Ready, task.Status);
        Assert.All(platform.Clock.Pauses, static pause => Assert.True(pause <= EmbeddingOperation.StatusMonitor.MaxDelay));
    }

    [Fact]
    public async Task A_started_job_is_seen_processing_first_and_waited_for_by_its_handle()
    {
        await using Platform platform = await Platform.StartAsync();
        EmbeddingOperation operation = await platform.Client.StartEmbedVideoAsync(Film("walk.600s.mp4"), Stop);
        EmbeddingTask first = await operation.UpdateStatusAsync(Stop);

        Assert.Equal((EmbeddingTaskStatus.Processing, OperationState.Running), (first.Status, operation.State));
        Assert.Null(first.VideoEmbedding);

        EmbeddingTask last = await operation.WaitForCompletionAsync(platform.Patience(), Stop);
        Assert.Equal((operation.Id, EmbeddingTaskStatus.Ready), (last.Id, last.Status));
        Assert.True(operation.HasCompleted);
    }

    [Fact]
    public async Task A_job_is_resumed_by_its_token_and_by_its_id()
    {
        await using Platform platform = await Platform.StartAsync();
        EmbeddingOperation started = await platform.Client.StartEmbedVideoAsync(Film("walk.60s.mp4"), Stop);
        ITwelveLabsClient fresh = new TwelveLabsClient(new TwelveLabsOptions { ApiKey = "another-key", BaseAddress = platform.Simulator.BaseUrl });
        EmbeddingTask byToken = await fresh.ResumeEmbedding(OperationToken.Parse(started.Token.ToString())).WaitForCompletionAsync(platform.Patience(), Stop);
        EmbeddingTask byId = await fresh.ResumeEmbedding(started.Id).WaitForCompletionAsync(platform.Patience(), Stop);

        Assert.Equal((started.Id, started.Id), (byToken.Id, byId.Id));
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", Create));
    }

    [Fact]
    public async Task A_token_of_an_indexing_job_is_refused()
    {
        await using Platform platform = await Platform.StartAsync();
        var token = new OperationToken("Indexing", "66f0a2c4d5e6f708192a3b4c");

        Assert.Throws<ArgumentException>("token", () => platform.Client.ResumeEmbedding(token));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_ends_in_a_failed_job()
    {
        await using Platform platform = await Platform.StartAsync();
        EmbeddingOperation operation = await platform.Client.StartEmbedVideoAsync(Film("broken.60s.mp4"), Stop);
        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => operation.WaitForCompletionAsync(platform.Patience(), Stop));

        Assert.Equal((operation.Id, "failed"), (failure.OperationId, failure.Status));
        Assert.Null(Assert.IsType<EmbeddingTask>(failure.LastValue).VideoEmbedding);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("drop")]
    [InlineData("truncate")]
    public async Task A_wait_survives_every_second_look_failing(string fault)
    {
        await using Platform platform = await Platform.StartAsync();
        EmbeddingOperation operation = await platform.Client.StartEmbedVideoAsync(Film("walk.600s.mp4"), Stop);
        platform.Simulator.Faults.Add(FaultTests.Named(fault) with { Method = "GET", Every = 2 });

        Assert.Equal(EmbeddingTaskStatus.Ready, (await operation.WaitForCompletionAsync(platform.Patience(), Stop)).Status);
        Assert.NotEqual(0, platform.Simulator.Faults.TotalHits);
    }

    [Theory]
    [InlineData("drop-after")]
    [InlineData("truncate")]
    [InlineData("500")]
    public async Task A_start_whose_answer_was_lost_is_uncertain_and_never_repeated(string fault)
    {
        await using Platform platform = await Platform.StartAsync();
        platform.Simulator.Faults.Add(FaultTests.Named(fault) with { Method = "POST" });
        var uncertain = await Assert.ThrowsAsync<OperationStartUncertainException>(() => platform.Client.StartEmbedVideoAsync(Film("walk.60s.mp4"), Stop));

        Assert.Equal("EmbedVideo", uncertain.Operation);
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", Create));
    }

    // The simulator reads off the name what the video is like.
    private static CreateEmbeddingTaskRequest Film(string fileName) => new()
    {
        EngineName = EmbeddingEngineName.MarengoRetrieval2_6,
        VideoFile = new FileParameter(new MemoryStream(new byte[200_000]), fileName, "video/mp4"),
    };
}
