using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Checks;

/// <summary>Reports operations that the generated client cannot call, or would call wrongly without a word.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class OperationChecks(ApiDocument document, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, ApiOperation> _methods = new(StringComparer.Ordinal);

    /// <summary>Checks every operation.</summary>
    public void Run()
    {
        foreach (MapNode.Entry path in document.Root.Map("paths")?.Entries ?? [])
        {
            if ((path.Value as MapNode)?.Scalar("$ref") is { } reference)
            {
                Report(reference.Position, "A path that is only a reference is not supported; write its operations here.");
            }
        }

        if (document.Operations.Count > 0 && ServerAddress.Of(document) is null)
        {
            Report(document.Root.KeyPosition("servers"), "The document names no server to call; add 'servers: [{ url: https://… }]' with an absolute address.");
        }

        foreach (ApiOperation operation in document.Operations)
        {
            CheckName(operation);
            new ParameterChecks(document, operation, diagnostics).Run();
            CheckRequest(operation);
            CheckResponses(operation);
        }
    }

    private void CheckName(ApiOperation operation)
    {
        if (operation.Id is not { } id)
        {
            Report(operation.Node.Position, $"{operation.Title} has no 'operationId'; add one, it names the method.");
            return;
        }

        string method = NameTable.Method(id);
        if (!_methods.TryAdd(method, operation))
        {
            Report(operation.Node["operationId"]!.Position, $"'{id}' and the '{_methods[method].Id}' of {_methods[method].Title} both become the method {method}Async; rename one.");
        }
    }

    private void CheckRequest(ApiOperation operation)
    {
        if (document.Resolve(operation.Node["requestBody"])?.Map("content") is not { Entries.Count: > 0 } content
            || (MediaTypes.Json(content) is { Key: var key } && MediaTypes.Essence(key) == MediaTypes.JsonType))
        {
            return;
        }

        if (MediaTypes.Form(content) is { } form)
        {
            CheckForm(operation, form);
            return;
        }

        Report(content.Entries[0].KeyPosition, $"{operation.Title} takes '{content.Entries[0].Key}'; the generated client writes application/json and multipart/form-data only.");
    }

    private void CheckForm(ApiOperation operation, MapNode.Entry form)
    {
        List<MapNode.Entry> parts = document.Properties((form.Value as MapNode)?.Map("schema")).ToList();
        if (parts.Count == 0)
        {
            Report(form.KeyPosition, $"The form of {operation.Title} has no 'properties', so it has no parts.");
        }

        foreach (MapNode.Entry part in parts)
        {
            MapNode? schema = document.Resolve(part.Value);
            bool list = schema?.Text("type") == "array";
            MapNode? item = list ? document.Resolve(schema!["items"]) : schema;
            if (item is null || item.Text("type") is "object" or "array" || item.Has("properties") || item.Has("allOf") || (list && item.Text("format") == "binary"))
            {
                Report(part.KeyPosition, $"The part '{part.Key}' is an object, a list of lists or a list of files; the generated client sends texts, lists of texts and single files.");
            }
        }
    }

    private void CheckResponses(ApiOperation operation)
    {
        MapNode.Entry? first = null;
        foreach (MapNode.Entry response in operation.SuccessEntries)
        {
            if (document.Resolve(response.Value)?.Map("content") is not { Entries.Count: > 0 } content)
            {
                continue;
            }

            if (MediaTypes.Json(content) is not { } json)
            {
                Report(content.Entries[0].KeyPosition, $"{operation.Title} answers with '{content.Entries[0].Key}'; the generated client reads JSON only. Take the operation out, and write a method for it by hand.");
                continue;
            }

            first ??= json;
            if (!SameSchema(first, json))
            {
                Report(json.KeyPosition, $"{operation.Title} has answers of success with different schemas, and a method has one result; write one schema for both.");
            }
        }
    }

    private bool SameSchema(MapNode.Entry a, MapNode.Entry b)
    {
        MapNode? one = document.Resolve((a.Value as MapNode)?["schema"]);
        MapNode? other = document.Resolve((b.Value as MapNode)?["schema"]);
        return ReferenceEquals(one, other) || (one is not null && other is not null && one.HasSameContent(other));
    }

    private void Report(SourcePosition position, string message) => diagnostics.Add(DiagnosticIds.Unreadable, position, message);
}
