using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>Every answer that is no success becomes an exception that says what happened, whatever its body.</summary>
public sealed class ErrorTests
{
    private readonly SkippingClock _clock = new();

    [Fact]
    public async Task The_platforms_error_gives_code_message_and_page()
    {
        TwelveLabsException error = await FailAsync(Answer(400, """{"code":"parameter_invalid","message":"The `page` parameter is invalid.","docs_url":"https://docs.example/errors","extra":{"a":1}}"""));

        Assert.Equal(400, error.StatusCode);
        Assert.Equal(ApiErrorCode.ParameterInvalid, error.Code);
        Assert.Equal("The `page` parameter is invalid.", error.ServerMessage);
        Assert.Equal(new Uri("https://docs.example/errors"), error.DocsUrl);
        Assert.Contains("GET /v1.2/tasks/65263085bcfa300d56b6bce2", error.Message, StringComparison.Ordinal);
        Assert.Contains("400", error.Message, StringComparison.Ordinal);
        Assert.Contains("The `page` parameter is invalid [parameter_invalid].", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_older_shape_gives_its_number_as_the_code()
    {
        TwelveLabsException error = await FailAsync(Answer(400, """{"error_code":104,"message":"Use semantic instead."}"""));

        Assert.Equal("104", error.Code?.Value);
        Assert.Equal("Use semantic instead.", error.ServerMessage);
        Assert.Null(error.DocsUrl);
    }

    [Theory]
    [InlineData(404, "Not Found")]
    [InlineData(418, "418")]
    [InlineData(403, "Forbidden")]
    public async Task An_empty_body_gives_a_sentence_made_from_the_status(int status, string expected)
    {
        TwelveLabsException error = await FailAsync(Answer(status, "", "text/plain"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("empty body", error.Message, StringComparison.Ordinal);
        Assert.Null(error.Code);
        Assert.Null(error.ServerMessage);
        Assert.Equal("", error.ResponseBody);
    }

    [Fact]
    public async Task A_page_of_html_is_shown_by_its_beginning()
    {
        TwelveLabsException error = await FailAsync(Answer(403, "<html>\r\n  <body>Blocked   by gateway" + new string('x', 5000) + "</body></html>", "text/html"));

        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
        Assert.Contains("<html> <body>Blocked by gateway", error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 500);
        Assert.True(error.ResponseBody!.Length > 5000);
    }

    [Theory]
    [InlineData("{\"code\":")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"code\":{},\"message\":[],\"docs_url\":7}")]
    [InlineData("{\"code\":null,\"message\":null,\"docs_url\":\"not a url\"}")]
    public async Task A_body_of_another_shape_is_no_crash(string body)
    {
        TwelveLabsException error = await FailAsync(Answer(400, body));

        Assert.Equal(400, error.StatusCode);
        Assert.Null(error.Code);
        Assert.Equal(body, error.ResponseBody);
    }

    [Fact]
    public async Task The_figures_of_the_rate_limit_are_kept()
    {
        TwelveLabsException error = await FailAsync(Answer(429, "", headers:
        [
            ("X-Ratelimit-Limit", "50"), ("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Used", "50"), ("X-Ratelimit-Reset", "1718841676"),
        ]));

        Assert.Equal(new RateLimit(50, 0, 50, DateTimeOffset.FromUnixTimeSeconds(1718841676)), error.RateLimit);
        Assert.Contains("2024-06-20 00:01:16 UTC", error.Message, StringComparison.Ordinal);
        Assert.Contains("50 calls", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999")]
    [InlineData("999999999999999")]
    [InlineData("")]
    public async Task A_reset_that_is_no_time_is_left_out(string reset)
    {
        TwelveLabsException error = await FailAsync(Answer(429, "", headers: [("X-Ratelimit-Reset", reset)]), options => options.MaxRetryAttempts = 0);

        Assert.Null(error.RateLimit);
    }

    [Fact]
    public async Task A_wrong_key_says_where_the_right_one_is()
    {
        TwelveLabsException error = await FailAsync(Answer(401, """{"code":"api_key_invalid","message":"API Key is either invalid or expired."}"""));

        Assert.True(error.Code == ApiErrorCode.ApiKeyInvalid && error.Code == "api_key_invalid");
        Assert.Contains("dashboard", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestHost.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_that_is_no_json_is_an_error_too()
    {
        TwelveLabsException html = await FailAsync(Answer(200, "<html>login</html>", "text/html"));
        TwelveLabsException broken = await FailAsync(Answer(200, "{\"_id\":"));

        Assert.Equal(200, html.StatusCode);
        Assert.Contains("text/html", html.Message, StringComparison.Ordinal);
        Assert.Equal(200, broken.StatusCode);
        Assert.NotNull(broken.InnerException);
    }

    [Fact]
    public async Task A_redirect_is_an_error_that_explains_itself()
    {
        TwelveLabsException error = await FailAsync(Answer(302, "", headers: [("Location", "https://elsewhere.example/")]));

        Assert.Equal(302, error.StatusCode);
        Assert.Contains("not followed", error.Message, StringComparison.Ordinal);
    }

    private async Task<TwelveLabsException> FailAsync(Func<HttpRequestMessage, HttpResponseMessage> answer, Action<TwelveLabsOptions>? configure = null)
    {
        using var host = new TestHost(new ScriptedServer(answer), _clock, configure);
        return await Assert.ThrowsAsync<TwelveLabsException>(() => host.Client.RetrieveTaskAsync("65263085bcfa300d56b6bce2", TestContext.Current.CancellationToken));
    }
}
