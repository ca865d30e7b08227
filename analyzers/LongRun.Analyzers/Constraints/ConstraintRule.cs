using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Constraints;

/// <summary>A rule on values. <see cref="ConstraintAnalyzer"/> finds them; the rule only judges.</summary>
internal abstract class ConstraintRule
{
    internal abstract DiagnosticDescriptor Rule { get; }

    /// <summary>Judges one value, and reports it if it does not fit.</summary>
    internal abstract void Judge(in ConstrainedValue value);
}
