using System.Diagnostics;

namespace Benchmarks.Documents;

/// <summary>One run of a program that makes code.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="PeakMegabytes">The most memory it held (resident), in MB, looked at every few milliseconds.</param>
internal sealed record ToolRun(double Seconds, double PeakMegabytes)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs a command line as a build had it.</summary>
    /// <param name="command">The line.</param>
    /// <param name="environment">Variables that the build gives to the program.</param>
    /// <exception cref="WrongAnswerException">The program failed.</exception>
    public static async Task<ToolRun> StartAsync(string command, params (string Name, string Value)[] environment)
    {
        int end = command.IndexOf(' ', StringComparison.Ordinal);
        var start = new ProcessStartInfo(command[..end], command[(end + 1)..]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        long startedAt = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new WrongAnswerException($"{command} could not be started.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task exited = process.WaitForExitAsync();
        long peak = 0;
        while (!exited.IsCompleted)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
            await Task.WhenAny(exited, Task.Delay(Glance));
        }

        double seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        return process.ExitCode == 0
            ? new ToolRun(seconds, peak / 1e6)
            : throw new WrongAnswerException($"{command} failed:\n{await output}");
    }
}
