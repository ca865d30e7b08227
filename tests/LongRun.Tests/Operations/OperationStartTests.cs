using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LongRun.Constraints;
using LongRun.Http;
using LongRun.Tests.Support;

namespace LongRun.Tests.Operations;

public sealed class OperationStartTests
{
    public static TheoryData<string, Exception, bool> Faults => new()
    {
        { "connection dropped", new HttpRequestException("x", new IOException()), true },
        { "answer ended early", new HttpRequestException(HttpRequestError.ResponseEnded), true },
        { "stream broke", new IOException(), true },
        { "time-out", new TimeoutException(), true },
        { "time-out of the HTTP client", new TaskCanceledException("x", new TimeoutException()), true },
        { "unreadable JSON", new JsonException(), true },
        { "unreadable answer of success", new ApiException("x", 201), true },
        { "408", new ApiException("x", 408), true },
        { "500", new ApiException("x", 500), true },
        { "503 of the platform", new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable), true },
        { "400", new ApiException("x", 400), false },
        { "401", new HttpRequestException("x", null, HttpStatusCode.Unauthorized), false },
        { "429", new ApiException("x", 429), false },
        { "redirect", new ApiException("x", 302), false },
        { "no such name", new HttpRequestException(HttpRequestError.NameResolutionError), false },
        { "no connection", new HttpRequestException(HttpRequestError.ConnectionError), false },
        { "no TLS", new HttpRequestException(HttpRequestError.SecureConnectionError), false },
        { "no proxy", new HttpRequestException(HttpRequestError.ProxyTunnelError), false },
        { "refused, as other handlers say it", new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), false },
        { "reset, as other handlers say it", new HttpRequestException("x", new SocketException((int)SocketError.ConnectionReset)), true },
        { "a request that was not sent", new ConstraintViolationException([new ConstraintViolation("Url", "x")]), false },
        { "a bug before sending", new ArgumentException("a bug"), false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Lost_answer_is_told_from_a_certain_one(string situation, Exception fault, bool isLost)
    {
        Exception? thrown = await Record.ExceptionAsync(() => OperationStart.SendAsync<Job>("Render", _ => Task.FromException<Job>(fault), TestContext.Current.CancellationToken));

        if (!isLost)
        {
            Assert.Same(fault, thrown);
            return;
        }

        OperationStartUncertainException uncertain = Assert.IsType<OperationStartUncertainException>(thrown);
        Assert.Same(fault, uncertain.InnerException);
        Assert.Equal("Render", uncertain.Operation);
        Assert.StartsWith("The answer to Render was lost", uncertain.Message, StringComparison.Ordinal);
        Assert.NotEmpty(situation);
    }

    [Fact]
    public async Task Answer_is_given_and_the_call_is_marked_as_a_start()
    {
        OperationCall? during = null;
        Job answer = await OperationStart.SendAsync("Render", _ =>
        {
            during = OperationCall.Current;
            return Task.FromResult(new Job("queued"));
        }, TestContext.Current.CancellationToken);

        Assert.Equal("queued", answer.Status);
        Assert.Equal(OperationCallKind.Start, during?.Kind);
        Assert.Null(OperationCall.Current);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(500, true)]
    [InlineData(408, true)]
    [InlineData(404, false)]
    public async Task Status_seen_by_the_handler_counts_whatever_the_client_throws(int status, bool isLost)
    {
        using var client = new JobClient(() => JobClient.Error(status));

        Exception? thrown = await Record.ExceptionAsync(() => OperationStart.SendAsync<Job>("Render", async stop =>
        {
            await client.GetAsync(stop);
            throw new ForeignException();
        }, TestContext.Current.CancellationToken));

        Assert.Equal(isLost, thrown is OperationStartUncertainException);
    }

    [Fact]
    public async Task Unknown_exception_after_the_request_was_sent_is_a_lost_answer()
    {
        using var client = new JobClient(static () => throw new ForeignException());

        OperationStartUncertainException thrown = await Assert.ThrowsAsync<OperationStartUncertainException>(() => OperationStart.SendAsync("Render", client.GetAsync, TestContext.Current.CancellationToken));

        Assert.IsType<ForeignException>(thrown.InnerException);
    }

    [Fact]
    public async Task Clear_refusal_after_a_lost_attempt_is_still_uncertain()
    {
        using var client = new JobClient(static () => throw new IOException(), static () => JobClient.Error(429));

        await Assert.ThrowsAsync<OperationStartUncertainException>(() => OperationStart.SendAsync("Render", async stop =>
        {
            await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(stop));
            return await client.GetAsync(stop);
        }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refused_connection_after_a_refusal_is_certain()
    {
        using var client = new JobClient(static () => JobClient.Error(429), static () => throw new HttpRequestException(HttpRequestError.ConnectionError));

        await Assert.ThrowsAsync<HttpRequestException>(() => OperationStart.SendAsync("Render", async stop =>
        {
            await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(stop));
            return await client.GetAsync(stop);
        }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Callers_cancellation_stays_what_it_is()
    {
        using var stop = new CancellationTokenSource();

        Task<Job> start = OperationStart.SendAsync<Job>("Render", async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return new Job("queued");
        }, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
    }

    [Fact]
    public async Task Start_that_is_cancelled_already_sends_nothing()
    {
        bool sent = false;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OperationStart.SendAsync("Render", _ =>
        {
            sent = true;
            return Task.FromResult(new Job("queued"));
        }, new CancellationToken(true)));
        Assert.False(sent);
    }

    [Fact]
    public void A_start_needs_a_name_and_something_to_send()
    {
        Assert.Equal("name", Assert.Throws<ArgumentException>(static () => { _ = OperationStart.SendAsync("", static _ => Task.FromResult("id"), TestContext.Current.CancellationToken); }).ParamName);
        Assert.Equal("send", Assert.Throws<ArgumentNullException>(static () => { _ = OperationStart.SendAsync<string>("Render", null!, TestContext.Current.CancellationToken); }).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(static () => { _ = OperationStart.SendAsync("", static _ => Task.FromResult("id"), "key", TestContext.Current.CancellationToken); }).ParamName);
        Assert.Equal("send", Assert.Throws<ArgumentNullException>(static () => { _ = OperationStart.SendAsync<string>("Render", null!, "key", TestContext.Current.CancellationToken); }).ParamName);
    }
}
