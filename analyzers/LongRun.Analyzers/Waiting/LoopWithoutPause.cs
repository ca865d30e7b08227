using LongRun.Analyzers.Waiting.Loops;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1004: a polling loop with a way back to the status call that does not pause.</summary>
internal sealed class LoopWithoutPause : LoopRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.LoopWithoutPause,
        "Polling loop without a pause",
        "This {1} asks again without a pause, as fast as the server answers, and uses up the rate limit. Pause for at least {0} before each further call, as the API asks, or call WaitForCompletionAsync.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Without a pause the next status call is sent as soon as the last was answered, many times a second, for as long as the job runs.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.LoopWithoutPause));

    internal override DiagnosticDescriptor Rule => Descriptor;

    private protected override void Judge(WaitingBody body, Polling polling)
    {
        if (polling.HasTurnWithoutPause && polling is not PollingLoop { OnlyCounts: true })
        {
            body.Report(Descriptor, polling.Location, polling, Quantity.Seconds(polling.MinDelay), polling.Noun);
        }
    }
}
