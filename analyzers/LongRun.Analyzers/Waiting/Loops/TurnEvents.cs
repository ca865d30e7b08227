using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>Finds, in the order of evaluation, where the operations of a block ask for a status and where they pause.</summary>
internal sealed class TurnEvents
{
    // Deeper than the calls of local functions that people write.
    private const int MaxDepth = 5;

    private static readonly string[] PausingVerbs = ["Sleep", "Wait", "Delay", "Pause", "BackOff", "Backoff", "Throttle", "Read", "Take", "TryTake", "Receive", "Join", "Prompt", "Ask", "Confirm"];

    private readonly FlowContext _context;
    private readonly HashSet<ITypeSymbol> _answers = new(SymbolEqualityComparer.Default);

    internal TurnEvents(FlowContext context, IEnumerable<ContractCall> calls)
    {
        _context = context;
        _answers.UnionWith(calls.Where(static c => c.AsksForStatus && c.Monitor is not null).Select(static c => MemberPath.Awaited(c.Monitor!.Method)));
    }

    internal List<TurnEvent> Of(BasicBlock block)
    {
        var events = new List<TurnEvent>();
        foreach (IOperation operation in block.Operations)
        {
            Add(operation, events, 0);
        }

        if (block.BranchValue is { } value)
        {
            Add(value, events, 0);
        }

        return events;
    }

