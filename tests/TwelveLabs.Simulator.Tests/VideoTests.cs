using System.Net;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

public sealed class VideoTests
{
    [Fact]
    public async Task A_video_is_there_only_once_its_task_is_ready()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        await world.UploadAsync(index);
        string video = world.Simulator.Tasks.Single().VideoId;

        (await world.GetAsync($"indexes/{index}/videos/{video}")).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
        Assert.Empty((await world.GetAsync($"indexes/{index}/videos")).Data);

        world.Clock.Advance(World.LongEnough);
        Reply retrieved = await world.GetAsync($"indexes/{index}/videos/{video}");
        Assert.Equal(HttpStatusCode.OK, retrieved.Status);
        Assert.Equal("youtube", (string)retrieved.Json["source"]!["type"]!);
        Assert.Equal(VideoCatalogue.UrlOf(VideoCatalogue.Demo), (string)retrieved.Json["source"]!["url"]!);
        Assert.DoesNotContain("embedding", retrieved.Json);
    }

    [Fact]
    public async Task A_video_is_found_only_in_its_own_index()
    {
        await using World world = await World.StartAsync();
        (_, _, string video) = await world.CreateReadyVideoAsync();
        string other = await world.CreateMarengoIndexAsync();
        (await world.GetAsync($"indexes/{other}/videos/{video}")).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
    }

    [Fact]
    public async Task An_embedding_comes_only_when_asked_for_and_has_1024_numbers_a_clip()
    {
        await using World world = await World.StartAsync();
        (string index, _, string video) = await world.CreateReadyVideoAsync(VideoCatalogue.ShortestForPegasus);

        JsonArray segments = (await world.GetAsync($"indexes/{index}/videos/{video}?embed=true")).Json["embedding"]!["video_embedding"]!["segments"]!.AsArray();

        Assert.Equal(5, segments.Count);
        Assert.All(segments, static s => Assert.Equal(1024, s!["float"]!.AsArray().Count));
        (await world.GetAsync($"indexes/{index}/videos/{video}?embed=perhaps")).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Fact]
    public async Task Title_and_custom_metadata_can_be_changed_and_searched_for()
    {
        await using World world = await World.StartAsync();
        (string index, _, string video) = await world.CreateReadyVideoAsync();
        string path = $"indexes/{index}/videos/{video}";

        Reply changed = await world.PutAsync(path, JsonNode.Parse("""{"video_title":"Renamed","metadata":{"course":"statics","year":2024,"seen":true,"duration":1}}""")!);
        Assert.Equal(HttpStatusCode.NoContent, changed.Status);

        JsonNode metadata = (await world.GetAsync(path)).Json["metadata"]!;
        Assert.Equal("Renamed", (string)metadata["filename"]!);
        Assert.Equal("statics", (string)metadata["course"]!);
        Assert.Equal(1082, (double)metadata["duration"]!);

        Assert.Single((await world.GetAsync($"indexes/{index}/videos?course=statics&year=2024&seen=true")).Data);
        Assert.Empty((await world.GetAsync($"indexes/{index}/videos?course=dynamics")).Data);
        Assert.Single((await world.GetAsync($"indexes/{index}/videos?filename=Renamed")).Data);
    }

    [Theory]
    [InlineData("""{"metadata":{"tags":["a"]}}""", "parameter_invalid")]
    [InlineData("""{"metadata":{"a":null}}""", "parameter_invalid")]
    [InlineData("""{"metadata":"a"}""", "parameter_invalid")]
    [InlineData("""{"title":"a"}""", "parameter_unknown")]
    public async Task An_update_that_breaks_a_rule_is_refused(string body, string code)
    {
        await using World world = await World.StartAsync();
        (string index, _, string video) = await world.CreateReadyVideoAsync();
        (await world.PutAsync($"indexes/{index}/videos/{video}", JsonNode.Parse(body)!)).Refuses(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("duration[gte]=1000", 1)]
    [InlineData("duration[lte]=1000", 0)]
    [InlineData("fps=30", 1)]
    [InlineData("width=1280&height=720", 1)]
    [InlineData("size[gte]=1", 1)]
    [InlineData("indexed_at[gte]=2023-10-12T00:00:00Z", 0)]
    [InlineData("indexed_at[lte]=2023-10-12T00:00:00Z", 1)]
    public async Task Lists_filter(string query, int found)
    {
        await using World world = await World.StartAsync();
        (string index, _, _) = await world.CreateReadyVideoAsync();
        Assert.Equal(found, (await world.GetAsync($"indexes/{index}/videos?{query}")).Data.Count);
    }

    [Fact]
    public async Task What_was_recognised_can_be_cut_to_a_stretch_and_is_null_where_the_index_does_not_look()
    {
        await using World world = await World.StartAsync();
        (string index, _, string video) = await world.CreateReadyVideoAsync();
        string path = $"indexes/{index}/videos/{video}";

        JsonArray all = (await world.GetAsync(path + "/transcription")).Data;
        JsonArray some = (await world.GetAsync(path + "/transcription?start=100&end=200")).Data;
        Assert.True(all.Count > some.Count && some.Count > 0);
        Assert.All(some, static t => Assert.True((double)t!["start"]! >= 100 && (double)t["end"]! <= 200));
        Assert.All(all, static t => Assert.StartsWith("[simulated]", (string)t!["value"]!, StringComparison.Ordinal));

        Assert.Null((await world.GetAsync(path + "/logo")).Json["data"]);
        (await world.GetAsync(path + "/logo?start=9&end=3")).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
        (await world.GetAsync(path + "/logo?start=-1")).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Fact]
    public async Task A_still_picture_needs_the_add_on()
    {
        await using World world = await World.StartAsync();
        (string index, _, string video) = await world.CreateReadyVideoAsync();
        (await world.GetAsync($"indexes/{index}/videos/{video}/thumbnail")).Refuses(HttpStatusCode.BadRequest, "index_addon_not_enabled");
        (await world.GetAsync($"indexes/{index}/videos/{video}/thumbnail?time=5000")).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
    }
}
