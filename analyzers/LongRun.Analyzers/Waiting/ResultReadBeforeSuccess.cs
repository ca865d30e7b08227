using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1002: a member with <c>[AvailableWhenSucceeded]</c>, used where no check of the status keeps running and failed jobs away.</summary>
internal sealed class ResultReadBeforeSuccess : WaitingRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.ResultReadBeforeSuccess,
        "Result is read before success",
        "'{0}' has a value only after {1}; here the job may {2}. {3}, or check the status.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Until its job has succeeded the member is null, or not yet what it will be, whatever the type says. A check for failure alone does not help: the job may still be running.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.ResultReadBeforeSuccess));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Examine(WaitingBody body)
    {
        if (!body.Calls.Any(static c => c.AsksForStatus || c.Role is CallRole.Start or CallRole.Outcome))
        {
            return;
        }

        foreach (UntimelyRead read in UntimelyReads.In(body, r => body.Contract.IsAvailableWhenSucceeded(r.Member)))
        {
            if (WasToldBy(body, read.Monitor))
            {
                continue;
            }

            CodeEdit? edit = WaitFirst.Of(body, read.Read);
            body.Report(
                Descriptor,
                read.Location,
                edit,
                read.Read.Member.Name,
                read.Success,
                read.Standing,
                edit?.Title ?? "Wait for it first");
        }
    }

    /// <summary>Whether a webhook is read around the code: its event has told of the success.</summary>
    private static bool WasToldBy(WaitingBody body, MonitorContract? monitor) => body.Operations.Any(o =>
        (o is ILocalReferenceOperation or IParameterReferenceOperation && body.Contract.IsWebhookPayload(o.Type))
        || (monitor?.WebhookSucceeded is { } told && o.ConstantValue is { HasValue: true, Value: string text } && text == told));
}
