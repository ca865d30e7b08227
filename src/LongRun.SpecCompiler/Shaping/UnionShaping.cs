using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Lowering;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>
/// Brings every <c>oneOf</c> and <c>anyOf</c> into one form: <c>oneOf</c> with at least two alternatives that C# tells apart.
/// Many are no unions at all: of one alternative, of a text and some of its values, of "this or that is required".
/// </summary>
public sealed class UnionShaping
{
    // A product of unions with more cases would help nobody.
    private const int MostCases = 64;

    // What the cases say from then on.
    private static readonly string[] StructuralKeywords =
        ["type", "properties", "required", "additionalProperties", "items", "enum", "allOf", "format", "minimum", "maximum", "minLength", "maxLength", "pattern"];

    private readonly ApiDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly CopyBudget _copies;
    private readonly HashSet<MapNode> _done = new(ReferenceEqualityComparer.Instance);

    private UnionShaping(ApiDocument document, DiagnosticBag diagnostics, CopyBudget copies)
    {
        _document = document;
        _diagnostics = diagnostics;
        _copies = copies;
    }

    /// <summary>Shapes every union.</summary>
    /// <param name="document">The document; changed in place.</param>
    /// <param name="diagnostics">Takes what is lost.</param>
    /// <param name="copies">Copies what alternatives share.</param>
    public static void Run(ApiDocument document, DiagnosticBag diagnostics, CopyBudget copies)
    {
        var shaping = new UnionShaping(document, diagnostics, copies);
        foreach (MapNode value in DocumentWalk.Objects(document.Root))
        {
            shaping.Shape(value);
        }
    }

    private void Shape(MapNode schema)
    {
        if (_copies.IsSpent || !_done.Add(schema))
        {
            return;
        }

        LiftParts(schema);
        if (schema.List("oneOf") is null && schema.List("anyOf") is null)
        {
            schema.Remove("discriminator");
            return;
        }

        List<MapNode> alternatives = Alternatives(schema);
        Tag(alternatives, schema.Map("discriminator"));
        bool hadDiscriminator = schema.Has("discriminator");
        schema.Remove("oneOf");
        schema.Remove("anyOf");
        schema.Remove("discriminator");

        // "At least one of these is required" judges; the members are those of the schema itself.
        alternatives.RemoveAll(alternative => !hadDiscriminator && IsRequirement(alternative));
        alternatives = Distinct(ScalarAlternatives.Merge(_document, alternatives));
        if (alternatives.Exists(alternative => IsAnything(alternative)) || alternatives.Count == 0)
        {
            return;
        }

        MapNode? shared = Shared(schema);
        if (alternatives is [var only])
        {
            Extend(schema, only);
            return;
        }

        if (alternatives.Count > MostCases)
        {
            _diagnostics.Warn(DiagnosticIds.NotExpressed, schema.Position, $"The generated client cannot express a union of {alternatives.Count} alternatives; it is a JSON value.");
            return;
        }

        var cases = new ListNode(schema.Position);
        cases.Items.AddRange(shared is null ? alternatives : alternatives.Select(alternative => Both(shared, alternative)));
        foreach (string keyword in StructuralKeywords.Where(schema.Has))
        {
            schema.Remove(keyword);
        }

        schema.Set("oneOf", cases);
    }

    // Alternatives that are unions themselves, written in place, are alternatives of the whole.
    private List<MapNode> Alternatives(MapNode schema)
    {
        var found = new List<MapNode>();
        foreach (MapNode alternative in ApiDocument.Alternatives(schema))
        {
            if (!alternative.Has("$ref"))
            {
                Shape(alternative);
            }

            if (alternative.List("oneOf") is { } inner)
            {
                found.AddRange(inner.Items.OfType<MapNode>());
            }
            else
            {
                found.Add(alternative);
            }
        }

        return found;
    }

    // "allOf" of a base and a union is a union of base and alternative.
    private void LiftParts(MapNode schema)
    {
        if (schema.List("allOf") is not { } parts)
        {
            return;
        }

        foreach (MapNode part in parts.Items.OfType<MapNode>().ToList())
        {
            MapNode? resolved = _document.Resolve(part);
            if (resolved is null || ReferenceEquals(resolved, schema))
            {
                continue;
            }

            Shape(resolved);
            if (resolved.List("oneOf") is not { } alternatives || schema.Has("oneOf") || (parts.Items.Count == 1 && part.Has("$ref") && !schema.Has("properties")))
            {
                continue;
            }

            parts.Items.Remove(part);
            schema.Set("oneOf", _copies.Copy(alternatives, schema.Position));
            _done.UnionWith(DocumentWalk.Objects(schema["oneOf"]!));
        }

        if (parts.Items.Count == 0)
        {
            schema.Remove("allOf");
        }
    }

