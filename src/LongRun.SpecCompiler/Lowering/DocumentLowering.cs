using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>
/// Brings a document into the form that NSwag turns into good code: C# names and attributes written out, and what
/// the client has no use for taken away.
/// </summary>
/// <remarks>Changes the document in place, so everything that reads the author's form has to have run before.</remarks>
public sealed class DocumentLowering
{
    private const string FormMediaType = "multipart/form-data";

    private readonly ApiDocument _document;
    private readonly NameTable _names;
    private readonly VocabularyReader _vocabulary;
    private readonly ConstraintAttributes _constraints;

    /// <summary>Creates the step.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">The C# names.</param>
    /// <param name="vocabulary">Reads the extensions.</param>
    public DocumentLowering(ApiDocument document, NameTable names, VocabularyReader vocabulary)
    {
        _document = document;
        _names = names;
        _vocabulary = vocabulary;
        _constraints = new ConstraintAttributes(document, vocabulary);
    }

    /// <summary>Lowers the document.</summary>
    /// <param name="jsonContext">C# name of the JSON context.</param>
    public void Run(string jsonContext)
    {
        MapNode root = _document.Root;

        // First everything that reads the author's form, then what changes it.
        foreach (ApiOperation operation in _document.Operations)
        {
            Annotate(operation);
        }

        WriteClientAttributes();
        foreach (MapNode.Entry schema in _document.Schemas.ToList())
        {
            LowerSchema(_names.Type(schema.Key), (MapNode)schema.Value);
        }

        foreach (ApiOperation operation in _document.Operations)
        {
            LowerOperation(operation);
        }

        root.Set(LoweredKeys.JsonContext, Text(jsonContext));
        root.Remove("tags");
        RenameSchemas();
        Strip(root, []);
    }

    private void Annotate(ApiOperation operation)
    {
        var attributes = new List<AttributeSource>();
        if (_vocabulary.ReadMonitor(operation) is { } monitor)
        {
            attributes.Add(OperationAttributes.Of(monitor));
        }

        if (_vocabulary.ReadStart(operation) is { } start)
        {
            attributes.Add(OperationAttributes.Of(start));
        }

        Attach(operation.Node, attributes);

        IReadOnlyDictionary<string, string> parameters = _names.Parameters(operation);
        foreach (MapNode parameter in operation.Parameters.Select(_document.Resolve).OfType<MapNode>())
        {
            parameter.Set(LoweredKeys.ParameterName, Text(parameters[parameter.Text("name")!]));
            if (parameter.Map("schema") is not { } schema)
            {
                continue;
            }

            Attach(parameter, _constraints.Of(schema));
            MapNode? items = _document.Resolve(schema);
            items = items?.Text("type") == "array" ? _document.Resolve(items["items"]) : items;
            if (items?.Has("enum") == true && !items.Has(VocabularyKeys.ExtensibleEnum))
            {
                parameter.Set(LoweredKeys.ClosedEnum, ScalarNode.Of(true, parameter.Position));
            }
        }
    }

    private void WriteClientAttributes()
    {
        string version = _document.Root.Map("info")?.Text("version") ?? "?";
        string source = $"API v{version.TrimStart('v', 'V')}";
        var profiles = new List<MapNode>();
        if (_document.Root.Map(VocabularyKeys.MediaRequirements) is { } atRoot)
        {
            profiles.Add(atRoot);
        }

        profiles.AddRange(_document.Schemas
            .Select(static schema => (schema.Value as MapNode)?.Map(VocabularyKeys.MediaRequirements))
            .OfType<MapNode>());
        var list = new ListNode(_document.Root.Position);
        list.Items.AddRange(profiles
            .SelectMany(profile => _constraints.Media(profile, source))
            .Select(attribute => Text(attribute.ToString())));
        _document.Root.Set(LoweredKeys.ClientAttributes, list);
    }

    private void LowerSchema(string type, MapNode schema)
    {
        if (schema.Scalar(VocabularyKeys.WebhookPayload) is { IsTrue: true })
        {
            Attach(schema, [new AttributeSource("WebhookPayload")]);
        }

        if (schema.List(VocabularyKeys.ExtensibleEnum) is { } open)
        {
            // NSwag knows closed enumerations only; the template tells the two apart by the extension.
            schema.Set("enum", open.Clone());
            schema.Set("type", Text("string"));
        }

        if (schema.List("enum") is { } values)
        {
            List<string> texts = values.Scalars.Where(static value => value.Kind != ScalarKind.Null).Select(static value => value.Text).ToList();
            IReadOnlyDictionary<string, string> names = NameTable.Values(type, texts);
            var list = new ListNode(values.Position);
            list.Items.AddRange(texts.Select(text => Text(names[text])));
            schema.Set(LoweredKeys.EnumNames, list);
        }

        LowerProperties(schema, _names.Members(schema));
        foreach (MapNode part in schema.List("allOf")?.Items.OfType<MapNode>().Where(static part => !part.Has("$ref")) ?? [])
        {
            LowerProperties(part, _names.Members(schema));
        }
    }

    private void LowerProperties(MapNode schema, IReadOnlyDictionary<string, string> names)
    {
        foreach (MapNode.Entry entry in schema.Map("properties")?.Entries ?? [])
        {
            if (entry.Value is not MapNode property)
            {
                continue;
            }

            List<AttributeSource> attributes = _constraints.Of(property).ToList();
            FlattenReference(property);
            property.Set(LoweredKeys.Name, Text(names[entry.Key]));
            if (property.Text("format") == "binary")
            {
                property.Set(LoweredKeys.Type, Text("global::LongRun.Http.FileParameter"));
            }

            Attach(property, attributes);
        }
    }

