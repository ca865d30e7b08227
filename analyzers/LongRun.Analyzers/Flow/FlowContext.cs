using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Flow;

/// <summary>What is the same for everything that is followed in one body.</summary>
internal sealed class FlowContext
{
    private readonly Dictionary<IMethodSymbol, FunctionFlow> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, FunctionFlow> _lambdas = [];
    private readonly Dictionary<FunctionFlow, LoopRegion[]> _loops = [];
    private readonly HashSet<ISymbol> _changedElsewhere = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, bool> _asking = [];
    private readonly MemberWrites _writes;

    private FlowContext(Contract contract, IOperation root, ImmutableArray<IOperation> operations, CancellationToken cancellationToken)
    {
        Contract = contract;
        Root = root;
        Operations = operations;
        CancellationToken = cancellationToken;
        TimedTokens = TimedTokens.In(operations, cancellationToken);
        Callees = new Callees(cancellationToken);
        _writes = new MemberWrites(root.Syntax, cancellationToken);
    }

    internal Contract Contract { get; }

    internal IOperation Root { get; }

    /// <summary>All operations of the body, as the source has them, in source order.</summary>
    internal ImmutableArray<IOperation> Operations { get; }

    internal CancellationToken CancellationToken { get; }

    internal TimedTokens TimedTokens { get; }

    /// <summary>The calls of the body that repeat a callback; <see langword="null"/>: each call runs it once.</summary>
    internal IRepeatingCalls? RepeatingCalls { get; set; }

    internal Callees Callees { get; }

    /// <summary>The body and every lambda and local function in it.</summary>
    internal ImmutableArray<FunctionFlow> Functions { get; private set; } = ImmutableArray<FunctionFlow>.Empty;

    internal static FlowContext Create(Contract contract, IOperation root, ImmutableArray<IOperation> operations, ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        var context = new FlowContext(contract, root, operations, cancellationToken);
        ImmutableArray<FunctionFlow>.Builder functions = ImmutableArray.CreateBuilder<FunctionFlow>();
        context.Collect(new FunctionFlow(graph, root.Syntax, null), functions);
        context.Functions = functions.ToImmutable();
        context.FindChangesElsewhere();
        return context;
    }

    /// <summary>Whether code that runs who knows when (a lambda, a local function used as a delegate) writes the variable.</summary>
    internal bool IsChangedElsewhere(ISymbol variable) => _changedElsewhere.Contains(variable);

    /// <summary>Whether other members may write the field or property, between any two turns of a loop.</summary>
    internal bool IsWrittenByOthers(ISymbol member) => _writes.ComeFromElsewhere(member);

    /// <summary>Whether the <c>foreach</c> over a source asks for statuses.</summary>
    internal bool AsksInForEach(SyntaxNode source)
    {
        if (source.FirstAncestorOrSelf<CommonForEachStatementSyntax>() is not { } loop)
        {
            return false;
        }

        if (!_asking.TryGetValue(loop, out bool asks))
        {
            asks = Operations.OfType<IInvocationOperation>().Any(i => loop.Statement.Span.Contains(i.Syntax.Span) && Contract.RoleOf(i.TargetMethod) is CallRole.Status or CallRole.Update);
            _asking.Add(loop, asks);
        }

        return asks;
    }

    internal FunctionFlow? LocalFunction(IMethodSymbol method) => _localFunctions.TryGetValue(method, out FunctionFlow? flow) ? flow : null;

    internal FunctionFlow? Lambda(IFlowAnonymousFunctionOperation lambda) => _lambdas.TryGetValue(lambda.Syntax, out FunctionFlow? flow) ? flow : null;

    /// <summary>The loops of a function, those of functions in it left out.</summary>
    internal LoopRegion[] LoopsOf(FunctionFlow function)
    {
        if (!_loops.TryGetValue(function, out LoopRegion[]? loops))
        {
            loops = LoopSpans(function).Select(span => new LoopRegion(function.Graph, span)).ToArray();
            _loops.Add(function, loops);
        }

        return loops;
    }

    private IEnumerable<TextSpan> LoopSpans(FunctionFlow function)
    {
        foreach (IOperation operation in Operations)
        {
            if (!function.Syntax.Span.Contains(operation.Syntax.Span))
            {
                continue;
            }

            if (operation is ILoopOperation)
            {
                yield return operation.Syntax.Span;
            }
            else if (operation is IBranchOperation { BranchKind: BranchKind.GoTo, Target: { } target }
                && target.DeclaringSyntaxReferences is [var label]
                && label.Span.Start < operation.Syntax.SpanStart)
            {
                yield return TextSpan.FromBounds(label.Span.Start, operation.Syntax.Span.End);
            }
        }
    }

    private void Collect(FunctionFlow function, ImmutableArray<FunctionFlow>.Builder functions)
    {
        CancellationToken.ThrowIfCancellationRequested();
        functions.Add(function);
        foreach (IMethodSymbol local in function.Graph.LocalFunctions)
        {
            ControlFlowGraph graph = function.Graph.GetLocalFunctionControlFlowGraph(local, CancellationToken);
            var inner = new FunctionFlow(graph, graph.OriginalOperation.Syntax, local);
            _localFunctions[local] = inner;
            Collect(inner, functions);
        }

        foreach (IFlowAnonymousFunctionOperation lambda in function.Operations().OfType<IFlowAnonymousFunctionOperation>())
        {
            var inner = new FunctionFlow(function.Graph.GetAnonymousFunctionControlFlowGraph(lambda, CancellationToken), lambda.Syntax, lambda.Symbol);
            _lambdas[lambda.Syntax] = inner;
            Collect(inner, functions);
        }
    }

    private void FindChangesElsewhere()
    {
        var usedAsDelegate = new HashSet<ISymbol>(
            Operations.OfType<IMethodReferenceOperation>().Select(static m => (ISymbol)m.Method),
            SymbolEqualityComparer.Default);
        foreach (IOperation operation in Operations)
        {
            if (Written(operation) is ILocalReferenceOperation or IParameterReferenceOperation
                && Function(operation) is { } function
                && (function is IAnonymousFunctionOperation || (function is ILocalFunctionOperation local && usedAsDelegate.Contains(local.Symbol))))
            {
                ISymbol variable = Written(operation) is ILocalReferenceOperation reference ? reference.Local : ((IParameterReferenceOperation)Written(operation)!).Parameter;
                if (!SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, (function as IAnonymousFunctionOperation)?.Symbol ?? ((ILocalFunctionOperation)function).Symbol))
                {
                    _changedElsewhere.Add(variable);
                }
            }
        }
    }

    private static IOperation? Written(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation change => change.Target,
        _ => null,
    };

    private static IOperation? Function(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            outer = outer.Parent;
        }

        return outer;
    }
}
