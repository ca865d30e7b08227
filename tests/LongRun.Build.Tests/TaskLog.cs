using Microsoft.Build.Framework;

namespace LongRun.Build.Tests;

/// <summary>
/// Writes what a build did, loaded into it by <c>-logger:</c>: each started task with its target, each error and warning,
/// each message that has a code.
/// Counting these counts work done, whatever the words of the log are.
/// </summary>
public sealed class TaskLog : ILogger
{
    private readonly List<string> _lines = [];

    public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Diagnostic;

    public string? Parameters { get; set; }

    public void Initialize(IEventSource eventSource)
    {
        eventSource.TaskStarted += (_, started) => Add($"task {started.TaskName}");
        eventSource.ErrorRaised += (_, error) => Add($"error {error.File}({error.LineNumber},{error.ColumnNumber}) {error.Code}: {error.Message}");
        eventSource.WarningRaised += (_, warning) => Add($"warning {warning.File}({warning.LineNumber},{warning.ColumnNumber}) {warning.Code}: {warning.Message}");
        eventSource.MessageRaised += (_, message) =>
        {
            if (message.Code?.StartsWith("LRO", StringComparison.Ordinal) == true)
            {
                Add($"info {message.File}({message.LineNumber},{message.ColumnNumber}) {message.Code}: {message.Message}");
            }
        };
    }

    public void Shutdown()
    {
        lock (_lines)
        {
            File.WriteAllLines(Parameters!, _lines);
        }
    }

    private void Add(string line)
    {
        lock (_lines)
        {
            _lines.Add(line.ReplaceLineEndings(" "));
        }
    }
}
