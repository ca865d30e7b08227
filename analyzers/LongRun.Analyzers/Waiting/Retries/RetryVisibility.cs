namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>What can be seen of the retry of a policy or pipeline.</summary>
internal enum RetryVisibility
{
    /// <summary>None.</summary>
    None,

    /// <summary>One, for failures only that prove that nothing runs.</summary>
    Harmless,

    /// <summary>One that repeats what it runs.</summary>
    Retries,
}
