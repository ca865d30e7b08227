using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>A JSONPath query (RFC 9535) over the nodes of a document.</summary>
/// <remarks>
/// Our own, because no library of the RFC is to be had that works on nodes with positions: Newtonsoft.Json's would need a
/// second tree beside ours, which knows nothing of where a value stands, and speaks an older dialect (no functions, other
/// rules for filters, slices and escapes).
/// </remarks>
public sealed class JsonPath
{
    internal JsonPath(string text, IReadOnlyList<Segment> segments)
    {
        Text = text;
        Segments = segments;
    }

    /// <summary>The query as written.</summary>
    public string Text { get; }

    internal IReadOnlyList<Segment> Segments { get; }

    /// <summary>Reads a query.</summary>
    /// <param name="text">Its text: <c>$.paths['/tasks'].get</c>.</param>
    /// <returns>The query.</returns>
    /// <exception cref="JsonPathException">The text is no query.</exception>
    public static JsonPath Parse(string text) => new JsonPathParser(text).Parse();

    /// <summary>The places that the query leads to.</summary>
    /// <param name="root">Root of the document.</param>
    /// <returns>The places, in the RFC's order; one may occur more than once.</returns>
    public IReadOnlyList<Location> Select(Node root) => Select(root, Segments.Count);

    /// <summary>The places that the first steps of the query lead to.</summary>
    /// <param name="root">Root of the document.</param>
    /// <param name="steps">How many steps, from 0.</param>
    /// <returns>The places.</returns>
    internal IReadOnlyList<Location> Select(Node root, int steps)
    {
        List<Location> found = [Location.Root(root)];
        foreach (Segment segment in Segments.Take(steps))
        {
            found = found.SelectMany(from => segment.Select(from, root)).ToList();
        }

        return found;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
