using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Opens the enumeration of every status that a monitor reports.</summary>
/// <remarks>
/// A status that the document does not list means "still running" and must never end a wait; a closed enumeration would throw
/// on it. Whoever annotates a document that he does not own need not change its enumerations for that.
/// </remarks>
public static class OpenStatuses
{
    /// <summary>Opens them.</summary>
    /// <param name="document">The document, its <c>allOf</c> merged; changed in place.</param>
    public static void Run(ApiDocument document)
    {
        foreach (ApiOperation operation in document.Operations)
        {
            if (operation.Node.Map(VocabularyKeys.Monitor) is not { } monitor)
            {
                continue;
            }

            Open(document, document.Answer(operation), Pointer(monitor.Text("status")));
            if (monitor.Map("list") is { } list && document.FindOperation(list.Text("operation") ?? "") is { } listing)
            {
                MapNode? items = At(document, document.Answer(listing), Pointer(list.Text("items")));
                Open(document, document.Resolve(items?["items"]), list.Text("status"));
            }
        }
    }

    private static void Open(ApiDocument document, MapNode? schema, string? pointer)
    {
        if (At(document, schema, pointer) is { } status && status.List("enum") is { } values && !status.Has(VocabularyKeys.ExtensibleEnum))
        {
            status.Set(VocabularyKeys.ExtensibleEnum, values, status.KeyPosition("enum"));
            status.Remove("enum");
        }
    }

    private static MapNode? At(ApiDocument document, MapNode? schema, string? pointer)
    {
        foreach (string step in pointer?.Split('/').Skip(1) ?? [])
        {
            schema = document.Resolve(document.Property(schema, ApiDocument.Unescape(step)));
        }

        return pointer is null ? null : schema;
    }

    private static string? Pointer(string? expression) =>
        expression is not null && RuntimeExpression.Parse(expression) is { Source: RuntimeExpression.ResponseBody } parsed ? parsed.Target : null;
}
