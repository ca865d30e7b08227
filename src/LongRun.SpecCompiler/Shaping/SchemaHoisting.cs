using LongRun.SpecCompiler.Lowering;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>
/// Makes a named component of each schema that becomes a C# type and has no name: the object or enumeration written in
/// place. Its name is made of where it stands: property <c>process</c> of <c>Task</c> gives <c>TaskProcess</c>.
/// </summary>
public sealed class SchemaHoisting
{
    // What a property says about itself, not about its type.
    internal static readonly string[] OfTheProperty =
        ["description", "nullable", "deprecated", "readOnly", "writeOnly", VocabularyKeys.AvailableWhen, LoweredKeys.UnionTag];

    private readonly ApiDocument _document;
    private readonly MapNode _schemas;

    private SchemaHoisting(ApiDocument document)
    {
        _document = document;
        MapNode components = document.Root.GetOrAddMap("components");
        _schemas = components.GetOrAddMap("schemas");
    }

    /// <summary>Names what has no name.</summary>
    /// <param name="document">The document; changed in place.</param>
    public static void Run(ApiDocument document)
    {
        var hoisting = new SchemaHoisting(document);
        hoisting.HoistComponents();
        foreach (ApiOperation operation in document.Operations)
        {
            hoisting.HoistOperation(operation);
        }
    }

    private void HoistComponents()
    {
        foreach (MapNode.Entry schema in _schemas.Entries.ToList())
        {
            HoistInside(CSharpNames.Pascal(schema.Key), (MapNode)schema.Value);
        }

        MapNode components = _document.Root.Map("components")!;
        foreach (MapNode.Entry parameter in components.Map("parameters")?.Entries ?? [])
        {
            Hoist(parameter.Value as MapNode, "schema", CSharpNames.Pascal(parameter.Key));
        }

        foreach (MapNode.Entry body in (components.Map("requestBodies")?.Entries ?? []).Concat(components.Map("responses")?.Entries ?? []))
        {
            HoistContent(body.Value as MapNode, CSharpNames.Pascal(body.Key));
        }
    }

    private void HoistOperation(ApiOperation operation)
    {
        string stem = CSharpNames.Pascal(operation.Id!);
        foreach (MapNode parameter in operation.Parameters)
        {
            Hoist(parameter, "schema", stem + CSharpNames.Pascal(parameter.Text("name") ?? ""));
        }

        HoistContent(operation.Node.Map("requestBody"), stem + "Request");
        foreach (MapNode response in operation.SuccessResponses)
        {
            HoistContent(response, stem + "Response");
        }
    }

    private void HoistContent(MapNode? body, string name)
    {
        foreach (MapNode.Entry media in body?.Map("content")?.Entries ?? [])
        {
            Hoist(media.Value as MapNode, "schema", name);
        }
    }

    // The schema keeps its place; what is written inside it gets names.
    private void HoistInside(string stem, MapNode schema)
    {
        MapNode? properties = schema.Map("properties");
        foreach (MapNode.Entry property in properties?.Entries.ToList() ?? [])
        {
            Hoist(properties, property.Key, stem + CSharpNames.Pascal(property.Key));
        }

        Hoist(schema, "items", stem + "Item");
        Hoist(schema, "additionalProperties", stem + "Value");
        foreach (MapNode part in schema.List("allOf")?.Items.OfType<MapNode>() ?? [])
        {
            HoistInside(stem, part);
        }

        HoistAlternatives(stem, schema.List("oneOf"));
    }

    // Named by what tells them apart, else by their titles, else by what they are, else by their numbers.
    private void HoistAlternatives(string stem, ListNode? alternatives)
    {
        for (int i = 0; i < alternatives?.Items.Count; i++)
        {
            var alternative = (MapNode)alternatives.Items[i];
            string name = alternative.Map(LoweredKeys.UnionTag)?.List("values") is { Items: [ScalarNode only] }
                ? only.Text
                : alternative.Text("title") ?? OnlyOfItsKind(alternative, alternatives) ?? $"Option{i + 1}";
            string pascal = CSharpNames.Pascal(name);
            var holder = new MapNode(alternative.Position);
            holder.Set("schema", alternative);
            Hoist(holder, "schema", pascal.StartsWith(stem, StringComparison.Ordinal) ? pascal : stem + pascal);
            alternatives.Items[i] = holder["schema"]!;
        }
    }

    private string? OnlyOfItsKind(MapNode alternative, ListNode alternatives) =>
        KindOf(alternative) is { } kind && alternatives.Items.Count(other => KindOf(_document.Resolve(other)) == kind) == 1 ? kind : null;

    // In the words that cases have which are no types of their own.
    private static string? KindOf(MapNode? schema) => schema?.Text("type") switch
    {
        "string" => "Text",
        "integer" => "Integer",
        "number" => "Number",
        "boolean" => "Boolean",
        "array" => "List",
        "object" => "Object",
        _ when schema is not null && (schema.Has("properties") || schema.Has("allOf")) => "Object",
        _ => null,
    };

    private void Hoist(MapNode? holder, string key, string name)
    {
        if (holder?.Map(key) is not { } schema || schema.Has("$ref"))
        {
            return;
        }

        HoistInside(name, schema);
        if (!BecomesType(schema))
        {
            return;
        }

        string free = _schemas.FreeKey(name);

        var reference = new MapNode(schema.Position);
        reference.Set("$ref", ScalarNode.Of("#/components/schemas/" + free, schema.Position));
        foreach (string kept in OfTheProperty)
        {
            if (schema.TryGet(kept, out Node? value))
            {
                reference.Set(kept, value, schema.KeyPosition(kept));
            }
        }

        schema.Remove(VocabularyKeys.AvailableWhen);
        schema.Remove("deprecated");
        schema.Remove(LoweredKeys.UnionTag);
        _schemas.Set(free, schema);
        holder.Set(key, reference);
    }

    private static bool BecomesType(MapNode schema) =>
        schema.Map("properties") is { Entries.Count: > 0 }
        || schema.List("allOf") is not null
        || schema.List("oneOf") is not null
        || schema.List("enum") is { Items.Count: > 0 }
        || schema.List(VocabularyKeys.ExtensibleEnum) is not null;
}
