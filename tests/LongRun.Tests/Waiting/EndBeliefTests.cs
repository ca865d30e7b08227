namespace LongRun.Tests.Waiting;

/// <summary>What hints together say of the end.</summary>
public sealed class EndBeliefTests
{
    [Fact]
    public void A_hint_older_than_the_twelve_newest_is_forgotten()
    {
        var full = new EndBelief();
        full.Add(0, 100_000);
        var recent = new EndBelief();
        for (int hint = 1; hint <= 12; hint++)
        {
            full.Add(hint, 100 - hint);
            recent.Add(hint, 100 - hint);
        }

        Assert.Equal(recent.LongestPause(12, 1), full.LongestPause(12, 1));
    }

    [Fact]
    public void Where_lateness_does_not_matter_the_pause_reaches_to_the_last_end_that_is_believed()
    {
        var belief = new EndBelief();
        belief.Add(0, 100);

        Assert.Equal(100 * Math.Exp(1.6), belief.LongestPause(0, 1e9), 1e-6);
    }

    [Fact]
    public void Where_every_end_that_is_believed_has_passed_there_is_no_pause()
    {
        var belief = new EndBelief();
        belief.Add(0, 100);

        Assert.Equal(0, belief.LongestPause(10_000, 1));
    }

    [Fact]
    public void The_more_lateness_is_allowed_the_longer_the_pause()
    {
        var belief = new EndBelief();
        belief.Add(0, 100);

        double[] pauses = [.. new[] { 0.5, 1, 2, 4, 8 }.Select(lateness => belief.LongestPause(0, lateness))];

        Assert.Equal(pauses.Order(), pauses);
        Assert.Distinct(pauses);
        Assert.All(pauses, static pause => Assert.InRange(pause, 20, 100));
    }
}
