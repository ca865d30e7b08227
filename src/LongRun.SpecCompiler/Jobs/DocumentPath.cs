using System.Text.RegularExpressions;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Writes where a value of a document lies as a JSONPath of RFC 9535, as overlays take it.</summary>
public static partial class DocumentPath
{
    /// <summary>Path of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The path: <c>$.paths['/tasks/{task_id}'].get</c>.</returns>
    public static string Of(ApiOperation operation) => $"$.paths{Step(operation.Path)}{Step(operation.Method)}";

    /// <summary>Path of a value.</summary>
    /// <param name="root">Root of the document.</param>
    /// <param name="value">The value.</param>
    /// <returns>The path, or <see langword="null"/> if the value is not in the document.</returns>
    public static string? Of(MapNode root, Node value) => Find(root, value) is { } steps ? "$" + steps : null;

    private static string? Find(Node at, Node value)
    {
        if (ReferenceEquals(at, value))
        {
            return "";
        }

        IEnumerable<(string Step, Node Value)> below = at switch
        {
            MapNode map => map.Entries.Select(static entry => (Step(entry.Key), entry.Value)),
            ListNode list => list.Items.Select(static (item, index) => ($"[{index}]", item)),
            _ => [],
        };
        return below.Select(child => Find(child.Value, value) is { } rest ? child.Step + rest : null).FirstOrDefault(static found => found is not null);
    }

    private static string Step(string name) => Word().IsMatch(name)
        ? "." + name
        : $"['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
