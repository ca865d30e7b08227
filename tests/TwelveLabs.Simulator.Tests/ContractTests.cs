using System.Net;
using System.Text.Json.Nodes;

namespace TwelveLabs.Simulator.Tests;

/// <summary>The simulator and the document cannot drift apart: every answer is held against its schema.</summary>
public sealed class ContractTests
{
    private const string NoSuchId = "66f0a2c4d5e6f708192a3b4c";

    public static async Task<IEnumerable<TheoryDataRow<string>>> OperationsAsync() =>
        (await Contract.LoadAsync()).Operations.Select(static o => new TheoryDataRow<string>(o));

    [Fact]
    public async Task Every_operation_of_the_document_is_exercised_and_no_other()
    {
        Contract contract = await Contract.LoadAsync();
        Assert.Equal(contract.Operations.Order(StringComparer.Ordinal), Exercises.All.Keys.Order(StringComparer.Ordinal));
        Assert.True(contract.Operations.Count >= 30);
    }

    [Theory]
    [MemberData(nameof(OperationsAsync))]
    public async Task Each_success_is_as_the_document_says(string operation)
    {
        Contract contract = await Contract.LoadAsync();
        await using Stage stage = await Stage.SetAsync();

        Reply[] replies = await Exercises.All[operation](stage);

        Assert.NotEmpty(replies);
        Assert.All(replies, reply =>
        {
            Assert.InRange((int)reply.Status, 200, 299);
            Assert.Empty(contract.Check(operation, reply));
        });
    }

    [Theory]
    [MemberData(nameof(OperationsAsync))]
    public async Task An_answer_with_an_unknown_member_anywhere_is_caught(string operation)
    {
        Contract contract = await Contract.LoadAsync();
        await using Stage stage = await Stage.SetAsync();

        foreach (Reply reply in (await Exercises.All[operation](stage)).Where(static r => r.MediaType == "application/json").Take(4))
        {
            foreach (JsonObject place in Objects(JsonNode.Parse(reply.Body)!).Where(o => !IsOpen(operation, o)))
            {
                place["surely_unknown"] = 1;
                Assert.NotEmpty(contract.Check(operation, reply with { Body = place.Root.ToJsonString() }));
                place.Remove("surely_unknown");
            }
        }
    }

    [Theory]
    [InlineData("GET /tasks/{task_id}", "_id")]
    [InlineData("GET /tasks/{task_id}", "status")]
    [InlineData("POST /tasks/external-provider", "_id")]
    [InlineData("GET /indexes/{index_id}", "_id")]
    [InlineData("GET /indexes/{index_id}/videos/{video_id}", "_id")]
    [InlineData("GET /embed/tasks/{task_id}/status", "status")]
    public async Task An_answer_without_a_required_member_is_caught(string operation, string member)
    {
        Contract contract = await Contract.LoadAsync();
        await using Stage stage = await Stage.SetAsync();
        Reply reply = (await Exercises.All[operation](stage))[0];

        JsonObject broken = reply.Json;
        Assert.True(broken.Remove(member));

        Assert.NotEmpty(contract.Check(operation, reply with { Body = broken.ToJsonString() }));
    }

    [Theory]
    [InlineData("status", "7")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("metadata", "[]")]
    [InlineData("metadata", """{"duration":"long"}""")]
    [InlineData("hls", """{"thumbnail_urls":{}}""")]
    [InlineData("process", """{"percentage":101}""")]
    public async Task An_answer_with_a_value_of_the_wrong_kind_is_caught(string member, string value)
    {
        Contract contract = await Contract.LoadAsync();
        await using Stage stage = await Stage.SetAsync();
        Reply reply = await stage.World.GetAsync($"tasks/{stage.TaskId}");

        JsonObject broken = reply.Json;
        broken[member] = JsonNode.Parse(value);

        Assert.NotEmpty(contract.Check("GET /tasks/{task_id}", reply with { Body = broken.ToJsonString() }));
    }

    [Fact]
    public async Task A_status_a_media_type_or_a_body_that_is_not_in_the_document_is_caught()
    {
        Contract contract = await Contract.LoadAsync();
        await using World world = await World.StartAsync();
        Reply reply = await world.GetAsync("indexes");

        Assert.Empty(contract.Check("GET /indexes", reply));
        Assert.NotEmpty(contract.Check("GET /indexes", reply with { Status = HttpStatusCode.Accepted }));
        Assert.NotEmpty(contract.Check("GET /indexes", reply with { MediaType = "text/html" }));
        Assert.NotEmpty(contract.Check("GET /indexes", reply with { Body = "[]" }));
        Assert.NotEmpty(contract.Check("DELETE /indexes/{index_id}", reply with { Status = HttpStatusCode.NoContent }));
        using var bare = new HttpResponseMessage();
        Assert.NotEmpty(contract.Check("GET /indexes", reply with { Headers = bare.Headers }));
    }

