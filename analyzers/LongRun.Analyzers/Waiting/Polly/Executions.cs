using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>The calls of a body that run a callback through a pipeline or policy of Polly, and what makes each run it again.</summary>
internal sealed class Executions : IRepeatingCalls
{
    private readonly Handlers _handlers;
    private readonly StrategyChain _chain;
    private readonly ResultTests _tests;
    private readonly RetryReader _reader;
    private readonly Dictionary<SyntaxNode, IInvocationOperation> _calls = [];
    private readonly Dictionary<(SyntaxNode, MonitorContract?, string), bool?> _comeBack = [];

    internal Executions(WaitingBody body, FlowContext context)
    {
        var origin = new Origin(body);
        _handlers = new Handlers(body, context, origin);
        _chain = new StrategyChain(origin, body.CancellationToken);
        _tests = new ResultTests(context, origin, _handlers);
        _reader = new RetryReader(origin, _handlers, _tests, body.CancellationToken);
        foreach (IInvocationOperation call in body.Operations.OfType<IInvocationOperation>())
        {
            if (PollyMethods.IsExecute(call.TargetMethod))
            {
                _calls[call.Syntax] = call;
            }
        }
    }

    internal IEnumerable<IInvocationOperation> Calls => _calls.Values;

    /// <summary>Whether the body has such calls at all.</summary>
    internal static bool AreIn(WaitingBody body) => body.Operations.Any(static o => o is IInvocationOperation call && PollyMethods.IsExecute(call.TargetMethod));

    /// <summary>Whether a result is asked for again; <see langword="null"/> where that is not known.</summary>
    internal static bool? Retries(Handler callback, RetryStrategy strategy, Scenario scenario) =>
        callback.Call(scenario) is { } result ? strategy.Retries(result, scenario) : null;

    internal Handler? CallbackOf(IInvocationOperation call) =>
        _handlers.Of(call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.TypeKind == TypeKind.Delegate)?.Value);

    public bool? ComesBack(SyntaxNode call, Scenario scenario)
    {
        if (!_calls.TryGetValue(call, out IInvocationOperation? execute))
        {
            return null;
        }

        (SyntaxNode, MonitorContract?, string) key = (call, scenario.Monitor, scenario.Status);
        if (!_comeBack.TryGetValue(key, out bool? comesBack))
        {
            // Until it is known, for a callback that calls itself.
            _comeBack.Add(key, null);
            _comeBack[key] = comesBack = Judge(execute, scenario);
        }

        return comesBack;
    }

    /// <summary>Finds the strategy that looks at results, if there is one, and whether a time-out lies around it; one inside it limits each attempt only.</summary>
    /// <returns>Whether all strategies are in sight.</returns>
    internal bool TryFind(IInvocationOperation execute, out RetryStrategy? found, out bool isLimited)
    {
        found = null;
        isLimited = false;
        if (_chain.Of(CallSite.Receiver(execute)) is not { } calls)
        {
            return false;
        }

        foreach (IInvocationOperation call in calls)
        {
            string name = call.TargetMethod.Name;
            if (PollyMethods.IsRetry(call.TargetMethod))
            {
                if (_reader.Read(call) is not { } strategy || (strategy.LooksAtResults && found is not null))
                {
                    return false;
                }

                found = strategy.LooksAtResults ? strategy : found;
            }
            else if (name.Contains("Timeout"))
            {
                isLimited |= found is null;
            }
            else if (!name.Contains("CircuitBreaker") || _tests.Of(CallSite.Receiver(call)) is not { IsEmpty: true })
            {
                return false;
            }
        }

        return true;
    }

    private bool? Judge(IInvocationOperation call, Scenario scenario)
    {
        if (!TryFind(call, out RetryStrategy? strategy, out _))
        {
            return null;
        }

        return strategy is { IsEndless: true } && CallbackOf(call) is { } callback ? !Retries(callback, strategy, scenario) : true;
    }
}
