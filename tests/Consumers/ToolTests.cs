namespace LongRun.Consumers.Tests;

/// <summary>The command line, installed from the feed as from any other.</summary>
public sealed class ToolTests(PackageFeed feed)
{
    /// <summary>From an empty folder, without a key, and without a way out: the simulator is in the tool.</summary>
    [Fact]
    public void The_demo_of_the_installed_tool_works_in_an_empty_folder_without_a_network()
    {
        using var folder = new ForeignFolder(feed);
        (int exitCode, string output) = folder.Run("tool", "install", "TwelveLabs.Cli", "--version", feed.Version, "--tool-path", folder.At("tools"));
        Assert.True(exitCode == 0, output);

        Directory.CreateDirectory(folder.At("empty"));
        (exitCode, output) = DotNetCommand.RunProgram(
            folder.At(OperatingSystem.IsWindows() ? "tools/twelvelabs.exe" : "tools/twelvelabs"),
            folder.At("empty"),
            ["demo", "--speed", "6000"],
            ("http_proxy", "http://127.0.0.1:9"), // where nobody listens
            ("https_proxy", "http://127.0.0.1:9"),
            ("no_proxy", "127.0.0.1"));
        Assert.True(exitCode == 0, output);
        Assert.Contains("Status:     ready", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.At("empty")));
    }
}
