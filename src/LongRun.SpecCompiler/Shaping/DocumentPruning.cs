using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Takes out of a document what the client has no use for, and what would steer NSwag past this compiler.</summary>
public static class DocumentPruning
{
    // Extensions of others mean something to NSwag (x-originalName, x-enumNames, x-position): names are decided here.
    private static readonly HashSet<string> KeptExtensions = new(StringComparer.Ordinal)
    {
        VocabularyKeys.Monitor, VocabularyKeys.Start, VocabularyKeys.AvailableWhen, VocabularyKeys.ExtensibleEnum,
        VocabularyKeys.Url, VocabularyKeys.Duration, VocabularyKeys.MediaRequirements, VocabularyKeys.WebhookPayload,
        Lowering.LoweredKeys.UnionTag,
    };

    private static readonly HashSet<string> Useless = new(StringComparer.Ordinal)
    {
        "example", "examples", "externalDocs", "links", "tags", "security", "securitySchemes", "discriminator", "xml",
    };

    // C# has no type that reads these as the wire writes them; as texts nothing is lost.
    private static readonly HashSet<string> FormatsLeftAsText = new(StringComparer.Ordinal) { "duration", "time", "time-span", "timespan" };

    /// <summary>Prunes a document.</summary>
    /// <param name="root">Its root.</param>
    public static void Run(MapNode root)
    {
        foreach (MapNode value in DocumentWalk.Objects(root))
        {
            Prune(value);
        }
    }

    private static void Prune(MapNode value)
    {
        foreach (MapNode.Entry entry in value.Entries.ToList())
        {
            bool foreign = entry.Key.StartsWith("x-", StringComparison.Ordinal) && !KeptExtensions.Contains(entry.Key);
            if (foreign || Useless.Contains(entry.Key))
            {
                value.Remove(entry.Key);
            }
            else if (entry.Key is "description" or "summary" or "title" && entry.Value is ScalarNode { Kind: ScalarKind.Text } text)
            {
                value.Set(entry.Key, ScalarNode.Of(Printable(text.Text), text.Position));
            }
        }

        if (value.Text("type") == "string" && FormatsLeftAsText.Contains(value.Text("format") ?? ""))
        {
            value.Remove("format");
        }

        // Only texts become enumerations; the values of others stay what their type says.
        if (value.List("enum") is { } values && !IsEnumeration(value, values))
        {
            value.Remove("enum");
        }

        // Some authors list the values of a text as if they were members.
        if (value.Text("type") is "string" or "number" or "integer" or "boolean" or "array")
        {
            value.Remove("properties");
            value.Remove("required");
            value.Remove("additionalProperties");
        }

        // A list of known texts that knows none says nothing.
        if (value.List(VocabularyKeys.ExtensibleEnum) is { Items.Count: 0 })
        {
            value.Remove(VocabularyKeys.ExtensibleEnum);
        }

        // Unknown members are kept whatever a schema says: servers are ahead of their documents.
        if (value["additionalProperties"] is ScalarNode || (value.Has("additionalProperties") && value.Map("properties") is { Entries.Count: > 0 }))
        {
            value.Remove("additionalProperties");
        }

        FlattenReference(value);
    }

    private static bool IsEnumeration(MapNode schema, ListNode values) =>
        values.Items.All(static item => item is ScalarNode)
        && values.Scalars.Any(static item => item.Kind != ScalarKind.Null)
        && (schema.Text("type") == "string" || (schema.Text("type") is null && values.Scalars.All(static item => item.Kind is ScalarKind.Text or ScalarKind.Null)));

    // Control characters would make the XML documentation of the client malformed.
    // A code span of Markdown would stand in an XML comment with its backticks.
    private static string Printable(string text) =>
        new string(text.Where(static c => c is '\n' or '\t' || !char.IsControl(c)).ToArray()).Replace('`', '\'').Trim();

    // "allOf" around one reference is how 3.0 authors add a description to it; NSwag reads siblings of a reference.
    private static void FlattenReference(MapNode value)
    {
        if (value.Has("$ref") || ApiDocument.ReferencedSchema(value) is null)
        {
            return;
        }

        Node reference = ((MapNode)value.List("allOf")!.Items[0])["$ref"]!;
        value.Remove("allOf");
        value.Set("$ref", reference);
    }
}
