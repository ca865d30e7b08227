using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Values;

/// <summary>A rule on values. <see cref="ValueAnalyzer"/> finds them; the rule only judges.</summary>
internal abstract class ValueRule
{
    internal abstract DiagnosticDescriptor Rule { get; }

    /// <summary>Judges one value, and reports it if it does not fit.</summary>
    internal abstract void Judge(in ConstrainedValue value);
}
