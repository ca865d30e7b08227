using TwelveLabs.Simulator;

namespace LongRun.Consumers.Tests;

/// <summary>A first program, as somebody writes it who has read nothing: what the build says, what the formatter makes of it, whether that works.</summary>
[Collection(nameof(ProgramFolder))]
public sealed class FiveMistakesTests(ProgramFolder programs)
{
    [Fact]
    public async Task Five_mistakes_are_reported_where_they_are_and_mended_into_a_program_that_does_its_job()
    {
        IReadOnlyList<Reported> announced = Reported.AnnouncedIn(programs.At("FiveMistakes"), "warning");
        Assert.Equal(5, announced.Count);
        (int exitCode, string output) = programs.Build("FiveMistakes");
        Assert.Equal(announced, Reported.In(output));
        Assert.True(exitCode == 0, output);

        (exitCode, output) = programs.Run("format", "analyzers", "FiveMistakes/FiveMistakes.csproj", "--no-restore");
        Assert.True(exitCode == 0, output);
        (exitCode, output) = programs.Build("FiveMistakes", "-warnaserror");
        Assert.Empty(Reported.In(output));
        Assert.True(exitCode == 0, output);

        await using TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 6000 }, TestContext.Current.CancellationToken);
        (exitCode, output) = programs.Start("FiveMistakes", simulator);
        Assert.True(exitCode == 0, output);
        Assert.Equal(2, simulator.Tasks.Count);
        Assert.Equal(2, output.Split("Video ").Length - 1);
    }
}
