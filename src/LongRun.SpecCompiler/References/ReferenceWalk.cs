using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.References;

/// <summary>Finds the references of a document, and what kind of thing each stands for.</summary>
/// <remarks>The definitions inside schemas are passed over: what refers to them brings them out.</remarks>
internal sealed class ReferenceWalk
{
    public const string Schemas = "schemas";
    public const string PathItems = "pathItems";
    public const string InPlace = "";


    private static readonly Dictionary<string, string> SectionOfNames = new(StringComparer.Ordinal)
    {
        ["parameters"] = "parameters",
        ["responses"] = "responses",
        ["requestBodies"] = "requestBodies",
        ["headers"] = "headers",
        ["callbacks"] = "callbacks",
        ["securitySchemes"] = "securitySchemes",
        ["schemas"] = Schemas,
        [PathItems] = PathItems,
        ["paths"] = InPlace,
        ["webhooks"] = InPlace,
        ["content"] = InPlace,
        ["encoding"] = InPlace,
    };

    private readonly HashSet<MapNode> _visited = [];

    /// <summary>The maps that hold definitions.</summary>
    public HashSet<MapNode> WithDefinitions { get; } = [];

    public static bool IsDefinitions(string key) => key is "$defs" or "definitions";

    /// <summary>The references at a value and below, where they were not found before.</summary>
    public IEnumerable<ReferenceSite> Find(Node node, string section, Trail? within)
    {
        if (node is ListNode list)
        {
            return list.Items.SelectMany(item => Find(item, section, within));
        }

        return node is MapNode map && _visited.Add(map) ? FindIn(map, section, within) : [];
    }

    /// <summary>The references below a value that has new members, the value itself included.</summary>
    public IEnumerable<ReferenceSite> FindAgain(MapNode map, string section, Trail? within)
    {
        _visited.Remove(map);
        return Find(map, section, within);
    }

    private IEnumerable<ReferenceSite> FindIn(MapNode map, string section, Trail? within)
    {
        if (map.Scalar("$ref") is { Kind: ScalarKind.Text } reference)
        {
            yield return new ReferenceSite(map, "$ref", reference, section, within);
        }

        if (section == Schemas && map.Map("discriminator")?.Map("mapping") is { } mapping)
        {
            foreach (MapNode.Entry value in mapping.Entries.ToList())
            {
                if (value.Value is ScalarNode { Kind: ScalarKind.Text } target)
                {
                    yield return new ReferenceSite(mapping, value.Key, target, Schemas, within);
                }
            }
        }

        foreach (MapNode.Entry entry in map.Entries.ToList())
        {
            if (IsDefinitions(entry.Key))
            {
                WithDefinitions.Add(map);
            }
            else if (!DocumentWalk.IsLiteral(entry.Key))
            {
                foreach (ReferenceSite found in Below(entry, section, within))
                {
                    yield return found;
                }
            }
        }
    }

    private IEnumerable<ReferenceSite> Below(MapNode.Entry entry, string section, Trail? within)
    {
        if (section == "callbacks")
        {
            return Find(entry.Value, PathItems, within);
        }

        if (section == Schemas)
        {
            return entry.Value is MapNode properties && entry.Key is "properties" or "patternProperties" or "dependentSchemas"
                ? FindNamed((MapNode)entry.Value, Schemas, within)
                : Find(entry.Value, Schemas, within);
        }

        if (SectionOfNames.TryGetValue(entry.Key, out string? below))
        {
            return entry.Value is MapNode names ? FindNamed(names, below, within) : Find(entry.Value, below, within);
        }

        return Find(entry.Value, entry.Key switch { "schema" or "itemSchema" => Schemas, "requestBody" => "requestBodies", _ => InPlace }, within);
    }

    private IEnumerable<ReferenceSite> FindNamed(MapNode names, string section, Trail? within) =>
        names.Entries.ToList().SelectMany(named => Find(named.Value, section, within));
}
