using System.Collections.Immutable;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>Finds the functions that are handed to Polly, also where they stand in another member of the same type.</summary>
internal sealed class Handlers
{
    private readonly WaitingBody _body;
    private readonly FlowContext _context;
    private readonly Origin _origin;
    private readonly Dictionary<SyntaxNode, FlowContext?> _contexts = [];

    internal Handlers(WaitingBody body, FlowContext context, Origin origin)
    {
        _body = body;
        _context = context;
        _origin = origin;
        _contexts.Add(body.Root.Syntax, context);
    }

    /// <summary>The function that a delegate stands for; <see langword="null"/> where it is not in sight.</summary>
    internal Handler? Of(IOperation? value) => _origin.Of(value) switch
    {
        IAnonymousFunctionOperation lambda => In(lambda, lambda.Syntax, lambda.Symbol),
        IMethodReferenceOperation { Method: var method } reference when _origin.DeclarationOf(method) is { } declaration => method.MethodKind == MethodKind.LocalFunction
            ? In(reference, declaration, method.OriginalDefinition)
            : OfMethod(declaration, method.OriginalDefinition),
        _ => null,
    };

    private Handler? In(IOperation place, SyntaxNode function, IMethodSymbol symbol) =>
        Context(WaitingBody.RootOf(place)) is { } context && context.Functions.FirstOrDefault(f => f.Syntax == function || SymbolEqualityComparer.Default.Equals(f.Symbol, symbol)) is { } flow
            ? new Handler(context, flow, symbol)
            : null;

    private Handler? OfMethod(SyntaxNode declaration, IMethodSymbol symbol) =>
        _context.Root.SemanticModel?.GetOperation(declaration, _body.CancellationToken) is { } root && Context(root) is { } context
            ? new Handler(context, context.Functions[0], symbol)
            : null;

    private FlowContext? Context(IOperation root)
    {
        if (!_contexts.TryGetValue(root.Syntax, out FlowContext? context))
        {
            ControlFlowGraph? graph = root switch
            {
                IMethodBodyOperation body => ControlFlowGraph.Create(body, _body.CancellationToken),
                IConstructorBodyOperation body => ControlFlowGraph.Create(body, _body.CancellationToken),
                IBlockOperation body => ControlFlowGraph.Create(body, _body.CancellationToken),
                IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, _body.CancellationToken),
                IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, _body.CancellationToken),
                _ => null,
            };
            context = graph is null ? null : FlowContext.Create(_body.Contract, root, root.Descendants().ToImmutableArray(), graph, _body.CancellationToken);
            _contexts.Add(root.Syntax, context);
        }

        return context;
    }
}
