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
            foreach (MapNode.Entry property in schema.Map("properties")?.Entries.Where(static property => property.Key.AsSpan().ContainsAny('"', '\\')) ?? [])
            {
                diagnostics.Add(DiagnosticIds.Unreadable, property.KeyPosition, $"'{property.Key}' holds a quote or a backslash, and System.Text.Json's generator cannot write such a name.");
            }
        }
    }
}
