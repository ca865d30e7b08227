namespace LongRun;

/// <summary>How far a long-running operation is, as its monitor's terminal statuses tell it.</summary>
public enum OperationState
{
    /// <summary>No status was seen yet.</summary>
    Unknown,

    /// <summary>The last status seen is not a terminal one; a status that the document does not list counts as running.</summary>
    Running,

    /// <summary>The last status seen means terminal success.</summary>
    Succeeded,

    /// <summary>The last status seen means terminal failure.</summary>
    Failed,
}
