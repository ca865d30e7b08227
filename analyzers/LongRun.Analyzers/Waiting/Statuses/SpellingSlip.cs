namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>
/// Tells a slip of the fingers from another word, where the document lists no running statuses: the text may be one of
/// those. "inactive" is two edits from "active", "none" one from "done"; both are fine words for a job that runs.
/// </summary>
internal static class SpellingSlip
{
    // Below that, one letter makes another word.
    private const int MinLength = 5;

    /// <summary>Whether the texts differ in case only, in one letter too many or too few, or in two neighbours swapped.</summary>
    internal static bool IsSure(string text, string listed)
    {
        if (string.Equals(text, listed, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string one = text.ToLowerInvariant();
        string other = listed.ToLowerInvariant();
        (string shorter, string longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (shorter.Length < MinLength - 1 || longer.Length < MinLength)
        {
            return false;
        }

        int same = 0;
        while (same < shorter.Length && shorter[same] == longer[same])
        {
            same++;
        }

        return (longer.Length - shorter.Length) switch
        {
            1 => shorter.Substring(same) == longer.Substring(same + 1),
            0 => same + 1 < shorter.Length && shorter[same] == longer[same + 1] && shorter[same + 1] == longer[same] && shorter.Substring(same + 2) == longer.Substring(same + 2),
            _ => false,
        };
    }
}
