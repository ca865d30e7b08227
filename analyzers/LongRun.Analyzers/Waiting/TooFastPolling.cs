using LongRun.Analyzers.Waiting.Loops;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1007: constant pauses below what the API asks for, in a loop or given to a wait.</summary>
internal sealed class TooFastPolling : WaitingRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.TooFastPolling,
        "Polling faster than the API asks",
        "{0}",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The document names the shortest pause between two status calls. A server may refuse faster ones with 429.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.TooFastPolling));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Examine(WaitingBody body)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (Polling polling in body.Pollings)
        {
            if (polling.ShortestTurn.Value is not { IsEmpty: false } pauses || TurnPaths.Sum(pauses) >= polling.MinDelay)
            {
                continue;
            }

            foreach (Pause pause in pauses.Where(p => seen.Add(p.Value)))
            {
                Report(body, polling.IsWrittenHere(pause) ? pause.Value : null, polling.Location, pause.Seconds ?? 0, polling.MinDelay, $"Pause for {Quantity.Seconds(polling.MinDelay)}, or call WaitForCompletionAsync.");
            }
        }

        foreach (FastWait wait in FastWait.In(body).Where(w => seen.Add(w.Value)))
        {
            Report(body, wait.Value, wait.Value.GetLocation(), wait.Seconds, wait.MinDelay, "The wait raises it to that anyway.");
        }
    }

    private static void Report(WaitingBody body, SyntaxNode? value, Location otherPlace, double seconds, double minDelay, string advice) => body.Report(
        Descriptor,
        value?.GetLocation() ?? otherPlace,
        value is null ? null : new ShortPause(value, minDelay),
        $"A pause of {Quantity.Seconds(seconds)} is shorter than the API asks between two status calls ({Quantity.Seconds(minDelay)} at least); it uses up the rate limit and learns nothing sooner. {advice}");
}
