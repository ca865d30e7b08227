using TwelveLabs.Simulator;

namespace LongRun.Consumers.Tests;

/// <summary>A program in Visual Basic: it has the client and its waits, and the rules, which read C#, leave it alone.</summary>
[Collection(nameof(ProgramFolder))]
public sealed class BasicTests(ProgramFolder programs)
{
    [Fact]
    public async Task A_program_in_Visual_Basic_builds_without_a_warning_and_does_its_job()
    {
        (int exitCode, string output) = programs.Build("Basic");
        Assert.Empty(Reported.In(output));
        Assert.DoesNotMatch("warning [A-Z]+[0-9]+", output);
        Assert.True(exitCode == 0, output);

        await using TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 6000 }, TestContext.Current.CancellationToken);
        (exitCode, output) = programs.Start("Basic", simulator);
        Assert.True(exitCode == 0, output);
        Assert.Matches("Video [0-9a-f]{24}", output);
    }
}
