using System.Net;
using LongRun.Http;
using LongRun.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LongRun.Tests.Http;

public sealed class OperationCallHandlerTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120d)]
    [InlineData("0", 0d)]
    [InlineData("Sat, 01 Jun 2024 12:00:30 GMT", 30d)]
    [InlineData("Sat, 01 Jun 2024 11:00:00 GMT", 0d)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_read_as_a_time_from_now(string header, double? seconds)
    {
        OperationCall call = await CallAsync(() => JobClient.Error(503, ("Retry-After", header)));

        Assert.Equal(503, call.StatusCode);
        Assert.Equal(seconds, call.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Retry_after_that_is_a_date_goes_by_the_servers_clock()
    {
        OperationCall call = await CallAsync(() => JobClient.Error(503, ("Retry-After", "Sat, 01 Jun 2024 15:00:30 GMT"), ("Date", "Sat, 01 Jun 2024 15:00:00 GMT")));

        Assert.Equal(30, call.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("1718777276", 1718777276L)]
    [InlineData("99999999999999999", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    [InlineData("tomorrow", null)]
    public async Task Reset_is_read_as_seconds_since_1970(string header, long? seconds)
    {
        OperationCall call = await CallAsync(() => JobClient.Error(429, ("x-ratelimit-reset", header)));

        Assert.Equal(seconds, call.RateLimitReset?.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Later_attempt_replaces_what_an_earlier_one_said()
    {
        OperationCall call = await CallAsync(
            () => JobClient.Error(503, ("Retry-After", "5"), ("X-Ratelimit-Reset", "1718777276")),
            () => throw new HttpRequestException(HttpRequestError.ConnectionError));

        Assert.Null(call.StatusCode);
        Assert.Null(call.RetryAfter);
        Assert.Null(call.RateLimitReset);
        Assert.True(call.AnswerLost);
        Assert.True(call.RequestSent);
    }

    [Fact]
    public async Task Attempt_that_never_reached_the_server_loses_no_answer()
    {
        OperationCall call = await CallAsync(() => throw new HttpRequestException(HttpRequestError.NameResolutionError));

        Assert.False(call.AnswerLost);
    }

    [Fact]
    public async Task Outside_of_an_operation_nothing_is_recorded()
    {
        using var http = new HttpMessageInvoker(new OperationCallHandler { InnerHandler = new Network([static () => new HttpResponseMessage(HttpStatusCode.NoContent)]) });
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://jobs.example/");

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Null(OperationCall.Current);
    }

    [Fact]
    public async Task Synchronous_calls_are_recorded_too()
    {
        OperationCall? seen = null;
        using var http = new HttpMessageInvoker(new OperationCallHandler { InnerHandler = new Network([static () => JobClient.Error(418)]) });

        await OperationStart.SendAsync("Render", _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://jobs.example/");
            using HttpResponseMessage response = http.Send(request, TestContext.Current.CancellationToken);
            seen = OperationCall.Current;
            return Task.FromResult("ok");
        }, TestContext.Current.CancellationToken);

        Assert.Equal(418, seen?.StatusCode);
    }

    private static async Task<OperationCall> CallAsync(params Func<HttpResponseMessage>[] answers)
    {
        using var http = new HttpMessageInvoker(new OperationCallHandler(new FakeTimeProvider(Now)) { InnerHandler = new Network(answers) });
        OperationCall? call = null;
        await OperationStart.SendAsync("Render", async stop =>
        {
            call = OperationCall.Current;
            foreach (Func<HttpResponseMessage> _ in answers)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "http://jobs.example/");
                try
                {
                    (await http.SendAsync(request, stop)).Dispose();
                }
                catch (HttpRequestException)
                {
                    Assert.Null(OperationCall.Current!.StatusCode);
                }
            }

            return "ok";
        }, TestContext.Current.CancellationToken);
        return call!;
    }

    private sealed class Network(Func<HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        private int _calls;

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => answers[_calls++]();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return answers[_calls++]();
        }
    }
}
