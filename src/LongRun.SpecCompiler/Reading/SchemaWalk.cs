namespace LongRun.SpecCompiler.Reading;

/// <summary>Finds the schemas in a document, wherever they stand.</summary>
public static class SchemaWalk
{
    private static readonly string[] Single =
        ["schema", "items", "additionalProperties", "not", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties"];

    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf", "prefixItems"];

    private static readonly string[] Named = ["properties", "patternProperties", "schemas"];

    /// <summary>Every schema, references aside.</summary>
    /// <param name="root">Root of the document.</param>
    /// <returns>The schemas.</returns>
    public static IEnumerable<MapNode> Schemas(MapNode root) => DocumentWalk.Objects(root)
        .SelectMany(static holder => holder.Entries, static (holder, entry) => entry)
        .SelectMany(Within)
        .Where(static schema => !schema.Has("$ref"));

    private static IEnumerable<MapNode> Within(MapNode.Entry entry) =>
        Lists.Contains(entry.Key) ? (entry.Value as ListNode)?.Items.OfType<MapNode>() ?? []
        : entry.Value is not MapNode map ? []
        : Single.Contains(entry.Key) ? [map]
        : Named.Contains(entry.Key) ? map.Entries.Select(static named => named.Value).OfType<MapNode>()
        : [];
}
