// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Collections.Generic;
using System.Linq;

namespace LongRun.Constraints;

/// <summary>What media a profile (an engine, a model) of an API accepts. Bounds are inclusive.</summary>
/// <remarks>Advice, not a gate: platforms change such numbers. <see cref="Check"/> says what is wrong and throws nothing.</remarks>
public sealed class MediaProfile
{
    private readonly string[] _audioRequiredWith;
    private readonly bool _isSeveral;

    /// <summary>Declares a profile.</summary>
    /// <param name="name">Name of the profile, as messages say it: <c>Marengo</c>.</param>
    /// <param name="minDurationSeconds">Shortest duration, in seconds. Negative infinity unless given: no lower bound.</param>
    /// <param name="maxDurationSeconds">Longest duration, in seconds. Positive infinity unless given: no upper bound.</param>
    /// <param name="minWidth">Least width, in pixels. 0 unless given: no lower bound.</param>
    /// <param name="maxWidth">Greatest width, in pixels. <see cref="int.MaxValue"/> unless given: no upper bound.</param>
    /// <param name="minHeight">Least height, in pixels. 0 unless given: no lower bound.</param>
    /// <param name="maxHeight">Greatest height, in pixels. <see cref="int.MaxValue"/> unless given: no upper bound.</param>
    /// <param name="maxSizeBytes">Greatest size, in bytes. <see cref="long.MaxValue"/> unless given: no upper bound.</param>
    /// <param name="audioRequiredWith">Option that makes an audio track necessary; <see langword="null"/>, the default: none does.</param>
    /// <param name="source">Where the limits come from, as messages say it: <c>API v1.2</c>; <see langword="null"/>, the default: not said.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or empty.</exception>
    public MediaProfile(
        string name,
        double minDurationSeconds = double.NegativeInfinity,
        double maxDurationSeconds = double.PositiveInfinity,
        int minWidth = 0,
        int maxWidth = int.MaxValue,
        int minHeight = 0,
        int maxHeight = int.MaxValue,
        long maxSizeBytes = long.MaxValue,
        string? audioRequiredWith = null,
        string? source = null)
        : this(name, minDurationSeconds, maxDurationSeconds, minWidth, maxWidth, minHeight, maxHeight, maxSizeBytes, audioRequiredWith is null ? [] : new[] { audioRequiredWith }, source, isSeveral: false)
    {
    }

