using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>One step of a query.</summary>
/// <param name="Start">Where it begins in the query's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsDescendant">Whether it looks at every depth (<c>..</c>).</param>
/// <param name="Selectors">What it selects there.</param>
internal sealed record Segment(int Start, int End, bool IsDescendant, IReadOnlyList<Selector> Selectors)
{
    /// <summary>Whether it leads to one place at most.</summary>
    public bool IsSingular => !IsDescendant && Selectors is [NameSelector or IndexSelector];

    public IEnumerable<Location> Select(Location from, Node root)
    {
        IEnumerable<Location> parents = IsDescendant ? from.SelfAndBelow : [from];
        return parents.SelectMany(parent => Selectors.SelectMany(selector => selector.Select(parent, root)));
    }
}
