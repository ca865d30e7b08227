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

    public static TheoryData<string, OperationReading> Unusable => new()
    {
        { "nothing", default },
        { "not a number", new OperationReading { RemainingSeconds = double.NaN, Percentage = double.NaN } },
        { "negative", new OperationReading { RemainingSeconds = -1, Percentage = -1 } },
        { "absurd", new OperationReading { RemainingSeconds = 1e300, EstimatedCompletion = DateTimeOffset.MaxValue } },
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
    public void Default_trusts_hints_that_agree_more_than_hints_that_do_not()
    {
        double agreeing = Pause(1, 1, 1, 1, 1);
        double differing = Pause(1.5, 0.67, 1.5, 0.67, 1);

        Assert.True(agreeing > 1.3 * differing, $"{agreeing} s where the hints agreed, {differing} s where they did not");

        static double Pause(params double[] errors)
        {
            DelayStrategy strategy = DelayStrategy.Default.ForWait();
            double pause = 0;
            for (int i = 0; i < errors.Length; i++)
            {
                // The last is the same for both: 60 s before the end.
                pause = strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = (180 - (30 * i)) * errors[i] }, i + 1, elapsed: 30 * i)).TotalSeconds;
            }

            return pause;
        }
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Default_remembers_the_time_left_where_an_answer_leaves_it_out(string hint, OperationReading reading)
    {
        Assert.NotEmpty(hint);
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = 100 }));
        double near = strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = 20 }, 2, elapsed: 80)).TotalSeconds;

        double nearer = strategy.GetNextDelay(Context(reading, 3, elapsed: 80 + near)).TotalSeconds;

        Assert.InRange(near, 5, 15);
        Assert.InRange(nearer, 1, near);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Default_remembers_the_estimate_where_an_answer_leaves_it_out(string hint, OperationReading reading)
    {
        Assert.NotEmpty(hint);
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        strategy.GetNextDelay(Context(new OperationReading { EstimatedCompletion = Now.AddSeconds(1000) }));

        Assert.Equal(440, strategy.GetNextDelay(Context(reading, 2, elapsed: 10)).TotalSeconds, 3);
        Assert.Equal(30, strategy.GetNextDelay(Context(reading, 3, elapsed: 600)).TotalSeconds, 3);
    }

    [Fact]
    public void Default_slows_down_where_the_time_left_is_told_once_and_never_again()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        double elapsed = strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = 60 })).TotalSeconds;
        int polls = 1;
        while (elapsed < 3600)
        {
            elapsed += Math.Max(1, strategy.GetNextDelay(Context(polls: ++polls, elapsed: elapsed)).TotalSeconds);
        }

        Assert.InRange(polls, 20, 150);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Default_slows_down_where_now_is_the_last_that_it_is_told(double share)
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        strategy.GetNextDelay(Context(new OperationReading { RemainingSeconds = 0, Percentage = share }));

        Assert.Equal(1, strategy.GetNextDelay(Context(polls: 2, elapsed: 1)).TotalSeconds, 3);
        Assert.Equal(50, strategy.GetNextDelay(Context(polls: 3, elapsed: 1000)).TotalSeconds, 3);
    }

    [Fact]
    public void Default_learns_the_speed_from_two_shares()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        strategy.GetNextDelay(Context(new OperationReading { Percentage = 20 }, elapsed: 10));

        // 40 % in 80 s, 40 % to go: 80 s left.
        Assert.Equal(
            DelayStrategy.Default.GetNextDelay(Context(new OperationReading { RemainingSeconds = 80 }, polls: 2, elapsed: 90)).TotalSeconds,
            strategy.GetNextDelay(Context(new OperationReading { Percentage = 60 }, polls: 2, elapsed: 90)).TotalSeconds,
            3);
    }

    [Fact]
    public void Default_looks_no_further_ahead_than_it_has_seen_work_go_on()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        strategy.GetNextDelay(Context(new OperationReading { Percentage = 0 }, elapsed: 1));

        // 1 % in 2 s would be 198 s left, by so little.
        Assert.Equal(2, strategy.GetNextDelay(Context(new OperationReading { Percentage = 1 }, polls: 2, elapsed: 3)).TotalSeconds, 3);
    }

    [Fact]
    public void Default_starts_over_when_the_share_goes_backwards()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();
        strategy.GetNextDelay(Context(new OperationReading { Percentage = 50 }, elapsed: 0));
        strategy.GetNextDelay(Context(new OperationReading { Percentage = 100 }, polls: 2, elapsed: 5));

        // Another piece of work, of which nothing is known: by the time that has passed.
        Assert.InRange(strategy.GetNextDelay(Context(new OperationReading { Percentage = 10 }, polls: 3, elapsed: 10)).TotalSeconds, 10, 20);

        // 40 % in 80 s, 50 % to go: 100 s left.
        Assert.Equal(
            DelayStrategy.Default.GetNextDelay(Context(new OperationReading { RemainingSeconds = 100 }, polls: 4, elapsed: 90)).TotalSeconds,
            strategy.GetNextDelay(Context(new OperationReading { Percentage = 50 }, polls: 4, elapsed: 90)).TotalSeconds,
            3);
    }

    [Fact]
    public void Default_approaches_an_estimate_and_slows_down_behind_it()
    {
        DelayStrategy strategy = DelayStrategy.Default.ForWait();

        Assert.Equal(45, Pause(100), 3);
        Assert.Equal(1, Pause(1), 3);
        Assert.Equal(1, Pause(-10), 3);
        Assert.Equal(5, Pause(-100), 3);
        Assert.Equal(180, Pause(-3600), 3);

        // Of 500 s in all 225 are slept through; near the estimate and behind it the pause is a share of what has passed.
        Assert.Equal(25, Pause(300, elapsed: 200), 3);
        Assert.Equal(15, Pause(20, elapsed: 300), 3);
        Assert.Equal(15, Pause(-20, elapsed: 300), 3);

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
