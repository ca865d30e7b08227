using CsCheck;
using LongRun.Http;
using LongRun.Tests.Support;

namespace LongRun.Tests.Waiting;

/// <summary>Whatever the server does, a wait keeps its promises. A failure prints the seed that repeats it. Needs .NET 10 (CsCheck).</summary>
public sealed class WaitProperties
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private static readonly Gen<double?> Hint = Gen.OneOf<double?>(
        Gen.Const((double?)null),
        Gen.Double[-100, 4000].Select(static d => (double?)d),
        OneOf<double?>(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon, 0, 100));

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Select(
            Gen.Frequency((40, OneOf<string?>("queued", "running", "surprise", null)), (1, OneOf<string?>("done", "broken"))),
            Hint,
            Hint,
            Gen.OneOf(Gen.Const((int?)null), Gen.Int[-200_000, 200_000].Select(static i => (int?)i)),
            static (status, percentage, remaining, estimate) => new Answer(status, percentage, remaining, estimate)),
        Gen.Frequency((6, Gen.Const(Fault.None)), (1, Gen.Const(Fault.Slow)), (1, OneOf(Fault.Broken, Fault.Cancelled, Fault.BadGateway)), (1, OneOf(Fault.Refused, Fault.RefusedUntil))),
        Gen.Double[0, 40],
        Gen.Frequency((8, Gen.Const((int?)null)), (1, Gen.Int[0, 400].Select(static i => (int?)i))),
        Gen.Frequency((8, Gen.Const(0)), (1, Gen.Int[-1_000_000, 1_000_000])),
        static (answer, fault, slow, asked, jump) => new Step(answer, fault, slow, asked, jump));

    private static readonly Gen<Scenario> AnyScenario = Gen.Select(
        AnyStep.Array[1, 40],
        Gen.Select(Gen.OneOf(Gen.Const(0d), Gen.Double[0, 20], Gen.Double[0, 3000]), Gen.Double[0.1, 10], Gen.Double[0.1, 200], Gen.OneOf(Gen.Const(0d), Gen.Double[0, 0.09])),
        Gen.Int[0, 3],
        Gen.Bool,
        Gen.OneOf(Gen.Const(double.PositiveInfinity), Gen.Double[0, 3000]),
        Gen.OneOf(Gen.Const((Signals?)null), Gen.Select(Gen.Double[0.1, 600], Gen.Double[0, 3000].Array[0, 5], Gen.OneOf(Gen.Const(double.PositiveInfinity), Gen.Double[0, 3000]), static (delay, at, until) => (Signals?)new Signals(delay, at, until))),
        static (steps, times, strategy, started, endsAt, signals) => new Scenario(steps, times.Item1, times.Item2, times.Item3, times.Item4, strategy, started, endsAt, signals));

    internal enum Fault
    {
        None,
        Slow,
        Broken,
        Cancelled,
        BadGateway,
        Refused,
        RefusedUntil,
    }

    [Fact]
    public void Wait_ends_within_its_limit_asks_neither_too_often_nor_too_seldom_and_misses_no_end() =>
        AnyScenario.Sample(static scenario => new Run(scenario).Check(), iter: 20_000);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    /// <summary>What the server says; the estimate in seconds from now.</summary>
    private sealed record Answer(string? Status, double? Percentage, double? Remaining, int? Estimate);

    /// <summary>One status call. Slow: seconds that a slow one takes. Asked: seconds that the server asks to be left alone. Jump: by how much the wall's clock is set meanwhile, in seconds.</summary>
    private sealed record Step(Answer Answer, Fault Fault, double Slow, int? Asked, int Jump)
    {
        internal bool IsRefusal => Fault is Fault.Refused or Fault.RefusedUntil;
    }

    /// <summary>A signal that comes at times, whether the job has ended or not, until it is disconnected.</summary>
    private sealed record Signals(double Delay, double[] At, double Until)
    {
        public override string ToString() => $"signals every {Delay}, at {string.Join(", ", At)}, until {Until}";
    }

    /// <summary>A wait. Lag: by how much every timer is late, in seconds.</summary>
    private sealed record Scenario(Step[] Steps, double Limit, double Min, double Max, double Lag, int Strategy, bool JustStarted, double EndsAt, Signals? Signals)
    {
        public override string ToString() => $"limit {Limit}, {Min} to {Max}, lag {Lag}, strategy {Strategy}, started {JustStarted}, ends at {EndsAt}, {Signals}: {string.Join("; ", (object[])Steps)}";
    }

    private sealed class Run
    {
        private readonly Scenario _scenario;
        private readonly PumpedTime _time = new();
        private readonly JumpingTime _wall;
        private readonly StatusMonitor _monitor;
        private readonly JobOperation _job;

        // What timers may add: they count whole milliseconds, and may be late.
        private readonly TimeSpan _slack;

        // Of each look: when it had ended for the wait, and how long the server asked to be left alone.
        private readonly List<TimeSpan> _ends = [];
        private readonly List<TimeSpan> _asked = [];
        private bool _sawEnd;
        private int _looksAfterEnd;

        internal Run(Scenario scenario)
        {
            _scenario = scenario;
            _slack = Millisecond + Seconds(scenario.Lag);
            _wall = new JumpingTime(_time, Seconds(scenario.Lag));
            _monitor = new StatusMonitor("Rendering")
            {
                Succeeded = ["done"],
                Failed = ["broken"],
                MinDelay = Seconds(scenario.Min),
                MaxDelay = Seconds(scenario.Max),
                SignalledDelay = Seconds(scenario.Signals?.Delay ?? 600),
            };
            _job = new JobOperation(_time, AnswerAsync, scenario.JustStarted, _monitor);
        }

        internal void Check()
        {
            using var hub = new SignalHub([_monitor], _wall);
            var options = new WaitOptions
            {
                TimeProvider = _wall,
                MaxWaitTime = Seconds(_scenario.Limit),
                Signal = _scenario.Signals is null ? null : hub,
                Delay = _scenario.Strategy switch
                {
                    0 => DelayStrategy.Fixed(Seconds(3)),
                    1 => DelayStrategy.Exponential(),
                    2 => new Wild(),
                    _ => null,
                },
            };
            foreach (double at in _scenario.Signals?.At ?? [])
            {
                _time.CreateTimer(_ => hub.Notify(_job.Token), null, Seconds(at), Timeout.InfiniteTimeSpan);
            }

            if (_scenario.Signals is { Until: < double.PositiveInfinity and var until })
            {
                _time.CreateTimer(_ => hub.Dispose(), null, Seconds(until), Timeout.InfiniteTimeSpan);
            }

            OperationOutcome<Job> outcome = _time.Run(_job.WaitForOutcomeAsync(options));

            // A call that is under way at the limit may take one shortest pause more.
            TimeSpan limit = Seconds(_scenario.Limit);
            Assert.True(_time.Now <= limit + _monitor.MinDelay + (2 * _slack), $"ended at {_time.Now}");
            Assert.NotEmpty(_job.Looks);
            Assert.Equal(_sawEnd, !outcome.TimedOut);
            Assert.Equal(_sawEnd, _job.HasCompleted);
            Assert.Equal(outcome.TimedOut ? _job.Looks.Count : 0, (outcome.Error as OperationTimeoutException)?.Polls ?? 0);
            Assert.True(_looksAfterEnd <= 1, "An end was answered, and looked for again.");
            CheckPace();
            if (outcome.TimedOut && _asked.TrueForAll(static a => a == TimeSpan.Zero))
            {
                Assert.True(_ends[^1] >= limit - _monitor.MinDelay - Millisecond, $"the last look ended at {_ends[^1]}");
            }
        }

        private void CheckPace()
        {
            List<TimeSpan> looks = _job.Looks;
            TimeSpan longest = Max(_monitor.MaxDelay, _monitor.MinDelay);
            if (_scenario.Signals is { } signals)
            {
                // A pause that was meant for a signal, and is cut into by the signal's end, is followed by one without.
                longest = Max(longest, _monitor.SignalledDelay) + (signals.Until < double.PositiveInfinity ? longest : TimeSpan.Zero);
            }

            // The first is moved to the limit where that is less than one shortest pause later.
            TimeSpan limit = Seconds(_scenario.Limit);
            TimeSpan first = limit < 2 * _monitor.MinDelay ? limit : _monitor.MinDelay;
            Assert.True(looks[0] <= first + _slack, $"the first look came at {looks[0]}");

            for (int i = 1; i < looks.Count; i++)
            {
                Assert.True(looks[i] - looks[i - 1] >= _monitor.MinDelay, $"look {i} came after {looks[i] - looks[i - 1]}");

                // A call that was given up ends for the wait after its time-out, whenever the server would have answered.
                TimeSpan pause = looks[i] - _ends[i - 1];
                Assert.True(pause <= Max(longest, _asked[i - 1]) + _slack, $"look {i} came {pause} after the one before had ended");
                if (_scenario.Steps[(i - 1) % _scenario.Steps.Length].IsRefusal)
                {
                    Assert.True(pause >= _asked[i - 1], $"look {i} came {pause} after a refusal for {_asked[i - 1]}");
                }
            }
        }

        private async Task<Job> AnswerAsync(int look, CancellationToken stop)
        {
            Step step = _scenario.Steps[look % _scenario.Steps.Length];
            TimeSpan slow = Seconds(step.Fault == Fault.Slow ? step.Slow : 0);
            TimeSpan timeOut = WaitOptions.Default.PollTimeout;
            _ends.Add(_time.Now + (slow < timeOut ? slow : timeOut + Seconds(_scenario.Lag)));
            _asked.Add(TimeSpan.Zero);
            await Task.Delay(slow, _time, stop).ConfigureAwait(false);
            _wall.Jump(Seconds(step.Jump));
            switch (step.Fault)
            {
                case Fault.Broken:
                    throw new IOException();
                case Fault.Cancelled:
                    throw new TaskCanceledException();
                case Fault.BadGateway:
                    throw new HttpRequestException("x", null, System.Net.HttpStatusCode.BadGateway);
                case Fault.Refused or Fault.RefusedUntil:
                    _asked[look] = Ask(step, status: 429);
                    throw new ForeignException();
            }

            bool hasEnded = _time.Now >= (_scenario.EndsAt < double.PositiveInfinity ? Seconds(_scenario.EndsAt) : TimeSpan.MaxValue);
            string? status = hasEnded ? "done" : step.Answer.Status;
            if (status is "done" or "broken")
            {
                _sawEnd = true;
                _looksAfterEnd++;
            }

            _asked[look] = Ask(step, status: 200);
            return new Job(status)
            {
                Percentage = step.Answer.Percentage,
                RemainingSeconds = step.Answer.Remaining,
                EstimatedCompletion = step.Answer.Estimate is { } estimate ? _time.GetUtcNow().AddSeconds(estimate) : null,
            };
        }

        // A reset is told in whole seconds of the wall's clock.
        private TimeSpan Ask(Step step, int status)
        {
            using var response = new HttpResponseMessage((System.Net.HttpStatusCode)status);
            TimeSpan asked = TimeSpan.Zero;
            if (step is { Fault: Fault.RefusedUntil, Asked: { } until })
            {
                long reset = _wall.GetUtcNow().AddSeconds(until).ToUnixTimeSeconds();
                asked = Max(DateTimeOffset.FromUnixTimeSeconds(reset) - _wall.GetUtcNow(), TimeSpan.Zero);
                response.Headers.Add("X-Ratelimit-Reset", reset.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (step.Asked is { } seconds)
            {
                asked = Seconds(seconds);
                response.Headers.RetryAfter = new(asked);
            }

            OperationCall.Current!.BeginAttempt(logger: null);
            OperationCall.Current.Record(response, _wall);
            return asked;
        }
    }

    /// <summary>Timers are late, and somebody sets the clock on the wall; how much time passes stays what it is.</summary>
    private sealed class JumpingTime(TimeProvider time, TimeSpan lag) : TimeProvider
    {
        private TimeSpan _offset;

        public override long TimestampFrequency => time.TimestampFrequency;

        public override long GetTimestamp() => time.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + _offset;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : dueTime + lag, period);

        internal void Jump(TimeSpan by) => _offset += by;
    }

    /// <summary>A strategy that nobody should write.</summary>
    private sealed class Wild : DelayStrategy
    {
        public override TimeSpan GetNextDelay(in DelayContext context) =>
            (context.Polls % 3) switch { 0 => TimeSpan.MinValue, 1 => TimeSpan.MaxValue, _ => TimeSpan.Zero };
    }
}
