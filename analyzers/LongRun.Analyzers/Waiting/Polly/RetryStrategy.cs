using System.Collections.Immutable;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>What is known of one strategy that retries.</summary>
internal sealed class RetryStrategy
{
    private readonly ImmutableArray<ResultTest> _tests;

    internal RetryStrategy(ImmutableArray<ResultTest> tests, bool isEndless, Pause? pause)
    {
        _tests = tests;
        IsEndless = isEndless;
        Pause = pause;
    }

    /// <summary>Whether results decide, and not exceptions only.</summary>
    internal bool LooksAtResults => !_tests.IsEmpty;

    /// <summary>Whether the number of attempts is known to have no limit.</summary>
    internal bool IsEndless { get; }

    /// <summary>Whether a function that is called between two attempts may end them all, by an exception or a token.</summary>
    internal bool MayBeEnded { get; init; }

    /// <summary>The pause before each further attempt; <see langword="null"/>: none.</summary>
    internal Pause? Pause { get; }

    /// <summary>Whether the pause is Polly's own, so that no place of the code says it.</summary>
    internal bool HasDefaultPause { get; init; }

    /// <summary>What the conditions consist of.</summary>
    internal IEnumerable<IOperation> Operations => _tests.SelectMany(static t => t.Operations);

    /// <summary>Whether a result is asked for again; <see langword="null"/> where that is not known.</summary>
    internal bool? Retries(FlowValue result, Scenario scenario)
    {
        bool? retries = false;
        foreach (ResultTest test in _tests)
        {
            bool? holds = test.Holds(result, scenario);
            retries = retries == true || holds == true ? true : retries is null || holds is null ? null : false;
        }

        return retries;
    }
}
