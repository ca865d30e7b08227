namespace LongRun.Analyzers.Flow;

/// <summary>Compares what values are known to be, under a scenario.</summary>
internal static class Comparison
{
    /// <summary>Whether the two are equal; <see langword="null"/> where that is not known for every alternative.</summary>
    internal static bool? AreEqual(FlowValue left, FlowValue right, Scenario scenario, StringComparison comparison = StringComparison.Ordinal)
    {
        if (left.IsUnknown || right.IsUnknown)
        {
            return null;
        }

        bool? all = null;
        foreach (Atom one in left.Atoms)
        {
            foreach (Atom other in right.Atoms)
            {
                if (AreEqual(one, other, scenario, comparison) is not { } equal || (all is { } earlier && earlier != equal))
                {
                    return null;
                }

                all = equal;
            }
        }

        return all;
    }

    /// <summary>The text that an atom stands for: a status, a text, or a member of an enum.</summary>
    internal static string? TextOf(Atom atom, Scenario scenario) => atom.Kind switch
    {
        AtomKind.Status when scenario.Concerns(atom.Monitor) => scenario.Status,
        AtomKind.Constant => atom.Content as string ?? (atom.Content as EnumConstant)?.Text,
        _ => null,
    };

    /// <summary>Whether <paramref name="left"/> is less than <paramref name="right"/>, both numbers.</summary>
    internal static bool? IsLess(FlowValue left, FlowValue right, bool orEqual)
    {
        if (left.IsUnknown || right.IsUnknown || left.Atoms.Length != 1 || right.Atoms.Length != 1)
        {
            return null;
        }

        return (left.Atoms[0], right.Atoms[0]) switch
        {
            ({ Kind: AtomKind.Positive }, { Content: { } b }) when Number(b) is { } limit && (orEqual ? limit <= 0 : limit <= 1) => false,
            ({ Content: { } a }, { Kind: AtomKind.Positive }) when Number(a) is { } limit && (orEqual ? limit <= 1 : limit <= 0) => true,
            ({ Content: { } a }, { Content: { } b }) when Number(a) is { } x && Number(b) is { } y => orEqual ? x <= y : x < y,

            // Comparisons with null are false.
            ({ IsNull: true }, _) or (_, { IsNull: true }) => false,
            _ => null,
        };
    }

    private static bool? AreEqual(Atom left, Atom right, Scenario scenario, StringComparison comparison)
    {
        if (left.IsNull || right.IsNull)
        {
            Atom other = left.IsNull ? right : left;
            return other.Kind is AtomKind.Stable or AtomKind.Hint ? null : other.IsNull;
        }

        if (TextOf(left, scenario) is { } one && TextOf(right, scenario) is { } another)
        {
            return left.Content is EnumConstant a && right.Content is EnumConstant b ? Equals(a.Number, b.Number) : string.Equals(one, another, comparison);
        }

        if (left.Kind == AtomKind.Positive || right.Kind == AtomKind.Positive)
        {
            Atom other = left.Kind == AtomKind.Positive ? right : left;
            return other.Content is { } content && Number(content) <= 0 ? false : null;
        }

        return (left.Content, right.Content) switch
        {
            (bool a, bool b) => a == b,
            ({ } a, { } b) when Number(a) is { } x && Number(b) is { } y => x.Equals(y),
            _ => null,
        };
    }

    private static double? Number(object content) => content switch
    {
        int number => number,
        long number => number,
        double number => number,
        _ => null,
    };
}
