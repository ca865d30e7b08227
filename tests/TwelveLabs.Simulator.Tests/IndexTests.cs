using System.Net;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

public sealed class IndexTests
{
    private const string Marengo = """{"engine_name":"marengo2.6","engine_options":["visual"]}""";

    [Theory]
    [InlineData("{}", "parameter_not_provided", "index_name")]
    [InlineData("""{"index_name":"a"}""", "parameter_not_provided", "engines")]
    [InlineData("""{"index_name":7,"engines":[]}""", "parameter_invalid", "index_name")]
    [InlineData("""{"index_name":" ","engines":[]}""", "parameter_invalid", "index_name")]
    [InlineData("""{"index_name":"a","engines":[]}""", "parameter_invalid", "engines")]
    [InlineData("""{"index_name":"a","engines":{}}""", "parameter_invalid", "engines")]
    [InlineData("""{"index_name":"a","engines":["marengo2.6"]}""", "parameter_invalid", "engines")]
    [InlineData("""{"index_name":"a","engines":[{"engine_options":["visual"]}]}""", "parameter_not_provided", "engine_name")]
    [InlineData("""{"index_name":"a","engines":[{"engine_name":"marengo2.6"}]}""", "parameter_not_provided", "engine_options")]
    [InlineData("""{"index_name":"a","engines":[{"engine_name":"gpt","engine_options":["visual"]}]}""", "parameter_invalid", "engine_name")]
    [InlineData("""{"index_name":"a","engines":[{"engine_name":"marengo2.6","engine_options":[]}]}""", "parameter_invalid", "engine_options")]
    [InlineData("""{"index_name":"a","engines":[{"engine_name":"marengo2.6","engine_options":["visual","visual"]}]}""", "parameter_invalid", "engine_options")]
    [InlineData("""{"index_name":"a","engines":[{"engine_name":"pegasus1.1","engine_options":["logo"]}]}""", "parameter_invalid", "engine_options")]
    [InlineData("""{"index_name":"a","engines":[{"engine_name":"marengo2.6","engine_options":["visual"],"speed":1}]}""", "parameter_unknown", "engines.speed")]
    [InlineData("""{"index_name":"a","engines":[M],"addons":["fireworks"]}""", "parameter_invalid", "addons")]
    [InlineData("""{"index_name":"a","engines":[{"engine_name":"pegasus1.1","engine_options":["visual"]}],"addons":["thumbnail"]}""", "parameter_invalid", "addons")]
    [InlineData("""{"index_name":"a","engines":[M],"colour":"red"}""", "parameter_unknown", "colour")]
    [InlineData("[]", "parameter_invalid", "JSON object")]
    public async Task A_create_that_breaks_a_rule_is_refused_by_name(string body, string code, string named)
    {
        await using World world = await World.StartAsync();
        Reply reply = await world.PostAsync("indexes", JsonNode.Parse(body.Replace("M]", Marengo + "]", StringComparison.Ordinal))!);
        reply.Refuses(HttpStatusCode.BadRequest, code);
        Assert.Contains(named, reply.Text("message"), StringComparison.Ordinal);
        Assert.Empty((await world.GetAsync("indexes")).Data);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused()
    {
        await using World world = await World.StartAsync();
        (await world.SendAsync(HttpMethod.Post, "indexes", new StringContent("{", null, "application/json"))).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
        (await world.SendAsync(HttpMethod.Post, "indexes", new StringContent("{}", null, "text/plain"))).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Fact]
    public async Task A_name_can_be_used_once_until_it_is_free_again()
    {
        await using World world = await World.StartAsync();
        string first = await world.CreateMarengoIndexAsync("films");

        (await CreateAsync("films")).Refuses(HttpStatusCode.BadRequest, "index_name_already_exists");
        string second = (await CreateAsync("talks")).Text("_id");
        (await RenameAsync(second, "films")).Refuses(HttpStatusCode.BadRequest, "index_name_already_exists");
        Assert.Equal(HttpStatusCode.NoContent, (await RenameAsync(first, "films")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await RenameAsync(first, "old films")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await RenameAsync(second, "films")).Status);
        await world.DeleteAsync($"indexes/{second}");
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync("films")).Status);

