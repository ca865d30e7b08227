using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Checks;

/// <summary>Reports operations that the generated client cannot call, or would call wrongly without a word.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class OperationChecks(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Checks every operation.</summary>
    public void Run()
    {
        foreach (ApiOperation operation in document.Operations)
        {
            new ParameterChecks(document, operation, diagnostics).Run();
            CheckRequest(operation);
        }
    }

    private void CheckRequest(ApiOperation operation)
    {
        MapNode? content = document.Resolve(operation.Node["requestBody"])?.Map("content");
        if (MediaTypes.IsForm(content) && MediaTypes.Form(content) is { } form && !document.Properties((form.Value as MapNode)?.Map("schema")).Any())
        {
            MapNode? schema = document.Resolve((form.Value as MapNode)?["schema"]);
            if (schema?.Entries.Any(static entry => entry.Key is "properties" or "type") == false || schema?.Map("additionalProperties") is { Entries.Count: > 0 })
            {
                diagnostics.Warn(DiagnosticIds.NotExpressed, form.KeyPosition, $"The generated client cannot express the form of {operation.Title}, which has no 'properties'; it sends no body.");
            }

            operation.Node.Remove("requestBody");
        }
    }

    private void Report(SourcePosition position, string message) => diagnostics.Add(DiagnosticIds.Unreadable, position, message);
}
