using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TwelveLabs.AspNetCore.Tests.Support;

/// <summary>Keeps all that is logged, down to Trace: text, state and exceptions.</summary>
internal sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, EventId Id, LogLevel Level, string Text)> _lines = new();

    public string All => string.Join("\n", _lines.Select(static l => l.Text));

    /// <summary>Ids of what this package logged, in order.</summary>
    public IEnumerable<int> WebhookEvents => _lines.Where(static l => l.Category == "TwelveLabs.Webhooks").Select(static l => l.Id.Id);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(RecordedLog log, string category) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join("\n", pairs.Select(static p => $"{p.Key}={p.Value}")) : "";
            log._lines.Enqueue((category, eventId, logLevel, $"{formatter(state, exception)}\n{values}\n{exception}"));
        }
    }
}
