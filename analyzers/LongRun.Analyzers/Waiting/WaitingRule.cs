using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting;

/// <summary>A rule on how code waits for jobs. <see cref="WaitingAnalyzer"/> finds the bodies that call for jobs; the rule only looks.</summary>
internal abstract class WaitingRule
{
    internal abstract DiagnosticDescriptor Rule { get; }

    /// <summary>Looks at one body that holds at least one call with a role, and reports what is wrong in it.</summary>
    internal abstract void Examine(WaitingBody body);
}
