using LongRun.SpecCompiler.Diagnostics;

namespace LongRun.SpecCompiler.Reading;

/// <summary>An OpenAPI document: its operations, its schemas, and what its references lead to.</summary>
public sealed class ApiDocument
{
    // A schema may be a part of itself; no real one is built of so many layers.
    private const int DeepestInheritance = 16;

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private Dictionary<string, ApiOperation>? _operationsById;

    private ApiDocument(MapNode root)
    {
        Root = root;
        Operations = ReadOperations(root).ToList();
    }

    /// <summary>The whole document.</summary>
    public MapNode Root { get; }

    /// <summary>Its operations, in the order in which they are written.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>Its named schemas.</summary>
    public IEnumerable<MapNode.Entry> Schemas => Root.Map("components")?.Map("schemas")?.Entries ?? [];

    /// <summary>Checks what every document must have.</summary>
    /// <param name="root">Root of the document.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The document; usable only if nothing was found wrong.</returns>
    public static ApiDocument Open(MapNode root, DiagnosticBag diagnostics)
    {
        string? version = root.Text("openapi");
        if (version is null)
        {
            diagnostics.Add(DiagnosticIds.Unreadable, root.Position, root.Has("swagger")
                ? "Swagger 2.0 is not supported; convert the document to OpenAPI 3.0, 3.1 or 3.2."
                : "The document does not say which OpenAPI version it is; add 'openapi: 3.1.0', or the one of 3.0, 3.1 and 3.2 that it is written in.");
        }
        else if (!(version.StartsWith("3.0", StringComparison.Ordinal) || version.StartsWith("3.1", StringComparison.Ordinal) || version.StartsWith("3.2", StringComparison.Ordinal)))
        {
            diagnostics.Add(DiagnosticIds.Unreadable, root["openapi"]!.Position, $"OpenAPI {version} is not supported; 3.0, 3.1 and 3.2 are.");
        }

        if (root.Map("paths") is null)
        {
            diagnostics.Add(DiagnosticIds.Unreadable, root.KeyPosition("paths"), "The document has no 'paths'.");
        }

        foreach (MapNode.Entry schema in root.Map("components")?.Map("schemas")?.Entries.Where(static schema => schema.Value is not MapNode) ?? [])
        {
            diagnostics.Add(DiagnosticIds.Unreadable, schema.KeyPosition, $"The schema '{schema.Key}' is not an object.");
        }

        return new ApiDocument(root);
    }

    /// <summary>The operation of an id, or <see langword="null"/>.</summary>
    /// <param name="operationId">The id.</param>
    /// <returns>The operation.</returns>
    public ApiOperation? FindOperation(string operationId)
    {
        // Ids are given to operations that have none, so the index may be older than they are.
        if (_operationsById is null || !_operationsById.TryGetValue(operationId, out ApiOperation? found) || found.Id != operationId)
        {
            _operationsById = Operations.Where(static operation => operation.Id is not null).DistinctBy(static operation => operation.Id).ToDictionary(static operation => operation.Id!, StringComparer.Ordinal);
            found = _operationsById.GetValueOrDefault(operationId);
        }

        return found;
    }

    /// <summary>Follows references until something that is none.</summary>
    /// <param name="node">A value, perhaps a reference.</param>
    /// <returns>What it leads to, or <see langword="null"/> if that is not there.</returns>
    public MapNode? Resolve(Node? node)
    {
        var map = node as MapNode;
        for (int steps = 0; map?.Text("$ref") is { } reference; steps++)
        {
            map = steps < 64 ? Find(reference) : null;
        }

        return map;
    }

    /// <summary>Name of the component schema that a value refers to, directly or as the only part of an <c>allOf</c>.</summary>
    /// <param name="schema">The value.</param>
    /// <returns>The name, or <see langword="null"/>.</returns>
    public static string? ReferencedSchema(MapNode? schema)
    {
        const string prefix = "#/components/schemas/";
        string? reference = schema?.Text("$ref");
        if (reference is null && schema?.List("allOf") is { Items.Count: 1 } allOf && !schema.Has("properties"))
        {
            reference = (allOf.Items[0] as MapNode)?.Text("$ref");
        }

        return reference?.StartsWith(prefix, StringComparison.Ordinal) == true ? Unescape(reference[prefix.Length..]) : null;
    }

    /// <summary>A property of a schema, also where <c>allOf</c> contributes it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">Name of the property on the wire.</param>
    /// <returns>The property's schema as written, or <see langword="null"/>.</returns>
    public MapNode? Property(MapNode? schema, string name) =>
        Properties(schema).FirstOrDefault(property => property.Key == name)?.Value as MapNode;

    /// <summary>The properties of a schema, those of <c>allOf</c> included.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>Names and schemas as written.</returns>
    public IEnumerable<MapNode.Entry> Properties(MapNode? schema) => Properties(schema, 0);

    /// <summary>The alternatives of a schema, of <c>oneOf</c> and of <c>anyOf</c>, as written.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The alternatives.</returns>
    public static IEnumerable<MapNode> Alternatives(MapNode schema) =>
        (schema.List("oneOf")?.Items ?? []).Concat(schema.List("anyOf")?.Items ?? []).OfType<MapNode>();

    /// <summary>The schema of what an operation answers as JSON where it succeeds.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The schema, references followed, or <see langword="null"/>.</returns>
    public MapNode? Answer(ApiOperation operation) => operation.SuccessResponses
        .Select(response => Resolve(MediaTypes.JsonSchema(Resolve(response)?.Map("content"))))
        .FirstOrDefault(static schema => schema is not null);

    /// <summary>A name as a step of a JSON pointer.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The step.</returns>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Name of a JSON pointer's step, its escapes undone.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The name.</returns>
    public static string Unescape(string step) => !step.AsSpan().ContainsAny('%', '~') ? step :
        Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private IEnumerable<MapNode.Entry> Properties(MapNode? schema, int depth)
    {
        MapNode? resolved = Resolve(schema);
        if (resolved is null || depth > DeepestInheritance)
        {
            return [];
        }

        IEnumerable<MapNode.Entry> inherited = (resolved.List("allOf")?.Items ?? [])
            .SelectMany(part => Properties(part as MapNode, depth + 1));
        return (resolved.Map("properties")?.Entries ?? []).Concat(inherited);
    }

    private MapNode? Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        Node? node = Root;
        foreach (string step in reference[2..].Split('/'))
        {
            node = (node as MapNode)?[Unescape(step)];
        }

        return node as MapNode;
    }

    private static IEnumerable<ApiOperation> ReadOperations(MapNode root) =>
        from path in root.Map("paths")?.Entries ?? []
        let item = path.Value as MapNode
        where item is not null
        from method in item.Entries
        where Methods.Contains(method.Key) && method.Value is MapNode
        select new ApiOperation(path.Key, method.Key, item, (MapNode)method.Value);
}
