namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>A text that is no JSONPath query.</summary>
/// <param name="at">The character where it stops being one, from 0.</param>
/// <param name="message">What is wrong there.</param>
public sealed class JsonPathException(int at, string message) : Exception(message)
{
    /// <summary>The character where the text stops being a query, from 0.</summary>
    public int At { get; } = at;
}
