namespace Benchmarks;

/// <summary>The middle one of several measurements of the same.</summary>
internal static class Middle
{
    /// <summary>Median; the upper one of the two middle ones where the number is even.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
