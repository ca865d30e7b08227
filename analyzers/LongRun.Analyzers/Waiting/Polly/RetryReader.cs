using System.Collections.Immutable;
using LongRun.Analyzers.Values;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>Reads strategies that retry: the options of version 8, and the policies of version 7.</summary>
internal sealed class RetryReader
{
    // Polly's own defaults.
    private const double DefaultDelaySeconds = 2;
    private const int DefaultAttempts = 3;

    private readonly Origin _origin;
    private readonly Handlers _handlers;
    private readonly ResultTests _tests;
    private readonly RetryPauses _pauses;
    private readonly CancellationToken _cancellationToken;

    internal RetryReader(Origin origin, Handlers handlers, ResultTests tests, CancellationToken cancellationToken)
    {
        _origin = origin;
        _handlers = handlers;
        _tests = tests;
        _pauses = new RetryPauses(origin, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    /// <summary>What a call adds to a pipeline or makes; <see langword="null"/> where not all of it is in sight.</summary>
    internal RetryStrategy? Read(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal) ? OfOptions(call) : OfPolicy(call);

    private RetryStrategy? OfOptions(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.Name == "RetryStrategyOptions") is not { } argument || RetryOptions.Read(argument.Value, _origin, _cancellationToken) is not { } options)
        {
            return null;
        }

        // Without a predicate every exception is handled, and no result.
        ImmutableArray<ResultTest>? tests = options.Find("ShouldHandle") is { } predicate ? _tests.Of(predicate) : ImmutableArray<ResultTest>.Empty;
        double? attempts = options.Find("MaxRetryAttempts") is { } limit ? Number(limit) : DefaultAttempts;
        return tests is { } read
            ? new RetryStrategy(read, attempts is int.MaxValue, PauseOf(options))
            {
                MayBeEnded = MayEnd(options.Find("OnRetry")) || MayEnd(options.Find("DelayGenerator")),
                HasDefaultPause = options.Find("Delay") is null && options.Find("DelayGenerator") is null,
            }
            : null;
    }

    private Pause? PauseOf(RetryOptions options)
    {
        if (options.Find("OnRetry") is { } callback && _pauses.MayPause(callback))
        {
            return new Pause(callback.Syntax, null);
        }

        if (options.Find("DelayGenerator") is { } generator)
        {
            return _pauses.OfFunction(generator);
        }

        if (options.Find("Delay") is not { } delay)
        {
            return new Pause(options.Creation.Syntax, IsConstant(options) ? DefaultDelaySeconds : null);
        }

        // No time at all does not grow.
        Pause? pause = _pauses.OfValue(delay);
        return pause is null || IsConstant(options) ? pause : new Pause(pause.Value, null);
    }

    private static bool IsConstant(RetryOptions options) =>
        (options.Find("BackoffType") is not { } backoff || backoff is IFieldReferenceOperation { Field.Name: "Constant" })
        && (options.Find("UseJitter") is not { } jitter || jitter is { ConstantValue: { HasValue: true, Value: false } })
        && options.Find("MaxDelay") is null;

    private RetryStrategy? OfPolicy(IInvocationOperation call)
    {
        if (_tests.Of(CallSite.Receiver(call)) is not { } tests)
        {
            return null;
        }

        string name = call.TargetMethod.Name;
        bool isEndless = name.Contains("Forever") || (Argument(call, "retryCount") is { } limit && Number(limit) is int.MaxValue);
        bool mayEnd = MayEnd(Argument(call, "onRetry")) || MayEnd(Argument(call, "onRetryAsync")) || MayEnd(Argument(call, "sleepDurationProvider"));
        return new RetryStrategy(tests, isEndless, PauseOf(call)) { MayBeEnded = mayEnd };
    }

    /// <summary>Whether a function that is called between two attempts may end them all, as far as can be seen.</summary>
    private bool MayEnd(IOperation? function) => function is not null && _handlers.Of(function) is not { MayEndRetry: false };

    private Pause? PauseOf(IInvocationOperation call)
    {
        if ((Argument(call, "onRetry") ?? Argument(call, "onRetryAsync")) is { } callback && _pauses.MayPause(callback))
        {
            return new Pause(callback.Syntax, null);
        }

        return Argument(call, "sleepDurationProvider") is { } provider ? _pauses.OfFunction(provider)
            : Argument(call, "sleepDurations") is { } durations ? new Pause(durations.Syntax, null)
            : call.TargetMethod.Name.StartsWith("Wait", StringComparison.Ordinal) ? new Pause(call.Syntax, null)
            : null;
    }

    private static IOperation? Argument(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Name == name)?.Value;

    private double? Number(IOperation value) => ValueEvaluator.Evaluate(value, _cancellationToken)?.Number;
}
