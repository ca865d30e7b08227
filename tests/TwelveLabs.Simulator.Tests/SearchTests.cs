using System.Net;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

public sealed class SearchTests
{
    [Fact]
    public async Task Pages_lead_forth_and_back_and_hold_every_match_once()
    {
        await using Stage stage = await Stage.SetAsync();
        var seen = new List<string>();
        JsonObject page = (await stage.SearchAsync("clip")).Json;
        seen.AddRange(Matches(page));
        Assert.DoesNotContain("prev_page_token", page["page_info"]!.AsObject());
        while ((string?)page["page_info"]!["next_page_token"] is { } next)
        {
            page = (await stage.World.GetAsync($"search/{next}")).Json;
            seen.AddRange(Matches(page));
        }

        Assert.Equal(6, seen.Count);
        Assert.Equal(6, (int)page["page_info"]!["total_results"]!);
        Assert.Equal(6, seen.Distinct().Count());
        Assert.NotNull(page["page_info"]!["prev_page_token"]);

        static IEnumerable<string> Matches(JsonObject page) => page["data"]!.AsArray().Select(static m => m!.ToJsonString());
    }

    [Fact]
    public async Task A_search_is_made_up_the_same_each_time_and_says_so()
    {
        await using Stage stage = await Stage.SetAsync();
        Reply first = await stage.SearchAsync("video"), second = await stage.SearchAsync("video");

        Assert.Equal(first.Json["data"]!.ToJsonString(), second.Json["data"]!.ToJsonString());
        Assert.Equal("true", first.Header("X-Simulated"));
        Assert.Equal(6, (int)first.Json["page_info"]!["total_inner_matches"]!);
    }

    [Fact]
    public async Task A_page_token_expires_after_a_day_and_says_so_in_the_older_shape()
    {
        await using Stage stage = await Stage.SetAsync();
        string token = await stage.NextTokenAsync();
        Assert.Equal(HttpStatusCode.OK, (await stage.World.GetAsync($"search-v2/{token}")).Status);

        stage.World.Clock.Advance(TimeSpan.FromDays(1));
        Reply reply = await stage.World.GetAsync($"search-v2/{token}");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(["error_code", "message"], reply.Json.Select(static m => m.Key));
    }

    [Theory]
    [InlineData("""{"duration":{"gte":100}}""", 1)]
    [InlineData("""{"duration":{"gte":10,"lte":100}}""", 1)]
    [InlineData("""{"width":1920}""", 1)]
    [InlineData("""{"title":"A Morning in the Harbour"}""", 1)]
    [InlineData("""{"course":"statics"}""", 1)]
    [InlineData("""{"course":"dynamics"}""", 0)]
    [InlineData("""{"id":["66f0a2c4d5e6f708192a3b4c"]}""", 0)]
    public async Task A_filter_narrows_the_pool(string filter, int videos)
    {
        await using Stage stage = await Stage.SetAsync();
        Reply reply = await stage.World.PostAsync("search", new JsonObject
        {
            ["query"] = "a",
            ["index_id"] = stage.IndexId,
            ["search_options"] = new JsonArray("visual"),
            ["filter"] = JsonNode.Parse(filter),
        });
        Assert.Equal(videos, (int)reply.Json["search_pool"]!["total_count"]!);
    }

