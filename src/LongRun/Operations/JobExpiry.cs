namespace LongRun;

/// <summary>When a job expires, as its answers tell one wait. Times are those since the wait began.</summary>
/// <remarks>
/// A hint like others: the time may be missing now and then, and one that has passed when it is first told says nothing of
/// this job, which the server has just answered for.
/// </remarks>
internal sealed class JobExpiry
{
    private DateTimeOffset? _told;
    private TimeSpan _deadline = TimeSpan.MaxValue;

    /// <summary>The time that is believed; <see langword="null"/> where none is.</summary>
    internal DateTimeOffset? At { get; private set; }

    /// <summary>Takes what an answer tells.</summary>
    /// <param name="told">The time that it tells.</param>
    /// <param name="now">The server's clock, as far as it is known.</param>
    /// <param name="elapsed">Time since the wait began.</param>
    internal void Hear(DateTimeOffset told, DateTimeOffset now, TimeSpan elapsed)
    {
        if (told == _told)
        {
            return;
        }

        _told = told;
        if (told > now)
        {
            At = told;
            _deadline = elapsed + (told - now);
        }
    }

    /// <summary>Time left until then; very long where nothing is believed.</summary>
    internal TimeSpan Left(TimeSpan elapsed) => At is null ? TimeSpan.MaxValue : _deadline - elapsed;
}
