using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>The target's type, without <c>?</c>.</summary>
    internal ITypeSymbol? TargetType
    {
        get
        {
            ITypeSymbol? type = (Target as IParameterSymbol)?.Type ?? (Target as IPropertySymbol)?.Type ?? (Target as IFieldSymbol)?.Type ?? (Target as IMethodSymbol)?.ReturnType;
            return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        }
    }

    /// <summary>The target's name, as messages say it.</summary>
    internal string Subject => Target.Name;

    internal IOperation Operation { get; }

    internal KnownValue Known { get; }

    /// <summary>Reports at the place of use, with the declaration as an additional location where a name stands for the value.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="message">The message's only argument: whole sentences.</param>
    /// <param name="edit">The mending that the fixer may offer; <see langword="null"/>: none.</param>
    internal void Report(DiagnosticDescriptor rule, string message, ValueEdit? edit = null)
    {
        SyntaxNode place = Operation.Syntax is ArgumentSyntax argument ? argument.Expression : Operation.Syntax;
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
