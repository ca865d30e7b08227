using System.Runtime.CompilerServices;
using LongRun.Analyzers.Waiting.Polly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>Finds starts in delegates that a policy or pipeline of Polly runs, where its retry is visible.</summary>
internal sealed class RetryPipelines
{
    private static readonly ConditionalWeakTable<Compilation, object> ReferencesPolly = new();

    private readonly WaitingBody _body;
    private readonly HarmlessFailures _harmless;

    internal RetryPipelines(WaitingBody body, HarmlessFailures harmless)
    {
        _body = body;
        _harmless = harmless;
    }

    internal bool Repeat(IInvocationOperation start)
    {
        for (IOperation? function = BodyUses.FunctionAround(start); function is not null; function = BodyUses.FunctionAround(function))
        {
            foreach (IOperation place in _body.Uses.HandedTo(function))
            {
                if (place is IArgumentOperation { Parent: IInvocationOperation call }
                    && PollyMethods.IsExecute(call.TargetMethod)
                    && CallSite.Receiver(call) is { } runner
                    && IsRetrying(runner)
                    && !IsSwallowed(start, function))
                {
                    return true;
                }
            }
        }

        return IsRunRepeatedly() && !IsSwallowed(start, _body.Root);
    }

    /// <summary>Whether the method itself is handed to a pipeline in its type.</summary>
    private bool IsRunRepeatedly() => _body.Owner is IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: var method, Parameters: [] or [{ Type.Name: "CancellationToken" or "ResilienceContext" or "Context" }] }
        && _body.Root.SemanticModel?.Compilation is { } compilation
        && (bool)ReferencesPolly.GetValue(compilation, static c => c.ReferencedAssemblyNames.Any(static a => a.Name.StartsWith("Polly", StringComparison.Ordinal)))
        && new RetrySource(_body, _harmless).FindRunnerOf(method) == RetryVisibility.Retries;

    private bool IsRetrying(IOperation runner)
    {
        var source = new RetrySource(_body, _harmless);
        bool isRetryByType = runner.Type is { Name: "RetryPolicy" or "AsyncRetryPolicy" };
        return source.Find(runner) switch
        {
            RetryVisibility.Harmless => false,
            RetryVisibility.Retries => true,
            _ => isRetryByType,
        };
    }

    /// <summary>Whether a handler in the delegate lets no failure of the start through.</summary>
    private static bool IsSwallowed(IOperation start, IOperation function)
    {
        for (IOperation inner = start; inner.Parent is { } outer && outer != function; inner = outer)
        {
            if (outer is ITryOperation guarded
                && guarded.Body == inner
                && guarded.Catches.Any(static c => c.Filter is null && HarmlessFailures.IsEverything(c.ExceptionType) && !c.Handler.Descendants().Any(static o => o is IThrowOperation)))
            {
                return true;
            }
        }

        return false;
    }
}
