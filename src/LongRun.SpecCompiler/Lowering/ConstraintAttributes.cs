using System.Globalization;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>Writes the limits of a schema as attributes.</summary>
/// <param name="document">The document.</param>
/// <param name="vocabulary">Reads durations.</param>
public sealed class ConstraintAttributes(ApiDocument document, VocabularyReader vocabulary)
{
    /// <summary>The attributes of a property or parameter.</summary>
    /// <param name="schema">Its schema as written; limits of what it refers to count too.</param>
    /// <returns>The attributes.</returns>
    public IEnumerable<AttributeSource> Of(MapNode schema)
    {
        MapNode resolved = document.Resolve(schema) ?? schema;
        MapNode?[] places = [schema, ReferenceEquals(resolved, schema) ? null : resolved];
        Node? Find(string key) => places.Select(place => place?[key]).FirstOrDefault(static value => value is not null);

        if ((Find(VocabularyKeys.AvailableWhen) as ScalarNode)?.Text == "succeeded")
        {
            yield return new AttributeSource("AvailableWhenSucceeded");
        }

        if (schema.Has(LoweredKeys.IdempotencyKey))
        {
            yield return new AttributeSource("IdempotencyKey");
        }

        if (Find(VocabularyKeys.Url) is MapNode url)
        {
            yield return Url(url);
        }

        // A duration speaks of time, so its bounds are not said again as a bare number.
        var duration = Find(VocabularyKeys.Duration) as MapNode;
        AttributeSource?[] rest =
        [
            duration is null ? Number(Find) : Duration(duration),
            Find("enum") is null && Find(VocabularyKeys.ExtensibleEnum) is null ? TextLimits(Find) : null,
            Items(Find),
        ];
        foreach (AttributeSource attribute in rest.OfType<AttributeSource>().Where(static attribute => !attribute.IsEmpty))
        {
            yield return attribute;
        }
    }

    /// <summary>The attributes that say what media the profiles of an API accept.</summary>
    /// <param name="profiles">The profiles by name.</param>
    /// <param name="source">Where the limits come from, as messages say it.</param>
    /// <returns>The attributes.</returns>
    public IEnumerable<AttributeSource> Media(MapNode profiles, string source) =>
        from profile in profiles.Entries
        let limits = profile.Value as MapNode
        where limits is not null
        let duration = vocabulary.ReadRange(limits.Map("duration"))
        select new AttributeSource("MediaRequirements")
            .Argument(Naming.CSharpNames.Pascal(profile.Key))
            .Seconds("MinDurationSeconds", duration.Min)
            .Seconds("MaxDurationSeconds", duration.Max)
            .Whole("MinWidth", CountOf(limits.Map("width")?["min"]))
            .Whole("MaxWidth", CountOf(limits.Map("width")?["max"]))
            .Whole("MinHeight", CountOf(limits.Map("height")?["min"]))
            .Whole("MaxHeight", CountOf(limits.Map("height")?["max"]))
            .Whole("MaxSizeBytes", WholeOf(limits.Map("sizeBytes")?["max"]))
            .Text("AudioRequiredWith", limits.Map("audio")?.Text("requiredWith"))
            .Text("Source", source);

    private static AttributeSource Url(MapNode url) => new AttributeSource("UrlConstraint")
        .Text("Provider", url.Text("provider"))
        .Texts("Schemes", Texts(url.List("schemes")))
        .Texts("Hosts", Texts(url.List("hosts")))
        .Texts("Forms", Texts(url.List("forms")))
        .Text("IdPattern", url.Text("id"));

    private AttributeSource Duration(MapNode duration)
    {
        (TimeSpan? min, TimeSpan? max) = vocabulary.ReadRange(duration);
        return new AttributeSource("DurationConstraint").Seconds("MinSeconds", min).Seconds("MaxSeconds", max);
    }

    private static AttributeSource Number(Func<string, Node?> find) => new AttributeSource("NumberConstraint")
        .Number("Minimum", NumberOf(find("minimum")))
        .Number("Maximum", NumberOf(find("maximum")))
        .Flag("MinimumIsExclusive", find("exclusiveMinimum") is ScalarNode { IsTrue: true })
        .Flag("MaximumIsExclusive", find("exclusiveMaximum") is ScalarNode { IsTrue: true })
        .Number("MultipleOf", NumberOf(find("multipleOf")));

    private static AttributeSource TextLimits(Func<string, Node?> find) => new AttributeSource("TextConstraint")
        .Whole("MinLength", CountOf(find("minLength")))
        .Whole("MaxLength", CountOf(find("maxLength")))
        .Text("Pattern", (find("pattern") as ScalarNode)?.Text);

    private static AttributeSource Items(Func<string, Node?> find) => new AttributeSource("ItemsConstraint")
        .Whole("MinItems", CountOf(find("minItems")))
        .Whole("MaxItems", CountOf(find("maxItems")))
        .Flag("UniqueItems", find("uniqueItems") is ScalarNode { IsTrue: true });

    private static IReadOnlyCollection<string> Texts(ListNode? list) => list?.Scalars.Select(static value => value.Text).ToList() ?? [];

    private static double? NumberOf(Node? node) =>
        node is ScalarNode { Kind: ScalarKind.Number } scalar ? double.Parse(scalar.Text, CultureInfo.InvariantCulture) : null;

    // Counts are int in C#; no text or list is longer.
    private static long? CountOf(Node? node) => WholeOf(node) is { } whole ? Math.Clamp(whole, 0, int.MaxValue) : null;

    private static long? WholeOf(Node? node) => NumberOf(node) is { } number ? (long)number : null;
}
