using System.Net;

namespace TwelveLabs.Simulator.Tests;

/// <summary>Alone in the process, or it would measure what other tests keep in memory.</summary>
[CollectionDefinition(nameof(LargeUploadTests), DisableParallelization = true)]
[Collection(nameof(LargeUploadTests))]
public sealed class LargeUploadTests
{
    private const long Limit = 512L << 20;

    [Theory]
    [InlineData(Limit, HttpStatusCode.OK)]
    [InlineData(Limit + 1, HttpStatusCode.BadRequest)]
    public async Task Half_a_gigabyte_streams_by_without_staying_in_memory(long size, HttpStatusCode status)
    {
        await using World world = await World.StartAsync(static o => o with { MaxUploadBytes = Limit });
        MultipartFormDataContent form = Exercises.Form(("index_id", await world.CreateIndexAsync()));
        form.Add(new StreamContent(new EndlessStream(size), 1 << 20), "video_file", "a.1280x720.60s.mp4");
        long before = GC.GetTotalMemory(forceFullCollection: true);

        Reply reply = await world.SendAsync(HttpMethod.Post, "tasks", form);

        Assert.Equal(status, reply.Status);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 32 << 20);
        if (status != HttpStatusCode.OK)
        {
            reply.Refuses(status, "video_filesize_too_large");
        }
    }

    [Fact]
    public void The_limit_is_two_gigabytes_by_default() => Assert.Equal(2_147_483_648, new SimulatorOptions().MaxUploadBytes);
}
