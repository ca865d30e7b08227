// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Collections.Generic;
using System.Linq;

namespace LongRun.Constraints;

/// <summary>Texts of which one is wanted: who meets another one can say which was probably meant.</summary>
internal static class ListedTexts
{
    // One slip of the fingers is one or two edits; more is another word.
    private const int MaxDistance = 2;

    /// <summary>The one listed text that differs in case only, or else by the fewest edits (at most two); <see langword="null"/> where that is none or not one.</summary>
    internal static string? Nearest(string text, IEnumerable<string> listed)
    {
        string[] all = listed.Distinct(StringComparer.Ordinal).ToArray();
        string[] sameLetters = all.Where(l => string.Equals(l, text, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (sameLetters.Length > 0)
        {
            return sameLetters.Length == 1 ? sameLetters[0] : null;
        }

        string? nearest = null;
        int least = MaxDistance + 1;
        foreach (string candidate in all)
        {
            // A word of two letters is two edits from every other one.
            int distance = Distance(text.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance > MaxDistance || distance >= candidate.Length || distance > least)
            {
                continue;
            }

            nearest = distance == least ? null : candidate;
            least = distance;
        }

        return nearest;
    }

    /// <summary>Writes a list as a sentence does: <c>a, b and c</c>.</summary>
    internal static string Write(IEnumerable<string> listed)
    {
        string[] all = listed.ToArray();
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all, 0, all.Length - 1) + " and " + all[all.Length - 1];
    }

    /// <summary>Edits between two texts: insertions, deletions, replacements, and swaps of neighbours.</summary>
    internal static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > MaxDistance)
        {
            return MaxDistance + 1;
        }

        int[,] edits = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }

                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int least = Math.Min(Math.Min(edits[i - 1, j] + 1, edits[i, j - 1] + 1), edits[i - 1, j - 1] + cost);
                bool isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                edits[i, j] = isSwap ? Math.Min(least, edits[i - 2, j - 2] + 1) : least;
            }
        }

        return edits[left.Length, right.Length];
    }
}
