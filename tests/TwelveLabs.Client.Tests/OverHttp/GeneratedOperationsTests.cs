using LongRun;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>The operations that are generated for this client, over real HTTP.</summary>
public sealed class GeneratedOperationsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_call_uploads_and_waits()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexTask task = await platform.Client.UploadFromExternalProviderAndWaitAsync(Platform.Upload(index, VideoCatalogue.Demo), platform.Patience(), Stop);

        Assert.Equal(IndexTaskStatus.Ready, task.Status);
        Assert.Equal(platform.Simulator.Tasks[0].VideoId, task.VideoId);
    }

    [Fact]
    public async Task A_started_job_is_resumed_by_its_token_and_by_its_id_in_a_fresh_client()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation started = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Kites), Stop);
        ITwelveLabsClient fresh = new TwelveLabsClient(new TwelveLabsOptions { ApiKey = "another-key", BaseAddress = platform.Simulator.BaseUrl });
        IndexTask byToken = await fresh.ResumeIndexing(OperationToken.Parse(started.Token.ToString())).WaitForCompletionAsync(platform.Patience(), Stop);
        IndexTask byId = await fresh.ResumeIndexing(started.Id).WaitForCompletionAsync(platform.Patience(), Stop);

        Assert.Equal((started.Id, started.Id), (byToken.Id, byId.Id));
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", "/tasks/external-provider"));
    }

    [Fact]
    public async Task A_start_whose_answer_was_lost_is_uncertain()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        platform.Simulator.Faults.Add(FaultTests.Named("drop-after") with { Method = "POST" });

        await Assert.ThrowsAsync<OperationStartUncertainException>(() => platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Demo), Stop));
        Assert.Single(platform.Simulator.Tasks);
    }
}
