// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Globalization;

namespace LongRun.Constraints;

/// <summary>Hosts that are addresses and no names.</summary>
/// <remarks>
/// Only what every program reads alike. <c>127.1</c>, <c>0x7f.1</c> and <c>2130706433</c> are the same machine to one
/// program, a name to the next and refused by a third; the zone of an IPv6 address means nothing on another machine.
/// </remarks>
internal static class IpLiteral
{
    private const int Groups = 8;
    private const string HexDigits = "0123456789abcdefABCDEF";

    /// <summary>Whether a host looks like an IPv4 address, in whatever notation: its last label is a number.</summary>
    /// <param name="host">The host, lower case and without a trailing dot.</param>
    internal static bool LooksLikeVersion4(string host)
    {
        string last = host.Substring(host.LastIndexOf('.') + 1);
        bool isHex = last.StartsWith("0x", StringComparison.Ordinal);
        return last.Length > 0 && AreAll(isHex ? last.Substring(2) : last, isHex ? HexDigits : "0123456789");
    }

    /// <summary>Whether a text is an IPv4 address: four numbers from 0 to 255 without leading zeros.</summary>
    internal static bool IsVersion4(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length == 4 && Array.TrueForAll(parts, static part =>
            part.Length is > 0 and <= 3
            && (part.Length == 1 || part[0] != '0')
            && AreAll(part, "0123456789")
            && int.Parse(part, CultureInfo.InvariantCulture) <= 255);
    }

    /// <summary>Brings an IPv6 address into the form that addresses are compared in; <see langword="null"/> where it is none.</summary>
    /// <param name="text">The address, without brackets.</param>
    internal static string? NormalizeVersion6(string text)
    {
        int gap = text.IndexOf("::", StringComparison.Ordinal);
        string[]? before = Read(gap < 0 ? text : text.Substring(0, gap), mayEndInVersion4: gap < 0);
        string[]? after = gap < 0 ? [] : Read(text.Substring(gap + 2), mayEndInVersion4: true);
        if (before is null || after is null)
        {
            return null;
        }

        // The gap stands for at least one group.
        int missing = Groups - before.Length - after.Length;
        if (gap < 0 ? missing != 0 : missing < 1)
        {
            return null;
        }

        string[] groups = new string[Groups];
        before.CopyTo(groups, 0);
        after.CopyTo(groups, Groups - after.Length);
        for (int i = before.Length; i < Groups - after.Length; i++)
        {
            groups[i] = "0";
        }

        return Write(groups);
    }

    // As RFC 5952 has it: the first of the longest runs of zeros becomes the gap, one zero alone does not.
    private static string Write(string[] groups)
    {
        int start = 0;
        int length = 0;
        for (int i = 0; i < Groups; i++)
        {
            int end = i;
            while (end < Groups && groups[end] == "0")
            {
                end++;
            }

            if (end - i > length)
            {
                start = i;
                length = end - i;
            }
        }

        return length < 2
            ? string.Join(":", groups)
            : string.Join(":", groups, 0, start) + "::" + string.Join(":", groups, start + length, Groups - start - length);
    }

    private static string[]? Read(string text, bool mayEndInVersion4)
    {
        if (text.Length == 0)
        {
            return [];
        }

        string tail = text.Substring(text.LastIndexOf(':') + 1);
        if (mayEndInVersion4 && IsVersion4(tail))
        {
            string[] parts = tail.Split('.');
            text = text.Substring(0, text.Length - tail.Length) + Pair(parts[0], parts[1]) + ":" + Pair(parts[2], parts[3]);
        }

        string[] groups = text.Split(':');
        for (int i = 0; i < groups.Length; i++)
        {
            if (groups[i].Length is 0 or > 4 || !AreAll(groups[i], HexDigits))
            {
                return null;
            }

            groups[i] = int.Parse(groups[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture);
        }

        return groups;
    }

    private static string Pair(string high, string low) =>
        ((int.Parse(high, CultureInfo.InvariantCulture) * 256) + int.Parse(low, CultureInfo.InvariantCulture)).ToString("x", CultureInfo.InvariantCulture);

    private static bool AreAll(string text, string characters)
    {
        foreach (char c in text)
        {
            if (characters.IndexOf(c) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
