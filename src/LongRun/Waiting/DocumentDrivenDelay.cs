namespace LongRun;

/// <summary>Goes by what the monitor reports, and by full jitter where it reports nothing usable.</summary>
internal sealed class DocumentDrivenDelay : DelayStrategy
{
    // The share of the reported time left to sleep through. Of a hint that is 60 % too long, 1/1.6 (0.625)
    // ends exactly with the job; a little less leaves room. What is left shrinks geometrically, so calls are few.
    private const double Approach = 0.6;

    // Once the reported end has passed, each pause is this share of the time since then: late jobs cost a number of
    // calls that grows with the logarithm of their lateness, and are noticed within this share of it.
    private const double Overrun = 0.05;

    // Reported times further away than this, either way, are taken for nonsense.
    private static readonly TimeSpan Credible = TimeSpan.FromDays(7);

    private readonly ExponentialDelay _blind;

    // Only the copy made for one wait may remember; the shared one serves all.
    private readonly bool _isWait;

    private (TimeSpan At, double Percentage)? _firstShare;
    private TimeSpan? _dueSince;

    internal DocumentDrivenDelay(Random random)
        : this(new ExponentialDelay(2, null, random), isWait: false)
    {
    }

    private DocumentDrivenDelay(ExponentialDelay blind, bool isWait)
    {
        _blind = blind;
        _isWait = isWait;
    }

    public override DelayStrategy ForWait() => new DocumentDrivenDelay(_blind, isWait: true);

    public override TimeSpan GetNextDelay(in DelayContext context)
    {
        // Without an answer the hints are as old as the fault; the server is in trouble, so back off.
        if (context.FailuresInRow > 0)
        {
            return _blind.Draw(context, context.FailuresInRow - 1);
        }

        if (Expected(context) is not { } left)
        {
            return _blind.GetNextDelay(context);
        }

        double pause = left.TotalSeconds * Approach;
        if (pause > context.MinDelay.TotalSeconds)
        {
            Forget();
            return TimeSpan.FromSeconds(pause);
        }

        return TimeSpan.FromSeconds(Math.Max(context.MinDelay.TotalSeconds, Late(context, left).TotalSeconds * Overrun));
    }

    private static bool IsCredible(TimeSpan time) => time.Duration() <= Credible;

    // Time left; negative where a reported end has passed; null where nothing usable is reported.
    private TimeSpan? Expected(in DelayContext context)
    {
        OperationReading reading = context.Reading;
        if (reading.RemainingSeconds is >= 0 and var seconds && seconds <= Credible.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (FromShare(context) is { } left)
        {
            return left;
        }

        if (reading.EstimatedCompletion is { } end && IsCredible(end - context.UtcNow))
        {
            return end - context.UtcNow;
        }

        return null;
    }

    // From two shares seen in this wait: the speed between them. One share alone says nothing: nobody knows here when
    // the job began.
    private TimeSpan? FromShare(in DelayContext context)
    {
        if (context.Reading.Percentage is not (>= 0 and <= 100 and var share))
        {
            return null;
        }

        if (_firstShare is not { } first || share < first.Percentage)
        {
            Remember(context.Elapsed, share);
            return null;
        }

        double gained = share - first.Percentage;
        double seconds = (context.Elapsed - first.At).TotalSeconds * (100 - share) / gained;
        return gained > 0 && seconds <= Credible.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    // How long the reported end has passed. A hint that says "now" for an hour is as late as an estimate an hour ago.
    private TimeSpan Late(in DelayContext context, TimeSpan left)
    {
        TimeSpan since = left < TimeSpan.Zero ? -left : TimeSpan.Zero;
        if (!_isWait)
        {
            return since;
        }

        _dueSince ??= context.Elapsed;
        TimeSpan observed = context.Elapsed - _dueSince.Value;
        return observed > since ? observed : since;
    }

    private void Remember(TimeSpan at, double share)
    {
        if (_isWait)
        {
            _firstShare = (at, share);
        }
    }

    private void Forget() => _dueSince = null;
}
