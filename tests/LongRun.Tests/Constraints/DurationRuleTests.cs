using LongRun.Constraints;

namespace LongRun.Tests.Constraints;

public sealed class DurationRuleTests
{
    private static readonly DurationRule Video = new(4, 7200);

    [Theory]
    [InlineData(4)]
    [InlineData(4.0001)]
    [InlineData(3600)]
    [InlineData(7200)]
    public void Both_bounds_and_what_is_between_them_fit(double seconds) => Assert.Null(Video.Judge(seconds, "Duration"));

    [Theory]
    [InlineData(3.9999999, "3.9999999 s is shorter than Duration accepts (4 s to 2 h).")]
    [InlineData(3.999, "3.999 s is shorter than Duration accepts (4 s to 2 h).")]
    [InlineData(0, "0 s is shorter than Duration accepts (4 s to 2 h).")]
    [InlineData(-0.0, "0 s is shorter than Duration accepts (4 s to 2 h).")]
    [InlineData(-90, "-90 s is shorter than Duration accepts (4 s to 2 h).")]
    [InlineData(double.NegativeInfinity, "-Infinity s is shorter than Duration accepts (4 s to 2 h).")]
    [InlineData(10800, "3 h is longer than Duration accepts (4 s to 2 h).")]
    [InlineData(7200.5, "2 h 0.5 s is longer than Duration accepts (4 s to 2 h).")]
    [InlineData(double.PositiveInfinity, "Infinity s is longer than Duration accepts (4 s to 2 h).")]
    [InlineData(double.NaN, "NaN is no duration; Duration accepts 4 s to 2 h.")]
    public void What_is_outside_is_said_with_the_range(double seconds, string message) => Assert.Equal(message, Video.Judge(seconds, "Duration"));

    [Theory]
    [InlineData("PT4S", true)]
    [InlineData("PT2H", true)]
    [InlineData("PT1H60M", true)]
    [InlineData("PT3.999S", false)]
    [InlineData("PT3,5S", false)]
    [InlineData("PT2H1S", false)]
    [InlineData("P1D", false)]
    [InlineData("-PT10S", false)]
    public void A_text_is_read_as_iso_8601(string text, bool fits) => Assert.Equal(fits, Video.Judge(text, "Duration") is null);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1")]
    [InlineData("PT")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT1S1H")]
    [InlineData("pt1s")]
    [InlineData("PT1S ")]
    public void A_text_that_is_no_duration_is_not_judged(string text) => Assert.Null(Video.Judge(text, "Duration"));

    [Fact]
    public void A_time_span_counts_to_the_tick()
    {
        Assert.Null(Video.Judge(TimeSpan.FromHours(2), "Duration"));
        Assert.NotNull(Video.Judge(TimeSpan.FromHours(2) + TimeSpan.FromTicks(1), "Duration"));
        Assert.NotNull(Video.Judge(TimeSpan.FromSeconds(4) - TimeSpan.FromTicks(1), "Duration"));
        Assert.NotNull(Video.Judge(TimeSpan.MaxValue, "Duration"));
        Assert.NotNull(Video.Judge(TimeSpan.MinValue, "Duration"));
    }

    [Fact]
    public void The_infinite_time_span_says_for_ever_and_is_not_minus_one_millisecond() =>
        Assert.Null(Video.Judge(Timeout.InfiniteTimeSpan, "Duration"));

    [Fact]
    public void One_bound_alone_is_said_alone_and_without_bounds_everything_fits()
    {
        Assert.Equal("1 s is shorter than Clip accepts (at least 2 s).", new DurationRule(minSeconds: 2).Judge(1, "Clip"));
        Assert.Equal("11 s is longer than Clip accepts (at most 10 s).", new DurationRule(maxSeconds: 10).Judge(11, "Clip"));
        Assert.Null(new DurationRule().Judge(double.MaxValue, "Clip"));
        Assert.NotNull(new DurationRule().Judge(double.NaN, "Clip"));
    }
}
