using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Starts;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1001: a job is started, and nothing keeps what would find it again.</summary>
internal sealed class DroppedOperation : WaitingRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.DroppedOperation,
        "Started operation is dropped",
        "{0} starts a paid {1} job that nobody can find again: {2}. {3}, or write '_ =' where it is on purpose.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a start returns is the only way to see how its job ends. Without it the job runs and is paid for, and its failure is seen by nobody.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.DroppedOperation));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Examine(WaitingBody body)
    {
        foreach (ContractCall call in body.Calls)
        {
            if (call is { Role: CallRole.Start, Start: { } start }
                && !TaskTypes.IsPlainTask(call.Call.Type)
                && ResultFate.Of(body, call.Call) is { IsDropped: true } fate
                && !ExpectedFailure.IsOnMock(call.Call)
                && !ExpectedFailure.Surrounds(fate.Place ?? call.Call, body)
                && !ExpectedFailure.Surrounds(call.Call, body))
            {
                Report(body, call, start, fate);
            }
        }
    }

    private static void Report(WaitingBody body, ContractCall call, StartContract start, Fate fate)
    {
        var mendings = new StartMendings(body, call.Call, start, fate);
        string why = fate.Reason switch
        {
            DropReason.NeverRead => $"'{fate.Local?.Name}' is never read",
            DropReason.PlainTask => "a plain Task carries no id",
            _ => "its result is thrown away",
        };
        string remedy = mendings.WaitForm is { } form ? $"Keep the result, use {form.Name}" : "Keep the result";
        body.Report(Descriptor, CallSite.NameOf(call.Call), mendings, call.Call.TargetMethod.Name, start.Name, why, remedy);
    }
}
