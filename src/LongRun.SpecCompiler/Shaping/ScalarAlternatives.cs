using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Makes one alternative of those that are the same kind of scalar: C# cannot tell two texts apart by their types.</summary>
/// <remarks>A text beside some of its values is how authors write an open set: the values are known, others may come.</remarks>
public static class ScalarAlternatives
{
    /// <summary>Merges the scalars among alternatives.</summary>
    /// <param name="document">The document.</param>
    /// <param name="alternatives">The alternatives.</param>
    /// <returns>The alternatives, each kind of scalar at the place of its first.</returns>
    public static List<MapNode> Merge(ApiDocument document, List<MapNode> alternatives)
    {
        List<MapNode> texts = alternatives.FindAll(alternative => document.Resolve(alternative) is { } schema && IsText(schema));
        List<MapNode> numbers = alternatives.FindAll(alternative => document.Resolve(alternative) is { } schema && schema.Text("type") is "number" or "integer");
        var merged = new List<MapNode>();
        foreach (MapNode alternative in alternatives)
        {
            if (texts.Count > 1 && texts.Contains(alternative))
            {
                if (ReferenceEquals(alternative, texts[0]))
                {
                    merged.Add(Text(document, texts));
                }
            }
            else if (numbers.Count > 1 && numbers.Contains(alternative))
            {
                if (ReferenceEquals(alternative, numbers[0]))
                {
                    merged.Add(numbers.Find(number => document.Resolve(number)!.Text("type") == "number") ?? numbers[0]);
                }
            }
            else
            {
                merged.Add(alternative);
            }
        }

        return merged;
    }

    // A text that has a C# type of its own, a time say, stays an alternative where the others are none.
    private static bool IsText(MapNode schema) =>
        schema.Text("type") == "string" && schema.Text("format") is not "binary"
        && !(schema.Text("format") is "date-time" or "date" && !schema.Has("enum"));

    private static MapNode Text(ApiDocument document, List<MapNode> texts)
    {
        List<MapNode> schemas = texts.ConvertAll(text => document.Resolve(text)!);
        var values = new ListNode(texts[0].Position);
        values.Items.AddRange(schemas.SelectMany(static schema => TypeExpressions.Values(schema)?.Scalars ?? [])
            .Where(static value => value.Kind != ScalarKind.Null)
            .DistinctBy(static value => value.Text));
        var merged = new MapNode(texts[0].Position);
        merged.Set("type", ScalarNode.Of("string", merged.Position));
        foreach (string said in new[] { "title", "description" })
        {
            if (schemas.Select(schema => schema[said]).FirstOrDefault(static value => value is not null) is { } text)
            {
                merged.Set(said, text);
            }
        }

        if (values.Items.Count > 0)
        {
            bool isClosed = schemas.TrueForAll(static schema => schema.Has("enum"));
            merged.Set(isClosed ? "enum" : VocabularyKeys.ExtensibleEnum, values);
        }

        return merged;
    }
}
