using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Makes one flat schema of each <c>allOf</c>.</summary>
/// <remarks>
/// NSwag makes base classes of some of them and drops others. A flat class says what is on the wire, and its members
/// have one name each.
/// </remarks>
public sealed class SchemaMerging
{
    private readonly ApiDocument _document;
    private readonly CopyBudget _copies;
    private readonly HashSet<MapNode> _done = [];

    private SchemaMerging(ApiDocument document, CopyBudget copies)
    {
        _document = document;
        _copies = copies;
    }

    /// <summary>Merges every component.</summary>
    /// <param name="document">The document; changed in place.</param>
    /// <param name="copies">Copies what the parts say.</param>
    public static void Run(ApiDocument document, CopyBudget copies)
    {
        var merging = new SchemaMerging(document, copies);
        foreach (MapNode.Entry schema in document.Schemas.ToList())
        {
            merging.Merge((MapNode)schema.Value);
        }
    }

    private void Merge(MapNode schema)
    {
        if (_copies.IsSpent || !_done.Add(schema) || schema.List("allOf") is not { } parts)
        {
            return;
        }

        schema.Remove("allOf");
        var own = schema.Map("properties");
        var properties = new MapNode(schema.Position);
        var required = new ListNode(schema.Position);
        required.Items.AddRange(schema.List("required")?.Items ?? []);
        foreach (MapNode part in parts.Items.OfType<MapNode>().Select(_document.Resolve).OfType<MapNode>())
        {
            Merge(part);
            Copy(part.Map("properties"), properties);
            required.Items.AddRange(part.List("required")?.Items ?? []);
            foreach (MapNode.Entry entry in part.Entries.Where(entry => !schema.Has(entry.Key) && entry.Key is not ("properties" or "required")))
            {
                schema.Set(entry.Key, _copies.Copy(entry.Value, schema.Position), entry.KeyPosition);
            }
        }

        Copy(own, properties);
        if (properties.Entries.Count > 0)
        {
            schema.Set("type", ScalarNode.Of("object", schema.Position));
            schema.Set("properties", properties);
        }

        if (required.Items.Count > 0)
        {
            var distinct = new ListNode(required.Position);
            distinct.Items.AddRange(required.Scalars.DistinctBy(static name => name.Text));
            schema.Set("required", distinct);
        }
    }

    private void Copy(MapNode? from, MapNode to)
    {
        foreach (MapNode.Entry entry in (from?.Entries ?? []).TakeWhile(_ => !_copies.IsSpent))
        {
            to.Set(entry.Key, _copies.Copy(entry.Value, to.Position), entry.KeyPosition);
        }
    }
}