        Task<Reply> CreateAsync(string name) => world.PostAsync("indexes", JsonNode.Parse($$"""{"index_name":"{{name}}","engines":[{{Marengo}}]}""")!);
        Task<Reply> RenameAsync(string id, string name) => world.PutAsync($"indexes/{id}", new JsonObject { ["index_name"] = name });
    }

    [Theory]
    [InlineData("engines", "index_engine_cannot_be_changed")]
    [InlineData("engine_id", "index_engine_cannot_be_changed")]
    [InlineData("index_options", "index_option_cannot_be_changed")]
    [InlineData("colour", "parameter_unknown")]
    public async Task An_update_changes_nothing_but_the_name(string member, string code)
    {
        await using World world = await World.StartAsync();
        string id = await world.CreateIndexAsync();
        (await world.PutAsync($"indexes/{id}", new JsonObject { ["index_name"] = "new", [member] = new JsonArray() })).Refuses(HttpStatusCode.BadRequest, code);
        Assert.Equal("films", (await world.GetAsync($"indexes/{id}")).Text("index_name"));
    }

    [Fact]
    public async Task A_rename_moves_updated_at_and_not_created_at()
    {
        await using World world = await World.StartAsync();
        string id = await world.CreateIndexAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.PutAsync($"indexes/{id}", new JsonObject { ["index_name"] = "new" });

        Reply index = await world.GetAsync($"indexes/{id}");
        Assert.Equal("new", index.Text("index_name"));
        Assert.Equal("2023-10-11T05:20:05.975Z", index.Text("created_at"));
        Assert.Equal("2023-10-11T05:21:05.975Z", index.Text("updated_at"));
    }

    [Fact]
    public async Task Totals_count_only_what_is_ready_and_still_there()
    {
        await using World world = await World.StartAsync();
        string id = await world.CreateIndexAsync();
        await world.UploadAsync(id, VideoCatalogue.Harbour);
        await world.UploadAsync(id, VideoCatalogue.Kites);
        await world.UploadAsync(id, VideoCatalogue.Private);
        Assert.Equal((0, 0), await TotalsAsync());

        world.Clock.Advance(World.LongEnough);
        Assert.Equal((2, 792.48), await TotalsAsync());

        string video = (string)(await world.GetAsync($"indexes/{id}/videos?filename=Kites%20for%20Beginners")).Data.Single()!["_id"]!;
        await world.DeleteAsync($"indexes/{id}/videos/{video}");
        Assert.Equal((1, 312.48), await TotalsAsync());

        async Task<(int, double)> TotalsAsync()
        {
            JsonObject index = (await world.GetAsync($"indexes/{id}")).Json;
            return ((int)index["video_count"]!, (double)index["total_duration"]!);
        }
    }

    [Fact]
    public async Task Deleting_an_index_takes_its_videos_and_tasks_along_and_leaves_others()
    {
        await using World world = await World.StartAsync();
        (string index, string task, string video) = await world.CreateReadyVideoAsync();
        string other = await world.CreateMarengoIndexAsync();
        string otherTask = await world.UploadAsync(other);

        Assert.Equal(HttpStatusCode.NoContent, (await world.DeleteAsync($"indexes/{index}")).Status);

        (await world.GetAsync($"indexes/{index}")).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
        (await world.GetAsync($"tasks/{task}")).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
        (await world.GetAsync($"indexes/{index}/videos/{video}")).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
        (await world.PostAsync("gist", new JsonObject { ["video_id"] = video, ["types"] = new JsonArray("title") })).Refuses(HttpStatusCode.NotFound, "resource_not_exist");
        Assert.Equal("validating", await world.StatusOfAsync(otherTask));
    }

    [Theory]
    [InlineData("index_name=both", "both")]
    [InlineData("engine_family=pegasus", "both")]
    [InlineData("engine_family=marengo", "logos,both")]
    [InlineData("engine_options=logo", "logos")]
    [InlineData("engine_options=visual,conversation", "both")]
    [InlineData("index_options=logo", "logos")]
    [InlineData("created_at=2023-10-11T05:20:30Z", "logos")]
    [InlineData("created_at[gte]=2023-10-11T05:20:30Z", "logos")]
    [InlineData("created_at%5Blte%5D=2023-10-11T05:20:30Z", "both")]
    [InlineData("updated_at[lte]=2023-10-11T05:20:30Z", "both")]
    [InlineData("sort_option=asc", "both,logos")]
    [InlineData("page_limit=1", "logos")]
    [InlineData("page_limit=1&page=2", "both")]
    public async Task Lists_filter_sort_and_page(string query, string names)
    {
        await using World world = await World.StartAsync();
        await world.CreateIndexAsync("both");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.CreateMarengoIndexAsync("logos", "logo");

        Reply list = await world.GetAsync("indexes?" + query);

        Assert.Equal(names, string.Join(",", list.Data.Select(static i => (string)i!["index_name"]!)));
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=x")]
    [InlineData("page_limit=51")]
    [InlineData("page_limit=0")]
    [InlineData("sort_by=name")]
    [InlineData("sort_option=up")]
    [InlineData("engine_family=claude")]
    [InlineData("created_at=soon")]
    [InlineData("created_at[gte]=soon")]
    public async Task A_list_parameter_out_of_its_range_is_refused(string query)
    {
        await using World world = await World.StartAsync();
        (await world.GetAsync("indexes?" + query)).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Fact]
    public async Task What_is_no_id_is_refused_and_an_option_chooses_the_status_of_a_missing_resource()
    {
        await using World world = await World.StartAsync(static o => o with { MissingResourceStatus = 400 });
        (await world.GetAsync("indexes/abc")).Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
        (await world.GetAsync("indexes/66f0a2c4d5e6f708192a3b4c")).Refuses(HttpStatusCode.BadRequest, "resource_not_exist");
    }
}
