namespace LongRun.Tests.Waiting;

public sealed class DelayStrategyTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, OperationReading> Useless => new()
    {
        { "nothing", default },
        { "not a number", new OperationReading { RemainingSeconds = double.NaN, Percentage = double.NaN } },
        { "negative", new OperationReading { RemainingSeconds = -1, Percentage = -1 } },
        { "infinite", new OperationReading { RemainingSeconds = double.PositiveInfinity, Percentage = double.PositiveInfinity } },
        { "absurd", new OperationReading { RemainingSeconds = 1e300, Percentage = 101, EstimatedCompletion = DateTimeOffset.MaxValue } },
        { "long ago", new OperationReading { EstimatedCompletion = DateTimeOffset.MinValue } },
        { "one share alone", new OperationReading { Percentage = 50 } },
    };

    [Fact]
    public void Fixed_is_always_the_same()
    {
        DelayStrategy strategy = DelayStrategy.Fixed(TimeSpan.FromSeconds(7));

        Assert.Equal(7, strategy.GetNextDelay(Context()).TotalSeconds);
        Assert.Equal(7, strategy.GetNextDelay(Context(polls: 9, failures: 3)).TotalSeconds);
        Assert.Same(strategy, strategy.ForWait());
    }

    [Fact]
    public void Exponential_draws_evenly_up_to_an_end_that_doubles()
    {
        var strategy = new ExponentialDelay(2, null, new Random(7));

        for (int polls = 1; polls <= 12; polls++)
        {
            double end = Math.Min(Math.Pow(2, polls), 120);
            double[] draws = [.. Enumerable.Range(0, 2000).Select(_ => strategy.GetNextDelay(Context(polls: polls)).TotalSeconds)];

            Assert.All(draws, d => Assert.InRange(d, 1, end));
            Assert.InRange(draws.Average(), (1 + end) / 2 * 0.95, (1 + end) / 2 * 1.05);
            Assert.True(draws.Min() < 1 + (0.02 * end));
            Assert.True(draws.Max() > 0.98 * end);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(int.MaxValue)]
    public void Exponential_holds_its_bounds_however_long_it_goes_on(int polls) =>
        Assert.InRange(DelayStrategy.Exponential(10).GetNextDelay(Context(polls: polls)).TotalSeconds, 1, 120);

    [Fact]
    public void Exponential_may_begin_elsewhere()
    {
        DelayStrategy strategy = DelayStrategy.Exponential(factor: 1, initial: TimeSpan.FromSeconds(30));

        double[] draws = [.. Enumerable.Range(0, 500).Select(_ => strategy.GetNextDelay(Context(polls: 4)).TotalSeconds)];

        Assert.All(draws, static d => Assert.InRange(d, 1, 30));
        Assert.True(draws.Max() > 25);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => DelayStrategy.Fixed(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(static () => DelayStrategy.Exponential(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(static () => DelayStrategy.Exponential(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(static () => DelayStrategy.Exponential(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(static () => DelayStrategy.Exponential(2, TimeSpan.Zero));
    }

    [Fact]
    public void Default_approaches_the_reported_end_without_passing_it()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        double left = 600;
        int polls = 0;
        while (left > 2)
        {
            // The hint is 60 % too long all the way.
            double pause = strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = left * 1.6 }, polls: ++polls, elapsed: 600 - left)).TotalSeconds;
            Assert.True(pause < left, $"{pause} s with {left} s left");
            left -= Math.Min(pause, 120);
        }

        Assert.InRange(polls, 5, 15);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    public void Default_learns_how_far_off_the_hints_of_a_job_are(double error)
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        double left = 600;
        var shares = new List<double>();
        for (int polls = 1; left > 10; polls++)
        {
            double pause = strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = left * error }, polls, elapsed: 600 - left)).TotalSeconds;
            shares.Add(pause / left);
            left -= pause;
        }

        // The first pause is as wrong as the hint. In the end it is the same share of the true time left, whatever the error.
        Assert.InRange(shares[0], 0.2 * error, 0.3 * error);
        Assert.InRange(shares[^1], 0.45, 0.7);
    }

    [Fact]
    public void Default_prefers_the_time_left_to_the_estimate()
    {
        var reading = new OperationReading { RemainingSeconds = 100, Percentage = 5, EstimatedCompletion = Now.AddSeconds(10) };

        Assert.InRange(DelayStrategy.Default.ForWait().GetNextDelay(Context(reading)).TotalSeconds, 20, 60);
    }

    [Fact]
    public void Default_learns_the_speed_from_two_shares()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        strategy.GetNextDelay(Context(new OperationReading { Percentage = 20 }, elapsed: 10));

        // 10 % in 10 s, 70 % to go: 70 s left.
        Assert.Equal(
            DelayStrategy.Default.GetNextDelay(Context(new OperationReading { RemainingSeconds = 70 }, polls: 2, elapsed: 20)).TotalSeconds,
            strategy.GetNextDelay(Context(new OperationReading { Percentage = 30 }, polls: 2, elapsed: 20)).TotalSeconds,
            3);
    }

    [Fact]
    public void Default_starts_over_when_the_share_goes_backwards()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        strategy.GetNextDelay(Context(new OperationReading { Percentage = 50 }, elapsed: 0));
        strategy.GetNextDelay(Context(new OperationReading { Percentage = 10 }, polls: 2, elapsed: 10));

        // 10 % in 10 s, 80 % to go: 80 s left.
        Assert.Equal(
            DelayStrategy.Default.GetNextDelay(Context(new OperationReading { RemainingSeconds = 80 }, polls: 3, elapsed: 20)).TotalSeconds,
            strategy.GetNextDelay(Context(new OperationReading { Percentage = 20 }, polls: 3, elapsed: 20)).TotalSeconds,
            3);
    }

    [Fact]
    public void Default_approaches_an_estimate_and_slows_down_behind_it()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();

        Assert.Equal(60, Pause(100), 3);
        Assert.Equal(1, Pause(1), 3);
        Assert.Equal(1, Pause(-10), 3);
        Assert.Equal(4.5, Pause(-100), 3);
        Assert.Equal(162, Pause(-3600), 3);

        // Of 400 s in all 240 are slept through; near the estimate and behind it the pause is a share of what has passed.
        Assert.Equal(40, Pause(200, elapsed: 200), 3);
        Assert.Equal(13.5, Pause(20, elapsed: 300), 3);
        Assert.Equal(13.5, Pause(-20, elapsed: 300), 3);

        double Pause(double left, double elapsed = 0) => strategy.GetNextDelay(Context(new OperationReading { EstimatedCompletion = Now.AddSeconds(left) }, elapsed: elapsed)).TotalSeconds;
    }

    [Fact]
    public void Default_slows_down_where_the_reported_end_never_comes()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        double elapsed = 0;
        int polls = 0;
        while (elapsed < 3600)
        {
            elapsed += strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = 0 }, polls: ++polls, elapsed: elapsed)).TotalSeconds;
        }

        Assert.InRange(polls, 20, 150);
    }

    [Theory]
    [MemberData(nameof(Useless))]
    public void Default_goes_by_the_time_that_has_passed_where_nothing_usable_is_reported(string hint, OperationReading reading)
    {
        Assert.NotEmpty(hint);
        foreach ((double elapsed, double least, double most) in new[] { (0d, 1d, 2d), (1, 1, 2), (10, 10, 20), (45, 45, 90), (60, 60, 120), (5000, 60, 120) })
        {
            DelayStrategy strategy = DelayStrategy.Default.ForWait();
            double[] pauses = [.. Enumerable.Range(0, 200).Select(_ => strategy.GetNextDelay(Context(reading, elapsed: elapsed)).TotalSeconds)];
            Assert.All(pauses, pause => Assert.InRange(pause, least, most));
            Assert.True(pauses.Max() - pauses.Min() > (most - least) / 2, "Waits that began together have to drift apart.");
        }
    }

    [Fact]
    public void Default_backs_off_from_faults_whatever_the_last_hint_was()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();

        for (int failures = 1; failures < 10; failures++)
        {
            double end = Math.Min(Math.Pow(2, failures), 120);
            Assert.All(Enumerable.Range(0, 200), _ =>
                Assert.InRange(strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = 3000 }, 20, failures)).TotalSeconds, 1, end));
        }
    }

    [Fact]
    public void Default_that_is_shared_remembers_nothing_of_anybody()
    {
        DelayStrategy shared = DelayStrategy.Default;
        shared.GetNextDelay(Context(new OperationReading { RemainingSeconds = 0 }, elapsed: 0));

        Assert.Equal(1, shared.GetNextDelay(Context(new OperationReading { RemainingSeconds = 0 }, elapsed: 1000)).TotalSeconds, 3);
        Assert.NotSame(shared.ForWait(), shared.ForWait());
    }

    private static DelayContext Context(OperationReading reading = default, int polls = 1, int failures = 0, double elapsed = 0) => new()
    {
        Reading = reading,
        Polls = polls,
        FailuresInRow = failures,
        Elapsed = TimeSpan.FromSeconds(elapsed),
        UtcNow = Now,
        MinDelay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromMinutes(2),
    };
}
