using System.Diagnostics;
using LongRun;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>A job that one process starts and another waits for.</summary>
public sealed class SecondProcessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_waited_for_in_another_process_that_knows_only_its_token()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        IndexingOperation started = await platform.Client.StartUploadFromExternalProviderAsync(Platform.Upload(index, VideoCatalogue.Kites), Stop);
        using Process second = Start(platform.Simulator.BaseUrl.ToString(), started.Token.ToString());
        try
        {
            // The job ends only after the second process has seen it running: so that one really waits.
            string? seen = await second.StandardOutput.ReadLineAsync(Stop);
            platform.Clock.Advance(TimeSpan.FromHours(2));
            string rest = await second.StandardOutput.ReadToEndAsync(Stop);
            string errors = await second.StandardError.ReadToEndAsync(Stop);
            await second.WaitForExitAsync(Stop);

            Assert.Equal((0, ""), (second.ExitCode, errors));
            SimulatedTask task = Assert.Single(platform.Simulator.Tasks);
            Assert.Equal("seen validating", seen);
            Assert.EndsWith($"seen ready{Environment.NewLine}done ready {task.VideoId}{Environment.NewLine}", rest, StringComparison.Ordinal);
        }
        finally
        {
            second.Kill();
            await second.WaitForExitAsync(CancellationToken.None);
        }

        Assert.Equal(1, platform.Simulator.Requests.Count("POST", "/tasks/external-provider"));
        Assert.Equal(OperationState.Unknown, started.State);
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet",
        ["exec", Path.Combine(AppContext.BaseDirectory, "ResumeInAnotherProcess.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
