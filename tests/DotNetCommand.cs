using System.Diagnostics;
using System.Text;

namespace LongRun.Testing;

/// <summary>Commands of the SDK, each a process of its own that leaves nothing running behind it.</summary>
internal static class DotNetCommand
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">What stands behind <c>dotnet</c>.</param>
    /// <param name="environment">Variables that this command needs.</param>
    /// <returns>Its exit code, and what it wrote to both of its outputs.</returns>
    public static (int ExitCode, string Output) Run(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        RunProgram("dotnet", folder, arguments, environment);

    /// <summary>Runs another program, such as a tool that was installed, to its end.</summary>
    /// <param name="program">Its path, or its name where it is on the machine's.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that it needs.</param>
    /// <returns>Its exit code, and what it wrote to both of its outputs.</returns>
    public static (int ExitCode, string Output) RunProgram(string program, string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A build inside a test run must not take the outer build's settings for its own.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        var output = new StringBuilder();
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return (process.ExitCode, output.ToString());
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
