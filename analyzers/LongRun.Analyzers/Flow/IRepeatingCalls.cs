using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>Knows the calls that run a callback again and again until they like what it gives.</summary>
internal interface IRepeatingCalls
{
    /// <summary>Whether the call comes back with what the callback gives under a scenario.</summary>
    /// <returns><see langword="null"/>: what decides that is not in sight.</returns>
    bool? ComesBack(SyntaxNode call, Scenario scenario);
}
