using LongRun.Constraints;

namespace TwelveLabs.Client.Tests;

/// <summary>What videos the engines accept, as the document says it and the generated class gives it.</summary>
public sealed class VideoRequirementsTests
{
    [Fact]
    public void Marengo_takes_four_seconds_to_two_hours()
    {
        Assert.Equal((4, 7200), (VideoRequirements.Marengo.MinDurationSeconds, VideoRequirements.Marengo.MaxDurationSeconds));
        Assert.Equal((360, 2160), (VideoRequirements.Marengo.MinHeight, VideoRequirements.Marengo.MaxHeight));
        Assert.Equal(2L * 1024 * 1024 * 1024, VideoRequirements.Marengo.MaxSizeBytes);
        Assert.Equal(["conversation"], VideoRequirements.Marengo.AudioRequiredWith);
    }

    [Fact]
    public void Pegasus_takes_thirty_seconds_to_thirty_minutes()
    {
        Assert.Equal((30, 1800), (VideoRequirements.Pegasus.MinDurationSeconds, VideoRequirements.Pegasus.MaxDurationSeconds));
        Assert.Equal((360, 2160), (VideoRequirements.Pegasus.MinHeight, VideoRequirements.Pegasus.MaxHeight));
        Assert.Equal(["conversation"], VideoRequirements.Pegasus.AudioRequiredWith);
    }

    [Fact]
    public void All_of_them_take_only_what_each_takes()
    {
        MediaProfile both = VideoRequirements.All(VideoRequirements.Marengo, VideoRequirements.Pegasus);

        Assert.Equal("Marengo and Pegasus", both.Name);
        Assert.Equal((30, 1800), (both.MinDurationSeconds, both.MaxDurationSeconds));
        Assert.Equal((360, 2160), (both.MinHeight, both.MaxHeight));
        Assert.Equal(VideoRequirements.Marengo.MaxSizeBytes, both.MaxSizeBytes);
        Assert.Equal(["conversation"], both.AudioRequiredWith);
    }

    [Theory]
    [InlineData(29.9, false)]
    [InlineData(30, true)]
    [InlineData(1800, true)]
    [InlineData(1800.1, false)]
    public void The_bounds_themselves_still_fit(double seconds, bool fits)
    {
        MediaProfile both = VideoRequirements.All(VideoRequirements.Marengo, VideoRequirements.Pegasus);

        Assert.Equal(fits, both.Check(new MediaFacts { DurationSeconds = seconds }).Count == 0);
    }

    [Fact]
    public void A_check_names_all_that_is_wrong_and_where_the_limit_comes_from()
    {
        var facts = new MediaFacts
        {
            DurationSeconds = 3600,
            Height = 144,
            SizeBytes = 3L * 1024 * 1024 * 1024,
            HasAudio = false,
            Options = ["visual", "conversation"],
        };
        IReadOnlyList<ConstraintViolation> wrong = VideoRequirements.Pegasus.Check(facts);

        Assert.Equal(["Duration", "Height", "Size", "Audio"], wrong.Select(violation => violation.Subject));
        Assert.All(wrong, violation => Assert.Contains("Pegasus", violation.Message, StringComparison.Ordinal));
        Assert.All(wrong, violation => Assert.Contains("API v1.2", violation.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_hour_is_too_long_for_Pegasus_alone()
    {
        var facts = new MediaFacts { DurationSeconds = 3600, Height = 1080, HasAudio = false, Options = ["visual"] };

        Assert.Empty(VideoRequirements.Marengo.Check(facts));
        Assert.Equal("Duration", Assert.Single(VideoRequirements.Pegasus.Check(facts)).Subject);
    }

    [Fact]
    public void What_is_not_known_is_not_judged() => Assert.Empty(VideoRequirements.Pegasus.Check(new MediaFacts()));
}
