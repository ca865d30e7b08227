using TwelveLabs.Simulator;

namespace LongRun.Consumers.Tests;

/// <summary>The sample with one of each mistake: what a build says of it, and what the formatter makes of it.</summary>
[Collection(nameof(ProgramFolder))]
public sealed class MistakesTests(ProgramFolder programs)
{
    /// <summary>Every rule there is has its instance, so that whoever wonders what a rule is about can see it.</summary>
    [Fact]
    public void The_sample_holds_an_instance_of_every_rule()
    {
        (int exitCode, string output) = programs.Build("Mistakes", "-p:LongRunAnalysisMode=AllWarnings");
        Assert.True(exitCode == 0, output);

        Assert.Equal(Rules(), Reported.In(output).Select(static r => r.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_formatter_mends_the_sample_and_it_still_does_its_job()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        const string Project = "MendedMistakes/MendedMistakes.csproj";
        Directory.Delete(programs.At("MendedMistakes/ByHand"), recursive: true);
        (int exitCode, string output) = programs.Run("format", "analyzers", Project, "--severity", "info", "--no-restore");
        Assert.True(exitCode == 0, output);

        (exitCode, output) = programs.Build("MendedMistakes", "-p:LongRunAnalysisMode=AllWarnings");
        Assert.Empty(Reported.In(output));
        Assert.True(exitCode == 0, output);

        await using TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 6000 }, stop);
        (exitCode, output) = programs.Start("MendedMistakes", simulator);
        Assert.True(exitCode == 0, output);
        Assert.All(["LRO1003", "LRO1004", "LRO1005", "LRO1006", "LRO1007", "LRO1008"], loop => Assert.Matches($"{loop} [0-9a-f]{{24}}", output));
        Assert.Contains("LRO1009 True", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rules() => Directory.GetFiles(RepositoryFolder.PathOf("analyzers/docs"), "LRO*.md")
        .Select(static page => Path.GetFileNameWithoutExtension(page))
        .Order(StringComparer.Ordinal);
}
