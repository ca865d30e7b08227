using System.Net;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

public sealed class TaskRuleTests
{
    [Theory]
    [InlineData("{}", "parameter_not_provided")]
    [InlineData("""{"index_id":"INDEX"}""", "parameter_not_provided")]
    [InlineData("""{"url":"https://youtu.be/LongRunDemo"}""", "parameter_not_provided")]
    [InlineData("""{"index_id":"INDEX","url":null}""", "parameter_not_provided")]
    [InlineData("""{"index_id":"INDEX","url":42}""", "parameter_invalid")]
    [InlineData("""{"index_id":"abc","url":"https://youtu.be/LongRunDemo"}""", "parameter_invalid")]
    [InlineData("""{"index_id":"INDEX","url":"https://youtu.be/LongRunDemo","language":"en"}""", "parameter_unknown")]
    public async Task A_create_from_a_provider_takes_two_members_and_nothing_else(string body, string code)
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        (await world.PostAsync("tasks/external-provider", JsonNode.Parse(body.Replace("INDEX", index, StringComparison.Ordinal))!)).Refuses(HttpStatusCode.BadRequest, code);
        Assert.Empty(world.Simulator.Tasks);
    }

    [Fact]
    public async Task A_create_in_an_index_that_is_not_there_is_refused()
    {
        await using World world = await World.StartAsync();
        (await world.PostUrlAsync("66f0a2c4d5e6f708192a3b4c", VideoCatalogue.UrlOf(VideoCatalogue.Demo))).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
    }

    [Fact]
    public async Task A_running_task_cannot_be_deleted()
    {
        await using World world = await World.StartAsync();
        string task = await world.UploadAsync(await world.CreateIndexAsync());
        for (int minute = 0; minute < 7; minute++)
        {
            (await world.DeleteAsync($"tasks/{task}")).Refuses(HttpStatusCode.BadRequest, "task_cannot_be_deleted");
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("indexing", await world.StatusOfAsync(task));
    }

    [Fact]
    public async Task A_ready_task_is_deleted_after_its_video()
    {
        await using World world = await World.StartAsync();
        (string index, string task, string video) = await world.CreateReadyVideoAsync();

        (await world.DeleteAsync($"tasks/{task}")).Refuses(HttpStatusCode.BadRequest, "task_cannot_be_deleted");
        Assert.Equal(HttpStatusCode.NoContent, (await world.DeleteAsync($"indexes/{index}/videos/{video}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await world.DeleteAsync($"tasks/{task}")).Status);
        (await world.GetAsync($"tasks/{task}")).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
        Assert.Single(world.Simulator.Tasks);
    }

    [Fact]
    public async Task A_failed_task_is_deleted_directly()
    {
        await using World world = await World.StartAsync();
        string task = await world.UploadAsync(await world.CreateIndexAsync(), VideoCatalogue.Private);
        world.Clock.Advance(World.LongEnough);

        Assert.Equal(HttpStatusCode.NoContent, (await world.DeleteAsync($"tasks/{task}")).Status);
        Assert.Empty((await world.GetAsync("tasks")).Data);
    }

    [Fact]
    public async Task Counts_by_status_add_up()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync(), other = await world.CreateMarengoIndexAsync();
        await world.UploadAsync(index, VideoCatalogue.Private);
        await world.UploadAsync(index, VideoCatalogue.ShortestForPegasus);
        await world.UploadAsync(index, VideoCatalogue.NeverEnds);
        world.Clock.Advance(TimeSpan.FromSeconds(60));
        await world.UploadAsync(index, VideoCatalogue.Demo);
        await world.UploadAsync(other, VideoCatalogue.Demo);

        JsonObject counts = (await world.GetAsync($"tasks/status?index_id={index}")).Json;

        Assert.Equal(index, (string)counts["index_id"]!);
        Assert.Equal((1, 1, 1, 1, 4), ((int)counts["failed"]!, (int)counts["ready"]!, (int)counts["queued"]!, (int)counts["validating"]!, (int)counts["total_result"]!));
    }

    [Theory]
    [InlineData("", "demo,kites,harbour")]
    [InlineData("sort_option=asc", "harbour,kites,demo")]
    [InlineData("sort_by=updated_at&sort_option=asc", "kites,harbour,demo")]
    [InlineData("page_limit=2", "demo,kites")]
    [InlineData("page_limit=2&page=2", "harbour")]
    [InlineData("page_limit=2&page=3", "")]
    [InlineData("page=2000000000&page_limit=50", "")]
    [InlineData("filename=Kites%20for%20Beginners", "kites")]
    [InlineData("duration=480", "kites")]
    [InlineData("duration[gte]=400", "kites")]
    [InlineData("duration[lte]=400", "harbour")]
    [InlineData("duration[gt]=480", "")]
    [InlineData("duration[gte]=300&duration[lte]=500", "kites,harbour")]
    [InlineData("width=1920&height=1080", "harbour")]
    [InlineData("width=1920&height=360", "")]
    [InlineData("created_at=2023-10-11T05:21:00Z", "demo,kites")]
    [InlineData("created_at[lte]=2023-10-11T05:21:00Z", "harbour")]
    [InlineData("updated_at[lte]=2023-10-11T05:22:00Z", "kites")]
    [InlineData("estimated_time=2023-10-11T05:21:00Z", "kites,harbour")]
    [InlineData("index_id=INDEX", "demo,kites,harbour")]
    [InlineData("index_id=66f0a2c4d5e6f708192a3b4c", "")]
    [InlineData("_id=HARBOUR", "harbour")]
    public async Task Lists_filter_sort_and_page(string query, string expected)
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        var names = new Dictionary<string, string>();

        // Harbour is long in the queue of this test: it is created first and, being shorter than Kites, ends first.
        string harbour = await world.UploadAsync(index, VideoCatalogue.Harbour);
        names[harbour] = "harbour";
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        names[await world.UploadAsync(index, VideoCatalogue.Kites)] = "kites";
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        names[await world.UploadAsync(index, VideoCatalogue.Demo)] = "demo";

        Reply list = await world.GetAsync("tasks?" + query.Replace("INDEX", index, StringComparison.Ordinal).Replace("HARBOUR", harbour, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(expected, string.Join(",", list.Data.Select(t => names[(string)t!["_id"]!])));
    }

    [Fact]
    public async Task Page_info_tells_the_whole()
    {
        await using World world = await World.StartAsync();
        string index = await world.CreateIndexAsync();
        for (int i = 0; i < 23; i++)
        {
            await world.UploadAsync(index);
        }

        var seen = new HashSet<string>();
        for (int page = 1; page <= 3; page++)
        {
            Reply reply = await world.GetAsync($"tasks?page={page}");
            Assert.Equal($$"""{"limit_per_page":10,"page":{{page}},"total_page":3,"total_results":23}""", reply.Json["page_info"]!.ToJsonString());
            Assert.All(reply.Data, t => Assert.True(seen.Add((string)t!["_id"]!)));
        }

        Assert.Equal(23, seen.Count);
    }

    [Theory]
    [InlineData("status=ready", "parameter_unknown")]
    [InlineData("duration[ne]=5", "parameter_unknown")]
    [InlineData("duration=long", "parameter_invalid")]
    [InlineData("duration=NaN", "parameter_invalid")]
    [InlineData("width[gte]=wide", "parameter_invalid")]
    public async Task A_filter_that_makes_no_sense_is_refused(string query, string code)
    {
        await using World world = await World.StartAsync();
        (await world.GetAsync("tasks?" + query)).Refuses(HttpStatusCode.BadRequest, code);
    }
}
