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

    /// <summary>Its parameters as written, those of the path included.</summary>
    public IEnumerable<MapNode> Parameters =>
        (PathItem.List("parameters")?.Items ?? []).Concat(Node.List("parameters")?.Items ?? []).OfType<MapNode>();

    /// <summary>Its answers of success, as written.</summary>
    public IEnumerable<MapNode> SuccessResponses =>
        from response in Node.Map("responses")?.Entries ?? []
        where response.Key.StartsWith('2') && response.Value is MapNode
        select (MapNode)response.Value;
}
