namespace TwelveLabs;

/// <summary>How one of many uploads ended.</summary>
public enum UploadOutcome
{
    /// <summary>The video is indexed.</summary>
    Ready,

    /// <summary>The task ended in failure.</summary>
    Failed,

    /// <summary>The time limit was reached; the task goes on.</summary>
    TimedOut,

    /// <summary>The server did not create a task; a later run may try again.</summary>
    NotCreated,

    /// <summary>Whether there is a task, or which it is, cannot be known any more. No second one was created.</summary>
    Uncertain,

    /// <summary>The task was created, and its status cannot be asked for.</summary>
    Lost,
}
