using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Everything;
using LongRun;
using LongRun.Http;

namespace LongRun.Documents.Tests;

/// <summary>A client of a document that holds once what published documents hold: it compiles without a warning, and does what the document says.</summary>
public sealed class EverythingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"text\"", HolderInput.Cases.Text)]
    [InlineData("[\"a\", \"b\"]", HolderInput.Cases.TextList)]
    [InlineData("[1, 2]", HolderInput.Cases.IntegerList)]
    [InlineData("[[1], [2, 3]]", HolderInput.Cases.IntegerListList)]
    [InlineData("{\"new\": true}", HolderInput.Cases.Unknown)]
    public async Task A_union_finds_its_case_by_what_the_value_looks_like(string json, HolderInput.Cases expected)
    {
        (EverythingClient client, ScriptedServer server) = Client(ScriptedServer.Json("{\"input\": " + json + ", \"shape\": {\"kind\": \"circle\", \"radius\": 1}}"));
        Holder holder = await client.CreateUnionsAsync(new Holder { Input = "x", Shape = new Circle { Kind = "circle", Radius = 2 } }, Stop);
        Assert.Equal(expected, holder.Input.Case);

        // And goes back as it came.
        await client.CreateUnionsAsync(holder, Stop);
        Assert.Equal(Normal(json), Normal(JsonDocument.Parse(server.Requests[1].Body).RootElement.GetProperty("input").GetRawText()));
    }

    [Theory]
    [InlineData("""{"side": 2, "kind": "square"}""", Shape.Cases.Square)]
    [InlineData("""{"radius": 2, "kind": "circle", "side": 3}""", Shape.Cases.Circle)]
    [InlineData("""{"kind": "polygon", "corners": [1, 2, 3]}""", Shape.Cases.Polygon)]
    [InlineData("""{"kind": "star", "radius": 2}""", Shape.Cases.Unknown)]
    public void A_discriminator_decides_wherever_it_stands(string json, Shape.Cases expected)
    {
        Shape shape = Read<Shape>(json);
        Assert.Equal(expected, shape.Case);
        Assert.Equal(expected == Shape.Cases.Square ? 2 : null, shape.AsSquare?.Side);
        Assert.Equal(Normal(json), Normal(Write(shape)));
    }

    [Fact]
    public void A_base_with_a_discriminator_is_the_union_of_what_extends_it()
    {
        Pet pet = Read<Pet>("""{"name": "Tom", "petType": "cat", "lives": 9}""");
        Assert.Equal("Tom", pet.AsCat!.Name);
        Assert.Equal(9, pet.AsCat.Lives);
        Assert.Equal(Pet.Cases.Dog, Read<Pet>("""{"petType": "dog"}""").Case);
        Assert.Equal("""{"petType":"dog","barks":true}""", Write<Pet>(new Dog { PetType = "dog", Barks = true }));
    }

    [Fact]
    public void An_object_beside_a_union_belongs_to_each_of_its_cases()
    {
        Event one = Read<Event>("""{"at": "2026-01-02T03:04:05Z", "code": 7}""");
        EventOption2 code = Assert.IsType<EventOption2>(one.Value);
        Assert.Equal(7, code.Code);
        Assert.Equal(2026, code.At.Year);
    }

    [Fact]
    public void A_union_that_holds_itself_is_read()
    {
        Tree tree = Read<Tree>("""{"value": {"value": true, "children": [{}]}}""");
        Assert.True(tree.Value!.AsTree!.Value!.AsBoolean);
        Assert.Single(tree.Value.AsTree.Children!);
    }

    [Fact]
    public void Texts_with_known_values_stay_open_and_numbers_are_one_type()
    {
        Holder holder = Read<Holder>("""{"input": "", "shape": {"kind": "circle", "radius": 1}, "model": "huge", "amount": 1.5, "mixed": 3, "version": "1.0", "choice": "auto", "pair": [1, 2]}""");
        Assert.Equal("huge", holder.Model!.Value.Value);
        Assert.False(holder.Model.Value.IsKnown);
        Assert.Equal(HolderModel.Large, new HolderModel("large"));
        Assert.Equal(1.5, holder.Amount);
        Assert.Equal(3, holder.Mixed!.AsInteger);
        Assert.Equal(HolderChoiceOption1.Auto, holder.Choice!.AsOption1);
        Assert.Equal([1.0, 2.0], holder.Pair!);
    }

    [Fact]
    public async Task What_a_case_breaks_is_said_before_anything_is_sent()
    {
        var server = new ScriptedServer(ScriptedServer.Json("{}"));
        var client = new EverythingClient(new HttpClient(server)) { ValidateRequests = true };
        var request = new Holder { Input = "x", Shape = new Circle { Kind = "circle", Radius = -1 }, Limit = 10 };
        var exception = await Assert.ThrowsAsync<LongRun.Constraints.ConstraintViolationException>(() => client.CreateUnionsAsync(request, Stop));
        Assert.Equal(2, exception.Violations.Count);
        Assert.Contains("Radius", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_form_carries_files_texts_and_json()
    {
        (EverythingClient client, ScriptedServer server) = Client(ScriptedServer.Json("""{"id": "f1"}""", HttpStatusCode.Created));
        Stored stored = await client.CreateFilesAsync(
            new CreateFilesRequest
            {
                Purpose = CreateFilesRequestPurpose.Train,
                File = File("one"),
                More = [File("two"), File("three")],
                Url = ["https://a.test", "https://b.test"],
                Metadata = new Dictionary<string, string> { ["k"] = "v" },
                Expires = new Expiry { Seconds = 60 },
            },
            cancellationToken: Stop);
        Assert.Equal("f1", stored.Id);
        string body = server.Requests[0].Body;
        Assert.StartsWith("multipart/form-data", server.Requests[0].ContentType, StringComparison.Ordinal);
        Assert.Equal(2, Count(body, "name=more;"));
        Assert.Equal(2, Count(body, "name=url"));
        Assert.Contains("""{"k":"v"}""", body, StringComparison.Ordinal);
        Assert.Contains("""{"seconds":60}""", body, StringComparison.Ordinal);
        Assert.Contains("train", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_streamed_down_and_up()
    {
        byte[] bytes = [0, 255, 1];
        (EverythingClient client, ScriptedServer server) = Client(_ => new HttpResponseMessage
        {
            Content = new ByteArrayContent(bytes) { Headers = { { "Content-Type", "image/png" }, { "Content-Disposition", "attachment; filename=\"a.png\"" } } },
        });
        await using (FileResponse file = await client.GetFilesByFileIdContentAsync("f/1", cancellationToken: Stop))
        {
            using var memory = new MemoryStream();
            await file.Content.CopyToAsync(memory, Stop);
            Assert.Equal(bytes, memory.ToArray());
            Assert.Equal(("image/png", "a.png", 3L), (file.ContentType, file.FileName, file.ContentLength));
        }

        Assert.Equal("https://everything.test/v1/files/f%2F1/content", server.Requests[0].Uri.AbsoluteUri);
        Assert.Equal("application/octet-stream, image/png", server.Requests[0].Request.Headers.NonValidated["Accept"].ToString());
        await client.PutFilesByFileIdContentAsync("f1", File("up"), cancellationToken: Stop);
        Assert.Equal(("up", "text/plain"), (server.Requests[1].Body, server.Requests[1].ContentType));
    }

    [Fact]
    public async Task An_error_in_place_of_a_file_is_an_exception()
    {
        (EverythingClient client, _) = Client(ScriptedServer.Json("""{"message": "gone"}""", HttpStatusCode.Gone));
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.GetFilesByFileIdContentAsync("f1", cancellationToken: Stop));
        Assert.Equal(410, exception.StatusCode);
        Assert.Contains("gone", exception.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_a_string_both_ways()
    {
        (EverythingClient client, ScriptedServer server) = Client(static _ => new HttpResponseMessage { Content = new StringContent("1\n00:00") }, ScriptedServer.Json("2"));
        Assert.Equal("1\n00:00", await client.GetSubtitlesAsync(Stop));
        Assert.Equal(2, await client.PutSubtitlesAsync("ä", Stop));
        Assert.Equal(("ä", "text/plain; charset=utf-8"), (server.Requests[1].Body, server.Requests[1].ContentType));
    }

    [Fact]
    public async Task A_form_in_the_form_of_a_query_is_escaped()
    {
        (EverythingClient client, ScriptedServer server) = Client(ScriptedServer.Json("""{"access_token": "t"}"""), ScriptedServer.Json("""{"retry_in": 5}""", HttpStatusCode.Accepted));
        TokenResponse token = await client.TokenAsync(new TokenRequest { GrantType = "a b", Scope = ["x&y", "z"] }, Stop);
        Assert.Equal("grant_type=a+b&scope=x%26y&scope=z", server.Requests[0].Body);
        Assert.Equal("t", token.AsOption1!.AccessToken);

        // Two answers of success with different bodies are a union.
        TokenResponse later = await client.TokenAsync(new TokenRequest { GrantType = "a" }, Stop);
        Assert.Equal(5, later.AsOption2!.RetryIn);
    }

    [Fact]
    public async Task A_job_that_is_a_part_of_something_is_found_again_by_both_ids()
    {
        (EverythingClient client, ScriptedServer server) = Client(
            ScriptedServer.Json("""{"id": "i 1", "state": "new"}""", HttpStatusCode.Accepted),
            ScriptedServer.Json("""{"id": "i 1", "state": "a state of tomorrow"}"""),
            ScriptedServer.Json("""{"id": "i 1", "state": "done"}"""));
        ItemOperation started = await client.StartAddItemAsync("s/1", new Item { Id = "" }, Stop);
        Assert.Equal("s%2F1/i%201", started.Id);
        await started.UpdateStatusAsync(Stop);
        Assert.False(started.HasCompleted);

        // In another process, from the token or from the ids.
        ItemOperation resumed = client.ResumeItem(OperationToken.Parse(started.Token.ToString()));
        await resumed.UpdateStatusAsync(Stop);
        Assert.True(resumed.HasCompleted);
        Assert.Equal(started.Id, client.ResumeItem("s/1", "i 1").Id);
        await resumed.CancelAsync(Stop);
        Assert.Equal(
            ["POST /v1/stores/s%2F1/items", "GET /v1/stores/s%2F1/items/i%201", "GET /v1/stores/s%2F1/items/i%201", "DELETE /v1/stores/s%2F1/items/i%201"],
            server.Requests.Select(static r => $"{r.Method} {r.Uri.AbsolutePath}"));
        ArgumentException wrong = await Assert.ThrowsAsync<ArgumentException>(() => client.ResumeItem(new OperationToken("Item", "i1")).UpdateStatusAsync(Stop));
        Assert.StartsWith("'i1' is no id of this kind of job: it has 1 of 2 parts", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_no_known_parts_is_the_callers()
    {
        (EverythingClient client, ScriptedServer server) = Client(static _ => new HttpResponseMessage(HttpStatusCode.NoContent));
        using var form = new MultipartForm();
        form.AddFile("attachment", File("bill"));
        await client.PostAnythingAsync(form, Stop);
        Assert.Contains("name=attachment; filename=bill.txt", server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_written_in_the_style_of_the_document()
    {
        (EverythingClient client, ScriptedServer server) = Client(ScriptedServer.Json("[]"));
        await client.SearchAsync(
            filter: new SearchFilter { Size = 3, Tag = ["a", "b c"] },
            userMetadata: new Dictionary<string, SearchUserMetadataValue> { ["lang"] = "de", ["year"] = 2024.0, ["ok"] = true },
            query: new SearchQuery { Text = "x y" },
            ids: ["1", "2"],
            exact: "5",
            xFeatures: ["f", "g"],
            @class: "c",
            order: SearchOrder.Desc,
            cancellationToken: Stop);
        Assert.Equal(
            "?filter%5Bsize%5D=3&filter%5Btag%5D=a&filter%5Btag%5D=b%20c&lang=de&year=2024&ok=true&query=%7B%22text%22%3A%22x%20y%22%7D&ids=1%7C2&exact=5&class=c&order=desc",
            server.Requests[0].Uri.Query);
        Assert.Equal("f,g", server.Requests[0].Request.Headers.GetValues("X-Features").Single());
    }

    [Fact]
    public async Task The_credential_goes_with_every_request_and_is_never_printed()
    {
        var server = new ScriptedServer(ScriptedServer.Json("[]"));
        var client = new EverythingClient(new HttpClient(server)) { Credential = EverythingClient.BearerToken("secret") };
        await client.SearchAsync(cancellationToken: Stop);
        Assert.Equal("Bearer secret", server.Requests[0].Request.Headers.Authorization!.ToString());
        Assert.DoesNotContain("secret", client.Credential.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ApiCredential.Header("x-api-key", "key\n"));
        Assert.Throws<ArgumentException>(() => ApiCredential.Basic("a:b", ""));
    }

    [Fact]
    public async Task A_patch_keeps_its_media_type_and_takes_any_json()
    {
        (EverythingClient client, ScriptedServer server) = Client(ScriptedServer.Json("[1]"));
        JsonElement answer = await client.PatchSearchAsync(JsonDocument.Parse("""{"a": null}""").RootElement, Stop);
        Assert.Equal(1, answer[0].GetInt32());
        Assert.Equal(("{\"a\":null}", "application/merge-patch+json"), (Normal(server.Requests[0].Body), server.Requests[0].ContentType));
    }

    [Fact]
    public async Task A_stream_of_events_is_read_as_it_comes()
    {
        (EverythingClient client, _) = Client(static _ => new HttpResponseMessage { Content = new StringContent("data: 1\n\ndata: 2\n\n", Encoding.UTF8, "text/event-stream") });
        await using FileResponse events = await client.StreamEventsAsync(Stop);
        using var reader = new StreamReader(events.Content);
        Assert.Equal("data: 1", await reader.ReadLineAsync(Stop));
    }

    private static (EverythingClient Client, ScriptedServer Server) Client(params Func<HttpRequestMessage, HttpResponseMessage>[] answers)
    {
        var server = new ScriptedServer(answers);
        return (new EverythingClient(new HttpClient(server)), server);
    }

    private static FileParameter File(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), text + ".txt", "text/plain");

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // Members of an object in the order of their names: a class has an order of its own.
    private static string Normal(string json)
    {
        JsonElement value = JsonDocument.Parse(json).RootElement;
        return value.ValueKind == JsonValueKind.Object
            ? "{" + string.Join(",", value.EnumerateObject().OrderBy(static p => p.Name, StringComparer.Ordinal).Select(static p => $"\"{p.Name}\":{Normal(p.Value.GetRawText())}")) + "}"
            : JsonSerializer.Serialize(value);
    }

    private static T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, typeof(T), EverythingJsonContext.Default)!;

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), EverythingJsonContext.Default);
}
