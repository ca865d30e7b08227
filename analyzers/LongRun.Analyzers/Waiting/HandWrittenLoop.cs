using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1008: a polling loop that is right and does nothing but wait.</summary>
internal sealed class HandWrittenLoop : LoopRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.HandWrittenLoop,
        "Hand-written polling loop",
        "This loop does nothing but wait. WaitForCompletionAsync does the same with fewer calls: it goes by the time left that the API reports, obeys Retry-After, survives broken connections, and is bounded.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A loop by hand knows neither the server's hints nor its limits, and ends with the first connection that breaks.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.HandWrittenLoop));

    internal override DiagnosticDescriptor Rule => Descriptor;

    private protected override void Judge(WaitingBody body, Polling polling)
    {
        if (polling is not PollingLoop loop)
        {
            return;
        }

        bool isReported = !loop.FailuresNotSeen.Value.IsEmpty
            || (loop.ShortestTurn.Value is { } pauses && TurnPaths.Sum(pauses) < loop.MinDelay)
            || (!loop.MayEndWhileRunning && !loop.HasToken.Value)
            || BlockedThread.In(body).Any(b => loop.Place.Span.Contains(b.Syntax.Span));
        if (!isReported && loop.LeavesBySuccess && OnlyWaiting.Holds(body, loop))
        {
            body.Report(Descriptor, loop.Place.Location, loop);
        }
    }
}
