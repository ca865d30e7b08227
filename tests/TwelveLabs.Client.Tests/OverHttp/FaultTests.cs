using LongRun;
using Microsoft.Extensions.Time.Testing;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Faults;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>What goes wrong on real connections, and what becomes of it.</summary>
public sealed class FaultTests
{
    private const string Create = "/tasks/external-provider";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> PassingFaults => ["429", "429-retry-after", "500", "html", "drop", "truncate"];

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_read_survives_passing_faults(string fault)
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        platform.Simulator.Requests.Clear();
        platform.Simulator.Faults.Add(Named(fault) with { Method = "GET", Count = 2 });
        VideoIndex read = await platform.Client.RetrieveIndexAsync(index, Stop);

        Assert.Equal(index, read.Id);
        Assert.Equal(2, platform.Simulator.Faults.TotalHits);
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_wait_survives_passing_faults_and_is_the_only_layer_that_repeats(string fault)
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Kites), Stop);
        platform.Simulator.Faults.Add(Named(fault) with { Method = "GET", Count = 1 });

        // One status call is one request, whatever the client's own retries would do.
        await Assert.ThrowsAnyAsync<Exception>(() => operation.UpdateStatusAsync(Stop));
        Assert.Equal(1, platform.Simulator.Faults.TotalHits);

        platform.Simulator.Faults.Clear();
        platform.Simulator.Faults.Add(Named(fault) with { Method = "GET", Every = 2 });
        Assert.Equal(IndexTaskStatus.Ready, (await operation.WaitForCompletionAsync(platform.Patience(), Stop)).Status);
    }

    [Theory]
    [InlineData("drop-after", 1)]
    [InlineData("truncate", 1)]
    [InlineData("drop", 0)]
    [InlineData("500", 0)]
    [InlineData("408", 0)]
    [InlineData("html", 0)]
    [InlineData("html-200-after", 1)]
    public async Task A_create_whose_answer_was_lost_is_uncertain_and_never_repeated(string fault, int started)
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();

        // The connection is open and used: the case in which the platform's handler itself would repeat a request without a body.
        await platform.Client.RetrieveIndexAsync(index, Stop);
        platform.Simulator.Faults.Add(Named(fault) with { Method = "POST", Path = Create });
        var uncertain = await Assert.ThrowsAsync<OperationStartUncertainException>(() => platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Demo), Stop));

        Assert.Equal("UploadFromExternalProvider", uncertain.Operation);
        Assert.NotNull(uncertain.InnerException);
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", Create));
        Assert.Equal(started, platform.Simulator.Tasks.Count);
    }

    [Fact]
    public async Task A_create_that_was_refused_for_the_rate_is_repeated_and_starts_one_job()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        platform.Simulator.Faults.Add(Named("429-retry-after") with { Method = "POST", Count = 2 });
        IndexingOperation operation = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Demo), Stop);

        Assert.Equal(operation.Id, Assert.Single(platform.Simulator.Tasks).Id);
        Assert.Equal(3, platform.Simulator.Requests.Count("POST", Create));
    }

    [Fact]
    public async Task A_create_beyond_the_days_limit_fails_at_once_and_names_the_time()
    {
        var clock = new SkippingClock();
        await using Platform platform = await Platform.StartAsync(clientClock: clock);
        string index = await platform.CreateIndexAsync();
        long reset = SkippingClock.Start.AddHours(7).ToUnixTimeSeconds();
        platform.Simulator.Faults.Add(Fault.Answer(429) with { Method = "POST", Headers = new Dictionary<string, string> { ["X-Ratelimit-Limit"] = "50", ["X-Ratelimit-Remaining"] = "0", ["X-Ratelimit-Used"] = "50", ["X-Ratelimit-Reset"] = $"{reset}", ["Date"] = SkippingClock.Start.ToString("R") } });
        var refused = await Assert.ThrowsAsync<TwelveLabsException>(() => platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Demo), Stop));

        Assert.Equal(new RateLimit(50, 0, 50, SkippingClock.Start.AddHours(7)), refused.RateLimit);
        Assert.Contains("2024-06-19 09:00:00 UTC", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, platform.Simulator.Requests.Count("POST", Create));
        Assert.Empty(clock.Pauses);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again_and_is_no_uncertain_start()
    {
        var clock = new SkippingClock();
        TwelveLabsSimulator gone = await TwelveLabsSimulator.StartAsync(cancellationToken: Stop);
        await gone.DisposeAsync();
        var client = new TwelveLabsClient(new TwelveLabsOptions { ApiKey = TestHost.Key, BaseAddress = gone.BaseUrl }, clock);
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.StartUploadFromExternalProviderAsync(Platform.Upload("1", VideoCatalogue.Demo), Stop));

        Assert.Equal(HttpRequestError.ConnectionError, exception.HttpRequestError);
        Assert.Equal(3, clock.Pauses.Count);
    }

    [Fact]
    public async Task A_create_that_takes_too_long_is_uncertain()
    {
        var clock = new FakeTimeProvider();
        var options = new TwelveLabsOptions { ApiKey = TestHost.Key };
        await using TwelveLabsSimulator silent = await StartAsync(Fault.Late(TimeSpan.FromHours(1)), () => clock.Advance(options.CreateTimeout));
        options.BaseAddress = silent.BaseUrl;
        var client = new TwelveLabsClient(options, clock);
        var uncertain = await Assert.ThrowsAsync<OperationStartUncertainException>(() => client.StartUploadFromExternalProviderAsync(Platform.Upload("66f0a2c4d5e6f708192a3b4c", VideoCatalogue.Demo), Stop));

        Assert.Contains("CreateTimeout", Assert.IsType<TimeoutException>(uncertain.InnerException).Message, StringComparison.Ordinal);
        Assert.Equal(1, silent.Requests.Count("POST", Create));
    }

    [Fact]
    public async Task A_body_that_trickles_runs_into_the_limit_of_the_attempt()
    {
        var clock = new FakeTimeProvider();
        var options = new TwelveLabsOptions { ApiKey = TestHost.Key, MaxRetryAttempts = 1, RetryDelay = TimeSpan.Zero };
        await using TwelveLabsSimulator trickling = await StartAsync(Fault.SlowBody(1), () => clock.Advance(options.AttemptTimeout));
        options.BaseAddress = trickling.BaseUrl;
        var client = new TwelveLabsClient(options, clock);
        var timeout = await Assert.ThrowsAsync<TimeoutException>(() => client.ListIndexesAsync(cancellationToken: Stop));

        Assert.Contains("AttemptTimeout", timeout.Message, StringComparison.Ordinal);
        Assert.Equal(2, trickling.Requests.Count("GET", "/indexes"));
    }

    [Fact]
    public async Task A_redirect_to_another_server_is_not_followed()
    {
        await using TwelveLabsSimulator elsewhere = await TwelveLabsSimulator.StartAsync(cancellationToken: Stop);
        await using Platform platform = await Platform.StartAsync();
        platform.Simulator.Faults.Add(Fault.Answer(302) with { Headers = new Dictionary<string, string> { ["Location"] = elsewhere.BaseUrl + "indexes" } });
        var error = await Assert.ThrowsAsync<TwelveLabsException>(() => platform.Client.ListIndexesAsync(cancellationToken: Stop));

        Assert.Equal(302, error.StatusCode);
        Assert.Equal(0, elsewhere.Requests.Total);
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_told_from_an_answer()
    {
        await using Platform platform = await Platform.StartAsync(options => options.MaxRetryAttempts = 0);
        platform.Simulator.Faults.Add(Fault.HtmlPage());
        var error = await Assert.ThrowsAsync<TwelveLabsException>(() => platform.Client.ListIndexesAsync(cancellationToken: Stop));

        Assert.Equal(502, error.StatusCode);
        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
        Assert.Contains("Bad luck", error.Message, StringComparison.Ordinal);
    }

    internal static Fault Named(string name) => name switch
    {
        "429" => Fault.Answer(429),
        "429-retry-after" => Fault.Answer(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "3" } },
        "500" => Fault.Error(500, "internal", "Something broke."),
        "408" => Fault.Answer(408),
        "html" => Fault.HtmlPage(),
        "html-200-after" => Fault.HtmlPage(200) with { When = FaultMoment.After },
        "drop" => Fault.Drop(),
        "drop-after" => Fault.Drop(FaultMoment.After),
        "truncate" => Fault.Truncate(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    // The server's pauses never end. Each of them, once the request is there and its answer is due, lets the client's limit run out.
    private static async Task<TwelveLabsSimulator> StartAsync(Fault fault, Action paused)
    {
        TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { TimeProvider = new StandingClock(paused) }, Stop);
        simulator.Faults.Add(fault);
        return simulator;
    }
}
