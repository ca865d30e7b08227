using Microsoft.Extensions.Logging;

namespace LongRun.Tests.Support;

/// <summary>Keeps all that is logged: event, text and state.</summary>
internal sealed class RecordingLogger : ILogger
{
    internal List<(int Id, LogLevel Level, string Text)> Lines { get; } = [];

    internal IEnumerable<int> Events => Lines.Select(static l => l.Id);

    internal string All => string.Join("\n", Lines.Select(static l => l.Text));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join("\n", pairs.Select(static p => $"{p.Key}={p.Value}")) : "";
        Lines.Add((eventId.Id, logLevel, $"{formatter(state, exception)}\n{values}\n{exception}"));
    }
}
