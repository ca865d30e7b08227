using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Build;

/// <summary>What one build did.</summary>
/// <param name="Tasks">The tasks that ran.</param>
/// <param name="Time">How long it took.</param>
internal sealed record BuildRun(IReadOnlyList<BuildTask> Tasks, TimeSpan Time)
{
    private static readonly string[] ToolTasks = ["RunDotNetTool", "Exec"];

    /// <summary>Programs that it started to make code: the spec step, NSwag, or any other through a command line.</summary>
    public IReadOnlyList<BuildTask> Tools => [.. Tasks.Where(static task => ToolTasks.Contains(task.Name))];

    /// <summary>Runs of the C# compiler.</summary>
    public int Compilations => Tasks.Count(static task => task.Name == "Csc");

    /// <summary>Builds a project.</summary>
    /// <param name="project">Its path.</param>
    /// <param name="options">Options of <c>dotnet build</c>.</param>
    /// <exception cref="WrongAnswerException">The build failed, or reported no task at all, so that nothing could be counted.</exception>
    public static BuildRun Of(string project, params string[] options)
    {
        string tally = Path.GetTempFileName();
        try
        {
            // No servers: what this build starts ends with it, and nothing that other builds left behind is used.
            long startedAt = Stopwatch.GetTimestamp();
            (int exitCode, string output) = DotNetCommand.Run(Path.GetDirectoryName(project)!,
            [
                "build", project, "-nologo", "-verbosity:quiet", "-nodeReuse:false",
                $"-logger:{typeof(TaskTallyLogger).FullName},{typeof(TaskTallyLogger).Assembly.Location};{tally}",
                .. options,
            ]);
            TimeSpan time = Stopwatch.GetElapsedTime(startedAt);
            BuildTask[] tasks = [.. File.ReadLines(tally).Select(BuildTask.Parse)];
            return exitCode == 0 && tasks.Length > 0
                ? new BuildRun(tasks, time)
                : throw new WrongAnswerException($"The build of {project} failed:\n{output}");
        }
        finally
        {
            File.Delete(tally);
        }
    }
}

/// <summary>A task of a build.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="Command">The command line of the program that it started; empty if it started none.</param>
internal sealed record BuildTask(string Name, double Seconds, string Command)
{
    /// <summary>Reads a line of <see cref="TaskTallyLogger"/>.</summary>
    public static BuildTask Parse(string line)
    {
        string[] parts = line.Split('\t');
        return new(parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }
}
