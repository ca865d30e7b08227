namespace LongRun;

/// <summary>What a <see cref="DelayStrategy"/> may know when it chooses the next pause.</summary>
public readonly record struct DelayContext
{
    /// <summary>The last status answer that could be read; the default value where there was none yet.</summary>
    /// <remarks>As the server sent it: hints may be missing, wrong, absurd or not a number.</remarks>
    public OperationReading Reading { get; init; }

    /// <summary>Time since <see cref="Reading"/> was made; zero right after a status call that succeeded.</summary>
    public TimeSpan ReadingAge { get; init; }

    /// <summary>Status calls made by this wait so far, failed ones included. At least 1.</summary>
    public int Polls { get; init; }

    /// <summary>Status calls that failed since the last one that succeeded; 0 right after one that succeeded.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>Time since the wait began.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The pause before the last status call; zero before the first pause.</summary>
    public TimeSpan PreviousDelay { get; init; }

    /// <summary>The current time by the wait's clock, to compare with <see cref="OperationReading.EstimatedCompletion"/>.</summary>
    public DateTimeOffset UtcNow { get; init; }

    /// <summary>Shortest pause that the monitor allows.</summary>
    public TimeSpan MinDelay { get; init; }

    /// <summary>
    /// Whether a signal (<see cref="WaitOptions.Signal"/>) is connected that will tell of the end, so that there is no
    /// reason to look before <see cref="MaxDelay"/>. Not set after a look that failed.
    /// </summary>
    public bool IsSignalled { get; init; }

    /// <summary>
    /// Longest pause that the monitor allows; never shorter than <see cref="MinDelay"/>. While <see cref="IsSignalled"/>,
    /// the monitor's <see cref="StatusMonitor.SignalledDelay"/>.
    /// </summary>
    public TimeSpan MaxDelay { get; init; }
}
