using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Values;

/// <summary>A value that goes to a place which the contract says something of.</summary>
internal readonly struct ConstrainedValue
{
    private readonly Action<Diagnostic> _report;

    internal ConstrainedValue(ValueContract contract, ISymbol target, IOperation operation, KnownValue known, Action<Diagnostic> report)
    {
        Contract = contract;
        Target = target;
        Operation = operation;
        Known = known;
        _report = report;
    }

    internal ValueContract Contract { get; }

    /// <summary>The parameter, property, field, or method (for its return) that takes the value.</summary>
    internal ISymbol Target { get; }

    internal IOperation Operation { get; }

    internal KnownValue Known { get; }

    /// <summary>Reports at the place of use, with the declaration as an additional location where a name stands for the value.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="message">The message's only argument: whole sentences.</param>
    /// <param name="edit">The mending that the fixer may offer; <see langword="null"/>: none.</param>
    internal void Report(DiagnosticDescriptor rule, string message, ValueEdit? edit = null)
    {
        SyntaxNode place = Operation.Syntax;
        SyntaxNode source = Known.Source;
        bool isHere = source.SyntaxTree == place.SyntaxTree && place.Span.Contains(source.Span);
        _report(Diagnostic.Create(
            rule,
            place.GetLocation(),
            isHere ? null : new[] { source.GetLocation() },
            isHere && edit is not null ? edit.ToProperties(place.Span) : ImmutableDictionary<string, string?>.Empty,
            message));
    }
}
