using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Naming;

/// <summary>Gives every operation an id of its own: documents leave them out, and use <c>create</c> once for each tag.</summary>
/// <remarks>
/// An id depends on its own operation and on who else wants it, never on the order of the document, so that adding an
/// operation does not rename the methods of others. Operations that share an id all get their tag's words: <c>create</c>
/// under the tags <c>assets</c> and <c>embed &gt; tasks</c> become <c>createAssets</c> and <c>createEmbedTasks</c>. Where the
/// tags do not tell them apart, the path does.
/// </remarks>
public static class OperationIds
{
    /// <summary>Gives the ids.</summary>
    /// <param name="document">The document; changed in place.</param>
    public static void Assign(ApiDocument document)
    {
        Dictionary<ApiOperation, string> ids = document.Operations.ToDictionary(
            static operation => operation,
            static operation => operation.Id is { Length: > 0 } id ? id : OfPath(operation));
        foreach (Func<ApiOperation, string, string> longer in new[] { WithTag, WithPath })
        {
            foreach (ApiOperation[] same in Collisions(ids))
            {
                foreach (ApiOperation operation in same)
                {
                    ids[operation] = longer(operation, ids[operation]);
                }
            }
        }

        // Two paths that differ in signs only.
        foreach (ApiOperation[] same in Collisions(ids))
        {
            for (int n = 1; n < same.Length; n++)
            {
                ids[same[n]] += $"{n + 1}";
            }
        }

        foreach ((ApiOperation operation, string id) in ids)
        {
            if (operation.Id != id)
            {
                operation.Node.Set("operationId", ScalarNode.Of(id, operation.Node.KeyPosition("operationId")));
            }
        }
    }

    private static List<ApiOperation[]> Collisions(Dictionary<ApiOperation, string> ids) => ids
        .GroupBy(static pair => CSharpNames.Pascal(pair.Value), static pair => pair.Key)
        .Select(static group => group.ToArray())
        .Where(static group => group.Length > 1)
        .ToList();

    private static string WithTag(ApiOperation operation, string id) =>
        operation.Node.List("tags")?.Scalars.FirstOrDefault()?.Text is { Length: > 0 } tag ? id + CSharpNames.Pascal(tag) : id;

    private static string WithPath(ApiOperation operation, string id) => id + Words(operation.Path);

    private static string OfPath(ApiOperation operation) => operation.Method + Words(operation.Path);

    // "/tasks/{task_id}" gives "TasksByTaskId".
    private static string Words(string path) => string.Concat(path
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(static step => step.StartsWith('{') ? "By" + CSharpNames.Pascal(step) : CSharpNames.Pascal(step)));
}
