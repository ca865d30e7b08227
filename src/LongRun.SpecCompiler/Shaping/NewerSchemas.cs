using System.Globalization;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Brings the schemas of OpenAPI 3.1 and 3.2, which are JSON Schema, into the form of 3.0.</summary>
/// <remarks>
/// What is said in another form is translated without a word. What is lost is named by LRO3009. Keywords that only judge
/// (<c>if</c>, <c>not</c>, <c>contains</c>, …) change no type and are left to the server.
/// </remarks>
public sealed class NewerSchemas
{
    // Beside a reference these change the type; others only describe it.
    private static readonly string[] Structural = ["type", "properties", "required", "items", "enum", "const", "allOf", "oneOf", "anyOf", "additionalProperties"];

    private readonly DiagnosticBag _diagnostics;

    private NewerSchemas(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    /// <summary>Translates a document.</summary>
    /// <param name="root">Its root; changed in place.</param>
    /// <param name="diagnostics">Takes what is lost.</param>
    public static void Run(MapNode root, DiagnosticBag diagnostics)
    {
        var newer = new NewerSchemas(diagnostics);
        foreach (MapNode value in DocumentWalk.Objects(root))
        {
            newer.Translate(value);
        }
    }

    private void Translate(MapNode value)
    {
        BooleanSchemas(value);
        SplitReference(value);
        Constant(value);
        NullAlternatives(value);
        Types(value);
        ExclusiveBound(value, "exclusiveMinimum", "minimum", static (exclusive, other) => exclusive >= other);
        ExclusiveBound(value, "exclusiveMaximum", "maximum", static (exclusive, other) => exclusive <= other);
        Content(value);
        Tuple(value);
        Patterns(value);
    }

    // "true" is a schema for anything; "false" for nothing, which as a type is the same.
    private static void BooleanSchemas(MapNode value)
    {
        foreach (string keyword in new[] { "items", "schema" })
        {
            if (value.Scalar(keyword) is { Kind: ScalarKind.Boolean } any)
            {
                value.Set(keyword, new MapNode(any.Position));
            }
        }

        foreach (MapNode.Entry property in value.Map("properties")?.Entries.ToList() ?? [])
        {
            if (property.Value is ScalarNode { Kind: ScalarKind.Boolean } any)
            {
                value.Map("properties")!.Set(property.Key, new MapNode(any.Position));
            }
        }
    }

    private static void SplitReference(MapNode value)
    {
        if (value["$ref"] is not ScalarNode reference || !Structural.Any(value.Has))
        {
            return;
        }

        var target = new MapNode(reference.Position);
        target.Set("$ref", reference);
        var parts = new ListNode(reference.Position);
        parts.Items.Add(target);
        if (value.List("allOf") is { } others)
        {
            parts.Items.AddRange(others.Items);
        }

        value.Remove("$ref");
        value.Set("allOf", parts);
    }

    private static void Constant(MapNode value)
    {
        if (value["const"] is not ScalarNode constant)
        {
            value.Remove("const");
            return;
        }

        value.Remove("const");
        if (constant.Kind == ScalarKind.Null)
        {
            value.Set("type", ScalarNode.Of("null", constant.Position));
            return;
        }

        var only = new ListNode(constant.Position);
        only.Items.Add(constant);
        value.Set("enum", only);
        if (!value.Has("type"))
        {
            string type = constant.Kind switch { ScalarKind.Boolean => "boolean", ScalarKind.Number => "number", _ => "string" };
            value.Set("type", ScalarNode.Of(type, constant.Position));
        }
    }

    // An alternative of null is what "nullable" says.
    private static void NullAlternatives(MapNode value)
    {
        foreach (string keyword in new[] { "oneOf", "anyOf" })
        {
            if (value.List(keyword) is { } alternatives && alternatives.Items.RemoveAll(static item => IsNull(item as MapNode)) > 0)
            {
                value.Set("nullable", ScalarNode.Of(true, alternatives.Position));
                if (alternatives.Items.Count == 0)
                {
                    value.Remove(keyword);
                }
            }
        }

        if (value.List("enum") is { } values && values.Items.Any(static item => item is ScalarNode { Kind: ScalarKind.Null }))
        {
            value.Set("nullable", ScalarNode.Of(true, values.Position));
        }
    }

    private static bool IsNull(MapNode? schema) =>
        schema is not null
        && (schema.Text("type") == "null" || schema["type"] is ScalarNode { Kind: ScalarKind.Null } || schema["const"] is ScalarNode { Kind: ScalarKind.Null }
            || schema.List("enum") is { Items: [ScalarNode { Kind: ScalarKind.Null }] }
            || schema.List("type") is { Items: [ScalarNode { Text: "null" }] });

    private static void Types(MapNode value)
    {
        if (value.Scalar("type") is { } single && (single.Kind == ScalarKind.Null || single.Text == "null"))
        {
            value.Remove("type");
            value.Set("nullable", ScalarNode.Of(true, single.Position));
            return;
        }

        if (value.List("type") is not { } types)
        {
            return;
        }

        List<ScalarNode> names = types.Scalars.Where(static name => name.Text != "null").DistinctBy(static name => name.Text).ToList();
        if (names.Count < types.Items.Count)
        {
            value.Set("nullable", ScalarNode.Of(true, types.Position));
        }

        value.Remove("type");
        if (names is [var only])
        {
            value.Set("type", only, types.Position);
            return;
        }

        if (names.Count > 1 && !value.Has("oneOf") && !value.Has("anyOf"))
        {
            value.Set("anyOf", OneEach(value, names, types.Position));
        }
    }

    private static ListNode OneEach(MapNode value, List<ScalarNode> names, SourcePosition position)
    {
        var alternatives = new ListNode(position);
        foreach (ScalarNode name in names)
        {
            var alternative = new MapNode(position);
            alternative.Set("type", name);
            foreach (string keyword in KeywordsOf(name.Text).Where(value.Has))
            {
                alternative.Set(keyword, value[keyword]!.Clone());
            }

            alternatives.Items.Add(alternative);
        }

        foreach (string keyword in names.SelectMany(static name => KeywordsOf(name.Text)))
        {
            value.Remove(keyword);
        }

        return alternatives;
    }

    private static string[] KeywordsOf(string type) => type switch
    {
        "object" => ["properties", "required", "additionalProperties", "patternProperties"],
        "array" => ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"],
        "string" => ["format", "enum", "minLength", "maxLength", "pattern", "contentMediaType", "contentEncoding"],
        "number" or "integer" => ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
        _ => [],
    };

    private static void ExclusiveBound(MapNode value, string exclusive, string bound, Func<double, double, bool> isTighter)
    {
        if (value.Scalar(exclusive) is not { Kind: ScalarKind.Number } limit)
        {
            return;
        }

        value.Remove(exclusive);
        if (value.Scalar(bound) is { Kind: ScalarKind.Number } other && !isTighter(NumberOf(limit), NumberOf(other)))
        {
            return;
        }

        value.Set(bound, limit);
        value.Set(exclusive, ScalarNode.Of(true, limit.Position));
    }

    private static double NumberOf(ScalarNode node) => double.Parse(node.Text, CultureInfo.InvariantCulture);

    private static void Content(MapNode value)
    {
        if (value.Has("format") || (value.Has("type") && value.Text("type") != "string"))
        {
            return;
        }

        string? encoding = value.Text("contentEncoding");
        string? media = value.Text("contentMediaType");
        if (encoding is "base64")
        {
            Format("byte");
        }
        else if (encoding is null && media is not null && !MediaTypes.IsText(media))
        {
            Format("binary");
        }

        void Format(string format)
        {
            value.Set("type", ScalarNode.Of("string", value.Position));
            value.Set("format", ScalarNode.Of(format, value.Position));
        }
    }

    // A list whose items have types of their own by place; C# has no list like that.
    private void Tuple(MapNode value)
    {
        if (value.List("prefixItems") is not { } items)
        {
            return;
        }

        value.Remove("prefixItems");
        List<MapNode> places = items.Items.OfType<MapNode>().ToList();
        bool isSame = places.Count > 0 && places.TrueForAll(place => place.HasSameContent(places[0]));
        if (isSame && value.Map("items") is null)
        {
            value.Set("items", places[0]);
            return;
        }

        _diagnostics.Warn(DiagnosticIds.NotExpressed, items.Position, "The generated client cannot express 'prefixItems' whose items differ; the list holds JSON values.");
        value.Set("items", new MapNode(items.Position));
    }

    private static void Patterns(MapNode value)
    {
        if (value.Map("patternProperties") is not { } patterns)
        {
            return;
        }

        value.Remove("patternProperties");
        if (value.Has("additionalProperties") && value.Map("additionalProperties") is not null)
        {
            return;
        }

        MapNode any = new(patterns.Position);
        value.Set("additionalProperties", patterns.Entries is [{ Value: MapNode only }] ? only : any);
    }
}
