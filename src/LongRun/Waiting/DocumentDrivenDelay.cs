namespace LongRun;

/// <summary>Goes by what the monitor reports: the time left, else the estimated completion; where it reports nothing usable, by the time that has passed.</summary>
internal sealed class DocumentDrivenDelay : DelayStrategy
{
    // By how much a pause that goes by the time left may miss the end on average, as a share of the shortest pause: the
    // ten pauses or so before the last add so little to the half of the shortest pause that nobody can save.
    private const double Lateness = 0.015;

    // An estimate is made once, from what is known before the work begins, and is wrong by a third and more. Hardly a job
    // needs less than this share of it, even where estimates tend to be too long: a job that does is noticed late by the
    // part that was slept too long, any other within a pause. Less costs calls: some ln(1/share) / Patience for each job.
    private const double Approach = 0.45;

    // Then each pause is this share of the time since the wait began, or since a reported end has passed: a job is noticed
    // within this share of its duration, and the calls grow only with the logarithm of that duration.
    private const double Patience = 0.05;

    // Reported times further away than this, either way, are taken for nonsense.
    private static readonly TimeSpan Credible = TimeSpan.FromDays(7);

    private readonly Random _random;
    private readonly ExponentialDelay _afterFaults;

    // Only the copy made for one wait may remember; the shared one serves all.
    private readonly bool _isWait;

    private EndBelief? _belief;
    private (TimeSpan At, double Percentage)? _firstShare;
    private TimeSpan? _dueSince;
    private TimeSpan? _estimatedEnd;

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

        return TimeSpan.FromSeconds(TimeLeft(context) ?? Remembered(context) ?? Estimated(context) ?? Blind(context));
    }

    /// <summary>The pause by the time left that this answer reports; <see langword="null"/> where it reports nothing usable.</summary>
    private double? TimeLeft(in DelayContext context)
    {
        if (context.Reading.RemainingSeconds is >= 0 and var seconds && seconds <= Credible.TotalSeconds)
        {
            return Approaching(context, seconds);
        }

        if (FromShare(context) is not { } left)
        {
            return null;
        }

        // Work speeds up and slows down: earlier speeds are no second opinion, and a speed that was seen for a minute says
        // little about the next hour.
        _belief = null;
        return Math.Min(Approaching(context, left), (context.Elapsed - _firstShare!.Value.At).TotalSeconds);
    }

    /// <summary>The pause by the times left that earlier answers of this wait reported, where this one leaves them out.</summary>
    private double? Remembered(in DelayContext context)
    {
        if (_dueSince is not null)
        {
            return Overdue(context);
        }

        // They grow old: the longer ago, the less they justify to ask often.
        double now = context.Elapsed.TotalSeconds;
        return _belief is { } belief
            ? Math.Max(belief.LongestPause(now, context.MinDelay.TotalSeconds * Lateness), (now - belief.NewestAt) * Patience)
            : null;
    }

    // From two shares seen in this wait: the speed between them. One share alone says nothing: nobody knows here when
    // the job began.
    private double? FromShare(in DelayContext context)
    {
        if (!_isWait || context.Reading.Percentage is not (>= 0 and <= 100 and var share))
        {
            return null;
        }

        if (_firstShare is not { } first || share < first.Percentage)
        {
            // Backwards, it is another piece of work: what was learnt belongs to the last.
            _firstShare = (context.Elapsed, share);
            _belief = null;
            _dueSince = null;
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
            return belief.LongestPause(context.Elapsed.TotalSeconds, shortest * Lateness);
        }

        // "Now", perhaps for an hour: the hints have nothing more to say.
        if (!_isWait)
        {
            return shortest;
        }

        _dueSince ??= context.Elapsed;
        return Overdue(context);
    }

    private double Overdue(in DelayContext context) =>
        Math.Max(context.MinDelay.TotalSeconds, (context.Elapsed - _dueSince!.Value).TotalSeconds * Patience);

    private double? Estimated(in DelayContext context)
    {
        TimeSpan? until = context.Reading.EstimatedCompletion - context.UtcNow;
        if (until is { } reported && reported.Duration() <= Credible)
        {
            // As time of this wait, which nobody can set.
            if (_isWait)
            {
                _estimatedEnd = context.Elapsed + reported;
            }
        }
        else
        {
            until = _estimatedEnd - context.Elapsed;
        }

        if (until is not { TotalSeconds: var left })
        {
            return null;
        }

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
