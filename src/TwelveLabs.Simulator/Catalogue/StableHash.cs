using System.Text;

namespace TwelveLabs.Simulator.Catalogue;

/// <summary>FNV-1a: the same text gives the same number in every process and on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(string text)
    {
        ulong hash = Offset;
        foreach (byte octet in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ octet) * Prime;
        }

        // FNV leaves the high bits of short texts poorly mixed, and fractions are taken from those.
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        return hash ^ (hash >> 33);
    }

    /// <summary>A number in [0, 1) that depends on the text alone.</summary>
    public static double Fraction(string text) => (Of(text) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [from, to) that depends on the text alone.</summary>
    public static double Between(string text, double from, double to) => from + (Fraction(text) * (to - from));
}
