using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Life;

/// <summary>
/// The life of one task, fixed when it is created: every instant at which something changes. What a task looks like
/// is computed from the clock when somebody asks, so a hundred thousand waiting tasks cost no timer.
/// </summary>
/// <remarks>
/// Proportions come from the guide's own task: a video of 1,073 s was ready after 558 s (52 %), its stream after 246 s,
/// and the estimate given was 342 s, so estimates are early by a third of the life.
/// </remarks>
internal sealed class TaskLife
{
    private const double ShortestLife = 12;

    // Even a compressed estimate of what is left is a little optimistic, as people know it from progress bars.
    private const double Optimism = 0.9;

    private readonly DateTimeOffset _validatedAt;
    private readonly DateTimeOffset _queuedAt;
    private readonly DateTimeOffset _indexingAt;
    private readonly DateTimeOffset _detourAt;
    private readonly string? _undocumentedStatus;
    private readonly string? _validationFailure;
    private readonly string? _indexingFailure;
    private readonly bool _neverEnds;
    private readonly bool _canBeFetched;

    /// <param name="key">The task's id: two tasks for one video take slightly different times, but each always the same.</param>
    /// <param name="createdAt">When the task was created.</param>
    /// <param name="video">The video.</param>
    /// <param name="validationFailure">Why validation will refuse it; null when it will not.</param>
    /// <param name="speed">How many times faster than life.</param>
    public TaskLife(string key, DateTimeOffset createdAt, SimulatedVideo video, string? validationFailure, double speed)
    {
        CreatedAt = createdAt;
        _validationFailure = validationFailure;
        _indexingFailure = video.FailsWhileIndexing;
        _neverEnds = video.NeverEnds;
        _canBeFetched = video.CannotBeFetched is null;
        _undocumentedStatus = video.UndocumentedStatus;

        double life = Math.Max(ShortestLife, video.DurationSeconds * StableHash.Between(key + "/life", 0.40, 0.52));
        double validating = Math.Min(9, life * 0.10);
        double pending = Math.Min(15, life * 0.08);
        double queued = Math.Min(20, life * 0.08);

        _validatedAt = At(validating);
        _queuedAt = At(validating + pending);
        _detourAt = At(validating + pending + queued);
        _indexingAt = _undocumentedStatus is null ? _detourAt : At(validating + pending + (2 * queued));
        StreamAt = At(life * StableHash.Between(key + "/stream", 0.42, 0.50));
        EstimatedAt = At(life * StableHash.Between(key + "/estimate", 0.60, 0.72));
        EndsAt = _neverEnds ? DateTimeOffset.MaxValue
            : validationFailure is not null ? _validatedAt
            : video.FailsWhileIndexing is not null ? At(life * 0.75)
            : At(life);

        DateTimeOffset At(double lifeSeconds) => createdAt + TimeSpan.FromSeconds(lifeSeconds / speed);
    }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>When the stream for playback is there, some time before the end.</summary>
    public DateTimeOffset StreamAt { get; }

    /// <summary>The end as the platform guesses it: early.</summary>
    public DateTimeOffset EstimatedAt { get; }

    /// <summary>The end as it will be; <see cref="DateTimeOffset.MaxValue"/> when it never comes.</summary>
    public DateTimeOffset EndsAt { get; }

    public bool Succeeds => !_neverEnds && _validationFailure is null && _indexingFailure is null;

    public TaskState At(DateTimeOffset now)
    {
        if (now >= EndsAt)
        {
            bool passedValidation = _validationFailure is null;
            return Succeeds
                ? new("ready", EndsAt) { IsMetadataKnown = true, HasStream = true }
                : new("failed", EndsAt)
                {
                    IsMetadataKnown = _canBeFetched,
                    HasStream = passedValidation,
                    FailureReason = _validationFailure ?? _indexingFailure,
                };
        }

        if (now < _validatedAt)
        {
            return new("validating", CreatedAt);
        }

        (string status, DateTimeOffset since) = Running(now);
        return new(status, since)
        {
            IsMetadataKnown = true,
            HasStream = now >= StreamAt && !_neverEnds,
            Percentage = _neverEnds ? 0 : Math.Round(100 * (now - CreatedAt) / (EndsAt - CreatedAt), 2),
            RemainingSeconds = _neverEnds ? null : Math.Round(Optimism * (EndsAt - now).TotalSeconds, 3),
        };
    }

    private (string Status, DateTimeOffset Since) Running(DateTimeOffset now)
    {
        if (now < _queuedAt)
        {
            return ("pending", _validatedAt);
        }

        if (_neverEnds || now < _detourAt)
        {
            return ("queued", _queuedAt);
        }

        return now < _indexingAt ? (_undocumentedStatus!, _detourAt) : ("indexing", _indexingAt);
    }
}
