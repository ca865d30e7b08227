using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1005: a wait with neither a bound nor a token: a polling loop, or a wait whose limit is infinite.</summary>
internal sealed class WaitWithoutEnd : WaitingRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.WaitWithoutEnd,
        "Wait without an end",
        "{0}",
        RuleCategories.Waiting,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A job that hangs on the server, or a server that answers no more, keeps a wait without a bound and without a token for ever; nobody can end it from outside.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.WaitWithoutEnd));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Examine(WaitingBody body)
    {
        foreach (Polling polling in body.Pollings)
        {
            if (polling.FailuresNotSeen.Value.IsEmpty && !polling.MayEndWhileRunning && !polling.HasToken.Value)
            {
                body.Report(
                    Descriptor,
                    polling.Location,
                    polling,
                    $"This {polling.Noun} has no bound and no token: with a job that hangs it never ends, and nobody can end it. Pass a CancellationToken, or call WaitForCompletionAsync, which is bounded.");
            }
        }

        foreach (InfiniteWait wait in InfiniteWait.In(body))
        {
            body.Report(
                Descriptor,
                wait.Value.GetLocation(),
                wait.Call,
                "This wait has no limit and no token: with a job that hangs it never ends, and nobody can end it. Pass a CancellationToken, or give MaxWaitTime a limit.");
        }
    }
}
