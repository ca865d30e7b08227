using System.Collections.Immutable;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1003: a polling loop that leaves only on success, so that it never ends with a job that failed.</summary>
internal sealed class FailureNotSeen : LoopRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.FailureNotSeen,
        "Polling loop cannot see failure",
        "This {3} ends only on {0}; {1} keeps it running for ever. Call WaitForCompletionAsync, or leave the {3} on {2}.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A job that has failed never succeeds. A loop that waits for success only, and has no bound, then polls until the program ends.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.FailureNotSeen));

    internal override DiagnosticDescriptor Rule => Descriptor;

    private protected override void Judge(WaitingBody body, Polling polling)
    {
        ImmutableArray<string> failures = polling.FailuresNotSeen.Value;
        if (!failures.IsEmpty)
        {
            string job = $"a job that ends {StatusWords.Or(failures)}";
            string success = polling.Monitor is { } monitor ? StatusWords.Or(monitor.Succeeded) : "success";
            body.Report(Descriptor, polling.Location, polling, success, job, StatusWords.And(failures), polling.Noun);
        }
    }
}
