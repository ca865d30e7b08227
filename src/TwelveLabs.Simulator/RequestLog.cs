using System.Collections.Concurrent;

namespace TwelveLabs.Simulator;

/// <summary>Counts the requests that arrived under the base URL, those hit by faults too. Safe for concurrent use.</summary>
public sealed class RequestLog
{
    private readonly ConcurrentDictionary<(string Method, string Path), int> _counts = new();

    /// <summary>All requests since the start or the last <see cref="Clear"/>.</summary>
    public int Total => _counts.Values.Sum();

    /// <summary>Requests by method and path (below the base URL, for example <c>/tasks/external-provider</c>), without query.</summary>
    public IReadOnlyDictionary<(string Method, string Path), int> Counts => new Dictionary<(string, string), int>(_counts);

    /// <summary>How many requests of one kind arrived.</summary>
    /// <param name="method">The HTTP method, in any case; <c>*</c> for all.</param>
    /// <param name="pathPattern">A path below the base URL; <c>*</c> is one segment, <c>**</c> any rest: <c>/tasks/*</c>.</param>
    /// <returns>The number; 0 when none did.</returns>
    public int Count(string method, string pathPattern)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(pathPattern);
        return _counts
            .Where(c => (method == "*" || c.Key.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && PathPattern.Matches(pathPattern, c.Key.Path))
            .Sum(static c => c.Value);
    }

    /// <summary>Begins again at 0.</summary>
    public void Clear() => _counts.Clear();

    internal void Record(string method, string path) => _counts.AddOrUpdate((method, path), 1, static (_, count) => count + 1);
}
