using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LongRun.Consumers.Tests.Native;
using TwelveLabs.Simulator;

namespace LongRun.Consumers.Tests;

/// <summary>The sample to copy, as a program in machine code.</summary>
public sealed class NativeTests(PackageFeed feed)
{
    // A bare program with HttpClient and JSON has 6.2 MB. Policy: what the client adds is at most as much again and a bit.
    private const long MostBytes = 14_000_000;

    [Fact]
    public async Task The_quickstart_compiles_to_machine_code_without_a_warning_is_small_and_does_the_whole_guide()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        Toolchain.Require();
        using var folder = new ForeignFolder(feed);
        Sample.Take(folder, "Quickstart", "Quickstart");
        (int exitCode, string output) = folder.Run(
        [
            "publish", "Quickstart", "-r", Toolchain.RuntimeIdentifier, "-o", folder.At("published"), "-p:PublishAot=true", "-p:TrimmerSingleWarn=false",
            .. Toolchain.Properties, "-tl:off",
        ]);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotMatch("warning [A-Z]+[0-9]+", output);
        var program = new FileInfo(folder.At($"published/Quickstart{Toolchain.Extension}"));
        Assert.InRange(program.Length, 1, MostBytes);

        await using TwelveLabsSimulator platform = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 6000 }, stop);
        using (Process guide = Start(program, platform.BaseUrl))
        {
            string written = await guide.StandardOutput.ReadToEndAsync(stop) + await guide.StandardError.ReadToEndAsync(stop);
            await guide.WaitForExitAsync(stop);
            Assert.True(guide.ExitCode == 0, written);
            SimulatedTask task = Assert.Single(platform.Tasks);
            Assert.Contains($"Task {task.Id}.", written, StringComparison.Ordinal);
            Assert.Contains($"\nVideo {task.VideoId}", written, StringComparison.Ordinal);
        }

        // Figures for whoever reads the log; a machine that is busy would fail a limit.
        Console.WriteLine(
            $"Quickstart in machine code: {program.Length / 1e6:F1} MB; {await MedianAsync(() => UntilItSaysThatAKeyIsMissingAsync(program, stop)):F1} ms until it says that a key is missing, "
            + $"{await MedianAsync(() => UntilItCallsAsync(program, stop)):F1} ms until its first call.");
    }

    private static async Task<double> MedianAsync(Func<Task<TimeSpan>> measure)
    {
        var times = new List<TimeSpan>();
        while (times.Count < 21)
        {
            times.Add(await measure());
        }

        return times.Order().ElementAt(times.Count / 2).TotalMilliseconds;
    }

    private static async Task<TimeSpan> UntilItSaysThatAKeyIsMissingAsync(FileInfo program, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Start(program, server: null);
        await process.WaitForExitAsync(stop);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        Assert.Equal(2, process.ExitCode);
        return time;
    }

    private static async Task<TimeSpan> UntilItCallsAsync(FileInfo program, CancellationToken stop)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        long start = Stopwatch.GetTimestamp();
        using Process process = Start(program, new Uri($"http://{server.LocalEndpoint}/"));
        using TcpClient call = await server.AcceptTcpClientAsync(stop);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        process.Kill();
        await process.WaitForExitAsync(stop);
        return time;
    }

    private static Process Start(FileInfo program, Uri? server)
    {
        var start = new ProcessStartInfo(program.FullName) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TWELVELABS_API_KEY"] = server is null ? "" : "any";
        start.Environment["TWELVELABS_BASE_URL"] = server?.ToString() ?? "";
        return Process.Start(start)!;
    }
}