    [Theory]
    [MemberData(nameof(OperationsAsync))]
    public async Task Without_a_key_every_operation_answers_401(string operation)
    {
        Contract contract = await Contract.LoadAsync();
        await using World world = await World.StartAsync();
        world.Http.DefaultRequestHeaders.Clear();

        Reply reply = await SendAsync(world, operation);

        reply.Refuses(HttpStatusCode.Unauthorized, "api_key_invalid");
        Assert.Empty(contract.Check(operation, reply));
    }

    [Theory]
    [MemberData(nameof(OperationsAsync))]
    public async Task When_the_day_is_used_up_every_operation_answers_429_without_a_body(string operation)
    {
        Contract contract = await Contract.LoadAsync();
        await using World world = await World.StartAsync(static o => o with
        {
            Limits = new() { Uploads = 0, Search = 0, Gist = 0, Summarize = 0, Generate = 0, Embed = 0, Others = 0 },
        });

        Reply reply = await SendAsync(world, operation);

        Assert.Equal(HttpStatusCode.TooManyRequests, reply.Status);
        Assert.Empty(reply.Body);
        Assert.Equal("0", reply.Header("X-Ratelimit-Remaining"));
        Assert.Empty(contract.Check(operation, reply));
    }

    [Theory]
    [MemberData(nameof(OperationsAsync))]
    public async Task An_unknown_query_parameter_is_refused(string operation)
    {
        // Here any name asks for custom metadata.
        bool takesAnyName = operation == "GET /indexes/{index_id}/videos";
        Contract contract = await Contract.LoadAsync();
        await using Stage stage = await Stage.SetAsync();

        Reply reply = await SendAsync(stage.World, operation, "?surely_unknown=1", stage);

        if (takesAnyName)
        {
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            return;
        }

        Assert.Empty(contract.Check(operation, reply));
        reply.Refuses(HttpStatusCode.BadRequest, operation == "GET /tasks/status" ? "parameter_not_provided" : "parameter_unknown");
    }

    [Theory]
    [MemberData(nameof(OperationsAsync))]
    public async Task An_id_that_names_nothing_is_refused(string operation)
    {
        Contract contract = await Contract.LoadAsync();
        await using World world = await World.StartAsync();
        if (!operation.Contains('{'))
        {
            // Nothing in the path; those in bodies have tests of their own.
            Assert.DoesNotContain("{", operation, StringComparison.Ordinal);
            return;
        }

        Reply reply = await SendAsync(world, operation);

        Assert.Empty(contract.Check(operation, reply));
        if (operation.Contains("page_token", StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
            Assert.Equal(["error_code", "message"], reply.Json.Select(static m => m.Key));
            return;
        }

        reply.Refuses(HttpStatusCode.NotFound, "resource_not_exist");
    }

    private static Task<Reply> SendAsync(World world, string operation, string query = "", Stage? stage = null)
    {
        string[] parts = operation.Split(' ');
        string path = parts[1].TrimStart('/')
            .Replace("{index_id}", stage?.IndexId ?? NoSuchId, StringComparison.Ordinal)
            .Replace("{video_id}", stage?.VideoId ?? NoSuchId, StringComparison.Ordinal)
            .Replace("{task_id}", stage?.TaskId ?? NoSuchId, StringComparison.Ordinal)
            .Replace("{engine_id}", stage is null ? "no-such-engine" : "marengo2.6", StringComparison.Ordinal)
            .Replace("{page_token}", "no-such-token", StringComparison.Ordinal);
        var method = new HttpMethod(parts[0]);
        bool hasBody = method == HttpMethod.Post || method == HttpMethod.Put;
        return world.SendAsync(method, path + query, hasBody ? World.JsonContent(new JsonObject()) : null);
    }

    private static bool IsOpen(string operation, JsonObject place) =>
        operation.Contains("/videos", StringComparison.Ordinal) && place.Parent is JsonObject && place.GetPropertyName() == "metadata";

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject o => [o, .. o.Where(static m => m.Value is not null).SelectMany(static m => Objects(m.Value!))],
        JsonArray { Count: > 0 } a when a[0] is not null => Objects(a[0]!),
        _ => [],
    };
}
