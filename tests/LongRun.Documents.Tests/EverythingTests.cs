using System.Globalization;
using System.Text;
using System.Text.Json;
using Everything;
using LongRun;
using LongRun.Http;

namespace LongRun.Documents.Tests;

/// <summary>A client of a document that holds once what published documents hold: it compiles without a warning, and does what the document says.</summary>
public sealed class EverythingTests : IAsyncLifetime
{
    private ScriptedServer _server = null!;
    private HttpClient _http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedServer.StartAsync();

        // The client calls the server that the document names; what it sends there goes to this one.
        _http = _server.CreateClient(request =>
        {
            Assert.Equal("https://everything.test", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            request.RequestUri = new Uri(_server.Address, request.RequestUri.PathAndQuery);
        });
        _http.BaseAddress = null;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("\"text\"", HolderInput.Cases.Text)]
    [InlineData("[\"a\", \"b\"]", HolderInput.Cases.TextList)]
    [InlineData("[1, 2]", HolderInput.Cases.IntegerList)]
    [InlineData("[[1], [2, 3]]", HolderInput.Cases.IntegerListList)]
    [InlineData("{\"new\": true}", HolderInput.Cases.Unknown)]
    public async Task A_union_finds_its_case_by_what_the_value_looks_like(string json, HolderInput.Cases expected)
    {
        EverythingClient client = Client(new ScriptedServer.Answer(200, "{\"input\": " + json + ", \"shape\": {\"kind\": \"circle\", \"radius\": 1}}"));
        Holder holder = await client.CreateUnionsAsync(new Holder { Input = "x", Shape = new Circle { Kind = "circle", Radius = 2 } }, Stop);
        Assert.Equal(expected, holder.Input.Case);

        // And goes back as it came.
        await client.CreateUnionsAsync(holder, Stop);
        Assert.Equal(Normal(json), Normal(JsonDocument.Parse(_server.Calls[1].Body).RootElement.GetProperty("input").GetRawText()));
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
        Assert.Equal(HolderChoiceText.Auto, holder.Choice!.AsText);
        Assert.Null(holder.Choice.AsObject);
        Assert.Null(Read<HolderChoice>("""{"name": "a"}""").AsText);
        Assert.Equal("tomorrow", Read<HolderChoice>("\"tomorrow\"").AsText?.Value);
        Assert.Equal([1.0, 2.0], holder.Pair!);
    }

    [Theory]
    [InlineData("\"tomorrow\"", "tomorrow")]
    [InlineData("null", "")]
    [InlineData("7", "7")]
    public async Task A_value_that_the_document_does_not_list_leaves_an_answer_readable(string state, string text)
    {
        EverythingClient client = Client(new ScriptedServer.Answer(200, "{\"id\": \"i1\", \"class\": " + state + ", \"state\": \"done\"}"));
        Item item = await client.GetItemAsync("s1", "i1", Stop);
        Assert.Equal(text, item.Class?.Value ?? "");
        Assert.NotEqual(true, item.Class?.IsKnown);
        Assert.Equal(ItemState.Done, item.State);
    }

    [Fact]
    public async Task What_a_case_breaks_is_said_before_anything_is_sent()
    {
        var client = new EverythingClient(_http) { ValidateRequests = true };
        var request = new Holder { Input = "x", Shape = new Circle { Kind = "circle", Radius = -1 }, Limit = 10 };
        var exception = await Assert.ThrowsAsync<LongRun.Constraints.ConstraintViolationException>(() => client.CreateUnionsAsync(request, Stop));
        Assert.Equal(2, exception.Violations.Count);
        Assert.Contains("Radius", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public async Task A_form_carries_files_texts_and_json()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(201, """{"id": "f1"}"""));
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
        string body = _server.Calls[0].Body;
        Assert.StartsWith("multipart/form-data", _server.Calls[0].Headers["Content-Type"], StringComparison.Ordinal);
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
        EverythingClient client = Client(new ScriptedServer.Answer(200, "", ("Content-Disposition", "attachment; filename=\"a.png\"")) { Bytes = bytes, MediaType = "image/png" });
        await using (FileResponse file = await client.GetFilesByFileIdContentAsync("f/1", cancellationToken: Stop))
        {
            using var memory = new MemoryStream();
            await file.Content.CopyToAsync(memory, Stop);
            Assert.Equal(bytes, memory.ToArray());
            Assert.Equal(("image/png", "a.png", 3L), (file.ContentType, file.FileName, file.ContentLength));
        }

        Assert.Equal("GET /v1/files/f%2F1/content", _server.Calls[0].Route);
        Assert.Equal("application/octet-stream, image/png", _server.Calls[0].Headers["Accept"]);
        await client.PutFilesByFileIdContentAsync("f1", File("up"), cancellationToken: Stop);
        Assert.Equal(("up", "text/plain"), (_server.Calls[1].Body, _server.Calls[1].Headers["Content-Type"]));
    }

