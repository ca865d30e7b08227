namespace LongRun.Annotations;

/// <summary>Says what media a profile (an engine, a model) of the API accepts. One attribute for each profile.</summary>
/// <remarks>The generator turns the attributes of a client into a class <c>VideoRequirements</c>.</remarks>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MediaRequirementsAttribute : Attribute
{
    /// <summary>Declares a profile.</summary>
    /// <param name="profile">Name of the profile in PascalCase: <c>Marengo</c>.</param>
    public MediaRequirementsAttribute(string profile) => Profile = profile;

    /// <summary>Name of the profile in PascalCase.</summary>
    public string Profile { get; }

    /// <summary>Shortest accepted duration, in seconds, inclusive. Negative infinity unless set: no lower bound.</summary>
    public double MinDurationSeconds { get; set; } = double.NegativeInfinity;

    /// <summary>Longest accepted duration, in seconds, inclusive. Positive infinity unless set: no upper bound.</summary>
    public double MaxDurationSeconds { get; set; } = double.PositiveInfinity;

    /// <summary>Least accepted width, in pixels. 0 unless set: no lower bound.</summary>
    public int MinWidth { get; set; }

    /// <summary>Greatest accepted width, in pixels. <see cref="int.MaxValue"/> unless set: no upper bound.</summary>
    public int MaxWidth { get; set; } = int.MaxValue;

    /// <summary>Least accepted height, in pixels. 0 unless set: no lower bound.</summary>
    public int MinHeight { get; set; }

    /// <summary>Greatest accepted height, in pixels. <see cref="int.MaxValue"/> unless set: no upper bound.</summary>
    public int MaxHeight { get; set; } = int.MaxValue;

    /// <summary>Greatest accepted size, in bytes. <see cref="long.MaxValue"/> unless set: no upper bound.</summary>
    public long MaxSizeBytes { get; set; } = long.MaxValue;

    /// <summary>Name of the option that makes an audio track necessary; <see langword="null"/>: audio is never necessary.</summary>
    public string? AudioRequiredWith { get; set; }

    /// <summary>Where the limits come from, as messages say it: <c>API v1.2</c>.</summary>
    public string? Source { get; set; }
}
