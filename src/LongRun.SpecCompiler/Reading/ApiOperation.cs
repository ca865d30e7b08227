namespace LongRun.SpecCompiler.Reading;

/// <summary>One operation of the document.</summary>
/// <param name="Path">Its path: <c>/tasks/{task_id}</c>.</param>
/// <param name="Method">Its HTTP method, lower case.</param>
/// <param name="PathItem">What all operations of the path share.</param>
/// <param name="Node">The operation itself.</param>
public sealed record ApiOperation(string Path, string Method, MapNode PathItem, MapNode Node)
{
    /// <summary>Its <c>operationId</c>, or <see langword="null"/>.</summary>
    public string? Id => Node.Text("operationId");

    /// <summary>Its <c>operationId</c> as its author wrote it: of several that share one, each is given another.</summary>
    public string? WrittenId { get; } = Node.Text("operationId");

    /// <summary>How messages call it: <c>GET /tasks</c>.</summary>
    public string Title => $"{Method.ToUpperInvariant()} {Path}";

    /// <summary>Its parameters as written, those of the path included.</summary>
    public IEnumerable<MapNode> Parameters =>
        (PathItem.List("parameters")?.Items ?? []).Concat(Node.List("parameters")?.Items ?? []).OfType<MapNode>();

    /// <summary>Its answers of success by status, as written; the one for every status if it names no success.</summary>
    public IEnumerable<MapNode.Entry> SuccessEntries
    {
        get
        {
            IReadOnlyList<MapNode.Entry> all = Node.Map("responses")?.Entries ?? [];
            return all.Any(IsSuccess) ? all.Where(IsSuccess) : all.Where(static response => response.Key == "default");
        }
    }

    /// <summary>Its answers of success, as written.</summary>
    public IEnumerable<MapNode> SuccessResponses => SuccessEntries.Select(static response => response.Value).OfType<MapNode>();

    private static bool IsSuccess(MapNode.Entry response) => response.Key.StartsWith('2');
}
