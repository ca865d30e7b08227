using System.Diagnostics;

namespace LongRun.Consumers.Tests.Native;

/// <summary>What links programs in machine code on this machine.</summary>
internal static class Toolchain
{
    public static string RuntimeIdentifier => PackageFeed.Fact("RuntimeIdentifier");

    public static string Extension => OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>On Linux the SDK would take clang, which fewer machines have.</summary>
    public static IReadOnlyList<string> Properties => OperatingSystem.IsLinux() ? ["-p:CppCompilerAndLinker=gcc"] : [];

    /// <summary>Installs what is missing, as far as that is possible without asking.</summary>
    public static void Require()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using Process script = Process.Start(new ProcessStartInfo("sh", [RepositoryFolder.PathOf("tests/Consumers/Native/toolchain.sh")]) { RedirectStandardOutput = true })!;
        string said = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        Assert.True(script.ExitCode == 0, said);
    }
}
