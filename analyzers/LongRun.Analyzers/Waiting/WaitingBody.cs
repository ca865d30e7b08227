using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.Analyzers.Waiting.Polly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>
/// One body of code (a method, an accessor, an initialiser, a top-level program) with the lambdas and local functions in
/// it, that calls for jobs.
/// </summary>
internal sealed class WaitingBody
{
    private readonly Action<Diagnostic, object?> _report;
    private readonly Func<ControlFlowGraph?> _graph;
    private readonly Lazy<FlowContext?> _flow;
    private readonly Lazy<ImmutableArray<PollingLoop>> _loops;
    private readonly Lazy<ImmutableArray<PollingRetry>> _retries;

    internal WaitingBody(OperationBlockAnalysisContext context, Contract contract, IOperation root)
        : this(
            contract,
            root,
            context.OwningSymbol,
            context.Options,
            (diagnostic, _) => context.ReportDiagnostic(diagnostic),
            () => context.OperationBlocks.FirstOrDefault(b => b == root || b.Parent == root) is { } block ? context.GetControlFlowGraph(block) : null,
            context.CancellationToken)
    {
    }

    /// <summary>For a rule on one operation, which says what is wrong at that place and needs no end of the body.</summary>
    internal WaitingBody(OperationAnalysisContext context, Contract contract, IOperation root)
        : this(contract, root, context.ContainingSymbol, context.Options, (diagnostic, _) => context.ReportDiagnostic(diagnostic), context.GetControlFlowGraph, context.CancellationToken)
    {
    }

    /// <summary>For the mending of what was reported: the rules look again, and <paramref name="report"/> gets what each has found.</summary>
    internal WaitingBody(Contract contract, IOperation root, ISymbol owner, AnalyzerOptions options, Action<Diagnostic, object?> report, CancellationToken cancellationToken)
        : this(
            contract,
            root,
            owner,
            options,
            report,
            () => root.SemanticModel is { } model ? ControlFlowGraph.Create(root.Syntax, model, cancellationToken) : null,
            cancellationToken)
    {
    }

    private WaitingBody(Contract contract, IOperation root, ISymbol owner, AnalyzerOptions options, Action<Diagnostic, object?> report, Func<ControlFlowGraph?> graph, CancellationToken cancellationToken)
    {
        _report = report;
        _graph = graph;
        Owner = owner;
        Options = options;
        CancellationToken = cancellationToken;
        Contract = contract;
        Root = root;
        Operations = root.Descendants().ToImmutableArray();
        Uses = new BodyUses(Operations);
        Calls = Operations.OfType<IInvocationOperation>()
            .Where(call => contract.RoleOf(call.TargetMethod) != CallRole.None)
            .Select(call => CallRoles.Of(contract, call))
            .ToImmutableArray();
        _flow = new Lazy<FlowContext?>(CreateFlow, LazyThreadSafetyMode.None);
        _loops = new Lazy<ImmutableArray<PollingLoop>>(() => PollingLoops.In(this), LazyThreadSafetyMode.None);
        _retries = new Lazy<ImmutableArray<PollingRetry>>(() => PollingRetries.In(this), LazyThreadSafetyMode.None);
    }

    internal Contract Contract { get; }

    internal IOperation Root { get; }

    /// <summary>All operations of the body, lambdas and local functions included, in source order; taken apart once, because every rule goes through them.</summary>
    internal ImmutableArray<IOperation> Operations { get; }

    /// <summary>Where the locals and functions of the body are used.</summary>
    internal BodyUses Uses { get; }

    /// <summary>The method, property or field that the body belongs to.</summary>
    internal ISymbol Owner { get; }

    /// <summary>The calls for jobs, in source order.</summary>
    internal ImmutableArray<ContractCall> Calls { get; }

    /// <summary>The flow of control through the body; <see langword="null"/> where the compiler has none, as for an attribute.</summary>
    internal FlowContext? Flow => _flow.Value;

    /// <summary>The polling loops of the body, lambdas and local functions included.</summary>
    internal ImmutableArray<PollingLoop> Loops => _loops.Value;

    /// <summary>Those loops, and the retries of Polly that are used as such.</summary>
    internal IEnumerable<Polling> Pollings => Loops.Concat<Polling>(_retries.Value);

    internal CancellationToken CancellationToken { get; }

    internal AnalyzerOptions Options { get; }

    /// <summary>The operation that a body begins with, of one in it.</summary>
    internal static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private FlowContext? CreateFlow()
    {
        if (Root is not (IBlockOperation or IMethodBodyBaseOperation or IFieldInitializerOperation or IPropertyInitializerOperation)
            || _graph() is not { } graph)
        {
            return null;
        }

        FlowContext context = FlowContext.Create(Contract, Root, Operations, graph, CancellationToken);
        context.RepeatingCalls = new Executions(this, context);
        return context;
    }

    /// <summary>Reports what is wrong.</summary>
    /// <param name="rule">What the rule says.</param>
    /// <param name="place">Where it says it.</param>
    /// <param name="finding">What it has found, for the fixer; <see langword="null"/>: no fixer can do anything about it.</param>
    /// <param name="arguments">What the message needs.</param>
    internal void Report(DiagnosticDescriptor rule, Location place, object? finding, params object?[] arguments) => _report(Diagnostic.Create(rule, place, arguments), finding);
}
