namespace LongRun.Analyzers.Flow;

/// <summary>How a job has ended.</summary>
internal enum JobEnding
{
    /// <summary>It still runs.</summary>
    None,

    /// <summary>Terminal success.</summary>
    Success,

    /// <summary>Terminal failure.</summary>
    Failure,
}
