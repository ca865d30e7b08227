using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>
/// Finds the retries of a body that are polling loops: a status call of the same job is run by a pipeline or policy whose
/// strategy asks again for as long as the job runs, and not once it has succeeded. What is not all in sight is none.
/// </summary>
internal sealed class PollingRetries
{
    private readonly WaitingBody _body;
    private readonly FlowContext _context;
    private readonly Executions _executions;

    private PollingRetries(WaitingBody body, FlowContext context, Executions executions)
    {
        _body = body;
        _context = context;
        _executions = executions;
    }

    internal static ImmutableArray<PollingRetry> In(WaitingBody body) =>
        body.Calls.Any(static c => c.AsksForStatus) && Executions.AreIn(body) && body.Flow is { RepeatingCalls: Executions executions } context
            ? executions.Calls.Select(new PollingRetries(body, context, executions).Create).OfType<PollingRetry>().ToImmutableArray()
            : ImmutableArray<PollingRetry>.Empty;

    private PollingRetry? Create(IInvocationOperation call)
    {
        if (_executions.CallbackOf(call) is not { } callback
            || StatusCall(callback) is not { } asked
            || !_executions.TryFind(call, out RetryStrategy? strategy, out bool isLimited)
            || strategy is null)
        {
            return null;
        }

        MonitorContract? monitor = asked.Monitor;
        IEnumerable<IOperation> code = callback.Functions.SelectMany(static f => f.Operations()).Concat(strategy.Operations);
        IEnumerable<string> names = monitor is null ? [] : StatusNames.OfRunning(code, _body.Contract, monitor).Concat(StatusNames.ListedAsRunning(_body.Contract, monitor)).Distinct();
        IEnumerable<Scenario> running = names.Select(s => Scenario.RunningAs(monitor!, s)).Prepend(Scenario.Running(monitor));
        if (Executions.Retries(callback, strategy, Scenario.Success(monitor)) == true || running.All(s => Executions.Retries(callback, strategy, s) != true))
        {
            return null;
        }

        IEnumerable<(string Status, Scenario Scenario)> failing = monitor is null
            ? [("failed", Scenario.Failure())]
            : monitor.Failed.Select(s => (s, Scenario.Failure(monitor, s)));
        var execute = new ExecuteCall(call, callback, strategy, _context);
        return new PollingRetry(
            _body,
            call,
            strategy,
            monitor,
            failing.Where(f => Executions.Retries(callback, strategy, f.Scenario) == true).Select(static f => f.Status).ToImmutableArray(),
            () => Pauses(strategy, callback),
            !strategy.IsEndless || strategy.MayBeEnded || isLimited || execute.HasLimit,
            () => execute.HasToken);
    }

    /// <summary>The status call that a callback makes, of the same job or jobs each time; <see langword="null"/> where there is none.</summary>
    private ContractCall? StatusCall(Handler callback)
    {
        TextSpan[] spans = callback.Functions.Select(static f => Handler.BodyOf(f.Syntax)).ToArray();
        ContractCall[] inside = _body.Calls.Where(c => spans.Any(s => s.Contains(c.Call.Syntax.Span))).ToArray();
        ContractCall[] asking = inside.Where(static c => c.AsksForStatus).ToArray();
        return asking.Length > 0
            && inside.Length == asking.Length
            && asking.All(c => c.Monitor == asking[0].Monitor && PollingLoops.Ids(c).All(id => IsSame(id, callback)))
                ? asking[0]
                : null;
    }

    /// <summary>Whether it is the same in each attempt, or one of a set of ids that a lambda of the attempt goes through.</summary>
    private bool IsSame(IOperation id, Handler callback)
    {
        foreach (FunctionFlow function in callback.Functions)
        {
            TextSpan body = Handler.BodyOf(function.Syntax);
            if (!body.Contains(id.Syntax.Span))
            {
                continue;
            }

            if (!new SameEachTurn(_context, body).Holds(id) && !IsOfLambdaInside(id, function))
            {
                return false;
            }
        }

        return IsGivenTheSame(id, callback);
    }

    private bool IsOfLambdaInside(IOperation id, FunctionFlow function) => _context.Functions.Any(f =>
        f.Syntax != function.Syntax
        && function.Syntax.Span.Contains(f.Syntax.Span)
        && id.DescendantsAndSelf().Any(o => o is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(f.Symbol, parameter.ContainingSymbol)));

    /// <summary>Whether a local function that the callback calls gets the same id each time.</summary>
    private bool IsGivenTheSame(IOperation id, Handler callback)
    {
        if (id is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction } function } parameter })
        {
            return true;
        }

        IInvocationOperation[] uses = _context.Operations.OfType<IInvocationOperation>()
            .Where(i => callback.Body.Contains(i.Syntax.Span) && SymbolEqualityComparer.Default.Equals(i.TargetMethod.OriginalDefinition, function.OriginalDefinition))
            .ToArray();
        return uses.All(u => u.Arguments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter?.OriginalDefinition, parameter.OriginalDefinition)) is { } argument && IsSame(argument.Value, callback));
    }

    /// <summary>The pauses between two status calls: the strategy's, and those of the callback itself.</summary>
    private ImmutableArray<Pause>? Pauses(RetryStrategy strategy, Handler callback)
    {
        var events = new TurnEvents(_context, _body.Calls);
        ImmutableArray<Pause> inside = callback.Functions[0].Graph.Blocks.SelectMany(events.Of).Select(static e => e.Pause).OfType<Pause>().ToImmutableArray();
        bool mayRepeat = _body.Operations.Any(o => o is ILoopOperation && callback.Body.Contains(o.Syntax.Span));
        ImmutableArray<Pause> pauses = strategy.Pause is { } own ? inside.Add(own) : inside;
        return pauses.All(static p => p.Seconds is not null) && (inside.IsEmpty || !mayRepeat) ? pauses : null;
    }
}
