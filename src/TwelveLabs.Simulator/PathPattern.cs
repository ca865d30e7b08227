namespace TwelveLabs.Simulator;

/// <summary>Matches paths below the base URL: <c>*</c> stands for one segment, <c>**</c> for any rest, letters count as they are.</summary>
internal static class PathPattern
{
    public static bool Matches(string pattern, string path)
    {
        ReadOnlySpan<char> rest = path.AsSpan().Trim('/');
        string[] parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts)
        {
            if (part == "**")
            {
                return true;
            }

            if (rest.IsEmpty)
            {
                return false;
            }

            int slash = rest.IndexOf('/');
            ReadOnlySpan<char> segment = slash < 0 ? rest : rest[..slash];
            if (part != "*" && !segment.SequenceEqual(part))
            {
                return false;
            }

            rest = slash < 0 ? [] : rest[(slash + 1)..];
        }

        return rest.IsEmpty;
    }
}
