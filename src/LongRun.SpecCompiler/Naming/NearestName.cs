namespace LongRun.SpecCompiler.Naming;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate that takes the fewest edits to reach, if that is at most a third of the name.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>The nearest, or <see langword="null"/>.</returns>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int best = Math.Max(2, name.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            int distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < best)
            {
                (nearest, best) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>A sentence that names the nearest candidate, or nothing.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>The sentence, with a leading space, or an empty text.</returns>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static int Distance(string a, string b)
    {
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
