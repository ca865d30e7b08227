using Microsoft.Build.Framework;

namespace Benchmarks.Build;

/// <summary>Loaded by MSBuild: writes the name of every task that ran into the file that its parameter names, one a line.</summary>
public sealed class TaskTallyLogger : ILogger
{
    private readonly List<string> _tasks = [];

    /// <inheritdoc />
    public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Diagnostic;

    /// <inheritdoc />
    public string? Parameters { get; set; }

    /// <inheritdoc />
    public void Initialize(IEventSource eventSource)
    {
        ArgumentNullException.ThrowIfNull(eventSource);
        eventSource.TaskStarted += (_, task) => _tasks.Add(task.TaskName);
    }

    /// <inheritdoc />
    public void Shutdown() => File.WriteAllLines(Parameters!, _tasks);
}
