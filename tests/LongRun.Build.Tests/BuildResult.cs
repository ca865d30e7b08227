namespace LongRun.Build.Tests;

/// <summary>What one build did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Log">What <see cref="TaskLog"/> wrote.</param>
public sealed record BuildResult(int ExitCode, string Output, IReadOnlyList<string> Log)
{
    /// <summary>How often a tool ran.</summary>
    public int ToolRuns => Log.Count(static line => line == "task RunDotNetTool");

    public IReadOnlyList<string> Errors => Log.Where(static line => line.StartsWith("error ", StringComparison.Ordinal)).ToList();

    public BuildResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{string.Join('\n', Errors)}\n{Output}");
        Assert.DoesNotContain(Log, static line => line.StartsWith("warning ", StringComparison.Ordinal));
        return this;
    }
}
