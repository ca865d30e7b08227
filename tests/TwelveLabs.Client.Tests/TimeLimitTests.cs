using System.Net;
using Microsoft.Extensions.Time.Testing;
using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>How long an attempt may take, by kind of call; the HTTP client itself has no limit.</summary>
public sealed class TimeLimitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "tasks/1", 30)]
    [InlineData("PUT", "indexes/1", 30)]
    [InlineData("DELETE", "indexes/1", 30)]
    [InlineData("POST", "indexes", 120)]
    [InlineData("POST", "tasks/external-provider", 120)]
    [InlineData("POST", "generate", 600)]
    [InlineData("POST", "search", 600)]
    [InlineData("POST", "embed", 600)]
    public async Task An_attempt_has_the_limit_of_its_kind(string method, string path, int seconds)
    {
        var clock = new SkippingClock();
        using var host = new TestHost(new ScriptedServer(Answer(200)), clock);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage response = await host.Http.SendAsync(request, Stop);

        Assert.Equal([TimeSpan.FromSeconds(seconds)], clock.LimitsSet);
    }

    [Theory]
    [InlineData("tasks", true)]
    [InlineData("tasks", false)]
    [InlineData("embed/tasks", true)]
    [InlineData("search-v2", true)]
    public async Task An_upload_has_no_limit(string path, bool file)
    {
        var clock = new SkippingClock();
        using var host = new TestHost(new ScriptedServer(Answer(200)), clock);
        using var form = new MultipartFormDataContent { { new StringContent("1"), "index_id" } };
        if (file)
        {
            form.Add(new StreamContent(new MemoryStream([1])), "video_file", "a.mp4");
        }

        using HttpResponseMessage response = await host.Http.PostAsync(path, form, Stop);

        Assert.Empty(clock.LimitsSet);
        Assert.Empty(clock.Pauses);
        Assert.Equal(Timeout.InfiniteTimeSpan, host.Http.Timeout);
    }

    [Fact]
    public async Task A_search_by_text_has_a_limit_although_it_is_a_form()
    {
        var clock = new SkippingClock();
        using var host = new TestHost(new ScriptedServer(Answer(200)), clock);
        using var form = new MultipartFormDataContent { { new StringContent("cats"), "query_text" } };
        using HttpResponseMessage response = await host.Http.PostAsync("search-v2", form, Stop);

        Assert.Equal([TimeSpan.FromMinutes(10)], clock.LimitsSet);
    }

    [Fact]
    public async Task A_create_that_takes_too_long_is_sent_once_and_names_the_option()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        var server = new ScriptedServer(Answer(200))
        {
            BeforeAnswer = async stop =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            },
        };
        using var host = new TestHost(server, clock);
        Task<HttpResponseMessage> call = host.Http.PostAsync("tasks/external-provider", new ByteArrayContent([]), Stop);
        await asked.Task;
        clock.Advance(TimeSpan.FromMinutes(2));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("CreateTimeout", exception.Message, StringComparison.Ordinal);
        Assert.Contains("POST /v1.2/tasks/external-provider", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task A_read_that_takes_too_long_is_repeated()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        bool first = true;
        var server = new ScriptedServer(Answer(200))
        {
            BeforeAnswer = async stop =>
            {
                if (first)
                {
                    first = false;
                    asked.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, stop);
                }
            },
        };
        using var host = new TestHost(server, clock, options => options.RetryDelay = TimeSpan.Zero);
        Task<HttpResponseMessage> call = host.Http.GetAsync("tasks/1", Stop);
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(30));
        using HttpResponseMessage response = await call;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, server.Count);
    }

    [Fact]
    public async Task The_limit_includes_the_body()
    {
        var clock = new FakeTimeProvider();
        var body = new StalledContent();
        using var host = new TestHost(new ScriptedServer(Content(200, body)), clock, options => options.MaxRetryAttempts = 0);
        Task<HttpResponseMessage> call = host.Http.GetAsync("tasks/1", HttpCompletionOption.ResponseHeadersRead, Stop);
        await body.Reading;
        clock.Advance(TimeSpan.FromSeconds(30));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("AttemptTimeout", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_own_cancellation_stays_a_cancellation()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var body = new StalledContent();
        using var host = new TestHost(new ScriptedServer(Content(200, body)), new FakeTimeProvider());
        Task<HttpResponseMessage> call = host.Http.GetAsync("tasks/1", HttpCompletionOption.ResponseHeadersRead, cancel.Token);
        await body.Reading;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