    private void Add(IOperation operation, List<TurnEvent> events, int depth)
    {
        if (operation is IFlowAnonymousFunctionOperation lambda)
        {
            AddFunction(_context.Lambda(lambda), events, depth);
            return;
        }

        int before = events.Count;
        foreach (IOperation child in operation.ChildOperations)
        {
            Add(child, events, depth);
        }

        bool hasEvent = events.Count > before;
        switch (operation)
        {
            case IInvocationOperation call when CallRoles.Of(_context.Contract, call).AsksForStatus:
                events.Add(TurnEvent.Asking(call.Syntax));
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call:
                AddFunction(_context.LocalFunction(call.TargetMethod.OriginalDefinition), events, depth);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation local } call when LambdaIn(local) is { } kept:
                AddFunction(_context.Lambda(kept), events, depth);
                break;
            case IInvocationOperation call when !IsDropped(call) && OfCall(call) is { } pause:
                events.Add(TurnEvent.Pausing(pause));
                break;
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } } when !hasEvent && !GivesJob(operation.Type):
                events.Add(TurnEvent.Pausing(new Pause(operation.Syntax, null)));
                break;
            case IAwaitOperation { IsImplicit: false } awaited when !hasEvent && IsPause(awaited):
                events.Add(TurnEvent.Pausing(new Pause(awaited.Syntax, null)));
                break;
            case IAwaitOperation { IsImplicit: true } next when next.Operation is IInvocationOperation { TargetMethod.Name: "MoveNextAsync" } && !hasEvent:
                events.Add(TurnEvent.Pausing(new Pause(next.Syntax, null)));
                break;
        }
    }

    /// <summary>A function that is called: it asks, and whether it pauses on every way through is not looked at.</summary>
    private void AddFunction(FunctionFlow? function, List<TurnEvent> events, int depth)
    {
        if (function is null || depth >= MaxDepth)
        {
            return;
        }

        var inner = new List<TurnEvent>();
        foreach (BasicBlock block in function.Graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                Add(operation, inner, depth + 1);
            }

            if (block.BranchValue is { } value)
            {
                Add(value, inner, depth + 1);
            }
        }

        events.AddRange(inner.Where(static e => e.Pause is null));
        events.AddRange(inner.Where(static e => e.Pause is not null));
    }

    private IFlowAnonymousFunctionOperation? LambdaIn(ILocalReferenceOperation local) =>
        _context.Functions.SelectMany(static f => f.Operations())
            .OfType<ISimpleAssignmentOperation>()
            .Where(a => SymbolEqualityComparer.Default.Equals(Decision.VariableOf(a.Target), local.Local))
            .Select(static a => (a.Value as IDelegateCreationOperation ?? (a.Value as IConversionOperation)?.Operand as IDelegateCreationOperation)?.Target as IFlowAnonymousFunctionOperation)
            .FirstOrDefault(static l => l is not null);

    private Pause? OfCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        string type = method.ContainingType.Name;
        if ((method.Name == "Delay" && type is "Task" or "TimeProviderTaskExtensions" or "TimeProvider") || (method.Name == "Sleep" && type == "Thread"))
        {
            IArgumentOperation? time = call.Arguments.FirstOrDefault(static a => a.Parameter?.Type is { SpecialType: SpecialType.System_Int32 } or { Name: "TimeSpan" });
            return new Pause(time?.Value.Syntax ?? call.Syntax, time is null ? null : SecondsOf(time.Value.Syntax));
        }

        if (method.Name == "WaitForNextTickAsync" && type == "PeriodicTimer")
        {
            return OfTimer(call);
        }

        // What blocks, or a helper that pauses out of sight.
        bool isBlocking = method.Name is "GetResult" or "WaitOne" or "WaitAny" or "WaitAll" or "SpinUntil" || (method.Name == "Wait" && type is "Task" or "SemaphoreSlim" or "ManualResetEventSlim");
        if (isBlocking)
        {
            return AsksWithin(call) ? null : new Pause(call.Syntax, null);
        }

        bool isAwaited = MemberPath.Awaited(method) is var awaited && !SymbolEqualityComparer.Default.Equals(awaited, method.ReturnType);
        return !isAwaited && method.ReturnType.Name is not "Task" and not "ValueTask" && (PausingVerbs.Any(v => method.Name.StartsWith(v, StringComparison.Ordinal)) || PausesInside(method))
            ? new Pause(call.Syntax, null)
            : null;
    }

    /// <summary>A task that nobody waits for: <c>_ = Task.Delay(…)</c> does not pause.</summary>
    private static bool IsDropped(IInvocationOperation call) =>
        call.Type?.Name is "Task" or "ValueTask" && call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    private bool AsksWithin(IInvocationOperation call)
    {
        var events = new List<TurnEvent>();
        foreach (IOperation child in call.ChildOperations)
        {
            Add(child, events, MaxDepth);
        }

        return events.Any(static e => e.Pause is null) || GivesJob(call.Type) || GivesJob((call.Instance?.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault());
    }

    private Pause OfTimer(IInvocationOperation tick)
    {
        // The period is said where the timer is made.
        if (Decision.VariableOf(tick.Instance) is { } timer)
        {
            foreach (IObjectCreationOperation creation in _context.Operations.OfType<IObjectCreationOperation>())
            {
                if (creation is { Type.Name: "PeriodicTimer", Arguments: [var period, ..], Parent: var parent }
                    && Made(parent) is { } made
                    && SymbolEqualityComparer.Default.Equals(made, timer))
                {
                    return new Pause(period.Value.Syntax, SecondsOf(period.Value.Syntax));
                }
            }
        }

        return new Pause(tick.Syntax, null);
    }

    private static ISymbol? Made(IOperation? parent) => parent switch
    {
        IConversionOperation conversion => Made(conversion.Parent),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation assignment => Decision.VariableOf(assignment.Target),
        _ => null,
    };

    private double? SecondsOf(SyntaxNode syntax)
    {
        if (_context.Root.SemanticModel is not { } model || syntax.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        IOperation? operation = model.GetOperation(syntax, _context.CancellationToken);
        return ValueEvaluator.Evaluate(operation, _context.CancellationToken) switch
        {
            { Duration: { } span } => span == Timeout.InfiniteTimeSpan ? null : span.TotalSeconds,
            { Number: { } milliseconds } => milliseconds < 0 ? null : milliseconds / 1000,
            _ => null,
        };
    }

    /// <summary>Whether waiting for it could be the pause: any awaited call but one that gives a status, or that gives way only.</summary>
    private bool IsPause(IAwaitOperation awaited)
    {
        IOperation operand = awaited.Operation;
        while (operand is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner })
        {
            operand = inner;
        }

        bool givesWay = operand is IInvocationOperation { TargetMethod: { Name: "Yield", ContainingType.Name: "Task" } } or IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType.Name: "Task" or "ValueTask" } };
        return !givesWay && !GivesJob(awaited.Type);
    }

    private bool GivesJob(ITypeSymbol? type) => type is not null && _answers.Contains(type);

    private bool PausesInside(IMethodSymbol method) => method.DeclaringSyntaxReferences is [var declaration]
        && declaration.GetSyntax(_context.CancellationToken).DescendantTokens().Any(static t => t.ValueText is "Sleep" or "WaitOne" or "SpinWait" or "SpinUntil" or "Delay" or "Wait");
}