    private MediaProfile(
        string name,
        double minDurationSeconds,
        double maxDurationSeconds,
        int minWidth,
        int maxWidth,
        int minHeight,
        int maxHeight,
        long maxSizeBytes,
        string[] audioRequiredWith,
        string? source,
        bool isSeveral)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("A profile has a name.", nameof(name));
        }

        Name = name;
        MinDurationSeconds = minDurationSeconds;
        MaxDurationSeconds = maxDurationSeconds;
        MinWidth = minWidth;
        MaxWidth = maxWidth;
        MinHeight = minHeight;
        MaxHeight = maxHeight;
        MaxSizeBytes = maxSizeBytes;
        _audioRequiredWith = audioRequiredWith;
        Source = source;
        _isSeveral = isSeveral;
    }

    /// <summary>Name of the profile, as messages say it.</summary>
    public string Name { get; }

    /// <summary>Shortest accepted duration, in seconds. Negative infinity: no lower bound.</summary>
    public double MinDurationSeconds { get; }

    /// <summary>Longest accepted duration, in seconds. Positive infinity: no upper bound.</summary>
    public double MaxDurationSeconds { get; }

    /// <summary>Least accepted width, in pixels. 0: no lower bound.</summary>
    public int MinWidth { get; }

    /// <summary>Greatest accepted width, in pixels. <see cref="int.MaxValue"/>: no upper bound.</summary>
    public int MaxWidth { get; }

    /// <summary>Least accepted height, in pixels. 0: no lower bound.</summary>
    public int MinHeight { get; }

    /// <summary>Greatest accepted height, in pixels. <see cref="int.MaxValue"/>: no upper bound.</summary>
    public int MaxHeight { get; }

    /// <summary>Greatest accepted size, in bytes. <see cref="long.MaxValue"/>: no upper bound.</summary>
    public long MaxSizeBytes { get; }

    /// <summary>Options that make an audio track necessary, each on its own.</summary>
    public IReadOnlyList<string> AudioRequiredWith => _audioRequiredWith;

    /// <summary>Where the limits come from, as messages say it; <see langword="null"/>: not said.</summary>
    public string? Source { get; }

    /// <summary>Makes the profile that only media accepted by all of the given ones fit: the narrowest of each bound.</summary>
    /// <param name="profiles">The profiles; at least one.</param>
    /// <returns>The profile. Where two exclude each other its range is empty, and everything violates it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profiles"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static MediaProfile Narrowest(params MediaProfile[] profiles)
    {
        if (profiles is null || Array.IndexOf(profiles, null) >= 0)
        {
            throw new ArgumentNullException(nameof(profiles));
        }

        if (profiles.Length == 0)
        {
            throw new ArgumentException("The narrowest of no profiles is not defined.", nameof(profiles));
        }

        string[] names = profiles.Select(static p => p.Name).Distinct(StringComparer.Ordinal).ToArray();
        string[] sources = profiles.Where(static p => p.Source is not null).Select(static p => p.Source!).Distinct(StringComparer.Ordinal).ToArray();
        return new MediaProfile(
            string.Join(" and ", names),
            profiles.Max(static p => p.MinDurationSeconds),
            profiles.Min(static p => p.MaxDurationSeconds),
            profiles.Max(static p => p.MinWidth),
            profiles.Min(static p => p.MaxWidth),
            profiles.Max(static p => p.MinHeight),
            profiles.Min(static p => p.MaxHeight),
            profiles.Min(static p => p.MaxSizeBytes),
            profiles.SelectMany(static p => p._audioRequiredWith).Distinct(StringComparer.Ordinal).ToArray(),
            sources.Length == 0 ? null : string.Join(", ", sources),
            isSeveral: names.Length > 1 || profiles.Any(static p => p._isSeveral));
    }

    /// <summary>Throws if something does not fit. <see cref="Check"/> only says so: platforms change such limits, so advice is the rule.</summary>
    /// <param name="facts">What is known of the media; what is not known is not judged.</param>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ConstraintViolationException">Something does not fit; it lists everything.</exception>
    public void ThrowIfViolated(MediaFacts facts)
    {
        IReadOnlyList<ConstraintViolation> violations = Check(facts);
        if (violations.Count > 0)
        {
            throw new ConstraintViolationException(violations);
        }
    }

    /// <summary>Says what does not fit.</summary>
    /// <param name="facts">What is known of the media; what is not known is not judged.</param>
    /// <returns>One violation for each fact that does not fit; empty where everything known does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<ConstraintViolation> Check(MediaFacts facts)
    {
        if (facts is null)
        {
            throw new ArgumentNullException(nameof(facts));
        }

        var violations = new List<ConstraintViolation>();

        // Written so that a value that is not a number violates: it is within no range.
        if (facts.DurationSeconds is { } seconds && !(seconds >= MinDurationSeconds && seconds <= MaxDurationSeconds))
        {
            // A time with its unit needs no name.
            string fault = seconds < MinDurationSeconds ? "shorter than" : seconds > MaxDurationSeconds ? "longer than" : "outside what";
            Add(violations, "Duration", $"{Quantity.Seconds(seconds)} is {fault}", Range(MinDurationSeconds, MaxDurationSeconds, Quantity.Seconds));
        }

        if (facts.Width is { } width && (width < MinWidth || width > MaxWidth))
        {
            Add(violations, "Width", $"Width {Quantity.Pixels(width)} is {Fault(width < MinWidth)}", Range(AtLeast(MinWidth), AtMost(MaxWidth), Quantity.Pixels));
        }

        if (facts.Height is { } height && (height < MinHeight || height > MaxHeight))
        {
            Add(violations, "Height", $"Height {Quantity.Pixels(height)} is {Fault(height < MinHeight)}", Range(AtLeast(MinHeight), AtMost(MaxHeight), Quantity.Pixels));
        }

        if (facts.SizeBytes is { } size && (size < 0 || size > MaxSizeBytes))
        {
            Add(violations, "Size", $"Size {Quantity.Bytes(size)} is {Fault(size < 0)}", MaxSizeBytes == long.MaxValue ? Range(0, double.PositiveInfinity, Quantity.Bytes) : Range(double.NegativeInfinity, MaxSizeBytes, Quantity.Bytes));
        }

        if (facts.HasAudio == false && facts.Options is not null && _audioRequiredWith.FirstOrDefault(o => facts.Options.Contains(o, StringComparer.OrdinalIgnoreCase)) is { } option)
        {
            violations.Add(new ConstraintViolation("Audio", $"There is no audio track, which {Name} {(_isSeveral ? "need" : "needs")} with the option '{option}'{Origin()}."));
        }

        return violations;
    }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    private static double AtLeast(int bound) => bound <= 0 ? double.NegativeInfinity : bound;

    private static double AtMost(int bound) => bound == int.MaxValue ? double.PositiveInfinity : bound;

    private static string Range(double least, double greatest, Func<double, string> write)
    {
        if (double.IsNegativeInfinity(least))
        {
            return "at most " + write(greatest);
        }

        return double.IsPositiveInfinity(greatest) ? "at least " + write(least) : write(least) + " to " + write(greatest);
    }

    private static string Fault(bool isTooLittle) => isTooLittle ? "less than" : "more than";

    private void Add(List<ConstraintViolation> violations, string subject, string fault, string range) =>
        violations.Add(new ConstraintViolation(subject, $"{fault} {Name} {(_isSeveral ? "accept" : "accepts")} ({range}{Origin(", ", "")})."));

    private string Origin(string before = " (", string after = ")") => Source is null ? "" : before + Source + after;
}
