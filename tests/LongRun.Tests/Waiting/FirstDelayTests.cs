using LongRun.Tests.Support;

namespace LongRun.Tests.Waiting;

/// <summary>A pause that the answer to a start asked for.</summary>
public sealed class FirstDelayTests : WaitingTest
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(40, 40)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    public void The_first_look_is_after_it_and_never_before_the_shortest_pause(double asked, double first)
    {
        JobOperation job = Job(asked);

        Time.Run(job.WaitForCompletionAsync(Every(5), Stop));

        Assert.Equal(Seconds(first), Assert.Single(job.Looks));
    }

    [Fact]
    public void One_beyond_the_limit_leaves_the_look_at_the_limit()
    {
        JobOperation job = Job(86400);

        Time.Run(job.WaitForCompletionAsync(Every(5, limit: Seconds(60)), Stop));

        Assert.Equal([Seconds(60)], job.Looks);
    }

    private JobOperation Job(double asked) => new(Time, static (_, _) => Task.FromResult(new Job("done")), justStarted: true) { FirstDelay = Seconds(asked) };
}
