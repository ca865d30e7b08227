using System.Diagnostics;
using System.Reflection;
using TwelveLabs.Simulator;

namespace LongRun.Documentation.Tests;

/// <summary>Commands on pages do what they say, each page's fences as one script after the other in a real shell.</summary>
/// <remarks>
/// In that shell <c>twelvelabs</c> is the program as it was built with these tests, in a folder of its own and against a simulator;
/// <c>dotnet run</c> and <c>dotnet build</c> take what was built before, because other tests run beside it in the same folders; and
/// <c>dotnet test</c> is what runs this test, so that it does nothing, as does <c>dotnet tool</c>: the tests of the packages install
/// the program, from a folder.
/// </remarks>
public sealed class CommandTests
{
    public static TheoryData<string> Places => [.. Fence.Of("sh").Where(static f => f.Says("not run") is null).Select(static f => f.Place)];

    [Fact]
    public void The_first_page_has_the_commands_that_a_build_server_looks_for()
    {
        string[] commands = [.. Page.At("README.md").Fences.Where(static f => f.Language == "sh").SelectMany(static f => f.Text.Split('\n'))];
        Assert.Contains(commands, static c => c.StartsWith("dotnet run --project src/TwelveLabs.Cli -- demo", StringComparison.Ordinal));
        Assert.Single(File.ReadAllLines(RepositoryFolder.PathOf("README.md")), static l => l.StartsWith("dotnet test", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_commands_of_a_fence_succeed(string place)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of a Unix shell.");
        CancellationToken stop = TestContext.Current.CancellationToken;
        Fence fence = Fence.Of("sh").Single(f => f.Place == place);
        await using TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 6000 }, stop);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("longrun-commands-");
        try
        {
            (int exitCode, string output) = await RunAsync(fence.Text, folder.FullName, simulator.BaseUrl, stop);
            Assert.True(exitCode == 0, $"Exit code {exitCode}.\n{output}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string commands, string folder, Uri simulator, CancellationToken stop)
    {
        string configuration = typeof(CommandTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Configuration").Value!;
        string script = $$"""
            set -e
            twelvelabs() { (cd '{{folder}}' && command dotnet '{{RepositoryFolder.PathOf($"src/TwelveLabs.Cli/bin/{configuration}/net10.0/twelvelabs.dll")}}' "$@"); }
            dotnet() {
              verb=$1
              shift
              case $verb in
                test | tool) ;;
                run) command dotnet run --no-build -c {{configuration}} "$@" ;;
                build) command dotnet build --no-dependencies -c {{configuration}} "$@" ;;
                *) command dotnet "$verb" "$@" ;;
              esac
            }
            {{commands}}
            """;
        var start = new ProcessStartInfo("sh", ["-c", script])
        {
            WorkingDirectory = RepositoryFolder.PathOf(""),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["TWELVELABS_API_KEY"] = "any",
                ["TWELVELABS_BASE_URL"] = simulator.ToString(),
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
                ["UseSharedCompilation"] = "false",
            },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(stop);
        string output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, output + await errors);
    }
}
