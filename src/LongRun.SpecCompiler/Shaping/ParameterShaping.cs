using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>
/// Simplifies what is sent as text: parameters, and the parts of forms. There a union of scalars is a text, and "one or a
/// list" is a list.
/// </summary>
public sealed class ParameterShaping
{
    private readonly ApiDocument _document;

    private ParameterShaping(ApiDocument document) => _document = document;

    /// <summary>Simplifies every operation's parameters and forms.</summary>
    /// <param name="document">The document, its unions shaped; changed in place.</param>
    public static void Run(ApiDocument document)
    {
        var shaping = new ParameterShaping(document);
        foreach (ApiOperation operation in document.Operations)
        {
            foreach (MapNode parameter in operation.Parameters.Select(document.Resolve).OfType<MapNode>())
            {
                TakeOut(parameter);
                shaping.Simplify(parameter, "schema");
            }

            MapNode? content = document.Resolve(operation.Node["requestBody"])?.Map("content");
            if (MediaTypes.IsForm(content) && MediaTypes.Form(content)?.Value is MapNode form && document.Resolve(form["schema"])?.Map("properties") is { } parts)
            {
                foreach (MapNode.Entry part in parts.Entries.ToList())
                {
                    shaping.Simplify(parts, part.Key);
                }
            }
        }
    }

    // The schema of a value in a media type of its own goes where that of every parameter is.
    private static void TakeOut(MapNode parameter)
    {
        if (parameter.Map("content") is { } content && !parameter.Has("schema"))
        {
            parameter.Set("schema", MediaTypes.JsonSchema(content) ?? new MapNode(parameter.Position));
            parameter.Set("content", new MapNode(content.Position));
        }
    }

    private void Simplify(MapNode holder, string key)
    {
        if (holder.Map(key) is not { } schema || _document.Resolve(schema) is not { } resolved || resolved.List("oneOf") is not { } alternatives)
        {
            return;
        }

        List<MapNode> kinds = alternatives.Items.OfType<MapNode>().Select(_document.Resolve).OfType<MapNode>().ToList();
        List<MapNode> lists = kinds.FindAll(static kind => kind.Text("type") == "array");
        List<MapNode> scalars = kinds.FindAll(IsScalar);
        if (lists.Count + scalars.Count < kinds.Count)
        {
            return;
        }

        MapNode simple = lists.Count > 0 ? (MapNode)lists[0].Clone() : new MapNode(schema.Position);
        if (lists.Count == 0)
        {
            simple.Set("type", ScalarNode.Of("string", schema.Position));
        }
        else if (lists.Count > 1 || scalars.Exists(scalar => !IsItem(lists[0], scalar)))
        {
            var text = new MapNode(schema.Position);
            text.Set("type", ScalarNode.Of("string", schema.Position));
            simple.Set("items", text);
        }

        foreach (string said in new[] { "description", "nullable", "deprecated" })
        {
            if ((schema[said] ?? resolved[said]) is { } value)
            {
                simple.Set(said, value);
            }
        }

        holder.Set(key, simple);
    }

    private bool IsItem(MapNode list, MapNode scalar) =>
        _document.Resolve(list["items"]) is { } item && item.Text("type") == scalar.Text("type") && item.Text("format") == scalar.Text("format");

    private static bool IsScalar(MapNode schema) => schema.Text("type") is "string" or "number" or "integer" or "boolean";
}
