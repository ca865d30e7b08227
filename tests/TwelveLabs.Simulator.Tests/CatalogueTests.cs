using System.Net;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

public sealed class CatalogueTests
{
    [Theory]
    [InlineData(VideoCatalogue.NotEmbeddable, "embedded")]
    [InlineData(VideoCatalogue.Private, "private")]
    [InlineData(VideoCatalogue.Deleted, "unavailable")]
    [InlineData(VideoCatalogue.TooLong, "too long")]
    [InlineData(VideoCatalogue.TooLongForPegasus, "too long")]
    [InlineData(VideoCatalogue.TooShort, "too short")]
    [InlineData(VideoCatalogue.TooShortForPegasus, "too short")]
    [InlineData(VideoCatalogue.Silent, "No sound")]
    [InlineData(VideoCatalogue.LowResolution, "too low")]
    [InlineData(VideoCatalogue.HighResolution, "too high")]
    [InlineData(VideoCatalogue.TooWide, "aspect ratio")]
    [InlineData(VideoCatalogue.FailsWhileIndexing, "has failed")]
    public async Task A_bad_video_is_accepted_and_its_task_fails_with_a_reason(string videoId, string reason)
    {
        await using World world = await World.StartAsync();
        string id = await world.UploadAsync(await world.CreateIndexAsync(), videoId);
        Assert.Equal("validating", await world.StatusOfAsync(id));

        world.Clock.Advance(World.LongEnough);
        JsonObject task = (await world.GetAsync($"tasks/{id}")).Json;
        Assert.Equal("failed", (string)task["status"]!);
        Assert.Contains(reason, (string)task["error_reason"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("video_id", task);
        Assert.DoesNotContain("process", task);
    }

    [Theory]
    [InlineData(VideoCatalogue.TooLongForPegasus)]
    [InlineData(VideoCatalogue.TooShortForPegasus)]
    [InlineData(VideoCatalogue.Silent)]
    public async Task What_only_pegasus_or_conversation_refuses_is_fine_without_them(string videoId)
    {
        await using World world = await World.StartAsync();
        string id = await world.UploadAsync(await world.CreateMarengoIndexAsync(), videoId);
        world.Clock.Advance(World.LongEnough);
        Assert.Equal("ready", await world.StatusOfAsync(id));
    }

    [Theory]
    [InlineData(VideoCatalogue.Demo)]
    [InlineData(VideoCatalogue.Harbour)]
    [InlineData(VideoCatalogue.Lighthouse)]
    [InlineData(VideoCatalogue.Kites)]
    [InlineData(VideoCatalogue.ShortestForPegasus)]
    [InlineData(VideoCatalogue.UndocumentedStatus)]
    public async Task A_good_video_becomes_ready_with_its_title_and_resolution(string videoId)
    {
        await using World world = await World.StartAsync();
        string id = await world.UploadAsync(await world.CreateIndexAsync(), videoId);
        world.Clock.Advance(World.LongEnough);

        JsonObject task = (await world.GetAsync($"tasks/{id}")).Json;
        SimulatedVideo video = VideoCatalogue.WellKnown[videoId];
        Assert.Equal("ready", (string)task["status"]!);
        Assert.Equal(video.Title, (string)task["metadata"]!["filename"]!);
        Assert.Equal(video.DurationSeconds, (double)task["metadata"]!["duration"]!);
        Assert.Equal(video.Width, (int)task["metadata"]!["width"]!);
        Assert.Equal(video.Height, (int)task["metadata"]!["height"]!);
    }

    [Fact]
    public async Task The_stuck_video_stays_queued_for_ever()
    {
        await using World world = await World.StartAsync();
        string id = await world.UploadAsync(await world.CreateIndexAsync(), VideoCatalogue.NeverEnds);
        world.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal("queued", await world.StatusOfAsync(id));
    }

    [Fact]
    public async Task The_odd_video_passes_through_a_status_nobody_documented()
    {
        await using World world = await World.StartAsync();
        string id = await world.UploadAsync(await world.CreateIndexAsync(), VideoCatalogue.UndocumentedStatus);

        var seen = new HashSet<string>();
        for (int i = 0; i < 100; i++)
        {
            seen.Add(await world.StatusOfAsync(id));
            world.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Contains("optimizing", seen);
        Assert.Contains("ready", seen);
    }

    [Fact]
    public void Every_well_known_id_could_be_a_youtube_id()
    {
        Assert.All(VideoCatalogue.WellKnown.Keys, static id =>
        {
            Assert.True(YouTubeUrl.TryGetVideoId(VideoCatalogue.UrlOf(id), out string? found));
            Assert.Equal(id, found);
        });
    }

    [Fact]
    public void Any_other_id_is_the_same_good_video_in_every_process()
    {
        SimulatedVideo video = VideoCatalogue.Find("dQw4w9WgXcQ");

        // Literals on purpose: they were computed by another process.
        Assert.Equal("Building Paper Planes", video.Title);
        Assert.Equal(736.03, video.DurationSeconds);
        Assert.Equal(video, VideoCatalogue.Find("dQw4w9WgXcQ"));
        Assert.NotEqual(video, VideoCatalogue.Find("dQw4w9WgXcR"));
    }

    [Fact]
    public void Made_up_videos_are_within_the_limits_of_all_engines()
    {
        Assert.All(Enumerable.Range(0, 2000).Select(static n => VideoCatalogue.Find($"v{n:D10}")), static video =>
        {
            Assert.InRange(video.DurationSeconds, 30, 1800);
            Assert.InRange(video.Height, 360, 2160);
            Assert.InRange((double)video.Width / video.Height, 1, 2.4);
        });
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=LongRunDemo")]
    [InlineData("http://youtube.com/watch?v=LongRunDemo")]
    [InlineData("https://m.youtube.com/watch?list=PL123&v=LongRunDemo&t=12s")]
    [InlineData("https://youtu.be/LongRunDemo?si=abc")]
    [InlineData("https://www.youtube.com/shorts/LongRunDemo")]
    [InlineData("https://www.youtube-nocookie.com/embed/LongRunDemo/")]
    [InlineData("https://www.youtube.com/live/LongRunDemo#top")]
    [InlineData("https://www.youtube.com/v/LongRunDemo")]
    public void Addresses_of_one_video_are_understood(string address)
    {
        Assert.True(YouTubeUrl.TryGetVideoId(address, out string? id));
        Assert.Equal("LongRunDemo", id);
    }

    [Theory]
    [InlineData("https://vimeo.com/76979871")]
    [InlineData("https://youtube.com.evil.example/watch?v=LongRunDemo")]
    [InlineData("https://notyoutube.com/watch?v=LongRunDemo")]
    [InlineData("ftp://youtube.com/watch?v=LongRunDemo")]
    [InlineData("https://www.youtube.com/watch?v=tooShort")]
    [InlineData("https://www.youtube.com/watch?v=LongRunDemo1")]
    [InlineData("https://www.youtube.com/watch")]
    [InlineData("https://www.youtube.com/playlist?list=PLabcdefghij")]
    [InlineData("https://www.youtube.com/@channel")]
    [InlineData("https://www.youtube.com/")]
    [InlineData("youtube.com/watch?v=LongRunDemo")]
    [InlineData("/watch?v=LongRunDemo")]
    [InlineData("not a url")]
    public async Task What_is_no_address_of_one_youtube_video_is_refused_and_starts_nothing(string address)
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();

        Reply reply = await world.PostUrlAsync(index, address);

        reply.Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
        Assert.Empty(world.Simulator.Tasks);
    }
}
