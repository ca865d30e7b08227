namespace TwelveLabs.Simulator.Search;

/// <summary>A search as both operations mean it, whatever body it came in.</summary>
internal sealed record SearchQuery
{
    public required string IndexId { get; init; }

    /// <summary>The words, or what names the image: the results depend on it.</summary>
    public required string Key { get; init; }

    public required IReadOnlyList<string> Options { get; init; }

    public bool ByVideo { get; init; }

    /// <summary>The least confidence: high, medium, low or none.</summary>
    public required string Threshold { get; init; }

    public bool ByClipCount { get; init; }

    public bool IsExact { get; init; }

    public int PageLimit { get; init; }

    public SearchFilter? Filter { get; init; }
}
