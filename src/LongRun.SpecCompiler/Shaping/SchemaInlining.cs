using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Writes components that become no C# type of their own, lists, maps and plain values, where they are used.</summary>
/// <remarks>NSwag makes a collection class of each, which System.Text.Json's generator and the caller both handle worse than a list.</remarks>
public sealed class SchemaInlining
{
    private readonly ApiDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly CopyBudget _copies;
    private readonly Stack<string> _open = [];
    private readonly HashSet<string> _done = [];

    private SchemaInlining(ApiDocument document, DiagnosticBag diagnostics, CopyBudget copies)
    {
        _document = document;
        _diagnostics = diagnostics;
        _copies = copies;
    }

    /// <summary>Inlines every component that becomes no type.</summary>
    /// <param name="document">The document; changed in place.</param>
    /// <param name="diagnostics">Takes what is wrong: a list of nothing but itself.</param>
    /// <param name="copies">Copies what is written in another place.</param>
    public static void Run(ApiDocument document, DiagnosticBag diagnostics, CopyBudget copies)
    {
        var inlining = new SchemaInlining(document, diagnostics, copies);
        List<MapNode.Entry> plain = document.Schemas.Where(static schema => !BecomesType((MapNode)schema.Value)).ToList();
        foreach (MapNode.Entry schema in plain)
        {
            inlining.Complete(schema.Key);
        }

        if (diagnostics.HasErrors)
        {
            return;
        }

        inlining.Inline(document.Root);
        HashSet<string> inlined = plain.Select(static schema => schema.Key).ToHashSet(StringComparer.Ordinal);
        document.Root.Map("components")?.Map("schemas")?.RemoveWhere(schema => inlined.Contains(schema.Key));
    }

    private MapNode Schemas => _document.Root.Map("components")!.Map("schemas")!;

    // What a component is made of comes first, so that it can be copied whole.
    private void Complete(string name)
    {
        if (!_done.Add(name))
        {
            return;
        }

        _open.Push(name);
        Inline((MapNode)Schemas[name]!);
        _open.Pop();
    }

    private void Inline(MapNode below)
    {
        foreach (MapNode value in DocumentWalk.Objects(below))
        {
            if (_copies.IsSpent)
            {
                return;
            }

            if (ApiDocument.ReferencedSchema(value) is not { } name || Schemas[name] is not MapNode target || BecomesType(target))
            {
                continue;
            }

            if (_open.Contains(name))
            {
                _diagnostics.Add(DiagnosticIds.Unreadable, value["$ref"]!.Position, $"'{name}' holds nothing but itself, and C# has no such type; put it into a property of an object.");
                return;
            }

            Complete(name);
            value.Remove("$ref");
            foreach (MapNode.Entry entry in target.Entries.Where(entry => !value.Has(entry.Key)))
            {
                value.Set(entry.Key, _copies.Copy(entry.Value, target.Position), entry.KeyPosition);
            }
        }
    }

    // An object that has no properties and has a name is a class of unknown members.
    private static bool BecomesType(MapNode schema) =>
        schema.Map("properties") is { Entries.Count: > 0 }
        || TypeExpressions.IsEnumeration(schema)
        || schema.Has("oneOf")
        || (schema.Text("type") == "object" && schema.Map("additionalProperties") is null);
}
