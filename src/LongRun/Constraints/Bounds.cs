// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;

namespace LongRun.Constraints;

/// <summary>Ranges, as messages say them.</summary>
internal static class Bounds
{
    /// <summary>Writes a range: <c>1 to 50</c>, <c>at least 1</c>, <c>more than 0 and at most 2</c>.</summary>
    internal static string Write(double least, double greatest, Func<double, string> write, bool leastIsExclusive = false, bool greatestIsExclusive = false)
    {
        string? from = double.IsNegativeInfinity(least) ? null : (leastIsExclusive ? "more than " : "at least ") + write(least);
        string? to = double.IsPositiveInfinity(greatest) ? null : (greatestIsExclusive ? "less than " : "at most ") + write(greatest);
        if (from is not null && to is not null)
        {
            return leastIsExclusive || greatestIsExclusive ? from + " and " + to : write(least) + " to " + write(greatest);
        }

        return from ?? to ?? "anything";
    }
}
