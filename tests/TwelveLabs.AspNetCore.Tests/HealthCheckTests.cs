using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Faults;

namespace TwelveLabs.AspNetCore.Tests;

public sealed class HealthCheckTests
{
    private const string Key = "tlk_0123456789ABCDEF";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_platform_that_answers_is_healthy_and_was_asked_once()
    {
        await using TwelveLabsSimulator platform = await StartAsync();

        HealthReportEntry entry = await CheckAsync(platform);

        Assert.Equal((HealthStatus.Healthy, "The platform answers and takes the key."), (entry.Status, entry.Description));
        Assert.Equal(1, platform.Requests.Count("GET", "/indexes"));
        Assert.Equal(1, platform.Requests.Total);
    }

    [Theory]
    [InlineData(401, HealthStatus.Unhealthy, "The platform does not take the key (401).")]
    [InlineData(403, HealthStatus.Unhealthy, "The platform does not take the key (403).")]
    [InlineData(429, HealthStatus.Degraded, "The platform answers, and a limit of the account is used up (429).")]
    [InlineData(500, HealthStatus.Unhealthy, "The platform answers with an error (500).")]
    [InlineData(404, HealthStatus.Unhealthy, "The platform answers with an error (404).")]
    public async Task An_error_is_told_by_its_status(int status, HealthStatus health, string description)
    {
        await using TwelveLabsSimulator platform = await StartAsync();
        platform.Faults.Add(Fault.Answer(status));

        HealthReportEntry entry = await CheckAsync(platform);

        Assert.Equal((health, description), (entry.Status, entry.Description));
        Assert.Equal(status, Assert.IsType<TwelveLabsException>(entry.Exception).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_unhealthy()
    {
        await using TwelveLabsSimulator platform = await StartAsync();
        platform.Faults.Add(Fault.Answer(200, "{ \"data\": ["));

        HealthReportEntry entry = await CheckAsync(platform);

        Assert.Equal((HealthStatus.Unhealthy, "The platform answers what cannot be read (200)."), (entry.Status, entry.Description));
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_is_unhealthy()
    {
        await using TwelveLabsSimulator platform = await StartAsync();
        platform.Faults.Add(Fault.Drop());

        HealthReportEntry entry = await CheckAsync(platform);

        Assert.Equal((HealthStatus.Unhealthy, "The platform does not answer."), (entry.Status, entry.Description));
    }

    [Fact]
    public async Task Name_tags_and_the_status_of_a_failure_are_the_programs_choice()
    {
        await using TwelveLabsSimulator platform = await StartAsync();
        platform.Faults.Add(Fault.Answer(503));

        HealthReportEntry entry = await CheckAsync(platform, static checks => checks.AddTwelveLabs("video", failureStatus: HealthStatus.Degraded, tags: ["ready"]), "video");

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal(["ready"], entry.Tags);
    }

    [Fact]
    public async Task A_named_client_is_checked_by_its_name()
    {
        await using TwelveLabsSimulator platform = await StartAsync();
        await using TwelveLabsSimulator other = await StartAsync();
        platform.Faults.Add(Fault.Answer(500));

        HealthReportEntry entry = await CheckAsync(
            platform,
            checks =>
            {
                checks.Services.AddTwelveLabsClient("archive", options => Configure(options, other));
                checks.AddTwelveLabs(clientName: "archive");
            });

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal((0, 1), (platform.Requests.Total, other.Requests.Total));
    }

    [Fact]
    public void One_check_takes_ten_seconds_at_most_unless_another_time_is_given()
    {
        static TimeSpan TimeoutOf(Action<IHealthChecksBuilder> add)
        {
            var services = new ServiceCollection();
            add(services.AddHealthChecks());
            using ServiceProvider provider = services.BuildServiceProvider();
            return Assert.Single(provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<HealthCheckServiceOptions>>().Value.Registrations).Timeout;
        }

        Assert.Equal(TimeSpan.FromSeconds(10), TimeoutOf(static checks => checks.AddTwelveLabs()));
        Assert.Equal(TimeSpan.FromSeconds(3), TimeoutOf(static checks => checks.AddTwelveLabs(timeout: TimeSpan.FromSeconds(3))));
    }

    [Fact]
    public async Task Nothing_of_the_key_is_in_the_report()
    {
        await using TwelveLabsSimulator platform = await StartAsync();
        platform.Faults.Add(Fault.Error(401, "api_key_invalid", "API Key is either invalid or expired."));

        HealthReportEntry entry = await CheckAsync(platform);

        Assert.DoesNotContain(Key, entry.Description + entry.Exception, StringComparison.Ordinal);
    }

    private static Task<TwelveLabsSimulator> StartAsync() => TwelveLabsSimulator.StartAsync(new SimulatorOptions(), Stop);

    private static async Task<HealthReportEntry> CheckAsync(TwelveLabsSimulator platform, Action<IHealthChecksBuilder>? add = null, string name = "twelvelabs")
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddTwelveLabsClient(options => Configure(options, platform));
        IHealthChecksBuilder checks = services.AddHealthChecks();
        (add ?? (static checks => checks.AddTwelveLabs()))(checks);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop);
        return report.Entries[name];
    }

    // Retries are the client's own matter, and would take their pauses.
    private static void Configure(TwelveLabsOptions options, TwelveLabsSimulator platform)
    {
        options.ApiKey = Key;
        options.BaseAddress = platform.BaseUrl;
        options.MaxRetryAttempts = 0;
    }
}
