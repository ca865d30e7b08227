using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Checks;

/// <summary>Reports schemas that the generated client would get wrong without a word.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class SchemaChecks(ApiDocument document, DiagnosticBag diagnostics)
{
    // Rings of one kind only: that Cat extends Pet, which is Cat or Dog, is how many documents say what a pet is.
    private static readonly string[][] Rings = [["allOf"], ["oneOf", "anyOf"]];

    /// <summary>Checks every schema.</summary>
    public void Run()
    {
        foreach (string[] kinds in Rings)
        {
            var done = new HashSet<MapNode>(ReferenceEqualityComparer.Instance);
            foreach (MapNode.Entry schema in document.Schemas)
            {
                BreakRings(schema.Value as MapNode, kinds, done, new HashSet<MapNode>(ReferenceEqualityComparer.Instance));
            }
        }

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

    // A ring of parts has no end, and no value says where to begin.
    private void BreakRings(MapNode? schema, string[] kinds, HashSet<MapNode> done, HashSet<MapNode> open)
    {
        if (schema is null || !done.Add(schema))
        {
            return;
        }

        open.Add(schema);
        foreach (string kind in kinds)
        {
            ListNode? parts = schema.List(kind);
            foreach (MapNode part in parts?.Items.OfType<MapNode>().ToList() ?? [])
            {
                MapNode? whole = document.Resolve(part);
                if (whole is not null && open.Contains(whole))
                {
                    diagnostics.Warn(DiagnosticIds.NotExpressed, part.Position, $"The schema here is its own '{kind}' by '{part.Text("$ref")}', which says nothing; that part is left out.");
                    parts!.Items.Remove(part);
                }
                else
                {
                    BreakRings(whole, kinds, done, open);
                }
            }

            if (parts is { Items.Count: 0 })
            {
                schema.Remove(kind);
            }
        }

        open.Remove(schema);
    }
}
