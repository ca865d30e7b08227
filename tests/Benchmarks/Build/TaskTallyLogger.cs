using System.Globalization;
using Microsoft.Build.Framework;

namespace Benchmarks.Build;

/// <summary>Loaded by MSBuild: writes every task that ran into the file that its parameter names, one a line.</summary>
/// <remarks>Name, seconds, and the command line if it started a program, with tabs between.</remarks>
public sealed class TaskTallyLogger : ILogger
{
    private readonly Dictionary<(int Node, int Target, int Task), TaskStartedEventArgs> _running = [];
    private readonly Dictionary<(int Node, int Target, int Task), string> _commands = [];
    private readonly List<string> _tasks = [];

    /// <inheritdoc />
    public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Diagnostic;

    /// <inheritdoc />
    public string? Parameters { get; set; }

    /// <inheritdoc />
    public void Initialize(IEventSource eventSource)
    {
        ArgumentNullException.ThrowIfNull(eventSource);
        eventSource.TaskStarted += (_, task) => _running[Key(task)] = task;
        eventSource.MessageRaised += (_, message) =>
        {
            if (message is TaskCommandLineEventArgs command)
            {
                _commands[Key(command)] = command.CommandLine.ReplaceLineEndings(" ");
            }
        };
        eventSource.TaskFinished += (_, task) =>
        {
            if (_running.Remove(Key(task), out TaskStartedEventArgs? started))
            {
                _tasks.Add(string.Create(CultureInfo.InvariantCulture, $"{task.TaskName}\t{(task.Timestamp - started.Timestamp).TotalSeconds}\t{_commands.GetValueOrDefault(Key(task))}"));
            }
        };
    }

    /// <inheritdoc />
    public void Shutdown() => File.WriteAllLines(Parameters!, _tasks);

    private static (int Node, int Target, int Task) Key(BuildEventArgs task) => (task.BuildEventContext!.NodeId, task.BuildEventContext.TargetId, task.BuildEventContext.TaskId);
}