    // "allOf" around one reference is how 3.0 authors add a description to it; NSwag reads siblings of a reference.
    private static void FlattenReference(MapNode property)
    {
        if (property.Has("$ref") || ApiDocument.ReferencedSchema(property) is null)
        {
            return;
        }

        Node reference = ((MapNode)property.List("allOf")!.Items[0])["$ref"]!;
        property.Remove("allOf");
        property.Set("$ref", reference);
    }

    private void LowerOperation(ApiOperation operation)
    {
        MapNode node = operation.Node;
        if (operation.Id is { } id)
        {
            node.Set("operationId", Text(NameTable.Method(id)));
        }

        // Webhooks are received, not called; their payloads are components already.
        node.Remove("callbacks");
        node.Remove("security");
        node.Remove("tags");

        var responses = new MapNode(node.Position);
        foreach (MapNode.Entry response in node.Map("responses")?.Entries ?? [])
        {
            // Errors are one exception for the whole client, made by hand.
            if (response.Key.StartsWith('2') && _document.Resolve(response.Value) is { } resolved)
            {
                resolved.Remove("headers");
                KeepJson(resolved);
                responses.Set(response.Key, resolved);
            }
        }

        node.Set("responses", responses);
        if (_document.Resolve(node["requestBody"]) is { } body)
        {
            // Behind the ids of the path, where people look for it.
            body.Set(LoweredKeys.BodyName, Text(CSharpNames.BodyParameter));
            body.Set(LoweredKeys.BodyPosition, new ScalarNode(ScalarKind.Number, "99", body.Position));
        }

        LowerMultipart(node);
    }

    // Of several media types the client reads one, and JSON is the one it can type.
    private static void KeepJson(MapNode response)
    {
        if (response.Map("content") is not { } content || !content.Has("application/json"))
        {
            return;
        }

        foreach (MapNode.Entry media in content.Entries.Where(static media => media.Key != "application/json").ToList())
        {
            content.Remove(media.Key);
        }
    }

    // NSwag would make a parameter of each part, under its wire name. One object like every other body reads better,
    // and its members carry their constraints; the template builds the form from it.
    private void LowerMultipart(MapNode operation)
    {
        if (_document.Resolve(operation["requestBody"])?.Map("content") is not { } content
            || content.Map(FormMediaType) is not { } media
            || _document.Resolve(media["schema"]) is not { } schema)
        {
            return;
        }

        IReadOnlyDictionary<string, string> names = _names.Members(schema);
        var form = new ListNode(media.Position);
        foreach (MapNode.Entry part in _document.Properties(schema))
        {
            var written = new MapNode(part.KeyPosition);
            written.Set("name", Text(part.Key));
            written.Set("member", Text(names[part.Key]));
            written.Set("required", ScalarNode.Of(schema.List("required")?.Scalars.Any(name => name.Text == part.Key) == true, part.KeyPosition));
            written.Set("kind", Text(PartKind((MapNode)part.Value)));
            form.Items.Add(written);
        }

        operation.Set(LoweredKeys.Form, form);
        content.Remove(FormMediaType);
        content.Set("application/json", media);
    }

    private string PartKind(MapNode part)
    {
        MapNode? schema = _document.Resolve(part);
        if (schema?.Text("format") == "binary")
        {
            return "file";
        }

        MapNode? value = schema?.Text("type") == "array" ? _document.Resolve(schema["items"]) : schema;
        string kind = value?.Has("enum") == true && !value.Has(VocabularyKeys.ExtensibleEnum) ? "enum" : "text";
        return ReferenceEquals(value, schema) ? kind : kind + "s";
    }

    private void RenameSchemas()
    {
        _document.Root.Map("components")?.Map("schemas")?.Rename(_names.Type);
        RenameReferences(_document.Root, []);
    }

    private void RenameReferences(Node node, HashSet<Node> seen)
    {
        if (!seen.Add(node))
        {
            return;
        }

        if (node is MapNode map && map.Has("$ref") && ApiDocument.ReferencedSchema(map) is { } name)
        {
            map.Set("$ref", Text("#/components/schemas/" + _names.Type(name)));
        }

        foreach (Node child in Children(node))
        {
            RenameReferences(child, seen);
        }
    }

    // Examples make the lowered document larger and the code no better.
    private static void Strip(Node node, HashSet<Node> seen)
    {
        if (!seen.Add(node))
        {
            return;
        }

        if (node is MapNode map)
        {
            if (map["example"] is not MapNode { } property || !property.Has("type"))
            {
                map.Remove("example");
            }

            map.Remove("examples");
        }

        foreach (Node child in Children(node))
        {
            Strip(child, seen);
        }
    }

    private static IEnumerable<Node> Children(Node node) => node switch
    {
        MapNode map => map.Entries.Select(static entry => entry.Value).ToList(),
        ListNode list => list.Items,
        _ => [],
    };

    private static void Attach(MapNode node, IEnumerable<AttributeSource> attributes)
    {
        var list = new ListNode(node.Position);
        list.Items.AddRange(attributes.Select(attribute => ScalarNode.Of(attribute.ToString(), node.Position)));
        if (list.Items.Count > 0)
        {
            node.Set(LoweredKeys.Attributes, list);
        }
    }

    private static ScalarNode Text(string text) => ScalarNode.Of(text, default);
}
