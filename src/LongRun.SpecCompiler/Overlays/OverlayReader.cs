using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Overlays.JsonPaths;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays;

/// <summary>Reads an overlay document (OpenAPI Overlay 1.0) and reports what is wrong with it at its place.</summary>
/// <remarks>
/// <c>extends</c> is ignored even where it names another document than the one that is compiled: whoever lists the overlay
/// beside a document has said what it extends, and a vendor's document is often a copy under another name.
/// </remarks>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class OverlayReader(DiagnosticBag diagnostics)
{
    private static readonly string[] RootKeys = ["overlay", "info", "extends", "actions"];
    private static readonly string[] ActionKeys = ["target", "description", "update", "remove"];

    /// <summary>Reads an overlay.</summary>
    /// <param name="root">Its root.</param>
    /// <returns>Its actions in their order, without those that were reported.</returns>
    public IReadOnlyList<OverlayAction> Read(MapNode root)
    {
        string? version = root.Text("overlay");
        if (version is null)
        {
            Report(root.Position, root.Has("openapi")
                ? "This is an OpenAPI document, not an overlay."
                : "The overlay does not say which version it is; add 'overlay: 1.0.0'.");
            return [];
        }

        // What 1.1 adds is reported where it stands; all else means the same.
        if (!version.StartsWith("1.", StringComparison.Ordinal))
        {
            Report(root["overlay"]!.Position, $"Overlay {version} is not supported; 1.0 is.");
            return [];
        }

        CheckKeys(root, "An overlay", RootKeys);
        if (root.List("actions") is not { Items.Count: > 0 } actions)
        {
            Report(root.KeyPosition("actions"), "The overlay has no 'actions', a list of what it changes.");
            return [];
        }

        return actions.Items.Select(ReadAction).OfType<OverlayAction>().ToList();
    }

    private OverlayAction? ReadAction(Node node)
    {
        if (node is not MapNode action)
        {
            Report(node.Position, "An action is an object with a 'target'.");
            return null;
        }

        CheckKeys(action, "An action", ActionKeys);
        if (action.Scalar("target") is not { Kind: ScalarKind.Text } target)
        {
            Report(action.KeyPosition("target"), "An action needs a 'target', a JSONPath such as '$.paths['/tasks'].get'.");
            return null;
        }

        JsonPath? path = ReadTarget(target);
        bool? remove = ReadRemove(action);
        if (path is null || remove is null)
        {
            return null;
        }

        if (remove == true)
        {
            return new OverlayAction(path, target.Position, Update: null);
        }

        if (action.TryGet("update", out Node? update))
        {
            return new OverlayAction(path, target.Position, update);
        }

        Report(action.Position, "The action changes nothing; it needs 'update' or 'remove: true'.");
        return null;
    }

    private JsonPath? ReadTarget(ScalarNode target)
    {
        try
        {
            return JsonPath.Parse(target.Text);
        }
        catch (JsonPathException exception)
        {
            Report(target.Position, $"'{target.Text}' is not a JSONPath; at its character {exception.At + 1}: {exception.Message}{(exception.Message.EndsWith('?') ? "" : ".")}");
            return null;
        }
    }

    private bool? ReadRemove(MapNode action)
    {
        if (!action.TryGet("remove", out Node? remove))
        {
            return false;
        }

        if (remove is ScalarNode { Kind: ScalarKind.Boolean } flag)
        {
            return flag.IsTrue;
        }

        Report(remove.Position, "'remove' is true or false.");
        return null;
    }

    private void CheckKeys(MapNode map, string what, string[] known)
    {
        foreach (MapNode.Entry entry in map.Entries)
        {
            if (!known.Contains(entry.Key) && !entry.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                diagnostics.Warn(DiagnosticIds.UnknownKey, entry.KeyPosition, $"{what} has no key '{entry.Key}'; it is ignored.{NearestName.Hint(entry.Key, known)}");
            }
        }
    }

    private void Report(SourcePosition position, string message) => diagnostics.Add(DiagnosticIds.Unreadable, position, message);
}
