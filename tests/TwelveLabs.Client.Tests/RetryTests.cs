using System.Net;
using System.Net.Http.Json;
using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>Which calls are repeated after what, and how long is waited in between.</summary>
public sealed class RetryTests
{
    private readonly SkippingClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Creates => new()
    {
        { "POST", "indexes" },
        { "POST", "tasks/external-provider" },
        { "POST", "embed/tasks" },
        { "POST", "something/new" },
        { "PATCH", "indexes/1" },
    };

    public static TheoryData<string, string> Computes => new()
    {
        { "POST", "search" },
        { "POST", "generate" },
        { "POST", "summarize" },
        { "POST", "gist" },
        { "POST", "embed" },
    };

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_that_was_answered_with_a_passing_fault_is_repeated(int status)
    {
        var server = new ScriptedServer(Answer(status), Answer(status), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, server.Count);
        Assert.Equal(2, _clock.Pauses.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(501)]
    [InlineData(505)]
    public async Task A_read_that_was_refused_for_good_is_not_repeated(int status)
    {
        var server = new ScriptedServer(Answer(status), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task A_read_whose_connection_broke_is_repeated()
    {
        var server = new ScriptedServer(
            Fail(new HttpRequestException(HttpRequestError.ResponseEnded, "gone")),
            Fail(new IOException("gone")),
            Refuse(),
            Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(4, server.Count);
    }

    [Fact]
    public async Task A_read_whose_body_broke_off_is_repeated()
    {
        var server = new ScriptedServer(Content(200, new BrokenContent("{\"_id\":\"1")), Answer(200, "{\"_id\":\"1\"}"));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal("{\"_id\":\"1\"}", await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal(2, server.Count);
    }

    [Fact]
    public async Task A_read_whose_certificate_is_wrong_is_not_repeated()
    {
        var server = new ScriptedServer(Fail(new HttpRequestException(HttpRequestError.SecureConnectionError, "certificate")));

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(server, "GET", "tasks/1"));
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task Repetitions_are_counted_and_the_last_answer_is_given()
    {
        var server = new ScriptedServer(Answer(500), Answer(502), Answer(503), Answer(504), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal(4, server.Count);
    }

    [Fact]
    public async Task With_no_retry_attempts_nothing_is_repeated()
    {
        var server = new ScriptedServer(Answer(500), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1", configure: options => options.MaxRetryAttempts = 0);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task Pauses_grow_and_stay_below_the_longest()
    {
        var server = new ScriptedServer(Answer(500));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1", configure: options =>
        {
            options.MaxRetryAttempts = 12;
            options.MaxRetryDelay = TimeSpan.FromSeconds(8);
        });

        Assert.Equal(12, _clock.Pauses.Count);
        Assert.All(_clock.Pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(8)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task The_server_says_how_long_to_wait_and_is_obeyed(int status)
    {
        var server = new ScriptedServer(Answer(status, headers: ("Retry-After", "7")), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([TimeSpan.FromSeconds(7)], _clock.Pauses);
    }

    [Fact]
    public async Task A_retry_after_date_counts_from_now()
    {
        string date = (SkippingClock.Start + TimeSpan.FromSeconds(11)).ToString("R");
        var server = new ScriptedServer(Answer(429, headers: ("Retry-After", date)), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal([TimeSpan.FromSeconds(11)], _clock.Pauses);
    }

    [Fact]
    public async Task A_rate_limit_that_resets_soon_is_waited_for()
    {
        string reset = (SkippingClock.Start + TimeSpan.FromSeconds(20)).ToUnixTimeSeconds().ToString();
        var server = new ScriptedServer(Answer(429, "", headers: ("X-Ratelimit-Reset", reset)), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "POST", "search");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([TimeSpan.FromSeconds(20)], _clock.Pauses);
    }

    [Fact]
    public async Task The_wait_counts_from_the_servers_clock_where_it_is_shown()
    {
        DateTimeOffset serverTime = SkippingClock.Start.AddHours(-5);
        string reset = serverTime.AddSeconds(20).ToUnixTimeSeconds().ToString();
        var server = new ScriptedServer(
            Answer(429, "", headers: [("X-Ratelimit-Reset", reset), ("Date", serverTime.ToString("R"))]),
            Answer(429, "", headers: [("Retry-After", serverTime.AddSeconds(9).ToString("R")), ("Date", serverTime.ToString("R"))]),
            Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "POST", "search");

        Assert.Equal([TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(9)], _clock.Pauses);
    }

    [Fact]
    public async Task A_reset_in_the_past_is_no_reason_to_ask_at_once()
    {
        string reset = SkippingClock.Start.AddHours(-1).ToUnixTimeSeconds().ToString();
        var server = new ScriptedServer(Answer(429, "", headers: ("X-Ratelimit-Reset", reset)), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "POST", "search");

        Assert.True(Assert.Single(_clock.Pauses) > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("GET", "tasks/1")]
    [InlineData("POST", "search")]
    [InlineData("POST", "tasks/external-provider")]
    public async Task A_rate_limit_that_resets_late_fails_at_once(string method, string path)
    {
        string reset = (SkippingClock.Start + TimeSpan.FromHours(9)).ToUnixTimeSeconds().ToString();
        var server = new ScriptedServer(Answer(429, "", headers: ("X-Ratelimit-Reset", reset)), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, method, path);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(1, server.Count);
        Assert.Empty(_clock.Pauses);
    }

    [Fact]
    public async Task A_reset_on_an_answer_that_is_no_refusal_is_not_a_wait()
    {
        string reset = (SkippingClock.Start + TimeSpan.FromHours(9)).ToUnixTimeSeconds().ToString();
        var server = new ScriptedServer(Answer(500, headers: ("X-Ratelimit-Reset", reset)), Answer(200));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Creates))]
    [MemberData(nameof(Computes))]
    [InlineData("DELETE", "indexes/1")]
    public async Task A_call_that_costs_or_deletes_is_repeated_when_the_server_was_never_reached(string method, string path)
    {
        var server = new ScriptedServer(
            Refuse(),
            Fail(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host")),
            Answer(429, ""),
            Answer(200));
        using HttpResponseMessage response = await SendAsync(server, method, path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(4, server.Count);
        Assert.Single(server.Requests.Select(request => request.Body).Distinct());
    }

    [Theory]
    [MemberData(nameof(Creates))]
    [MemberData(nameof(Computes))]
    [InlineData("DELETE", "indexes/1")]
    public async Task A_call_that_costs_or_deletes_is_sent_once_when_the_server_may_have_acted(string method, string path)
    {
        foreach (int status in (int[])[408, 500, 502, 503, 504])
        {
            var server = new ScriptedServer(Answer(status), Answer(200));
            using HttpResponseMessage response = await SendAsync(server, method, path);
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal(1, server.Count);
        }

        foreach (Exception exception in (Exception[])[new HttpRequestException(HttpRequestError.ResponseEnded, "gone"), new HttpRequestException("reset"), new IOException("gone")])
        {
            var server = new ScriptedServer(Fail(exception), Answer(200));
            Assert.Same(exception, await Record.ExceptionAsync(() => SendAsync(server, method, path)));
            Assert.Equal(1, server.Count);
        }

        var broken = new ScriptedServer(Content(201, new BrokenContent("{\"_id\"")), Answer(200));
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(broken, method, path));
        Assert.Equal(1, broken.Count);
    }

    [Fact]
    public async Task An_update_is_repeated_like_a_read()
    {
        var server = new ScriptedServer(Answer(500), Fail(new HttpRequestException("reset")), Answer(204, ""));
        using HttpResponseMessage response = await SendAsync(server, "PUT", "indexes/1");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(3, server.Count);
    }

    [Fact]
    public async Task A_file_is_sent_again_when_the_server_was_never_reached_and_only_then()
    {
        var refused = new ScriptedServer(Refuse(), Answer(200));
        using (HttpResponseMessage response = await SendAsync(refused, "POST", "tasks", content: File()))
        {
            Assert.Equal(2, refused.Count);
        }

        var limited = new ScriptedServer(Answer(429, "", headers: ("Retry-After", "1")), Answer(200));
        using (HttpResponseMessage response = await SendAsync(limited, "POST", "tasks", content: File()))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        }

        static MultipartFormDataContent File() => new() { { new StreamContent(new MemoryStream([1, 2, 3])), "video_file", "a.mp4" } };
    }

    [Fact]
    public async Task A_form_without_a_file_is_sent_again_after_a_refusal_for_the_rate()
    {
        var server = new ScriptedServer(Answer(429, "", headers: ("Retry-After", "1")), Answer(500));
        using var form = new MultipartFormDataContent { { new StringContent("https://cdn.example/a.mp4"), "video_url" } };
        using HttpResponseMessage response = await SendAsync(server, "POST", "tasks", content: form);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(2, server.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }

    [Fact]
    public async Task The_broken_body_of_a_refusal_does_not_hide_its_status()
    {
        var server = new ScriptedServer(Content(400, new BrokenContent("{\"code\"")));
        using HttpResponseMessage response = await SendAsync(server, "GET", "tasks/1");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Cancelling_during_a_pause_ends_the_call()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var answered = new TaskCompletionSource();
        var server = new ScriptedServer(request =>
        {
            answered.TrySetResult();
            return Answer(500)(request);
        });
        using var host = new TestHost(server, clock);
        Task<HttpResponseMessage> call = host.Http.GetAsync("tasks/1", cancel.Token);
        await answered.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, server.Count);
    }

    private async Task<HttpResponseMessage> SendAsync(ScriptedServer server, string method, string path, Action<TwelveLabsOptions>? configure = null, HttpContent? content = null)
    {
        using var host = new TestHost(server, _clock, configure);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = content ?? (method is "POST" or "PATCH" or "PUT" ? new ByteArrayContent("{\"a\":1}"u8.ToArray()) : null);
        return await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }
}
