using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TwelveLabs.Client.Tests.Support;

/// <summary>Keeps all that is logged, down to Trace: text, state, scopes and exceptions.</summary>
internal sealed class CollectingLogger : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue(Describe(state));
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)}\n{Describe(state)}\n{exception}");

    public void Dispose()
    {
    }

    private static string Describe(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs
        ? string.Join("\n", pairs.Select(pair => $"{pair.Key}={(pair.Value is System.Collections.IEnumerable values and not string ? string.Join(",", values.Cast<object>()) : pair.Value)}"))
        : state?.ToString() ?? "";
}
