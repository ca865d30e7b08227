using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LongRun.SpecCompiler.Reading;

/// <summary>A YAML parser whose every failure has a place: the library's own trips over some texts without saying where.</summary>
/// <param name="inner">The library's parser.</param>
internal sealed class SteadyParser(IParser inner) : IParser
{
    private Mark _reached = Mark.Empty;

    /// <inheritdoc />
    public ParsingEvent? Current => inner.Current;

    /// <inheritdoc />
    public bool MoveNext()
    {
        try
        {
            bool moved = inner.MoveNext();
            _reached = inner.Current?.End ?? _reached;
            return moved;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new YamlException(_reached, _reached, "what follows here is no value.");
        }
    }
}
