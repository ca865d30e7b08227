namespace TwelveLabs.Simulator.Store;

/// <summary>Up to four bounds of a list call; without any it lets everything through, also what has no value yet.</summary>
internal readonly record struct RangeFilter<T>(T? AtLeast, T? AtMost, T? Above, T? Below)
    where T : struct, IComparable<T>
{
    private bool IsEmpty => AtLeast is null && AtMost is null && Above is null && Below is null;

    public bool Allows(T? value)
    {
        if (IsEmpty)
        {
            return true;
        }

        return value is { } known
            && (AtLeast is not { } atLeast || known.CompareTo(atLeast) >= 0)
            && (AtMost is not { } atMost || known.CompareTo(atMost) <= 0)
            && (Above is not { } above || known.CompareTo(above) > 0)
            && (Below is not { } below || known.CompareTo(below) < 0);
    }
}
