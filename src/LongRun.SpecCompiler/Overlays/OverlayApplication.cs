using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Overlays.JsonPaths;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays;

/// <summary>Makes the changes of overlays in a document.</summary>
/// <remarks>
/// What an overlay brings keeps the place in the overlay where it is written, so whatever is found wrong with it later is
/// reported there. Values merge as Overlay 1.1 spells out what 1.0 meant: objects member by member, lists one after the
/// other, single values by the later one; a single value that is itself the target is replaced too. A list for a list is
/// its items, never one item that is a list: OpenAPI keeps no lists of lists outside of examples.
/// </remarks>
/// <param name="root">Root of the document; changed in place.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class OverlayApplication(MapNode root, DiagnosticBag diagnostics)
{
    /// <summary>Makes the changes, each in what those before it left.</summary>
    /// <param name="actions">The changes.</param>
    public void Apply(IEnumerable<OverlayAction> actions)
    {
        foreach (OverlayAction action in actions)
        {
            List<Location> places = action.Target.Select(root).Distinct().ToList();
            if (places.Count == 0)
            {
                diagnostics.Warn(DiagnosticIds.UnmatchedTarget, action.TargetPosition, $"'{action.Target}' matches nothing, so the action changes nothing: {NearestMatch.Explain(action.Target, root)}");
            }
            else if (action.Update is not null)
            {
                places.ForEach(place => Update(place, action.Update, action));
            }
            else
            {
                Remove(places, action);
            }
        }
    }

    private void Remove(List<Location> places, OverlayAction action)
    {
        foreach (IGrouping<Node?, Location> siblings in places.GroupBy(static place => place.Parent))
        {
            if (siblings.Key is MapNode map)
            {
                HashSet<string?> keys = siblings.Select(static place => place.Key).ToHashSet();
                map.RemoveWhere(entry => keys.Contains(entry.Key));
            }
            else if (siblings.Key is ListNode list)
            {
                foreach (Location place in siblings.OrderByDescending(static place => place.Index))
                {
                    list.Items.RemoveAt(place.Index);
                }
            }
            else
            {
                diagnostics.Add(DiagnosticIds.Unreadable, action.TargetPosition, "'$' is the whole document, which cannot be removed.");
            }
        }
    }

    private void Update(Location place, Node update, OverlayAction action)
    {
        if (place.Value is ListNode list && update is not ListNode)
        {
            list.Items.Add(update.Clone());
        }
        else if (Merge(place.Value, update, action.Target.Text) is { } replacement)
        {
            Replace(place, replacement);
        }
    }

    private static void Replace(Location place, Node value)
    {
        if (place.Parent is MapNode map)
        {
            map.Set(place.Key!, value, value.Position);
        }
        else if (place.Parent is ListNode list)
        {
            list.Items[place.Index] = value;
        }
    }

    // A value that takes the old one's place; none if the old one was changed, or the two do not go together.
    private Node? Merge(Node old, Node update, string what)
    {
        switch (old, update)
        {
            case (MapNode into, MapNode from):
                foreach (MapNode.Entry entry in from.Entries)
                {
                    if (!into.TryGet(entry.Key, out Node? member))
                    {
                        into.Set(entry.Key, entry.Value.Clone(), entry.KeyPosition);
                    }
                    else if (Merge(member, entry.Value, entry.Key) is { } replacement)
                    {
                        into.Set(entry.Key, replacement, entry.KeyPosition);
                    }
                }

                return null;
            case (ListNode into, ListNode from):
                into.Items.AddRange(from.Items.Select(static item => item.Clone()));
                return null;
            case (ScalarNode, ScalarNode):
                return update;
            default:
                diagnostics.Add(DiagnosticIds.Unreadable, update.Position, $"'{what}' is {Kind(old)} ({old.Position}), and {Kind(update)} cannot be merged into it; remove it by an action before this one.");
                return null;
        }
    }

    private static string Kind(Node node) => node switch
    {
        MapNode => "an object",
        ListNode => "a list",
        _ => "a single value",
    };
}
