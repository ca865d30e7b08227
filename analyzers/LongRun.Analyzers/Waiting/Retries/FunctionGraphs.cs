using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>Graphs of the functions of one body, made where somebody asks.</summary>
internal sealed class FunctionGraphs
{
    private readonly IOperation _root;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<IOperation, ControlFlowGraph?> _graphs = [];

    internal FunctionGraphs(IOperation root, CancellationToken cancellationToken)
    {
        _root = root;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The graph of a lambda or local function, or of the body itself for <see langword="null"/>.</summary>
    internal ControlFlowGraph? Of(IOperation? function)
    {
        IOperation key = function ?? _root;
        if (!_graphs.TryGetValue(key, out ControlFlowGraph? graph))
        {
            _graphs.Add(key, graph = function is null ? OfRoot() : OfInner(function));
        }

        return graph;
    }

    private ControlFlowGraph? OfRoot() => _root switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body, _cancellationToken),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, _cancellationToken),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, _cancellationToken),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, _cancellationToken),
        IBlockOperation block => ControlFlowGraph.Create(block, _cancellationToken),
        _ => null,
    };

    private ControlFlowGraph? OfInner(IOperation function)
    {
        if (Of(BodyUses.FunctionAround(function)) is not { } outer)
        {
            return null;
        }

        if (function is ILocalFunctionOperation local)
        {
            return outer.LocalFunctions.Contains(local.Symbol) ? outer.GetLocalFunctionControlFlowGraph(local.Symbol, _cancellationToken) : null;
        }

        return outer.Blocks
            .SelectMany(static b => b.BranchValue is { } value ? b.Operations.Add(value) : b.Operations)
            .SelectMany(static o => o.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(l => l.Syntax == function.Syntax) is { } lambda
                ? outer.GetAnonymousFunctionControlFlowGraph(lambda, _cancellationToken)
                : null;
    }
}
