using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Values;

/// <summary>A value that goes to a place which the contract says something of.</summary>
internal readonly struct ConstrainedValue
{
    private readonly OperationAnalysisContext _context;

    internal ConstrainedValue(ValueContract contract, ISymbol target, IOperation operation, KnownValue known, OperationAnalysisContext context)
    {
        Contract = contract;
        Target = target;
        Operation = operation;
        Known = known;
        _context = context;
    }

    internal ValueContract Contract { get; }

    /// <summary>The parameter, property, field, or method (for its return) that takes the value.</summary>
    internal ISymbol Target { get; }

    /// <summary>The target's type, without <c>?</c> and <c>Task</c>.</summary>
    internal ITypeSymbol? TargetType
    {
        get
        {
            ITypeSymbol? type = Target switch
            {
                IParameterSymbol parameter => parameter.Type,
                IPropertySymbol property => property.Type,
                IFieldSymbol { Type: var stored } => stored,
                IMethodSymbol method => MemberPath.Awaited(method),
                _ => null,
            };
            return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        }
    }

    /// <summary>The target, as messages say it: <c>UploadRequest.Url</c>, <c>ListTasksAsync(limit)</c>.</summary>
    internal string Subject => Target switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.DelegateInvoke } owner } => $"{owner.ContainingType.Name}({Target.Name})",
        IParameterSymbol { ContainingSymbol: IMethodSymbol { Name.Length: > 0 } method } => $"{method.Name}({Target.Name})",
        IParameterSymbol { ContainingSymbol: IPropertySymbol indexer } => $"{indexer.ContainingType.Name}[{Target.Name}]",
        IPropertySymbol { IsIndexer: true, ContainingType.Name: var indexed } => indexed + "[]",
        IPropertySymbol or IFieldSymbol when Target.ContainingType is { } type => $"{type.Name}.{Target.Name}",
        { Name.Length: > 0 } => Target.Name,
        _ => "the lambda",
    };

    internal IOperation Operation { get; }

    internal KnownValue Known { get; }

    /// <summary>Reports at the place of use, with the declaration as an additional location where a name stands for the value.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="message">The message's only argument: whole sentences.</param>
    /// <param name="edit">The mending that the fixer may offer; <see langword="null"/>: none.</param>
    /// <param name="evenIfUnread">Whether the value is wrong where it stands, and not only when somebody gets it.</param>
    internal void Report(DiagnosticDescriptor rule, string message, ValueEdit? edit = null, bool evenIfUnread = false)
    {
        if (!evenIfUnread
            && (UnreadValues.Contains(Operation, Target, _context.CancellationToken) || ExpectedRefusals.Contains(Operation, _context.CancellationToken)))
        {
            return;
        }

        Location place = ReportPlace.Of(Operation);
        SyntaxNode source = Known.Source;
        bool isHere = source.SyntaxTree == place.SourceTree && (place.SourceSpan.Contains(source.Span) || source == Operation.Syntax);
        _context.ReportDiagnostic(Diagnostic.Create(
            rule,
            place,
            isHere ? null : new[] { source.GetLocation() },
            isHere && edit?.LosesComment(source.SyntaxTree, _context.CancellationToken) == false ? edit.ToProperties(place.SourceSpan) : ImmutableDictionary<string, string?>.Empty,
            message));
    }
}
