using Analyses;
using LongRun.Http;

namespace LongRun.Documents.Tests;

/// <summary>A document with <c>statusUrl</c>: a job is known by the URL of its status alone.</summary>
public sealed class AnalysisTests
{
    private const string Start = "POST /models/invoice:analyze";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly AnalyzeRequest Request = new() { UrlSource = new Uri("https://files.test/a.pdf") };

    [Fact]
    public async Task The_status_is_looked_at_where_the_header_says_and_the_result_where_the_status_says()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On(Start, Accepted(new Uri(server.Address, "models/invoice/results/r%2F1?api-version=1&sig=a%2Bb").AbsoluteUri))
            .On("GET /models/invoice/results/r%2F1", Analysis("notStarted"), Analysis("weighing"), $$"""{"status":"succeeded","resourceLocation":"{{server.Address}}resources/7"}""")
            .On("GET /resources/7", """{"content":"Text."}""");

        Resource resource = await Client(http).AnalyzeAndWaitAsync("invoice", "1", Request, cancellationToken: Stop);

        Assert.Equal("Text.", resource.Content);
        Assert.Equal([Start, .. Enumerable.Repeat("GET /models/invoice/results/r%2F1", 3), "GET /resources/7"], server.Routes);
        Assert.Equal("?api-version=1&sig=a%2Bb", server.Calls[1].Query);
        Assert.All(server.Calls, static call => Assert.Equal("secret-1", call.Headers["Ocp-Apim-Subscription-Key"]));
    }

    [Theory]
    [InlineData("/models/invoice/results/1?x=1", "models/invoice/results/1?x=1")]
    [InlineData("results/1", "models/results/1")]
    [InlineData("?id=1", "models/invoice:analyze?id=1")]
    public async Task A_relative_address_is_taken_from_that_of_the_start(string header, string expected)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On(Start, Accepted(header));

        AnalysisOperation operation = await Client(http).StartAnalyzeAsync("invoice", "1", Request, Stop);

        Assert.Equal(new Uri(server.Address, expected).AbsoluteUri, operation.Id);
    }

    [Fact]
    public async Task A_token_is_resumed_with_the_url()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On(Start, Accepted(server.Address + "models/invoice/results/1?api-version=1")).On("GET /models/invoice/results/1", Analysis("running"), """{"status":"failed","error":{"message":"No pages."}}""");
        string token = (await Client(http).StartAnalyzeAsync("invoice", "1", Request, Stop)).Token.ToString();

        OperationFailedException fault = await Assert.ThrowsAsync<OperationFailedException>(() => Client(http).ResumeAnalysis(OperationToken.Parse(token)).WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal("No pages.", fault.Reason);
        Assert.Equal("?api-version=1", server.Calls[^1].Query);
    }

    [Fact]
    public async Task The_first_look_is_after_the_pause_that_the_start_asked_for()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On(Start, Accepted(server.Address + "models/invoice/results/1", ("Retry-After", "40")));

        AnalysisOperation operation = await Client(http).StartAnalyzeAsync("invoice", "1", Request, Stop);

        Assert.Equal(TimeSpan.FromSeconds(40), operation.FirstDelay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mailto:someone@analyses.test")]
    [InlineData("https://")]
    public async Task A_start_that_does_not_say_where_its_status_is_may_have_started_the_job(string header)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On(Start, header.Length == 0 ? new(202) : Accepted(header));

        OperationStartUncertainException fault = await Assert.ThrowsAsync<OperationStartUncertainException>(() => Client(http).StartAnalyzeAsync("invoice", "1", Request, Stop));

        ApiException inner = Assert.IsType<ApiException>(fault.InnerException);
        Assert.Equal(
            header.Length == 0
                ? "POST /models/invoice:analyze answered 202 Accepted without the header 'Operation-Location', so nothing says where its status is."
                : $"POST /models/invoice:analyze answered 202 Accepted with a 'Operation-Location' that is no URL ('{header}'), so nothing says where its status is.",
            inner.Message);
    }

    [Fact]
    public async Task Credentials_do_not_go_to_another_server_whatever_a_header_says()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        await using ScriptedServer other = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On(Start, Accepted(other.Address + "models/invoice/results/1"));
        AnalysisOperation operation = await Client(http).StartAnalyzeAsync("invoice", "1", Request, Stop);

        ArgumentException fault = await Assert.ThrowsAsync<ArgumentException>(() => operation.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Contains("the call would carry its credentials to another server", fault.Message, StringComparison.Ordinal);
        Assert.Empty(other.Calls);
    }

    [Theory]
    [InlineData("https://127.0.0.1/results/1")]
    [InlineData("//evil.test/results/1")]
    [InlineData("http://127.0.0.1:1/results/1")]
    [InlineData("http://user@evil.test/")]
    [InlineData("\\\\evil.test\\x")]
    [InlineData("file:///etc/hosts")]
    public async Task Nor_does_a_token_that_somebody_else_made_lead_there(string url)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();

        await Assert.ThrowsAsync<ArgumentException>(() => Client(http).ResumeAnalysis(new OperationToken("Analysis", url)).UpdateStatusAsync(Stop));

        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_server_that_the_client_trusts_is_followed_without_the_clients_credential()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        await using ScriptedServer other = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        other.On("GET /status/1", Analysis("succeeded"));
        var client = new TrustingClient(http, other.Address.Port) { Credential = AnalysesClient.ApiKey("secret-1") };

        Assert.Equal("succeeded", (await client.GetAnalysisAsync(other.Address + "status/1", Stop)).Status.Value);
        Assert.DoesNotContain("Ocp-Apim-Subscription-Key", Assert.Single(other.Calls).Headers.Keys);
    }

    [Fact]
    public async Task Cancelling_calls_the_url_of_the_status()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("DELETE /models/invoice/results/1", new ScriptedServer.Answer(204));

        await Client(http).ResumeAnalysis(server.Address + "models/invoice/results/1").CancelAsync(Stop);

        Assert.Equal(["DELETE /models/invoice/results/1"], server.Routes);
    }

    [Theory]
    [InlineData("""{"id":7}""", true)]
    [InlineData("{", false)]
    [InlineData("", false)]
    public async Task The_body_of_a_start_is_given_where_it_can_be_read(string body, bool isRead)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On(Start, Accepted("/x", ("Retry-After", "0")) with { Body = body });

        OperationLocation location = await Client(http).AnalyzeDocumentAsync("invoice", "1", Request, Stop);

        Assert.Equal(isRead, location.Body?.GetProperty("id").GetInt32() == 7);
        Assert.Equal(TimeSpan.Zero, location.RetryAfter);
    }

    private static AnalysesClient Client(HttpClient http) => new(http) { Credential = AnalysesClient.ApiKey("secret-1") };

    private static ScriptedServer.Answer Accepted(string url, params (string, string)[] headers) => new(202, "", [("Operation-Location", url), .. headers]);

    private static string Analysis(string status) => $$"""{"status":"{{status}}"}""";

    private sealed class TrustingClient(HttpClient http, int port) : AnalysesClient(http)
    {
        protected override bool MayFollow(Uri url) => url.Port == port;
    }
}
