using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LongRun.Constraints;
using LongRun.Http;
using LongRun.Validation;

namespace LongRun.Tests.Http;

public sealed partial class ApiClientTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_success_with_the_documented_body_is_read()
    {
        Thing thing = await Client(Json(HttpStatusCode.Created, """{"name":"a","other":1}""")).GetAsync("things/1", Stop);

        Assert.Equal("a", thing.Name);
    }

    [Fact]
    public async Task A_client_without_a_base_address_calls_the_documented_server()
    {
        Uri? called = null;
        await Client(request =>
        {
            called = request.RequestUri;
            return Json(HttpStatusCode.OK, """{"name":"a"}""")(request);
        }).GetAsync("things/1", Stop);

        Assert.Equal("https://documented.example/v1/things/1", called?.AbsoluteUri);
    }

    [Theory]
    [InlineData("""{"type": "about:blank", "title": "Out of credit", "detail": "Your balance is 30.", "status": 403}""", ": Out of credit: Your balance is 30.")]
    [InlineData("""{"title": "Out of credit"}""", ": Out of credit.")]
    [InlineData("""{"detail": "No such\nthing!"}""", ": No such thing!")]
    [InlineData("""{"code": "x", "message": "The id is wrong"}""", ": The id is wrong.")]
    [InlineData("""{"error": {"message": "The id is wrong"}}""", ": The id is wrong.")]
    [InlineData("""{"errors": [{"message": "The id is wrong"}]}""", ": The id is wrong.")]
    [InlineData("""{"error": "invalid_grant", "error_description": "The code has expired."}""", ": The code has expired.")]
    [InlineData("""{"error": "invalid_grant"}""", ": invalid_grant.")]
    [InlineData("""{"title": 3, "detail": null, "errors": []}""", ".")]
    [InlineData("""{"title": "cut""", ".")]
    [InlineData("[1]", ".")]
    [InlineData("<html>", ".")]
    [InlineData("", ".")]
    public async Task An_exception_tells_what_the_body_says_to_people(string body, string end)
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Client(Json(HttpStatusCode.Forbidden, body)).GetAsync("things/1", Stop));

        Assert.Equal("GET /v1/things/1 answered 403 Forbidden" + end, exception.Message);
        Assert.Equal(body, exception.ResponseBody);
    }

    [Fact]
    public async Task What_a_body_says_is_told_up_to_a_few_hundred_characters()
    {
        string body = $"{{\"message\": \"{new string('a', 5000)}\"}}";
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Client(Json(HttpStatusCode.Forbidden, body)).GetAsync("things/1", Stop));

        Assert.InRange(exception.Message.Length, 500, 600);
        Assert.EndsWith("…", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_with_a_base_address_calls_that()
    {
        Uri? called = null;
        await Client(
            request =>
            {
                called = request.RequestUri;
                return Json(HttpStatusCode.OK, """{"name":"a"}""")(request);
            },
            new Uri("https://other.example/v2/")).GetAsync("things/1?page=1", Stop);

        Assert.Equal("https://other.example/v2/things/1?page=1", called?.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://other.example", "https://other.example/things/1")]
    [InlineData("https://other.example/v2", "https://other.example/things/1")]
    [InlineData("https://other.example:8443/a/v2/?key=1", "https://other.example:8443/a/v2/things/1")]
    public async Task An_address_is_taken_from_the_last_slash_of_the_base_address_as_everywhere(string baseAddress, string expected) =>
        Assert.Equal(expected, await CalledAsync(new Uri(baseAddress), "things/1"));

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("\\\\evil.example\\x")]
    public async Task An_address_cannot_name_another_server(string uri) =>
        Assert.Equal("other.example", new Uri(await CalledAsync(new Uri("https://other.example/v2/"), uri)).Host);

    [Fact]
    public async Task A_base_address_that_is_set_after_an_address_was_made_is_used()
    {
        var called = new List<string>();
        var http = new HttpClient(new AnsweringHandler(request =>
        {
            called.Add(request.RequestUri!.AbsoluteUri);
            return Json(HttpStatusCode.OK, """{"name":"a"}""")(request);
        }));
        var client = new ThingClient(http);
        client.Prepare("things/1").Dispose();
        http.BaseAddress = new Uri("https://other.example/v2/");

        await client.GetAsync("things/1", Stop);

        Assert.Equal(["https://other.example/v2/things/1"], called);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/vnd.things+json;v=1")]
    [InlineData("not a media type")]
    public async Task A_media_type_that_is_json_or_no_media_type_at_all_is_read(string contentType)
    {
        Thing thing = await Client(WithContentType(contentType)).GetAsync("things/1", Stop);

        Assert.Equal("a", thing.Name);
    }

    [Theory]
    [InlineData("application/jsonp")]
    [InlineData("application/jsonlines; charset=utf-8")]
    public async Task A_media_type_that_only_begins_like_json_is_an_error(string contentType)
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Client(WithContentType(contentType)).GetAsync("things/1", Stop));

        Assert.Contains(contentType.Split(';')[0], exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_names_the_call_and_the_status_but_not_the_query()
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() =>
            Client(Json(HttpStatusCode.NotFound, """{"code":"gone"}""")).GetAsync("things/1?secret=x", Stop));

        Assert.Equal(404, exception.StatusCode);
        Assert.Equal("""{"code":"gone"}""", exception.ResponseBody);
        Assert.Equal("GET /v1/things/1 answered 404 Not Found.", exception.Message);
    }

    [Fact]
    public async Task An_error_without_a_body_is_an_error_too()
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() =>
            Client(_ => new HttpResponseMessage(HttpStatusCode.TooManyRequests)).GetAsync("things/1", Stop));

        Assert.Equal(429, exception.StatusCode);
        Assert.Equal("", exception.ResponseBody);
    }

    [Fact]
    public async Task An_error_keeps_the_headers_of_its_answer()
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Client(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.Add("X-Ratelimit-Reset", "1718777276");
            return response;
        }).GetAsync("things/1", Stop));

        Assert.Equal("1718777276", exception.Headers!.GetValues("X-Ratelimit-Reset").Single());
    }

    [Fact]
    public async Task An_error_whose_body_breaks_off_keeps_its_status()
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Client(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)
        {
            Content = new StreamContent(new BrokenStream()),
        }).GetAsync("things/1", Stop));

        Assert.Equal(502, exception.StatusCode);
        Assert.IsType<IOException>(exception.InnerException);
    }

    [Fact]
    public async Task A_page_of_html_in_place_of_json_is_an_error_with_its_text()
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Client(_ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("<html>log in</html>", Encoding.UTF8, "text/html"),
        }).GetAsync("things/1", Stop));

        Assert.Equal(200, exception.StatusCode);
        Assert.Contains("text/html", exception.Message, StringComparison.Ordinal);
        Assert.Equal("<html>log in</html>", exception.ResponseBody);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"name":"a""")]
    [InlineData("""{"other":1}""")]
    public async Task A_success_that_is_not_the_documented_body_is_an_error_with_the_cause(string body)
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Client(Json(HttpStatusCode.OK, body)).GetAsync("things/1", Stop));

        Assert.Equal(200, exception.StatusCode);
        Assert.IsAssignableFrom<JsonException>(exception.InnerException);
    }

    [Fact]
    public async Task A_json_media_type_with_a_suffix_is_json()
    {
        Thing thing = await Client(_ =>
        {
            var content = new ByteArrayContent("""{"name":"a"}"""u8.ToArray());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/problem+json");
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        }).GetAsync("things/1", Stop);

        Assert.Equal("a", thing.Name);
    }

    [Fact]
    public async Task A_body_is_sent_as_json_with_its_length_and_without_absent_members()
    {
        string? sent = null;
        HttpContentHeaders? headers = null;
        await Client(request =>
        {
            headers = request.Content!.Headers;
            sent = request.Content.ReadAsStringAsync(Stop).GetAwaiter().GetResult();
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }).PutAsync("things/1", new Thing { Name = "é" }, Stop);

        Assert.Equal("{\"name\":\"\\u00E9\"}", sent);
        Assert.Equal("application/json", headers?.ContentType?.MediaType);
        Assert.Equal(sent!.Length, headers?.ContentLength);
    }

    [Fact]
    public async Task An_answer_larger_than_what_is_kept_is_cut()
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() =>
            Client(Json(HttpStatusCode.InternalServerError, new string('x', 100_000))).GetAsync("things/1", Stop));

        Assert.Equal(64 * 1024, exception.ResponseBody!.Length);
    }

    [Theory]
    [InlineData(false, 0, 1)]
    [InlineData(true, 0, 0)]
    [InlineData(true, 1, 1)]
    public async Task A_hand_written_call_is_judged_where_the_client_validates(bool validates, int size, int sent)
    {
        int calls = 0;
        var client = new ThingClient(new HttpClient(new AnsweringHandler(request =>
        {
            calls++;
            return Json(HttpStatusCode.OK, """{"name":"a"}""")(request);
        })))
        { ValidateRequests = validates };

        Exception? thrown = await Record.ExceptionAsync(() => client.ResizeAsync(new Resizing(size), Stop));

        Assert.Equal(sent, calls);
        Assert.Equal(sent == 0 ? ["Size"] : [], (thrown as ConstraintViolationException)?.Violations.Select(static violation => violation.Subject) ?? []);
        Assert.Equal(sent == 1, thrown is null);
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Json(HttpStatusCode status, string body) =>
        _ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static Func<HttpRequestMessage, HttpResponseMessage> WithContentType(string contentType) => _ =>
    {
        var content = new ByteArrayContent("""{"name":"a"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    };

    private static async Task<string> CalledAsync(Uri baseAddress, string uri)
    {
        string? called = null;
        await Client(
            request =>
            {
                called = request.RequestUri!.AbsoluteUri;
                return Json(HttpStatusCode.OK, """{"name":"a"}""")(request);
            },
            baseAddress).GetAsync(uri, Stop);
        return called!;
    }

    private static ThingClient Client(Func<HttpRequestMessage, HttpResponseMessage> answer, Uri? baseAddress = null) =>
        new(new HttpClient(new AnsweringHandler(answer)) { BaseAddress = baseAddress });

    internal sealed class Thing
    {
        [JsonPropertyName("name")]
        public required string Name { get; set; }

        [JsonPropertyName("size")]
        public int? Size { get; set; }
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Thing))]
    internal sealed partial class ThingContext : JsonSerializerContext;

    private sealed class ThingClient(HttpClient http) : ApiClient(http, new Uri("https://documented.example/v1/"), ThingContext.Default.Options)
    {
        public HttpRequestMessage Prepare(string uri) => CreateRequest(HttpMethod.Get, uri);

        public Task<Thing> GetAsync(string uri, CancellationToken stop) => SendAsync<Thing>(CreateRequest(HttpMethod.Get, uri), stop);

        public Task<Thing> ResizeAsync(Resizing request, CancellationToken stop)
        {
            ThrowIfViolated(request);
            return GetAsync("things/1", stop);
        }

        public Task PutAsync(string uri, Thing thing, CancellationToken stop) => SendAsync(CreateRequest(HttpMethod.Put, uri, CreateJsonContent(thing)), stop);
    }

    private sealed class Resizing(int size) : IConstrained
    {
        public void Check(ConstraintCheck check) => check.Number("Size", size, new NumberRule(minimum: 1));
    }

    private sealed class AnsweringHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = answer(request);
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection broke.");
    }
}
