namespace Benchmarks.Build;

/// <summary>What one build did.</summary>
/// <param name="Tools">Programs that it started to make code: the spec step, NSwag, or any other through a command line.</param>
/// <param name="Compilations">Runs of the C# compiler.</param>
/// <param name="Time">How long it took.</param>
internal sealed record BuildRun(int Tools, int Compilations, TimeSpan Time)
{
    private static readonly string[] ToolTasks = ["RunDotNetTool", "Exec"];

    /// <summary>Reads what <see cref="TaskTallyLogger"/> wrote.</summary>
    /// <exception cref="WrongAnswerException">There is nothing to read, or it holds no task: nothing was counted.</exception>
    public static BuildRun Read(string tally, TimeSpan time)
    {
        string[] tasks = File.Exists(tally) ? File.ReadAllLines(tally) : [];
        return tasks.Length > 0
            ? new BuildRun(tasks.Count(static task => ToolTasks.Contains(task)), tasks.Count(static task => task == "Csc"), time)
            : throw new WrongAnswerException("The build reported no task at all, so that its tools could not be counted.");
    }
}
