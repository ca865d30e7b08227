namespace LongRun.Analyzers.Flow;

/// <summary>What is known of one value that an expression may have.</summary>
internal enum AtomKind
{
    /// <summary>A constant: <c>bool</c>, text, number, <see cref="EnumConstant"/> or <see langword="null"/>.</summary>
    Constant,

    /// <summary>Something that is not null.</summary>
    NotNull,

    /// <summary>A number above zero.</summary>
    Positive,

    /// <summary>Not known, but the same in each turn of the loop that is looked at.</summary>
    Stable,

    /// <summary>A job as a status, start or list call answered it, or a part of it on the way to the status.</summary>
    Job,

    /// <summary>The answer of a list call, or a part of it on the way to the items.</summary>
    Page,

    /// <summary>The status of a job.</summary>
    Status,

    /// <summary>Made of a job or of its status in a way that is not understood: it may tell how the job stands.</summary>
    Hint,

    /// <summary>A handle on a job.</summary>
    Handle,

    /// <summary>What <c>WaitForOutcomeAsync</c> returned.</summary>
    Outcome,

    /// <summary>Many values of one kind.</summary>
    Sequence,

    /// <summary>A tuple.</summary>
    Tuple,

    /// <summary>An attempt that succeeded, as a retry strategy of Polly shows it to its predicate.</summary>
    Attempt,

    /// <summary>A lambda, or a local function as a delegate.</summary>
    Lambda,
}
