using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>The key goes to the configured server and nowhere else.</summary>
public sealed class ApiKeyTests
{
    private readonly ScriptedServer _server = new(Answer(200));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tasks/1")]
    [InlineData("https://api.example/v1.2/tasks")]
    [InlineData("https://API.EXAMPLE:443/other")]
    public async Task The_configured_server_gets_the_key(string uri)
    {
        Assert.Equal(TestHost.Key, await KeySentToAsync(uri));
    }

    [Theory]
    [InlineData("https://api.example.evil.test/v1.2/tasks")]
    [InlineData("https://evil.test/v1.2/tasks")]
    [InlineData("https://sub.api.example/v1.2/tasks")]
    [InlineData("http://api.example/v1.2/tasks")]
    [InlineData("https://api.example:8443/v1.2/tasks")]
    [InlineData("//evil.test/tasks")]
    public async Task Another_server_does_not(string uri)
    {
        Assert.Null(await KeySentToAsync(uri));
    }

    [Fact]
    public async Task A_key_that_somebody_else_put_on_a_request_is_taken_off_for_another_server()
    {
        using var host = new TestHost(_server, TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://evil.test/");
        request.Headers.Add("X-API-Key", TestHost.Key);
        using HttpResponseMessage response = await host.Http.SendAsync(request, Stop);

        Assert.Null(_server.Requests[0].Key);
    }

    [Fact]
    public async Task After_the_call_the_request_no_longer_holds_the_key()
    {
        using var host = new TestHost(_server, TimeProvider.System);
        using HttpResponseMessage response = await host.Http.GetAsync("tasks/1", Stop);

        Assert.Equal(TestHost.Key, _server.Requests[0].Key);
        Assert.DoesNotContain(TestHost.Key, response.RequestMessage!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_repetition_carries_the_key_once()
    {
        var server = new ScriptedServer(Answer(500), Answer(500), Answer(200));
        using var host = new TestHost(server, new SkippingClock());
        using HttpResponseMessage response = await host.Http.GetAsync("tasks/1", Stop);

        Assert.Equal([TestHost.Key, TestHost.Key, TestHost.Key], server.Requests.Select(request => request.Key));
    }

    [Fact]
    public async Task A_key_replaced_in_the_configuration_is_used_at_once()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["TwelveLabs:ApiKey"] = "old", ["TwelveLabs:BaseAddress"] = "https://api.example/v1.2" })
            .Build();
        var services = new ServiceCollection();
        services.AddTwelveLabsClient(configuration).ConfigurePrimaryHttpMessageHandler(() => _server);
        using ServiceProvider provider = services.BuildServiceProvider();
        HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("TwelveLabs");
        using HttpResponseMessage first = await http.GetAsync("a", Stop);
        configuration["TwelveLabs:ApiKey"] = "new";
        configuration.Reload();
        using HttpResponseMessage second = await http.GetAsync("b", Stop);

        Assert.Equal(["old", "new"], _server.Requests.Select(request => request.Key));
        Assert.Equal("https://api.example/v1.2/a", _server.Requests[0].Uri.AbsoluteUri);
    }

    [Fact]
    public void Redirects_are_forbidden_also_to_a_primary_handler_of_the_program()
    {
        using var sockets = new SocketsHttpHandler { AllowAutoRedirect = true };
        using var classic = new HttpClientHandler { AllowAutoRedirect = true };
        foreach (HttpMessageHandler primary in (HttpMessageHandler[])[sockets, classic])
        {
            using var host = new TestHost(primary, TimeProvider.System);
            using HttpClient http = host.Http;
        }

        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(classic.AllowAutoRedirect);
    }

    private async Task<string?> KeySentToAsync(string uri)
    {
        using var host = new TestHost(_server, TimeProvider.System);
        using HttpResponseMessage response = await host.Http.GetAsync(new Uri(uri, UriKind.RelativeOrAbsolute), Stop);
        return _server.Requests[0].Key;
    }
}
