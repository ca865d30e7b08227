using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Overlays.JsonPaths;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays;

/// <summary>Says where a query that leads nowhere stops leading somewhere, and what stands there that it may have meant.</summary>
internal static class NearestMatch
{
    // Enough to find one's way, and still one line of a build log.
    private const int MostListed = 8;

    public static string Explain(JsonPath path, MapNode root)
    {
        int lost = 1;
        while (path.Select(root, lost).Count > 0)
        {
            lost++;
        }

        Segment segment = path.Segments[lost - 1];
        IEnumerable<Location> parents = path.Select(root, lost - 1);
        if (segment.IsDescendant)
        {
            parents = parents.SelectMany(static parent => parent.SelfAndBelow);
        }

        List<Node> reached = parents.Select(static parent => parent.Value).ToList();
        string before = path.Text[..segment.Start];
        string step = path.Text[segment.Start..segment.End];
        return segment.Selectors switch
        {
            [NameSelector name] => Missing(before, name.Name, reached.OfType<MapNode>().SelectMany(static map => map.Entries).Select(static entry => entry.Key)),
            [FilterSelector { Condition: ComparisonExpression { Operator: "==" } equality }] when Compared(equality, root, reached) is ({ } name, var values)
                => $"nothing in '{before}' has the value '{name}' there.{NearestName.Hint(name, values)}",
            _ => $"'{before}' is there, but nothing in it matches '{step}'.",
        };
    }

    private static string Missing(string before, string name, IEnumerable<string> keys)
    {
        List<string> known = keys.Distinct().ToList();
        string has = $"'{before}' has no '{name}'.";
        if (NearestName.Find(name, known) is { } nearest)
        {
            return $"{has} Did you mean '{nearest}'?";
        }

        return known.Count is > 0 and <= MostListed ? $"{has} It has {string.Join(", ", known.Select(static key => $"'{key}'"))}." : has;
    }

    // Operations are often chosen by a text that they hold: [?@.operationId == 'listTasks'].
    private static (string? Text, List<string> Values) Compared(ComparisonExpression equality, Node root, List<Node> parents)
    {
        (ValueExpression value, LiteralExpression? literal) = equality.Right is LiteralExpression right
            ? (equality.Left, right)
            : (equality.Right, equality.Left as LiteralExpression);
        List<string> values = parents
            .SelectMany(static parent => Location.Root(parent).Children)
            .Select(child => value.Evaluate(new FilterScope(root, child.Value)))
            .OfType<ScalarNode>()
            .Select(static scalar => scalar.Text)
            .Distinct()
            .ToList();
        return (literal?.Value.Text, values);
    }
}