    [Theory]
    [InlineData("query", null, "parameter_not_provided")]
    [InlineData("search_options", null, "parameter_not_provided")]
    [InlineData("search_options", "[]", "search_option_not_supported")]
    [InlineData("search_options", "[\"smell\"]", "search_option_not_supported")]
    [InlineData("page_limit", "51", "parameter_invalid")]
    [InlineData("threshold", "\"some\"", "parameter_invalid")]
    [InlineData("group_by", "\"index\"", "parameter_invalid")]
    [InlineData("operator", "\"xor\"", "parameter_invalid")]
    [InlineData("adjust_confidence_level", "2", "parameter_invalid")]
    [InlineData("sort_option", "\"clip_count\"", "parameter_invalid")]
    [InlineData("conversation_option", "\"exact_match\"", "search_option_combination_not_supported")]
    [InlineData("filter", """{"duration":{"from":1}}""", "search_filter_invalid")]
    [InlineData("filter", """{"id":"a"}""", "search_filter_invalid")]
    [InlineData("colour", "1", "parameter_unknown")]
    public async Task A_search_that_breaks_a_rule_is_refused(string member, string? value, string code)
    {
        await using Stage stage = await Stage.SetAsync();
        var body = new JsonObject { ["query"] = "a", ["index_id"] = stage.IndexId, ["search_options"] = new JsonArray("visual", "conversation") };
        body.Remove(member);
        if (value is not null)
        {
            body[member] = JsonNode.Parse(value);
        }

        (await stage.World.PostAsync("search", body)).Refuses(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("query_media_type=image", "parameter_not_provided")]
    [InlineData("query_media_url=https://m.example.com/a.jpg", "parameter_not_provided")]
    [InlineData("query_media_type=sound;query_media_url=https://m.example.com/a.jpg", "parameter_invalid")]
    [InlineData("query_media_type=image;query_media_url=a.jpg", "parameter_invalid")]
    [InlineData("query_text=a;filter={", "search_filter_invalid")]
    [InlineData("query_text=a;filter=[]", "search_filter_invalid")]
    [InlineData("query_text=a;page_limit=0", "parameter_invalid")]
    [InlineData("query_text=a;query=a", "parameter_unknown")]
    public async Task A_search_by_form_that_breaks_a_rule_is_refused(string fields, string code)
    {
        await using Stage stage = await Stage.SetAsync();
        MultipartFormDataContent form = Exercises.Form(
            [("index_id", stage.IndexId), ("search_options", "visual"), .. fields.Split(';').Select(static f => f.Split('=', 2)).Select(static f => (f[0], f[1]))]);
        (await stage.PostFormAsync("search-v2", form)).Refuses(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Each_engine_does_only_its_own()
    {
        await using World world = await World.StartAsync();
        string pegasus = await world.CreateIndexAsync("p", """[{"engine_name":"pegasus1.1","engine_options":["visual"]}]""");
        string marengo = await world.CreateMarengoIndexAsync();
        await world.UploadAsync(marengo);
        world.Clock.Advance(World.LongEnough);
        string video = world.Simulator.Tasks.Single().VideoId;

        (await world.PostAsync("search", new JsonObject { ["query"] = "a", ["index_id"] = pegasus, ["search_options"] = new JsonArray("visual") }))
            .Refuses(HttpStatusCode.BadRequest, "index_not_supported_for_search");
        (await world.PostAsync("generate", new JsonObject { ["video_id"] = video, ["prompt"] = "a" })).Refuses(HttpStatusCode.BadRequest, "index_not_supported_for_generate");
    }

    [Fact]
    public async Task A_stream_begins_goes_on_word_by_word_and_ends()
    {
        await using Stage stage = await Stage.SetAsync();

        Reply reply = await stage.GenerateAsync(stream: true);
        string whole = (await stage.GenerateAsync(stream: false)).Text("data");

        Assert.Equal("application/x-ndjson", reply.MediaType);
        List<JsonNode> events = [.. reply.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonNode.Parse(l)!)];
        Assert.Equal("stream_start", (string)events[0]["event_type"]!);
        Assert.NotNull(events[0]["metadata"]!["generation_id"]);
        Assert.Equal("stream_end", (string)events[^1]["event_type"]!);
        Assert.Equal(whole, string.Concat(events[1..^1].Select(static e => (string)e["text"]!)).TrimEnd());
        Assert.StartsWith("[simulated]", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generate", """{"video_id":"V"}""", "parameter_not_provided")]
    [InlineData("generate", """{"video_id":"V","prompt":"a","temperature":2}""", "parameter_invalid")]
    [InlineData("generate", """{"video_id":"V","prompt":"a","stream":"yes"}""", "parameter_invalid")]
    [InlineData("generate", """{"video_id":"V","prompt":"LONG"}""", "token_limit_exceeded")]
    [InlineData("summarize", """{"video_id":"V"}""", "parameter_not_provided")]
    [InlineData("summarize", """{"video_id":"V","type":"song"}""", "parameter_invalid")]
    [InlineData("summarize", """{"video_id":"V","type":"summary","prompt":"LONG"}""", "parameter_invalid")]
    [InlineData("gist", """{"video_id":"V"}""", "parameter_not_provided")]
    [InlineData("gist", """{"video_id":"V","types":[]}""", "parameter_invalid")]
    [InlineData("gist", """{"video_id":"V","types":["song"]}""", "parameter_invalid")]
    [InlineData("gist", """{"video_id":"V","types":["title"],"colour":1}""", "parameter_unknown")]
    public async Task A_request_for_text_that_breaks_a_rule_is_refused(string path, string body, string code)
    {
        await using World world = await World.StartAsync();
        (_, _, string video) = await world.CreateReadyVideoAsync(VideoCatalogue.Kites);
        body = body.Replace("\"V\"", $"\"{video}\"", StringComparison.Ordinal).Replace("LONG", new string('a', 9000), StringComparison.Ordinal);
        (await world.PostAsync(path, JsonNode.Parse(body)!)).Refuses(HttpStatusCode.BadRequest, code);
    }
}
