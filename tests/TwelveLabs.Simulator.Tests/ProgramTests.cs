using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace TwelveLabs.Simulator.Tests;

public sealed partial class ProgramTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bad_argument_gives_a_message_and_exit_code_2()
    {
        using Process program = Start("--speed", "fast");
        string error = await program.StandardError.ReadToEndAsync(Stop);
        await program.WaitForExitAsync(Stop);

        Assert.Equal(2, program.ExitCode);
        Assert.Contains("--speed must be a number more than 0, not 'fast'.", error, StringComparison.Ordinal);
        Assert.Contains("Usage:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_gives_a_message_and_exit_code_1()
    {
        await using World world = await World.StartAsync();
        using Process program = Start("--port", world.Simulator.BaseUrl.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        string error = await program.StandardError.ReadToEndAsync(Stop);
        await program.WaitForExitAsync(Stop);

        Assert.Equal(1, program.ExitCode);
        Assert.Contains(world.Simulator.BaseUrl.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_a_base_url_that_answers()
    {
        using Process program = Start("--speed", "600");
        try
        {
            string? url = null;
            while (url is null && await program.StandardOutput.ReadLineAsync(Stop) is { } line)
            {
                url = BaseUrl().Match(line) is { Success: true } found ? found.Groups[1].Value : null;
            }

            Assert.NotNull(url);
            using var http = new HttpClient { BaseAddress = new Uri(url), DefaultRequestHeaders = { { "x-api-key", "any" } } };
            using HttpResponseMessage response = await http.GetAsync("indexes", Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        ["exec", Path.Combine(AppContext.BaseDirectory, "TwelveLabs.Simulator.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    [GeneratedRegex("^Base URL: (http://127\\.0\\.0\\.1:[0-9]+/v1\\.2/)$")]
    private static partial Regex BaseUrl();
}
