using LongRun.Constraints;

namespace LongRun.Tests.Constraints;

public sealed class MediaProfileTests
{
    private static readonly MediaProfile Marengo = new("Marengo", 4, 7200, minHeight: 360, maxHeight: 2160, maxSizeBytes: 2147483648, audioRequiredWith: "conversation", source: "API v1.2");

    private static readonly MediaProfile Pegasus = new("Pegasus", 30, 1800, minHeight: 360, maxHeight: 2160, maxSizeBytes: 2147483648, source: "API v1.2");

    public static TheoryData<MediaFacts, string> Violations => new()
    {
        { new() { DurationSeconds = 10800 }, "3 h is longer than Marengo accepts (4 s to 2 h, API v1.2)." },
        { new() { DurationSeconds = 3.999 }, "3.999 s is shorter than Marengo accepts (4 s to 2 h, API v1.2)." },
        { new() { DurationSeconds = double.NaN }, "NaN s is outside what Marengo accepts (4 s to 2 h, API v1.2)." },
        { new() { DurationSeconds = -1 }, "-1 s is shorter than Marengo accepts (4 s to 2 h, API v1.2)." },
        { new() { Height = 144 }, "Height 144 px is less than Marengo accepts (360 px to 2160 px, API v1.2)." },
        { new() { Height = 4320 }, "Height 4320 px is more than Marengo accepts (360 px to 2160 px, API v1.2)." },
        { new() { SizeBytes = 2147483649 }, "Size 2147483649 bytes is more than Marengo accepts (at most 2 GiB, API v1.2)." },
        { new() { HasAudio = false, Options = ["visual", "Conversation"] }, "There is no audio track, which Marengo needs with the option 'conversation' (API v1.2)." },
    };

    public static TheoryData<MediaFacts> Fitting =>
    [
        new MediaFacts(),
        new MediaFacts { DurationSeconds = 4, Height = 360, SizeBytes = 0 },
        new MediaFacts { DurationSeconds = 7200, Height = 2160, Width = 1, SizeBytes = 2147483648 },
        new MediaFacts { HasAudio = false },
        new MediaFacts { HasAudio = false, Options = ["visual"] },
        new MediaFacts { Options = ["conversation"] },
        new MediaFacts { HasAudio = true, Options = ["conversation"] },
    ];

    [Fact]
    public void Everything_that_does_not_fit_is_thrown_where_the_caller_asks()
    {
        ConstraintViolationException exception = Assert.Throws<ConstraintViolationException>(() =>
            Marengo.ThrowIfViolated(new MediaFacts { DurationSeconds = 3, Height = 144 }));

        Assert.Equal(["Duration", "Height"], exception.Violations.Select(static violation => violation.Subject));
        Assert.All(exception.Violations, violation => Assert.Contains(violation.Message, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_negative_size_fits_no_profile() =>
        Assert.Equal("Size -1 bytes is less than Any accepts (at least 0 bytes).", Assert.Single(new MediaProfile("Any").Check(new MediaFacts { SizeBytes = -1 })).Message);

    [Fact]
    public void Nothing_is_thrown_where_everything_fits() =>
        Assert.Null(Record.Exception(() => Marengo.ThrowIfViolated(new MediaFacts { DurationSeconds = 60 })));

    [Theory]
    [MemberData(nameof(Violations))]
    public void Fact_outside_the_profile_is_named_with_range_and_source(MediaFacts facts, string message) =>
        Assert.Equal(message, Assert.Single(Marengo.Check(facts)).ToString());

    [Theory]
    [MemberData(nameof(Fitting))]
    public void Facts_that_fit_or_are_not_known_are_no_violation(MediaFacts facts) => Assert.Empty(Marengo.Check(facts));

    [Fact]
    public void Every_fact_is_judged_on_its_own()
    {
        IReadOnlyList<ConstraintViolation> violations = Marengo.Check(new MediaFacts { DurationSeconds = 1, Height = 1, SizeBytes = long.MaxValue, HasAudio = false, Options = ["conversation"] });

        Assert.Equal(["Duration", "Height", "Size", "Audio"], violations.Select(static v => v.Subject));
    }

    [Fact]
    public void One_sided_ranges_read_well()
    {
        var profile = new MediaProfile("Wide", minWidth: 640, maxDurationSeconds: 90.5);

        Assert.Equal(
            ["1 h 1 min 1 s is longer than Wide accepts (at most 1 min 30.5 s).", "Width 639 px is less than Wide accepts (at least 640 px)."],
            profile.Check(new MediaFacts { DurationSeconds = 3661, Width = 639 }).Select(static v => v.Message));
        Assert.Equal("Width 9 px is more than Small accepts (at most 8 px).", Assert.Single(new MediaProfile("Small", maxWidth: 8).Check(new MediaFacts { Width = 9 })).Message);
    }

    [Fact]
    public void Narrowest_takes_the_stricter_of_each_bound()
    {
        MediaProfile both = MediaProfile.Narrowest(Marengo, Pegasus, new MediaProfile("Narrow", minWidth: 100, maxWidth: 200));

        Assert.Equal("Marengo and Pegasus and Narrow", both.Name);
        Assert.Equal((30, 1800), (both.MinDurationSeconds, both.MaxDurationSeconds));
        Assert.Equal((360, 2160), (both.MinHeight, both.MaxHeight));
        Assert.Equal((100, 200), (both.MinWidth, both.MaxWidth));
        Assert.Equal(2147483648, both.MaxSizeBytes);
        Assert.Equal(["conversation"], both.AudioRequiredWith);
        Assert.Equal("API v1.2", both.Source);
    }

    [Fact]
    public void Messages_speak_of_several_profiles_in_the_plural()
    {
        MediaProfile both = MediaProfile.Narrowest(MediaProfile.Narrowest(Marengo, Pegasus), Marengo);
        var facts = new MediaFacts { SizeBytes = 2147483649, HasAudio = false, Options = ["conversation"] };

        Assert.Equal(
            ["Size 2147483649 bytes is more than Marengo and Pegasus accept (at most 2 GiB, API v1.2).", "There is no audio track, which Marengo and Pegasus need with the option 'conversation' (API v1.2)."],
            MediaProfile.Narrowest(Marengo, Pegasus).Check(facts).Select(static v => v.Message));
        Assert.Contains(" accept (", both.Check(facts)[0].Message, StringComparison.Ordinal);
        Assert.Contains(" accepts (", MediaProfile.Narrowest(Marengo, Marengo).Check(facts)[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Narrowest_of_profiles_that_exclude_each_other_accepts_nothing()
    {
        MediaProfile none = MediaProfile.Narrowest(new MediaProfile("Short", maxDurationSeconds: 10), new MediaProfile("Long", minDurationSeconds: 20));

        Assert.All([5d, 10, 15, 20, 25], s => Assert.Single(none.Check(new MediaFacts { DurationSeconds = s })));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentException>(static () => new MediaProfile(""));
        Assert.Throws<ArgumentException>(static () => MediaProfile.Narrowest());
        Assert.Throws<ArgumentNullException>(static () => MediaProfile.Narrowest(null!));
        Assert.Throws<ArgumentNullException>(static () => MediaProfile.Narrowest(Marengo, null!));
        Assert.Throws<ArgumentNullException>(static () => Marengo.Check(null!));
    }
}
