using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>Writes the cases of a union: their C# names and types, and by what a JSON value is known to be one of them.</summary>
/// <param name="document">The document, its components all types, as inlining leaves them.</param>
/// <param name="names">The C# names.</param>
public sealed class UnionLowering(ApiDocument document, NameTable names)
{
    // Lists of lists tell enough.
    private const int DeepestShape = 4;

    // Members of the generated class; "Unknown" is the case that no document lists.
    private static readonly string[] Taken = ["Unknown", "Value", "Case", "Cases"];

    private readonly TypeExpressions _types = new(document, names);

    /// <summary>Lowers a union.</summary>
    /// <param name="type">C# name of its type.</param>
    /// <param name="schema">Its schema; changed in place.</param>
    public void Lower(string type, MapNode schema)
    {
        if (schema.List("oneOf") is not { } alternatives)
        {
            return;
        }

        List<MapNode> distinct = alternatives.Items.OfType<MapNode>().DistinctBy(alternative => _types.Of(alternative)).ToList();
        IReadOnlyDictionary<string, string> caseNames = CSharpNames.Unique(distinct.Select(_types.Of), TypeName(type), Taken);
        var cases = new ListNode(schema.Position);
        foreach (MapNode alternative in distinct)
        {
            string expression = _types.Of(alternative);
            var written = new MapNode(alternative.Position);
            written.Set("name", Lowered.Text(caseNames[expression]));
            // Not "type": NJsonSchema takes every extension with one for a schema.
            written.Set("csharp", Lowered.Text(expression));
            written.Set("shape", Lowered.Text(Shape(alternative, 0)));
            if (!expression.StartsWith("global::System.Collections.Generic.I", StringComparison.Ordinal))
            {
                // C# has no conversions from interfaces.
                written.Set("convertible", Lowered.Flag(true));
            }

            cases.Items.Add(written);
        }

        schema.Remove("oneOf");
        schema.Set("type", Lowered.Text("object"));
        schema.Set(LoweredKeys.Union, cases);
    }

    // "VideoContextUrl" of the union "VideoContext" is the case "Url"; a list of texts is "TextList".
    private static Func<string, string> TypeName(string union) => type =>
    {
        const string list = "global::System.Collections.Generic.IReadOnlyList<";
        const string map = "global::System.Collections.Generic.IDictionary<string, ";
        if (type.StartsWith(list, StringComparison.Ordinal))
        {
            return TypeName(union)(type[list.Length..^1]) + "List";
        }

        if (type.StartsWith(map, StringComparison.Ordinal))
        {
            return TypeName(union)(type[map.Length..^1]) + "Map";
        }

        return type switch
        {
            "string" => "Text",
            "int" or "long" => "Integer",
            "float" or "double" or "decimal" => "Number",
            "bool" => "Boolean",
            "byte[]" => "Bytes",
            "global::System.Text.Json.JsonElement" => "Json",
            _ when type.Length > union.Length && type.StartsWith(union, StringComparison.Ordinal) && char.IsUpper(type[union.Length]) => type[union.Length..],
            _ => type[(type.LastIndexOf('.') + 1)..],
        };
    };

    private string Shape(MapNode? schema, int depth)
    {
        MapNode? resolved = document.Resolve(schema);
        if (resolved is null || depth > DeepestShape)
        {
            return "global::LongRun.Serialization.JsonShape.Anything";
        }

        // A lowered one has lost its alternatives.
        if (resolved.Has("oneOf") || resolved.Has(LoweredKeys.Union))
        {
            return Call("Union", $"static () => {names.TypeOf(resolved)}.Shape_!");
        }

        if (TypeExpressions.Values(resolved) is { Items.Count: > 0 } values)
        {
            return Call(TypeExpressions.IsOpen(resolved) ? "OpenText" : "ClosedText", Texts(values.Scalars.Where(static value => value.Kind != ScalarKind.Null).Select(static value => value.Text)));
        }

        return resolved.Text("type") switch
        {
            "string" => "global::LongRun.Serialization.JsonShape." + (_types.Of(resolved) switch
            {
                "global::System.DateTimeOffset" or "global::System.DateOnly" => "Time",
                "global::System.Guid" => "Guid",
                _ => "Text",
            }),
            "integer" => "global::LongRun.Serialization.JsonShape.Integer",
            "number" => "global::LongRun.Serialization.JsonShape.Number",
            "boolean" => "global::LongRun.Serialization.JsonShape.Boolean",
            "array" => Call("List", Shape(resolved.Map("items"), depth + 1)),
            "object" => Object(schema!, resolved),
            _ when resolved.Has("properties") => Object(schema!, resolved),
            _ => "global::LongRun.Serialization.JsonShape.Anything",
        };
    }

    private string Object(MapNode alternative, MapNode resolved)
    {
        List<string> known = (resolved.Map("properties")?.Entries ?? []).Select(static property => property.Key).ToList();
        IEnumerable<string> required = (resolved.List("required")?.Scalars ?? []).Select(static name => name.Text);
        string shape = Call("Object", $"{Texts(known)}, {Texts(required)}");
        if (alternative.Map(LoweredKeys.UnionTag) is { } tag)
        {
            return $"{shape}.Where({CSharpNames.Literal(tag.Text("member")!)}, {Texts(tag.List("values")!.Scalars.Select(static value => value.Text))})";
        }

        // A member with one possible value tells as much as a discriminator.
        foreach (MapNode.Entry property in resolved.Map("properties")?.Entries ?? [])
        {
            if (document.Resolve(property.Value)?.List("enum") is { Items: [ScalarNode { Kind: ScalarKind.Text } only] })
            {
                shape += $".Where({CSharpNames.Literal(property.Key)}, {Texts([only.Text])})";
            }
        }

        return shape;
    }

    private static string Call(string method, string arguments) => $"global::LongRun.Serialization.JsonShape.{method}({arguments})";

    private static string Texts(IEnumerable<string> texts) => $"new string[] {{ {string.Join(", ", texts.Select(CSharpNames.Literal))} }}";
}
