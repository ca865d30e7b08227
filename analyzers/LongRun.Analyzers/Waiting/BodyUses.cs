using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>Where the locals and functions of one body are used; collected where a rule asks.</summary>
internal sealed class BodyUses
{
    private readonly ImmutableArray<IOperation> _operations;
    private List<(ISymbol Symbol, IOperation Use)>? _uses;

    internal BodyUses(ImmutableArray<IOperation> operations) => _operations = operations;

    /// <summary>Every mention of the local but its declaration and the plain assignments to it.</summary>
    internal IEnumerable<IOperation> ReadsOf(ILocalSymbol local) => MentionsOf(local).Where(static use => !IsWritten(use));

    /// <summary>Every mention of the local or parameter.</summary>
    internal IEnumerable<IOperation> MentionsOf(ISymbol symbol) => Uses.Where(u => SymbolEqualityComparer.Default.Equals(u.Symbol, symbol)).Select(static u => u.Use);

    /// <summary>Every call of the local function.</summary>
    internal IEnumerable<IOperation> CallsOf(IMethodSymbol function) => MentionsOf(function).Where(static use => use is IInvocationOperation);

    /// <summary>
    /// The places that a lambda or local function is handed to: arguments, calls of the local that holds it, whatever else.
    /// </summary>
    internal IEnumerable<IOperation> HandedTo(IOperation function) => function switch
    {
        IAnonymousFunctionOperation => PlacesOf(function, throughLocal: true),
        ILocalFunctionOperation local => MentionsOf(local.Symbol).Where(static use => use is IMethodReferenceOperation).SelectMany(use => PlacesOf(use, throughLocal: true)),
        _ => [],
    };

    /// <summary>The function around an operation: a lambda, a local function, or <see langword="null"/> for the body itself.</summary>
    internal static IOperation? FunctionAround(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            outer = outer.Parent;
        }

        return outer;
    }

    /// <summary>The place that takes a value, beyond conversions and parentheses.</summary>
    internal static IOperation? Taker(IOperation value)
    {
        IOperation? taker = value.Parent;
        while (taker is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IDelegateCreationOperation)
        {
            taker = taker.Parent;
        }

        return taker;
    }

    // A list: a body has few names, and is asked for one or two of them.
    private List<(ISymbol Symbol, IOperation Use)> Uses => _uses ??= Collect();

    private IEnumerable<IOperation> PlacesOf(IOperation value, bool throughLocal)
    {
        IOperation? taker = Taker(value);
        ILocalSymbol? local = taker switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };
        if (local is not null && throughLocal)
        {
            return ReadsOf(local).SelectMany(read => PlacesOf(read, throughLocal: false));
        }

        return taker is null ? [] : [taker];
    }

    private static bool IsWritten(IOperation use) => use is ILocalReferenceOperation { IsDeclaration: true } || (use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use);

    private List<(ISymbol Symbol, IOperation Use)> Collect()
    {
        var uses = new List<(ISymbol Symbol, IOperation Use)>();
        foreach (IOperation operation in _operations)
        {
            if (SymbolOf(operation) is { } symbol)
            {
                uses.Add((symbol, operation));
            }
        }

        return uses;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } function => function.Method,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call => call.TargetMethod,
        _ => null,
    };
}
