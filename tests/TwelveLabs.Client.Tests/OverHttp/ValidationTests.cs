using LongRun.Constraints;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>A validating client in front of the simulated platform, over real HTTP.</summary>
public sealed class ValidationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_upload_never_reaches_the_platform_and_a_right_one_is_indexed()
    {
        await using Platform platform = await Platform.StartAsync(static options => options.ValidateRequests = true);
        string index = await platform.CreateIndexAsync();
        platform.Simulator.Requests.Clear();

        var wrong = new CreateExternalProviderTaskRequest { IndexId = "", Url = new Uri("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ") };
        ConstraintViolationException exception = await Assert.ThrowsAsync<ConstraintViolationException>(() => platform.Client.UploadFromExternalProviderAndWaitAsync(wrong, platform.Patience(), Stop));

        Assert.Equal(["IndexId", "Url"], exception.Violations.Select(static violation => violation.Subject));
        Assert.Equal(0, platform.Simulator.Requests.Total);
        Assert.Empty(platform.Simulator.Tasks);

        // Every poll of the wait is judged as well.
        IndexTask task = await platform.Client.UploadFromExternalProviderAndWaitAsync(Platform.Upload(index, VideoCatalogue.Demo), platform.Patience(), Stop);
        Assert.Equal(IndexTaskStatus.Ready, task.Status);
    }

    [Fact]
    public async Task What_the_client_refuses_the_platform_refuses_too()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var request = new CreateExternalProviderTaskRequest { IndexId = index, Url = new Uri("https://vimeo.com/1084537") };

        Assert.NotEmpty(request.Validate());
        TwelveLabsException refused = await Assert.ThrowsAsync<TwelveLabsException>(() => platform.Client.StartUploadFromExternalProviderAsync(request, Stop));
        Assert.Equal(400, refused.StatusCode);
    }
}
