namespace TwelveLabs.Simulator.Limits;

/// <summary>Which counter a call belongs to.</summary>
internal enum LimitGroup
{
    Others,
    Uploads,
    Search,
    Gist,
    Summarize,
    Generate,
    Embed,
}

/// <summary>Calls allowed within one day, by group of operations; each at least 0.</summary>
public sealed record DailyLimits
{
    private const int Generous = 1_000_000;

    /// <summary>Creating indexing tasks, by file or from an external provider. Real plans: 50 or 1,000.</summary>
    public int Uploads { get; init; } = Generous;

    /// <summary>Both searches and their further pages. Real plans: 50 or 3,000.</summary>
    public int Search { get; init; } = Generous;

    /// <summary>Gist. Real plans: 50 or 3,000.</summary>
    public int Gist { get; init; } = Generous;

    /// <summary>Summarize. Real plans: 50 or 3,000.</summary>
    public int Summarize { get; init; } = Generous;

    /// <summary>Generate. Real plans: 50 or 3,000.</summary>
    public int Generate { get; init; } = Generous;

    /// <summary>Embeddings and embedding tasks. Real plans: 100 or 1,000.</summary>
    public int Embed { get; init; } = Generous;

    /// <summary>Everything else. The real platform documents no limit for these.</summary>
    public int Others { get; init; } = 100_000_000;

    /// <summary>The window all counters share. Default one day.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(1);

    internal int Of(LimitGroup group) => group switch
    {
        LimitGroup.Uploads => Uploads,
        LimitGroup.Search => Search,
        LimitGroup.Gist => Gist,
        LimitGroup.Summarize => Summarize,
        LimitGroup.Generate => Generate,
        LimitGroup.Embed => Embed,
        _ => Others,
    };

    internal void Validate()
    {
        foreach (LimitGroup group in Enum.GetValues<LimitGroup>())
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Of(group), group.ToString());
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Window, TimeSpan.FromSeconds(1));
    }
}
