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
            foreach (string keyword in new[] { "oneOf", "anyOf" })
            {
                if (schema.List(keyword) is not null)
                {
                    diagnostics.Add(DiagnosticIds.Unreadable, schema.KeyPosition(keyword), $"'{keyword}' cannot be expressed in C#; write one schema with the properties of all alternatives, the optional ones not required.");
                }
            }

            foreach (MapNode.Entry property in schema.Map("properties")?.Entries.Where(static property => property.Key.AsSpan().ContainsAny('"', '\\')) ?? [])
            {
                diagnostics.Add(DiagnosticIds.Unreadable, property.KeyPosition, $"'{property.Key}' holds a quote or a backslash, and System.Text.Json's generator cannot write such a name.");
            }

            if (schema.List("type") is { } types)
            {
                diagnostics.Add(DiagnosticIds.Unreadable, types.Position, "A list of types is OpenAPI 3.1; write one type, and 'nullable: true' for null.");
            }
        }
    }
}
