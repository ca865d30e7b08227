namespace LongRun.SpecCompiler.Reading;

/// <summary>Finds the objects of OpenAPI in a document: schemas, operations, parameters and so on.</summary>
/// <remarks>
/// Not every map is one. The keys of <c>properties</c> are names that an author chose, so <c>example</c> is a property
/// there and a keyword elsewhere; and what stands in an example or an extension is text to OpenAPI, whatever it looks like.
/// </remarks>
public static class DocumentWalk
{
    private static readonly HashSet<string> NameMaps = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "schemas", "parameters", "responses", "headers", "requestBodies", "callbacks",
        "securitySchemes", "variables", "encoding", "content", "paths",
    };

    private static readonly HashSet<string> Literals = new(StringComparer.Ordinal)
    {
        "example", "examples", "default", "enum", "security", "links", "mapping", "scopes", "tags",
    };

    /// <summary>Every object below a value, the value itself first.</summary>
    /// <param name="node">The value.</param>
    /// <returns>The objects, parents before children. Children may be changed while this runs, parents may not.</returns>
    public static IEnumerable<MapNode> Objects(Node node)
    {
        // A stack of our own: iterators inside iterators cost each object its depth.
        var open = new Stack<(Node Node, bool IsNames)>();
        open.Push((node, false));
        while (open.TryPop(out (Node Node, bool IsNames) next))
        {
            if (next.Node is ListNode list)
            {
                for (int i = list.Items.Count - 1; i >= 0; i--)
                {
                    open.Push((list.Items[i], false));
                }
            }
            else if (next.Node is MapNode map)
            {
                if (!next.IsNames)
                {
                    yield return map;
                }

                for (int i = map.Entries.Count - 1; i >= 0; i--)
                {
                    MapNode.Entry entry = map.Entries[i];
                    if (next.IsNames || !IsLiteral(entry.Key))
                    {
                        open.Push((entry.Value, !next.IsNames && entry.Value is MapNode && HoldsNames(entry.Key)));
                    }
                }
            }
        }
    }

    /// <summary>Whether the keys of a member's value are names that an author chose.</summary>
    /// <param name="key">Name of the member.</param>
    /// <returns>Whether they are.</returns>
    public static bool HoldsNames(string key) => NameMaps.Contains(key);

    /// <summary>Whether a member's value is text to OpenAPI, whatever it looks like.</summary>
    /// <param name="key">Name of the member.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsLiteral(string key) => Literals.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal);
}