    [Fact]
    public async Task An_error_in_place_of_a_file_is_an_exception()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(410, """{"message": "gone"}"""));
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.GetFilesByFileIdContentAsync("f1", cancellationToken: Stop));
        Assert.Equal(410, exception.StatusCode);
        Assert.Contains("gone", exception.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_a_string_both_ways()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(200, "1\n00:00") { MediaType = "text/plain" }, new(200, "2"));
        Assert.Equal("1\n00:00", await client.GetSubtitlesAsync(Stop));
        Assert.Equal(2, await client.PutSubtitlesAsync("ä", Stop));
        Assert.Equal(("ä", "text/plain; charset=utf-8"), (_server.Calls[1].Body, _server.Calls[1].Headers["Content-Type"]));
    }

    [Fact]
    public async Task A_form_in_the_form_of_a_query_is_escaped()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(202, """{"access_token": "t"}"""), new(200, """{"retry_in": 5}"""));
        TokenResponse token = await client.TokenAsync(new TokenRequest { GrantType = "a b", Scope = ["x&y", "z"] }, Stop);
        Assert.Equal("grant_type=a+b&scope=x%26y&scope=z", _server.Calls[0].Body);
        Assert.Equal("t", token.AsOption1!.AccessToken);

        // Two answers of success with different bodies are a union.
        TokenResponse later = await client.TokenAsync(new TokenRequest { GrantType = "a" }, Stop);
        Assert.Equal(5, later.AsOption2!.RetryIn);
        Assert.Equal("grant_type=a", _server.Calls[1].Body);
    }

    [Fact]
    public async Task A_set_that_only_requests_hold_is_closed_and_may_be_called_as_a_type_of_the_platform()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(202, """{"access_token": "t"}"""));

        await client.TokenAsync(new TokenRequest { GrantType = "a", Type = Everything.Type.Machine }, Stop);

        Assert.Equal("grant_type=a&type=machine", _server.Calls[0].Body);
        Assert.Equal(Everything.Type.User, JsonSerializer.Deserialize<Everything.Type>("\"user\""));
        Assert.Contains("'robot' is none of the values of Type", Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<Everything.Type>("\"robot\"")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("write")]
    public void A_value_of_an_open_set_may_be_called_as_what_reads_it(string text)
    {
        Item item = Read<Item>($$"""{"id": "i", "access": "{{text}}"}""");

        Assert.Equal(text == "read" ? ItemAccess.Read : ItemAccess.Write, item.Access);
        Assert.Contains($"\"access\":\"{text}\"", Write(item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_in_such_a_form_is_json()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(202, """{"access_token": "t"}"""));

        await client.TokenAsync(new TokenRequest { GrantType = "a", Claims = new TokenRequestClaims { User = "ü & co" } }, Stop);

        Assert.Equal("grant_type=a&claims=" + Uri.EscapeDataString("""{"user":"\u00FC \u0026 co"}""").Replace("%20", "+", StringComparison.Ordinal), _server.Calls[0].Body);
    }

    [Fact]
    public async Task A_job_that_is_a_part_of_something_is_found_again_by_both_ids()
    {
        EverythingClient client = Client(
            new(202, """{"id": "i 1", "state": "new"}"""),
            new(200, """{"id": "i 1", "state": "a state of tomorrow"}"""),
            new(200, """{"id": "i 1", "state": "done"}"""));
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
            _server.Routes);
        ArgumentException wrong = await Assert.ThrowsAsync<ArgumentException>(() => client.ResumeItem(new OperationToken("Item", "i1")).UpdateStatusAsync(Stop));
        Assert.StartsWith("'i1' is no id of this kind of job: it has 1 of 2 parts", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_no_known_parts_is_the_callers()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(204));
        using var form = new MultipartForm();
        form.AddFile("attachment", File("bill"));
        await client.PostAnythingAsync(form, Stop);
        Assert.Contains("name=attachment; filename=bill.txt", _server.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_written_in_the_style_of_the_document()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(200, "[]"));
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
            _server.Calls[0].Query);
        Assert.Equal("f,g", _server.Calls[0].Headers["X-Features"]);
    }

    [Fact]
    public async Task The_credential_goes_with_every_request_and_is_never_printed()
    {
        _server.On(ScriptedServer.Any, "[]");
        var client = new EverythingClient(_http) { Credential = EverythingClient.BearerToken("secret") };
        await client.SearchAsync(cancellationToken: Stop);
        Assert.Equal("Bearer secret", _server.Calls[0].Headers["Authorization"]);
        Assert.DoesNotContain("secret", client.Credential.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ApiCredential.Header("x-api-key", "key\n"));
        Assert.Throws<ArgumentException>(() => ApiCredential.Basic("a:b", ""));
    }

    [Fact]
    public async Task A_patch_keeps_its_media_type_and_takes_any_json()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(200, "[1]"));
        JsonElement answer = await client.PatchSearchAsync(JsonDocument.Parse("""{"a": null}""").RootElement, Stop);
        Assert.Equal(1, answer[0].GetInt32());
        Assert.Equal(("{\"a\":null}", "application/merge-patch+json"), (Normal(_server.Calls[0].Body), _server.Calls[0].Headers["Content-Type"]));
    }

    [Fact]
    public async Task A_stream_of_events_is_read_as_it_comes()
    {
        EverythingClient client = Client(new ScriptedServer.Answer(200, "data: 1\n\ndata: 2\n\n") { MediaType = "text/event-stream" });
        await using FileResponse events = await client.StreamEventsAsync(Stop);
        using var reader = new StreamReader(events.Content);
        Assert.Equal("data: 1", await reader.ReadLineAsync(Stop));
    }

    private EverythingClient Client(params ScriptedServer.Answer[] answers)
    {
        _server.On(ScriptedServer.Any, answers);
        return new EverythingClient(_http);
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
