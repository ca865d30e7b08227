using System.Collections.Immutable;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>What is known of one strategy that retries.</summary>
internal sealed class RetryStrategy
{
    private readonly ImmutableArray<ResultTest> _tests;

    internal RetryStrategy(ImmutableArray<ResultTest> tests, bool isBounded, Pause? pause)
    {
        _tests = tests;
        IsBounded = isBounded;
        Pause = pause;
    }

    /// <summary>Whether results decide, and not exceptions only.</summary>
    internal bool LooksAtResults => !_tests.IsEmpty;

    /// <summary>Whether the number of attempts is limited, or may be.</summary>
    internal bool IsBounded { get; }

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
