using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.Analyzers.Waiting.Results;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1011: the outcome of a wait that nobody looks at, or whose value is used as if it were a success.</summary>
internal sealed class OutcomeIgnored : WaitingRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.OutcomeIgnored,
        "Outcome is ignored",
        "{0}: {1}. Call {2}, or look at IsSuccess.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "WaitForOutcomeAsync reports failure and the time limit instead of throwing. Who does not look at what it returns goes on as if the job had succeeded.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.OutcomeIgnored));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Examine(WaitingBody body)
    {
        if (!body.Calls.Any(static c => c.Role == CallRole.Outcome))
        {
            return;
        }

        foreach (ContractCall wait in body.Calls.Where(c => c.Role == CallRole.Outcome && DroppedOutcome.Is(body, c)))
        {
            string failed = wait.Monitor is { Failed.IsEmpty: false } monitor ? $"ended {StatusWords.Or(monitor.Failed)}" : "failed";
            body.Report(
                Descriptor,
                CallSite.NameOf(wait.Call),
                wait,
                "The outcome of this wait is dropped",
                $"nobody learns that the job {failed}, or that the time ran out",
                "WaitForCompletionAsync, which throws then");
        }

        foreach (UntimelyRead read in UntimelyReads.In(body, static r => r.Member.Name == "Value" && Handles.IsOutcome(r.Member.ContainingType)))
        {
            body.Report(
                Descriptor,
                read.Location,
                read,
                $"'Value' is null unless the job ended {read.Success}",
                $"here it may {read.Standing}",
                "GetValueOrThrow");
        }
    }
}
