using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>A retry strategy used as a polling loop: it runs a status call again for as long as the status is not the right one.</summary>
internal sealed class PollingRetry : Polling
{
    private readonly WaitingBody _body;
    private readonly RetryStrategy _strategy;

    internal PollingRetry(WaitingBody body, IInvocationOperation call, RetryStrategy strategy, MonitorContract? monitor, ImmutableArray<string> failuresRetried, Func<ImmutableArray<Pause>?> pauses, bool isBounded, Func<bool> hasToken)
    {
        _body = body;
        _strategy = strategy;
        Location = CallSite.NameOf(call);
        Monitor = monitor;
        MinDelay = monitor?.MinDelaySeconds ?? 1;
        MayEndWhileRunning = isBounded;
        FailuresNotSeen = new Lazy<ImmutableArray<string>>(() => isBounded ? ImmutableArray<string>.Empty : failuresRetried);
        ShortestTurn = new Lazy<ImmutableArray<Pause>?>(pauses);
        HasToken = new Lazy<bool>(hasToken);
    }

    internal override string Noun => "retry";

    /// <summary>The name of the method that runs it.</summary>
    internal override Location Location { get; }

    internal override MonitorContract? Monitor { get; }

    internal override double MinDelay { get; }

    internal override Lazy<ImmutableArray<string>> FailuresNotSeen { get; }

    internal override Lazy<ImmutableArray<Pause>?> ShortestTurn { get; }

    internal override Lazy<bool> HasToken { get; }

    internal override bool MayEndWhileRunning { get; }

    /// <summary>Not for a pipeline that another member makes, nor for Polly's own default.</summary>
    internal override bool IsWrittenHere(Pause pause) =>
        _body.Root.Syntax.Span.Contains(pause.Value.Span) && !(_strategy.HasDefaultPause && pause == _strategy.Pause);
}
