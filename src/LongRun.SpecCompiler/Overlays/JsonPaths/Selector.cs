using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>Chooses among the children of a place.</summary>
internal abstract record Selector
{
    public abstract IEnumerable<Location> Select(Location parent, Node root);
}

/// <summary><c>['name']</c> or <c>.name</c>.</summary>
internal sealed record NameSelector(string Name) : Selector
{
    public override IEnumerable<Location> Select(Location parent, Node root) =>
        parent.Value is MapNode map && map.TryGet(Name, out Node? value) ? [new Location(value, map, Name, 0)] : [];
}

/// <summary><c>*</c>.</summary>
internal sealed record WildcardSelector : Selector
{
    public override IEnumerable<Location> Select(Location parent, Node root) => parent.Children;
}

/// <summary><c>[2]</c>; a negative index counts from the end.</summary>
internal sealed record IndexSelector(long Index) : Selector
{
    public override IEnumerable<Location> Select(Location parent, Node root)
    {
        if (parent.Value is not ListNode list)
        {
            return [];
        }

        long at = Index < 0 ? list.Items.Count + Index : Index;
        return at >= 0 && at < list.Items.Count ? [new Location(list.Items[(int)at], list, null, (int)at)] : [];
    }
}

/// <summary><c>[start:end:step]</c>.</summary>
internal sealed record SliceSelector(long? Start, long? End, long Step) : Selector
{
    public override IEnumerable<Location> Select(Location parent, Node root)
    {
        if (parent.Value is not ListNode list || Step == 0)
        {
            yield break;
        }

        int count = list.Items.Count;
        long FromEnd(long index) => index < 0 ? count + index : index;
        if (Step > 0)
        {
            long end = Math.Clamp(FromEnd(End ?? count), 0, count);
            for (long at = Math.Clamp(FromEnd(Start ?? 0), 0, count); at < end; at += Step)
            {
                yield return new Location(list.Items[(int)at], list, null, (int)at);
            }
        }
        else
        {
            long end = End is { } last ? Math.Clamp(FromEnd(last), -1, count - 1) : -1;
            for (long at = Math.Clamp(FromEnd(Start ?? (count - 1)), -1, count - 1); at > end; at += Step)
            {
                yield return new Location(list.Items[(int)at], list, null, (int)at);
            }
        }
    }
}

/// <summary><c>[?…]</c>.</summary>
internal sealed record FilterSelector(LogicalExpression Condition) : Selector
{
    public override IEnumerable<Location> Select(Location parent, Node root) =>
        parent.Children.Where(child => Condition.Holds(new FilterScope(root, child.Value)));
}
