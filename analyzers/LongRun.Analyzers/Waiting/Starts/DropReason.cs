namespace LongRun.Analyzers.Waiting.Starts;

/// <summary>How a result gets lost.</summary>
internal enum DropReason
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A statement takes no value.</summary>
    ThrownAway,

    /// <summary>The local that holds it is not read.</summary>
    NeverRead,

    /// <summary>It is returned as a task without a result.</summary>
    PlainTask,
}
