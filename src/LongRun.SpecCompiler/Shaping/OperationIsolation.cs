using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Gives each operation parameters, a body and answers of its own, in place of those it shares by reference.</summary>
/// <remarks>What is lowered afterwards is written into them, and differs from operation to operation.</remarks>
public static class OperationIsolation
{
    /// <summary>Isolates every operation.</summary>
    /// <param name="document">The document; changed in place.</param>
    /// <param name="credential">What lets the client in; no argument of any method.</param>
    public static void Run(ApiDocument document, Credential? credential)
    {
        foreach (ApiOperation operation in document.Operations)
        {
            var parameters = new ListNode(operation.Node.Position);
            parameters.Items.AddRange(OwnParameters(document, operation, credential));
            operation.Node.Set("parameters", parameters);
            Own(document, operation.Node, "requestBody");
            if (operation.Node.Map("responses") is { } responses)
            {
                foreach (MapNode.Entry response in responses.Entries.ToList())
                {
                    Own(document, responses, response.Key);
                }
            }
        }

        foreach (ApiOperation operation in document.Operations)
        {
            operation.PathItem.Remove("parameters");
        }
    }

    // An operation's parameter replaces the path's of the same name and place.
    private static IEnumerable<MapNode> OwnParameters(ApiDocument document, ApiOperation operation, Credential? credential)
    {
        var own = new List<MapNode>();
        foreach (MapNode parameter in operation.Parameters.Select(document.Resolve).OfType<MapNode>())
        {
            int same = own.FindIndex(other => other.Text("name") == parameter.Text("name") && other.Text("in") == parameter.Text("in"));
            if (IsIgnored(parameter) || credential?.IsParameter(parameter) == true)
            {
                continue;
            }

            if (same < 0)
            {
                own.Add((MapNode)parameter.Clone());
            }
            else
            {
                own[same] = (MapNode)parameter.Clone();
            }
        }

        return own;
    }

    // OpenAPI itself says that parameters of these names mean nothing.
    private static bool IsIgnored(MapNode parameter) =>
        parameter.Text("in") == "cookie"
        || (parameter.Text("in") == "header" && parameter.Text("name")?.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION");

    private static void Own(ApiDocument document, MapNode holder, string key)
    {
        if (holder.Map(key) is { } value && document.Resolve(value) is { } resolved)
        {
            holder.Set(key, resolved.Clone());
        }
    }
}
