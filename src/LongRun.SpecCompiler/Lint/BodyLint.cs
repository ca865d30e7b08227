using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Lint;

/// <summary>Says of a call that takes JSON or a form with a file that the generated client sends JSON, so no file.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what was found.</param>
public sealed class BodyLint(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Checks every operation.</summary>
    public void Run()
    {
        foreach (ApiOperation operation in document.Operations)
        {
            MapNode? content = document.Resolve(operation.Node["requestBody"])?.Map("content");
            if (MediaTypes.Json(content) is { } json && MediaTypes.Form(content) is { Value: MapNode form } entry && HoldsFile(form))
            {
                // No warning: what is sent is what the document says, and most callers want it.
                diagnostics.Inform(DiagnosticIds.NotExpressed, entry.KeyPosition, $"{operation.Title} takes a file as '{entry.Key}' too, and the generated client sends '{json.Key}' only. To send the file, remove '{json.Key}' here by an overlay.");
            }
        }
    }

    private bool HoldsFile(MapNode form) => document.Properties(form.Map("schema"))
        .Select(property => document.Resolve(property.Value))
        .Any(schema => IsFile(schema) || IsFile(document.Resolve(schema?["items"])));

    private static bool IsFile(MapNode? schema) => schema?.Text("format") == "binary";
}
