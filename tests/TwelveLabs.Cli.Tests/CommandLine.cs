using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TwelveLabs.Cli.Tests;

/// <summary>Runs the program as a shell would: another process, its output in pipes.</summary>
internal static class CommandLine
{
    public static Task<Result> RunAsync(params string[] arguments) => RunAsync(null, [], arguments);

    /// <summary>Runs it with more in its environment, or less where a value is <see langword="null"/>.</summary>
    public static Task<Result> RunAsync(Dictionary<string, string?> environment, params string[] arguments) => RunAsync(null, environment, arguments);

    /// <summary>Runs it, and asks it to stop when it has printed a text.</summary>
    /// <remarks>By SIGTERM, which it takes as it takes Ctrl-C: a program started in the background of a script ignores SIGINT.</remarks>
    public static Task<Result> RunAndStopAsync(string text, params string[] arguments) => RunAndStopAsync(text, [], arguments);

    /// <inheritdoc cref="RunAndStopAsync(string, string[])"/>
    public static Task<Result> RunAndStopAsync(string text, Dictionary<string, string?> environment, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process cannot ask another one to stop on Windows.");
        return RunAsync(text, environment, arguments);
    }

    private static async Task<Result> RunAsync(string? stopAfter, Dictionary<string, string?> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "twelvelabs.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        CancellationToken stop = TestContext.Current.CancellationToken;
        Task<string> error = process.StandardError.ReadToEndAsync(stop);
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            output.AppendLine(line);
            if (stopAfter is not null && line.Contains(stopAfter, StringComparison.Ordinal))
            {
                using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(stop);
            }
        }

        await process.WaitForExitAsync(stop);
        return new Result(process.ExitCode, output.ToString(), await error);
    }

    /// <summary>What a run left behind.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error)
    {
        public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
