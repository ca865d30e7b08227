namespace LongRun;

/// <summary>Goes by what the monitor reports: the time left, else the estimated completion; where it reports nothing usable, by the time that has passed.</summary>
internal sealed class DocumentDrivenDelay : DelayStrategy
{
    // By how much a pause that goes by the time left may miss the end on average, as a share of the shortest pause: the
    // ten pauses or so before the last add so little to the half of the shortest pause that nobody can save.
    private const double Lateness = 0.01;

    // An estimate is made once, from what is known before the work begins, and is wrong by a third and more. Few jobs need
    // less than this share of it; from there on the end may come at any time.
    private const double Approach = 0.6;

    // Then each pause is this share of the time since the wait began, or since a reported end has passed: a job is noticed
    // within this share of its duration, and the calls grow only with the logarithm of that duration.
    private const double Patience = 0.045;

    // Reported times further away than this, either way, are taken for nonsense.
    private static readonly TimeSpan Credible = TimeSpan.FromDays(7);

    private readonly Random _random;
    private readonly ExponentialDelay _afterFaults;

    // Only the copy made for one wait may remember; the shared one serves all.
    private readonly bool _isWait;

    private EndBelief? _belief;
    private (TimeSpan At, double Percentage)? _firstShare;
    private TimeSpan? _dueSince;

    internal DocumentDrivenDelay(Random random)
        : this(random, isWait: false)
    {
    }

    private DocumentDrivenDelay(Random random, bool isWait)
    {
        _random = random;
        _isWait = isWait;
        _afterFaults = new ExponentialDelay(2, null, random);
    }

    public override DelayStrategy ForWait() => new DocumentDrivenDelay(_random, isWait: true);

    public override TimeSpan GetNextDelay(in DelayContext context)
    {
        // Without an answer the hints are as old as the fault; the server is in trouble, so back off.
        if (context.FailuresInRow > 0)
        {
            return _afterFaults.Draw(context, context.FailuresInRow - 1);
        }

        if (context.IsSignalled)
        {
            return context.MaxDelay;
        }

        OperationReading reading = context.Reading;
        if (TimeLeft(context) is { } left)
        {
            return TimeSpan.FromSeconds(Approaching(context, left));
        }

        if (reading.EstimatedCompletion is { } end && (end - context.UtcNow) is var until && until.Duration() <= Credible)
        {
            return TimeSpan.FromSeconds(Estimated(context, until.TotalSeconds));
        }

        return TimeSpan.FromSeconds(Blind(context));
    }

    /// <summary>The time left that the monitor reports, in seconds; <see langword="null"/> where it reports nothing usable.</summary>
    private double? TimeLeft(in DelayContext context) =>
        context.Reading.RemainingSeconds is >= 0 and var seconds && seconds <= Credible.TotalSeconds ? seconds : FromShare(context);

    // From two shares seen in this wait: the speed between them. One share alone says nothing: nobody knows here when
    // the job began.
    private double? FromShare(in DelayContext context)
    {
        if (context.Reading.Percentage is not (>= 0 and <= 100 and var share))
        {
            return null;
        }

        if (_firstShare is not { } first || share < first.Percentage)
        {
            if (_isWait)
            {
                _firstShare = (context.Elapsed, share);
            }

            return null;
        }

        double gained = share - first.Percentage;
        double seconds = (context.Elapsed - first.At).TotalSeconds * (100 - share) / gained;
        return gained > 0 && seconds <= Credible.TotalSeconds ? seconds : null;
    }

    private double Approaching(in DelayContext context, double left)
    {
        double shortest = context.MinDelay.TotalSeconds;
        if (left > shortest)
        {
            EndBelief belief = _isWait ? _belief ??= new EndBelief() : new EndBelief();
            belief.Add(context.Elapsed.TotalSeconds, left);
            _dueSince = null;
            return belief.LongestPause(shortest * Lateness);
        }

        // "Now", perhaps for an hour: the hints have nothing more to say.
        if (!_isWait)
        {
            return shortest;
        }

        _dueSince ??= context.Elapsed;
        return Math.Max(shortest, (context.Elapsed - _dueSince.Value).TotalSeconds * Patience);
    }

    private static double Estimated(in DelayContext context, double left)
    {
        double elapsed = context.Elapsed.TotalSeconds;
        double patient = Math.Max(context.MinDelay.TotalSeconds, Math.Max(elapsed, -left) * Patience);
        return Math.Max(patient, ((elapsed + left) * Approach) - elapsed);
    }

    // A job that has run for so long may well run for as long again, so that the end of the pauses grows with that time.
    // They are drawn between half of it and the whole: drawn from zero on, a job would cost a sixth more calls and be
    // noticed no sooner. It is after faults, where many waits are in step, that the whole range is drawn from.
    private double Blind(in DelayContext context)
    {
        double shortest = context.MinDelay.TotalSeconds;
        double end = Math.Clamp(context.Elapsed.TotalSeconds * 2, shortest * 2, Math.Max(context.MaxDelay.TotalSeconds, shortest * 2));
        double start = Math.Max(shortest, end / 2);
        return start + ((end - start) * _random.NextDouble());
    }
}
