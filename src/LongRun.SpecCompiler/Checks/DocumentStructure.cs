using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Checks;

/// <summary>
/// Reports values that are not of the kind that OpenAPI has in their place, so that nothing after has to ask. What is
/// written without a value is what it would be if it were left out.
/// </summary>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class DocumentStructure(DiagnosticBag diagnostics)
{
    private static readonly HashSet<string> Objects = new(StringComparer.Ordinal)
    {
        "info", "components", "requestBody", "content", "responses", "callbacks", "headers", "encoding", "properties",
        "schema", "items", "additionalProperties", "schemas", "requestBodies", "securitySchemes", "discriminator", "variables",
    };

    // JSON Schema has schemas that are no more than true or false.
    private static readonly HashSet<string> ObjectsOrFlags = new(StringComparer.Ordinal) { "schema", "items", "additionalProperties" };

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf", "enum", "servers" };

    private static readonly HashSet<string> ListsOfObjects = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf", "servers", "parameters" };

    private static readonly HashSet<string> NamedObjects = new(StringComparer.Ordinal)
    {
        "content", "responses", "properties", "callbacks", "headers", "encoding", "parameters", "requestBodies", "securitySchemes", "variables",
    };

    /// <summary>Checks a document.</summary>
    /// <param name="root">Its root; what has no value is taken out.</param>
    public void Check(MapNode root)
    {
        foreach (MapNode value in DocumentWalk.Objects(root))
        {
            foreach (MapNode.Entry entry in value.Entries.ToList())
            {
                Check(value, entry);
            }
        }
    }

    private void Check(MapNode holder, MapNode.Entry entry)
    {
        // "parameters" is a list of an operation, and an object among the components.
        bool wantsObject = Objects.Contains(entry.Key);
        bool wantsNoScalar = wantsObject || Lists.Contains(entry.Key) || entry.Key == "parameters";
        if (wantsNoScalar && entry.Value is ScalarNode { Kind: ScalarKind.Null })
        {
            holder.Remove(entry.Key);
            return;
        }

        bool fits = entry.Value switch
        {
            ScalarNode { Kind: ScalarKind.Boolean } => !wantsNoScalar || ObjectsOrFlags.Contains(entry.Key),
            ScalarNode => !wantsNoScalar,
            // A list of schemas for the items of a tuple is of older JSON Schema, and found in the wild.
            ListNode => !wantsObject || entry.Key == "items",
            _ => !Lists.Contains(entry.Key),
        };
        if (!fits)
        {
            Report(entry.Value.Position, $"'{entry.Key}' has to be {(wantsObject ? "an object" : "a list")}.");
            holder.Remove(entry.Key);
        }
        else if (entry.Value is MapNode named && NamedObjects.Contains(entry.Key))
        {
            CheckNamed(entry.Key, named);
        }
        else if (entry.Value is ListNode list && ListsOfObjects.Contains(entry.Key))
        {
            CheckItems(entry.Key, list);
        }
    }

    private void CheckNamed(string key, MapNode named)
    {
        foreach (MapNode.Entry entry in named.Entries.Where(entry => entry.Value is not MapNode && !entry.Key.StartsWith("x-", StringComparison.Ordinal)).ToList())
        {
            if (key == "properties" && entry.Value is ScalarNode { Kind: ScalarKind.Boolean })
            {
                continue;
            }

            // "application/json:" and nothing after it says that there is JSON, and no more.
            if (entry.Value is not ScalarNode { Kind: ScalarKind.Null })
            {
                Report(entry.Value.Position, $"'{entry.Key}' of '{key}' has to be an object.");
            }

            named.Set(entry.Key, new MapNode(entry.Value.Position));
        }
    }

    private void CheckItems(string key, ListNode list)
    {
        foreach (Node item in list.Items.Where(static item => item is not MapNode).ToList())
        {
            if (key is "servers" or "parameters" || item is not ScalarNode { Kind: ScalarKind.Boolean })
            {
                Report(item.Position, $"Each of '{key}' has to be an object.");
            }

            list.Items.Remove(item);
        }
    }

    private void Report(SourcePosition position, string message) => diagnostics.Add(DiagnosticIds.Unreadable, position, message);
}
