namespace LongRun.Analyzers.Contracts;

/// <summary>What a call does to a job, by the contract.</summary>
internal enum CallRole
{
    None,

    /// <summary>Starts a job: a method with <c>[StartsOperation]</c>, raw or generated.</summary>
    Start,

    /// <summary>Starts a job and waits for it: the generated <c>…AndWaitAsync</c>.</summary>
    StartAndWait,

    /// <summary>Asks for the status of one job: a method with <c>[OperationMonitor]</c>.</summary>
    Status,

    /// <summary>Asks for the statuses of many jobs: the list form of a monitor.</summary>
    List,

    /// <summary>Asks for the status through a handle: <c>UpdateStatusAsync</c>.</summary>
    Update,

    /// <summary>Waits for success through a handle: <c>WaitForCompletionAsync</c>.</summary>
    Wait,

    /// <summary>Waits for an outcome through a handle: <c>WaitForOutcomeAsync</c>.</summary>
    Outcome,
}
