namespace LongRun.Analyzers.Tests.Differential;

/// <summary>Lists with too few, enough and too many items, some of them twice, in the ways in which C# writes them.</summary>
internal static class GeneratedLists
{
    internal static Written<IReadOnlyList<T>> Of<T>(Random random, string type, Func<Random, Written<T>> item)
    {
        var items = new List<Written<T>>();
        for (int count = random.Next(5); count > 0; count--)
        {
            items.Add(items.Count > 0 && random.Chance(0.3) ? random.OneOf([.. items]) : item(random));
        }

        string list = string.Join(", ", items.Select(static one => one.Expression));
        string expression = random.Next(5) switch
        {
            0 => $"new {type}[] {{ {list} }}",
            1 => $"new List<{type}> {{ {list} }}",
            2 when items.Count == 0 => $"Array.Empty<{type}>()",
            2 => $"new List<{type}>({items.Count}) {{ {list} }}",
            3 when items.Count == 0 => $"new {type}[0]",
            _ => $"[{list}]",
        };
        return new Written<IReadOnlyList<T>>([.. items.Select(static one => one.Value)], expression);
    }
}
