using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Checks;

/// <summary>Reports schemas that the generated client would get wrong without a word.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class SchemaChecks(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Checks every schema.</summary>
    public void Run()
    {
        foreach (MapNode schema in DocumentWalk.Objects(document.Root))
        {
            foreach (MapNode.Entry property in schema.Map("properties")?.Entries.Where(static property => property.Key.AsSpan().ContainsAny('"', '\\')).ToList() ?? [])
            {
                // System.Text.Json's generator writes the name into source without escaping it.
                diagnostics.Warn(DiagnosticIds.NotExpressed, property.KeyPosition, $"The generated client cannot express the member '{property.Key}', whose name holds a quote or a backslash; it is among AdditionalProperties.");
                schema.Map("properties")!.Remove(property.Key);
            }
        }
    }
}
