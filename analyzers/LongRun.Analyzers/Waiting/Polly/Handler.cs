using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>A function that is handed to Polly: what to run, or what decides whether to run it again.</summary>
internal sealed class Handler
{
    // What a method that is not in sight is called when it cancels, or throws where something is not as it should be.
    private static readonly string[] EndingVerbs = ["Cancel", "Throw", "Check", "Ensure", "Guard", "Assert", "Validate", "Verify", "Require", "Demand"];

    private readonly FlowContext _context;
    private readonly FunctionFlow _function;
    private readonly IMethodSymbol _symbol;
    private readonly Lazy<bool> _mayEndInside;

    internal Handler(FlowContext context, FunctionFlow function, IMethodSymbol symbol)
    {
        _context = context;
        _function = function;
        _symbol = symbol;
        Functions = WithCalledFunctions(context, function);
        _mayEndInside = new Lazy<bool>(() => Functions.Skip(1).Any(Throws) || Functions.SelectMany(static f => f.Operations()).Any(MayEnd));
    }

    /// <summary>The function, and the local functions that it calls.</summary>
    internal IReadOnlyList<FunctionFlow> Functions { get; }

    /// <summary>Whether a call may throw, or cancel a token, on purpose: an end that nothing else shows.</summary>
    internal bool MayEndRetry => Throws(_function) || _mayEndInside.Value;

    /// <summary>What runs with each call: the function without its parameters.</summary>
    internal TextSpan Body => BodyOf(_function.Syntax);

    /// <summary>Follows a call.</summary>
    /// <returns>What comes back; <see langword="null"/> where it may throw, or may decide something out of sight.</returns>
    internal FlowValue? Call(Scenario scenario, params FlowValue[] arguments)
    {
        if (_mayEndInside.Value)
        {
            return null;
        }

        var options = new FlowOptions { StartsInTheMiddle = true, TokensNeverFire = true };
        var evaluator = new Evaluator(_context, scenario, options);
        FlowState start = Captured(evaluator);
        for (int i = 0; i < _symbol.Parameters.Length; i++)
        {
            start.Set(_symbol.Parameters[i], i < arguments.Length ? arguments[i] : FlowValue.Unknown);
        }

        FlowRun? run = FlowRun.Execute(evaluator, _context, _function, start, options);
        return run?.AtEnd is { IsUnsure: false } && run.Exits.All(e => e.To >= 0 || Ends(_function.Graph.Blocks[e.From])) ? run.Returned : null;
    }

    internal static TextSpan BodyOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Body.Span,
        LocalFunctionStatementSyntax local => (local.Body ?? (SyntaxNode?)local.ExpressionBody)?.Span ?? local.Span,
        _ => function.Span,
    };

    private static List<FunctionFlow> WithCalledFunctions(FlowContext context, FunctionFlow function)
    {
        var functions = new List<FunctionFlow> { function };
        for (int i = 0; i < functions.Count; i++)
        {
            // Lambdas of a function belong to it; they are functions of their own in the flow.
            IEnumerable<FunctionFlow> inside = context.Functions.Where(f => f.Syntax != functions[i].Syntax && functions[i].Syntax.Span.Contains(f.Syntax.Span));
            IEnumerable<FunctionFlow> called = functions[i].Operations().OfType<IInvocationOperation>()
                .Select(c => c.TargetMethod.MethodKind == MethodKind.LocalFunction ? context.LocalFunction(c.TargetMethod.OriginalDefinition) : null)
                .OfType<FunctionFlow>();
            functions.AddRange(inside.Concat(called).Distinct().Where(f => !functions.Contains(f)).ToArray());
        }

        return functions;
    }

    /// <summary>Locals around the function that have one value.</summary>
    private FlowState Captured(Evaluator evaluator)
    {
        var state = new FlowState();
        foreach (ILocalReferenceOperation local in _context.Operations.OfType<ILocalReferenceOperation>())
        {
            if (_function.Syntax.Span.Contains(local.Syntax.Span)
                && local.Local.DeclaringSyntaxReferences is [var declaration]
                && !_function.Syntax.Span.Contains(declaration.Span)
                && LocalValues.OnlyOperation(local, _context.CancellationToken) is { } value
                && evaluator.Evaluate(value, new FlowState()) is { IsUnknown: false, TellsOfJob: false } known)
            {
                state.Set(local.Local, known);
            }
        }

        return state;
    }

    private static bool Throws(FunctionFlow function) => function.Graph.Blocks.Any(static b => b.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow);

    private static bool Ends(BasicBlock block) => IsEnd(block.FallThroughSuccessor) || IsEnd(block.ConditionalSuccessor);

    private static bool IsEnd(ControlFlowBranch? branch) => branch is { Semantics: ControlFlowBranchSemantics.Return } or { Semantics: ControlFlowBranchSemantics.Regular, Destination.Kind: BasicBlockKind.Exit };

    // What a token source of one attempt does ends only that.
    private bool IsOfThisCall(ISymbol? variable) =>
        variable is { Kind: SymbolKind.Local, DeclaringSyntaxReferences: [var declaration] } && Functions.Any(f => f.Syntax.Span.Contains(declaration.Span));

    /// <summary>Whether a call may throw on purpose (a bound by deadline is often a method of its own), or cancels.</summary>
    private bool MayEnd(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } method } call
            || method.Name == "ThrowIfCancellationRequested"
            || _context.Contract.RoleOf(method) != Contracts.CallRole.None
            || InertCalls.Contains(method)
            || (method.ContainingType.Name == "CancellationTokenSource" && IsOfThisCall(Decision.VariableOf(call.Instance))))
        {
            return false;
        }

        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return EndingVerbs.Any(v => method.Name.StartsWith(v, StringComparison.Ordinal));
        }

        return method.DeclaringSyntaxReferences.Any(r => r.GetSyntax(_context.CancellationToken).DescendantTokens().Any(static t => t.IsKind(SyntaxKind.ThrowKeyword) || t.ValueText.StartsWith("ThrowIf", StringComparison.Ordinal)));
    }
}
