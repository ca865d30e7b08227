namespace LongRun.Tests.Waiting;

/// <summary>Durations as messages say them.</summary>
public sealed class DurationsTests
{
    [Theory]
    [InlineData(-1, "0 s")]
    [InlineData(0, "0 s")]
    [InlineData(0.04, "0 s")]
    [InlineData(2.55, "2.6 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(245, "4 min 5 s")]
    [InlineData(3599, "59 min 59 s")]
    [InlineData(3600, "1 h")]
    [InlineData(12000, "3 h 20 min")]
    [InlineData(86399, "23 h 59 min")]
    [InlineData(86400, "1 d")]
    [InlineData(90000, "1 d 1 h")]
    public void A_duration_has_the_one_or_two_units_that_a_reader_needs(double seconds, string said) =>
        Assert.Equal(said, Durations.Describe(TimeSpan.FromSeconds(seconds)));
}
