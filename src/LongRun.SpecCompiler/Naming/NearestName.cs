namespace LongRun.SpecCompiler.Naming;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    // "minimum" for "min", "success" for "succeeded": far apart by edits, and yet meant.
    private const int TellingBeginning = 5;

    // Beyond that nobody mistypes a name, and the table of edits takes its time.
    private const int LongestName = 200;

    /// <summary>
    /// The candidate that takes the fewest edits to reach, if that is at most a third of the name; else one that begins
    /// alike.
    /// </summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>The nearest, or <see langword="null"/>.</returns>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        string? alike = null;
        if (name.Length > LongestName)
        {
            return null;
        }

        int best = Math.Max(2, name.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            // The lengths differ by at least as many edits; the table of two long names is large.
            if (Math.Abs(name.Length - candidate.Length) < best && Distance(name, candidate) is var distance && distance < best)
            {
                (nearest, best) = (candidate, distance);
            }

            alike ??= BeginAlike(name, candidate) ? candidate : null;
        }

        return nearest ?? alike;
    }

    /// <summary>A sentence that names the nearest candidate, or nothing.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>The sentence, with a leading space, or an empty text.</returns>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>How many letters have to be changed, added or taken away to make one name of another, whatever their case.</summary>
    /// <param name="name">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>The number.</returns>
    public static int Distance(string name, string other) => Edits(name.ToUpperInvariant(), other.ToUpperInvariant());

    private static bool BeginAlike(string name, string other)
    {
        int shorter = Math.Min(name.Length, other.Length);
        return shorter >= 3 && string.Compare(name, 0, other, 0, Math.Min(shorter, TellingBeginning), StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static int Edits(string a, string b)
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
