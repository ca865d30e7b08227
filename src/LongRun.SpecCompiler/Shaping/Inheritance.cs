using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Writes the older form of polymorphism as a union: a schema with a discriminator that others extend by <c>allOf</c>.</summary>
/// <remarks>
/// Whoever refers to <c>Pet</c> means a cat or a dog. The members that all have stay in <c>PetBase</c>, which the others
/// extend from then on, and <c>Pet</c> becomes the union of the others. Where <c>Pet</c> lists the others as its alternatives
/// already, each of them would be a part of itself: they extend <c>PetBase</c> too, and <c>Pet</c> stays the union it is.
/// </remarks>
public static class Inheritance
{
    /// <summary>Rewrites every such schema.</summary>
    /// <param name="document">The document; changed in place.</param>
    public static void Run(ApiDocument document)
    {
        MapNode? schemas = document.Root.Map("components")?.Map("schemas");
        foreach (MapNode.Entry parent in document.Schemas.ToList())
        {
            if (parent.Value is MapNode schema && schema.Map("discriminator") is { } discriminator && !schema.Has("oneOf") && !schema.Has("anyOf"))
            {
                Rewrite(document, schemas!, parent.Key, schema, discriminator);
            }
            else if (parent.Value is MapNode union && ApiDocument.Alternatives(union).Any())
            {
                Break(document, schemas!, parent.Key, union);
            }
        }
    }

    private static void Rewrite(ApiDocument document, MapNode schemas, string name, MapNode schema, MapNode discriminator)
    {
        string reference = Reference(name);
        List<(string Name, MapNode Part)> children = Children(document, name);
        if (children.Count == 0)
        {
            schema.Remove("discriminator");
            return;
        }

        string baseName = schemas.FreeKey(name + "Base");
        var shared = (MapNode)schema.Clone();
        shared.Remove("discriminator");
        schemas.Set(baseName, shared);
        var cases = new ListNode(schema.Position);
        foreach ((string child, MapNode part) in children)
        {
            part.Set("$ref", ScalarNode.Of(Reference(baseName), schema.Position));
            cases.Items.Add(ReferenceTo(child, schema.Position));
        }

        // A value of the mapping may mean the parent itself.
        MapNode? mapping = discriminator.Map("mapping");
        foreach (MapNode.Entry own in mapping?.Entries.Where(entry => entry.Value is ScalarNode target && (target.Text == reference || target.Text == name)).ToList() ?? [])
        {
            mapping!.Set(own.Key, ScalarNode.Of(Reference(baseName), own.Value.Position));
            if (cases.Items.Count == children.Count)
            {
                cases.Items.Add(ReferenceTo(baseName, schema.Position));
            }
        }

        foreach (MapNode.Entry entry in schema.Entries.Where(static entry => entry.Key is not ("discriminator" or "description" or "title" or "nullable")).ToList())
        {
            schema.Remove(entry.Key);
        }

        schema.Set("oneOf", cases);
    }

    private static void Break(ApiDocument document, MapNode schemas, string name, MapNode union)
    {
        HashSet<string> alternatives = ApiDocument.Alternatives(union).Select(ApiDocument.ReferencedSchema).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<(string Name, MapNode Part)> children = Children(document, name).Where(child => alternatives.Contains(child.Name)).ToList();
        if (children.Count == 0)
        {
            return;
        }

        string baseName = schemas.FreeKey(name + "Base");
        var shared = new MapNode(union.Position);
        shared.Set("type", ScalarNode.Of("object", union.Position));
        foreach (MapNode.Entry entry in union.Entries.Where(static entry => entry.Key is not ("discriminator" or "description" or "title" or "nullable" or "oneOf" or "anyOf")).ToList())
        {
            shared.Set(entry.Key, entry.Value, entry.KeyPosition);
            union.Remove(entry.Key);
        }

        schemas.Set(baseName, shared);
        foreach ((_, MapNode part) in children)
        {
            part.Set("$ref", ScalarNode.Of(Reference(baseName), part.Position));
        }
    }

    private static List<(string Name, MapNode Part)> Children(ApiDocument document, string name) => document.Schemas
        .SelectMany(static child => ((child.Value as MapNode)?.List("allOf")?.Items ?? []).OfType<MapNode>(), static (child, part) => (child.Key, part))
        .Where(pair => pair.part.Has("$ref") && ApiDocument.ReferencedSchema(pair.part) == name)
        .ToList();

    private static string Reference(string schema) => "#/components/schemas/" + ApiDocument.Escape(schema);

    private static MapNode ReferenceTo(string schema, SourcePosition position)
    {
        var reference = new MapNode(position);
        reference.Set("$ref", ScalarNode.Of(Reference(schema), position));
        return reference;
    }
}
