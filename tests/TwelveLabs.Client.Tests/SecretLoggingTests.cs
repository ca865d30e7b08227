using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>No log and no exception holds the key, whatever the program does to the logging.</summary>
public sealed class SecretLoggingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_is_logged_down_to_trace_holds_the_key(bool programShowsAllHeaders)
    {
        using var log = new CollectingLogger();
        var server = new ScriptedServer(Answer(500), Answer(429, headers: ("Retry-After", "1")), Fail(new HttpRequestException("reset")), Answer(401));
        using var host = new TestHost(server, new SkippingClock(), more: services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            if (programShowsAllHeaders)
            {
                services.AddTwelveLabsClient(_ => { }).RedactLoggedHeaders(["Authorization"]);
            }
        });
        using HttpResponseMessage response = await host.Http.GetAsync("tasks/1", Stop);
        TwelveLabsException error = await Assert.ThrowsAsync<TwelveLabsException>(() => host.Client.RetrieveTaskAsync("1", Stop));

        Assert.Contains(log.Lines, line => line.Contains("Request Headers", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(TestHost.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(TestHost.Key, error.ToString(), StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.Equal(TestHost.Key, request.Key));
    }

    [Fact]
    public async Task Retries_are_logged()
    {
        using var log = new CollectingLogger();
        using var host = new TestHost(new ScriptedServer(Answer(500), Answer(200)), new SkippingClock(), more: services =>
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        using HttpResponseMessage response = await host.Http.GetAsync("tasks/1", Stop);

        Assert.Contains(log.Lines, line => line.Contains("OnRetry", StringComparison.Ordinal));
    }
}