    // Which values of which member tell an alternative from the others.
    private void Tag(List<MapNode> alternatives, MapNode? discriminator)
    {
        if (discriminator?.Text("propertyName") is not { } member)
        {
            return;
        }

        foreach (MapNode alternative in alternatives)
        {
            string? reference = alternative.Text("$ref");
            string? name = ApiDocument.ReferencedSchema(alternative);
            List<string> values = (discriminator.Map("mapping")?.Entries ?? [])
                .Where(entry => entry.Value is ScalarNode target && reference is not null && (target.Text == reference || target.Text == name))
                .Select(static entry => entry.Key)
                .ToList();
            if (values.Count == 0)
            {
                MapNode? property = _document.Resolve(_document.Property(alternative, member));
                values.AddRange(property?.List("enum")?.Scalars.Select(static value => value.Text) ?? []);
            }

            if (values.Count == 0 && name is not null)
            {
                values.Add(name);
            }

            if (values.Count > 0)
            {
                var tag = new MapNode(alternative.Position);
                tag.Set("member", Lowered.Text(member));
                tag.Set("values", Lowered.Texts(values));
                alternative.Set(LoweredKeys.UnionTag, tag);
            }
        }
    }

    private static MapNode? Shared(MapNode schema)
    {
        var shared = new MapNode(schema.Position);
        foreach (string keyword in new[] { "allOf", "properties", "required", "additionalProperties" })
        {
            if (schema.TryGet(keyword, out Node? value))
            {
                shared.Set(keyword, value, schema.KeyPosition(keyword));
            }
        }

        return shared.Has("allOf") || shared.Has("properties") ? shared : null;
    }

    private MapNode Both(MapNode shared, MapNode alternative)
    {
        var both = new MapNode(alternative.Position);
        var parts = new ListNode(alternative.Position);
        parts.Items.Add(_copies.Copy(shared, alternative.Position));
        parts.Items.Add(alternative);
        if (alternative.TryGet("title", out Node? title) || (ApiDocument.ReferencedSchema(alternative) is { } name && (title = Lowered.Text(name)) is not null))
        {
            both.Set("title", title!);
        }

        if (alternative.TryGet(LoweredKeys.UnionTag, out Node? tag))
        {
            both.Set(LoweredKeys.UnionTag, tag);
            alternative.Remove(LoweredKeys.UnionTag);
        }

        both.Set("allOf", parts);
        return both;
    }

    private static void Extend(MapNode schema, MapNode only)
    {
        only.Remove(LoweredKeys.UnionTag);
        if (!only.Has("$ref") && !schema.Has("allOf") && !schema.Has("properties"))
        {
            // Written in place: the alternative is the schema.
            foreach (MapNode.Entry entry in only.Entries.Where(entry => !schema.Has(entry.Key) || entry.Key == "type").ToList())
            {
                schema.Set(entry.Key, entry.Value, entry.KeyPosition);
            }

            return;
        }

        ListNode parts = schema.List("allOf") ?? new ListNode(schema.Position);
        parts.Items.Add(only);
        schema.Remove("type");
        schema.Set("allOf", parts);
    }

    private static bool IsRequirement(MapNode alternative) =>
        alternative.Entries.All(static entry => entry.Key is "required" or "not" or "description" or "title")
        || (alternative.Text("type") == "object" && alternative.Has("required") && alternative.Entries.All(static entry => entry.Key is "type" or "required" or "not" or "description" or "title"));

    private static bool IsAnything(MapNode alternative) =>
        alternative.Entries.All(static entry => entry.Key is "description" or "title" or "example" or "examples" or "default" or "nullable" || entry.Key.StartsWith("x-", StringComparison.Ordinal));

    private static List<MapNode> Distinct(List<MapNode> alternatives)
    {
        var distinct = new List<MapNode>();
        foreach (MapNode alternative in alternatives)
        {
            if (!distinct.Exists(other => other.HasSameContent(alternative)))
            {
                distinct.Add(alternative);
            }
        }

        return distinct;
    }
}
