using LongRun;
using LongRun.Http;
using TwelveLabs.Client.Tests.Support;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>The generated operation that sends a file as multipart, over real HTTP.</summary>
public sealed class FileUploadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_call_sends_a_file_and_waits_until_it_is_indexed()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexTask task = await platform.Client.UploadVideoAndWaitAsync(Film(index, "walk.1280x720.95s.mp4"), platform.Patience(), Stop);
        Video video = await platform.Client.RetrieveVideoAsync(index, task.VideoId!, cancellationToken: Stop);

        Assert.Equal(IndexTaskStatus.Ready, task.Status);
        Assert.Equal(("walk.1280x720.95s.mp4", 95), (task.Metadata!.Filename, task.Metadata.Duration));
        Assert.Equal((1280, 720), (task.Metadata.Width, task.Metadata.Height));
        Assert.Equal(task.VideoId, video.Id);
        Assert.Equal(task.Id, Assert.Single(platform.Simulator.Tasks).Id);
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", "/tasks"));
    }

    [Fact]
    public async Task A_file_that_the_platform_refuses_is_a_certain_error_and_starts_nothing()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var refused = await Assert.ThrowsAsync<TwelveLabsException>(() => platform.Client.StartUploadVideoAsync(Film(index, "blink.3s.mp4"), Stop));

        Assert.Equal(400, refused.StatusCode);
        Assert.Equal("video_duration_too_short", refused.Code?.Value);
        Assert.Empty(platform.Simulator.Tasks);
    }

    [Theory]
    [InlineData("drop-after", 1)]
    [InlineData("truncate", 1)]
    [InlineData("500", 0)]
    public async Task An_upload_whose_answer_was_lost_is_uncertain_and_never_repeated(string fault, int started)
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        platform.Simulator.Faults.Add(FaultTests.Named(fault) with { Method = "POST", Path = "/tasks" });
        var uncertain = await Assert.ThrowsAsync<OperationStartUncertainException>(() => platform.Client.UploadVideoAndWaitAsync(Film(index, "walk.mp4"), platform.Patience(), Stop));

        Assert.Equal("UploadVideo", uncertain.Operation);
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", "/tasks"));
        Assert.Equal(started, platform.Simulator.Tasks.Count);
    }

    // The simulator reads off the name what the video is like.
    private static CreateTaskRequest Film(string index, string fileName) =>
        new() { IndexId = index, VideoFile = new FileParameter(new MemoryStream(new byte[300_000]), fileName, "video/mp4") };
}
