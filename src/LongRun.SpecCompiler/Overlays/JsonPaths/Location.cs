using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>A place in a document: a value, and where its parent keeps it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Parent">The map or list that holds it; <see langword="null"/> for the root.</param>
/// <param name="Key">Its name, if the parent is a map.</param>
/// <param name="Index">Its index, if the parent is a list.</param>
public readonly record struct Location(Node Value, Node? Parent, string? Key, int Index)
{
    /// <summary>The place of the root.</summary>
    /// <param name="root">The root.</param>
    /// <returns>The place.</returns>
    public static Location Root(Node root) => new(root, null, null, 0);

    /// <summary>The places right below, in the order in which they are written.</summary>
    public IEnumerable<Location> Children => Value switch
    {
        MapNode map => map.Entries.Select(entry => new Location(entry.Value, map, entry.Key, 0)),
        ListNode list => list.Items.Select((item, index) => new Location(item, list, null, index)),
        _ => [],
    };

    /// <summary>The place itself and all below, parents before children.</summary>
    public IEnumerable<Location> SelfAndBelow
    {
        get
        {
            var open = new Stack<Location>([this]);
            while (open.TryPop(out Location place))
            {
                yield return place;
                foreach (Location child in place.Children.Reverse())
                {
                    open.Push(child);
                }
            }
        }
    }
}
