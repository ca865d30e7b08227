using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>Where the locals and functions of one body are used; collected where a rule asks.</summary>
internal sealed class BodyUses
{
    private readonly IOperation _root;
    private ILookup<ISymbol, IOperation>? _uses;

    internal BodyUses(IOperation root) => _root = root;

    /// <summary>Every mention of the local but its declaration and the plain assignments to it.</summary>
    internal IEnumerable<IOperation> ReadsOf(ILocalSymbol local) => Uses[local].Where(static use => !IsWritten(use));

    /// <summary>Every mention of the local or parameter.</summary>
    internal IEnumerable<IOperation> MentionsOf(ISymbol symbol) => Uses[symbol];

    /// <summary>Every call of the local function.</summary>
    internal IEnumerable<IOperation> CallsOf(IMethodSymbol function) => Uses[function].Where(static use => use is IInvocationOperation);

    /// <summary>
    /// The places that a lambda or local function is handed to: arguments, calls of the local that holds it, whatever else.
    /// </summary>
    internal IEnumerable<IOperation> HandedTo(IOperation function) => function switch
    {
        IAnonymousFunctionOperation => PlacesOf(function, throughLocal: true),
        ILocalFunctionOperation local => Uses[local.Symbol].Where(static use => use is IMethodReferenceOperation).SelectMany(use => PlacesOf(use, throughLocal: true)),
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

    private ILookup<ISymbol, IOperation> Uses => _uses ??= Collect();

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

    private ILookup<ISymbol, IOperation> Collect() => _root.Descendants()
        .Select(static o => (Symbol: SymbolOf(o), Use: o))
        .Where(static u => u.Symbol is not null)
        .ToLookup(static u => u.Symbol!, static u => u.Use, SymbolEqualityComparer.Default);

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } function => function.Method,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call => call.TargetMethod,
        _ => null,
    };
}
