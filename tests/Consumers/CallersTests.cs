namespace LongRun.Consumers.Tests;

/// <summary>What the packages do in the builds of those who call a client.</summary>
[Collection(nameof(ProgramFolder))]
public sealed class CallersTests(ProgramFolder programs, PackageFeed feed)
{
    [Fact]
    public void The_packages_come_from_the_feed_and_bring_no_tool_along()
    {
        string restored = File.ReadAllText(programs.At("App/obj/project.assets.json"));
        Assert.All(["LongRun", "TwelveLabs.Client"], package => Assert.Contains($"\"{package}/{feed.Version}\"", restored, StringComparison.Ordinal));
        Assert.All(["NSwag", "LongRun.Build", "LongRun.Generators"], tool => Assert.DoesNotContain(tool, restored, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_reference_to_the_client_is_enough_to_be_warned()
    {
        (int exitCode, string output) = programs.Build("App");
        Assert.Equal(Reported.AnnouncedIn(programs.At("App"), "warning", except: "a suggestion"), Reported.In(output));
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void The_formatter_mends_what_has_one_answer_and_the_program_still_builds()
    {
        (int exitCode, string output) = programs.Run("format", "analyzers", "Mended/Mended.csproj", "--no-restore");
        Assert.True(exitCode == 0, output);

        (exitCode, output) = programs.Build("Mended");
        Assert.Equal(Reported.AnnouncedIn(programs.At("Mended"), "warning", except: ["a suggestion", "mended"]), Reported.In(output));
        Assert.True(exitCode == 0, output);

        Assert.Contains("await client.ResumeIndexing(taskId).WaitForCompletionAsync(", File.ReadAllText(programs.At("Mended/Polling.cs")), StringComparison.Ordinal);
        string[] mended = File.ReadAllLines(programs.At("Mended/Program.cs"));
        Assert.Contains("""    Url = new Uri("https://youtube.com/watch?v=dQw4w9WgXcQ"), // LRO2002, mended""", mended);
        Assert.Equal(
            File.ReadAllLines(programs.At("App/Program.cs")).Where(static line => !line.EndsWith(", mended", StringComparison.Ordinal)),
            mended.Where(static line => !line.EndsWith(", mended", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_rules_reach_a_program_that_knows_the_client_through_a_library_only_and_the_switch_stops_them()
    {
        (int exitCode, string output) = programs.Build("TwoHops");
        Assert.Equal(Reported.AnnouncedIn(programs.At("TwoHops"), "warning"), Reported.In(output));
        Assert.True(exitCode == 0, output);

        (exitCode, output) = programs.Build("TwoHops", "-p:LongRunAnalyzers=false");
        Assert.Empty(Reported.In(output));
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Silence would look like code without mistakes; the compiler's own words for it come once for each file of the package.</summary>
    [Theory]
    [InlineData("roslyn4.7", "and this one is 4.7.")]
    [InlineData("unknown", "and this one is older than 4.0.")]
    public void A_compiler_that_is_too_old_gets_one_message_and_no_rules(string compiler, string said)
    {
        (int exitCode, string output) = programs.Build("App", $"-p:CompilerApiVersion={compiler}");
        Assert.Equal(["LongRun.targets LRO0001"], Reported.In(output).Select(static r => $"{r.Place.Split('(')[0]} {r.Id}"));
        Assert.Contains("they need a compiler of Roslyn 4.8 (.NET SDK 8.0.100, Visual Studio 17.8) or newer, " + said, output, StringComparison.Ordinal);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void The_oldest_compiler_served_gets_the_rules_and_no_message()
    {
        (int exitCode, string output) = programs.Build("App", "-p:CompilerApiVersion=roslyn4.8");
        Assert.Equal(Reported.AnnouncedIn(programs.At("App"), "warning", except: "a suggestion"), Reported.In(output));
        Assert.True(exitCode == 0, output);
    }
}
