namespace LongRun;

/// <summary>What a failed status call means for a wait.</summary>
public enum PollFailure
{
    /// <summary>It may go better next time: the wait goes on within its time limit.</summary>
    Transient,

    /// <summary>It will not go better: the wait ends with the exception.</summary>
    Fatal,
}
