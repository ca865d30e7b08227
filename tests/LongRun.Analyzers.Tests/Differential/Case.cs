namespace LongRun.Analyzers.Tests.Differential;

/// <summary>One value that goes somewhere: the statement that sends it there, and what the run time says of it.</summary>
/// <param name="Statement">The statement, on one line.</param>
/// <param name="Messages">What the run time finds; <see langword="null"/> where the value cannot even be made.</param>
internal sealed record Case(string Statement, string[]? Messages)
{
    /// <summary>Whether both have to find as many faults; else only whether they find any.</summary>
    internal bool SameCount { get; init; } = true;

    /// <summary>Whether the run time, asked, would advise against the value, which breaks no rule; <see langword="null"/>: no such question.</summary>
    internal bool? IsAdvised { get; init; }

    /// <summary>Whether a rule is broken.</summary>
    internal bool IsBroken => Messages is not { Length: 0 };
}
