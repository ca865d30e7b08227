using CsCheck;
using LongRun.Tests.Support;

namespace LongRun.Tests.Waiting;

/// <summary>Whatever the server does, a wait keeps its promises. Needs .NET 10 (CsCheck).</summary>
public sealed class WaitProperties
{
    private static readonly Gen<double?> Hint = Gen.OneOf<double?>(
        Gen.Const((double?)null),
        Gen.Double[-100, 4000].Select(static d => (double?)d),
        OneOf<double?>(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, 0, 100));

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Frequency(
            (6, OneOf<string?>("queued", "running", "surprise", null)),
            (1, OneOf<string?>("done", "broken"))),
        Hint,
        Hint,
        Gen.Int[-200_000, 200_000],
        Gen.Int[0, 9],
        Gen.Double[0, 40],
        Gen.Frequency((8, Gen.Const(0)), (1, Gen.Int[-1_000_000, 1_000_000])),
        static (status, percentage, remaining, estimate, fault, seconds, jump) => new Step(status, percentage, remaining, estimate, fault, seconds, jump));

    private static readonly Gen<Scenario> AnyScenario = Gen.Select(
        AnyStep.Array[1, 40],
        Gen.Double[0, 3000],
        Gen.Double[0.1, 10],
        Gen.Double[0.1, 200],
        Gen.Int[0, 3],
        Gen.Bool,
        static (steps, limit, min, max, strategy, started) => new Scenario(steps, limit, min, max, strategy, started));

    [Fact]
    public void Wait_ends_within_its_limit_and_never_polls_faster_than_it_may() =>
        AnyScenario.Sample(static scenario => Keep(scenario), iter: 2000);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Keep(Scenario scenario)
    {
        var time = new PumpedTime();
        var wall = new JumpingTime(time);
        var ends = new List<TimeSpan>();
        bool sawEnd = false;
        var monitor = new StatusMonitor("Rendering")
        {
            Succeeded = ["done"],
            Failed = ["broken"],
            MinDelay = TimeSpan.FromSeconds(scenario.Min),
            MaxDelay = TimeSpan.FromSeconds(scenario.Max),
        };
        var options = new WaitOptions
        {
            TimeProvider = wall,
            MaxWaitTime = TimeSpan.FromSeconds(scenario.Limit),
            Delay = scenario.Strategy switch
            {
                0 => DelayStrategy.Fixed(TimeSpan.FromSeconds(3)),
                1 => DelayStrategy.Exponential(),
                2 => new Wild(),
                _ => null,
            },
        };
        JobOperation job = null!;
        job = new JobOperation(time, AnswerAsync, scenario.JustStarted, monitor);

        OperationOutcome<Job> outcome = time.Run(job.WaitForOutcomeAsync(options));

        TimeSpan millisecond = TimeSpan.FromMilliseconds(1);
        TimeSpan min = monitor.MinDelay;
        TimeSpan max = (monitor.MaxDelay > min ? monitor.MaxDelay : min) + millisecond;

        // A call that is under way at the limit may take one shortest pause more; pause and cut are each rounded up.
        Assert.True(time.Now <= options.MaxWaitTime + min + (2 * millisecond), $"ended at {time.Now}");
        Assert.Equal(sawEnd, !outcome.TimedOut);
        Assert.Equal(sawEnd, job.HasCompleted);
        Assert.Equal(outcome.TimedOut ? job.Looks.Count : 0, (outcome.Error as OperationTimeoutException)?.Polls ?? 0);
        for (int i = 1; i < job.Looks.Count; i++)
        {
            Assert.True(job.Looks[i] - job.Looks[i - 1] >= min, $"look {i} came after {job.Looks[i] - job.Looks[i - 1]}");

            // A call that was given up ends for the wait after its time-out, whenever the server would have answered.
            Assert.True(job.Looks[i] - ends[i - 1] <= max, $"look {i} came {job.Looks[i] - ends[i - 1]} after the one before had ended");
        }

        async Task<Job> AnswerAsync(int look, CancellationToken stop)
        {
            Step step = scenario.Steps[look % scenario.Steps.Length];
            TimeSpan slow = TimeSpan.FromSeconds(step.Fault == 1 ? step.Seconds : 0);
            ends.Add(time.Now + (slow < options.PollTimeout ? slow : options.PollTimeout));
            await Task.Delay(slow, time, stop).ConfigureAwait(false);
            wall.Jump(TimeSpan.FromSeconds(step.Jump));
            switch (step.Fault)
            {
                case 2:
                    throw new IOException();
                case 3:
                    throw new TaskCanceledException();
                case 4:
                    throw new HttpRequestException("x", null, System.Net.HttpStatusCode.BadGateway);
            }

            sawEnd |= step.Status is "done" or "broken";
            return new Job(step.Status)
            {
                Percentage = step.Percentage,
                RemainingSeconds = step.Remaining,
                EstimatedCompletion = time.GetUtcNow().AddSeconds(step.Estimate),
            };
        }
    }

    /// <summary>Fault: 1 is slow, 2 to 4 are faults that a wait survives, everything else is a plain answer. Jump: by how much the wall's clock is set, in seconds.</summary>
    private sealed record Step(string? Status, double? Percentage, double? Remaining, int Estimate, int Fault, double Seconds, int Jump);

    private sealed record Scenario(Step[] Steps, double Limit, double Min, double Max, int Strategy, bool JustStarted)
    {
        public override string ToString() => $"limit {Limit}, {Min} to {Max}, strategy {Strategy}, started {JustStarted}: {string.Join("; ", (object[])Steps)}";
    }

    /// <summary>Somebody sets the clock on the wall; how much time passes stays what it is.</summary>
    private sealed class JumpingTime(TimeProvider time) : TimeProvider
    {
        private TimeSpan _offset;

        public override long TimestampFrequency => time.TimestampFrequency;

        public override long GetTimestamp() => time.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + _offset;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);

        internal void Jump(TimeSpan by) => _offset += by;
    }

    /// <summary>A strategy that nobody should write.</summary>
    private sealed class Wild : DelayStrategy
    {
        public override TimeSpan GetNextDelay(in DelayContext context) =>
            (context.Polls % 3) switch { 0 => TimeSpan.MinValue, 1 => TimeSpan.MaxValue, _ => TimeSpan.Zero };
    }
}
