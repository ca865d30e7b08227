using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>Writes what a document says about jobs as attributes.</summary>
public static class OperationAttributes
{
    /// <summary>The attribute of a status method.</summary>
    /// <param name="monitor">What the document says.</param>
    /// <returns>The attribute.</returns>
    public static AttributeSource Of(OperationMonitor monitor) => new AttributeSource("OperationMonitor")
        .Argument(monitor.Name)
        .Argument(monitor.IdParameter ?? "")
        .Argument(monitor.Status ?? "")
        .Texts("Succeeded", monitor.Succeeded)
        .Texts("Failed", monitor.Failed)
        .Text("FailureReason", monitor.FailureReason)
        .Text("Percentage", monitor.Percentage)
        .Text("RemainingSeconds", monitor.RemainingSeconds)
        .Text("EstimatedCompletion", monitor.EstimatedCompletion)
        .Text("ExpiresAt", monitor.ExpiresAt)
        .Seconds("MinDelaySeconds", monitor.MinDelay)
        .Seconds("MaxDelaySeconds", monitor.MaxDelay)
        .Seconds("SignalledDelaySeconds", monitor.SignalledDelay)
        .Seconds("MaxWaitTimeSeconds", monitor.MaxWaitTime)
        .Text("CancelMethod", Method(monitor.Cancel))
        .Text("Result", monitor.Result.Member)
        .Text("ResultMethod", Method(monitor.Result.Operation))
        .Text("ResultId", monitor.Result.Argument)
        .Text("ThenMethod", Method(monitor.Then.Start))
        .Texts("ThenArguments", monitor.Then.Arguments ?? [])
        .Text("ThenMonitor", Method(monitor.Then.Monitor))
        .Text("ListMethod", monitor.List is { } list ? list.Method + "Async" : null)
        .Text("ListItems", monitor.List?.Items)
        .Text("ListId", monitor.List?.Id)
        .Text("ListStatus", monitor.List?.Status)
        .Text("WebhookSucceeded", monitor.Webhook?.Succeeded)
        .Text("WebhookFailed", monitor.Webhook?.Failed)
        .Text("WebhookId", monitor.Webhook?.Id);

    /// <summary>The attribute of a start method.</summary>
    /// <param name="start">What the document says.</param>
    /// <returns>The attribute.</returns>
    public static AttributeSource Of(OperationStart start) => new AttributeSource("StartsOperation")
        .Argument(start.Name)
        .Argument(Method(start.Monitor?.Id) ?? "")
        .Argument(start.Id ?? "");

    private static string? Method(string? operationId) => operationId is null ? null : NameTable.Method(operationId) + "Async";
}
