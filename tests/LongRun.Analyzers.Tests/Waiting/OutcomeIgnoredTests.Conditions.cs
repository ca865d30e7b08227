namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Questions to an outcome: what each says of the value, in both branches.</content>
public sealed partial class OutcomeIgnoredTests
{
    [Theory]
    [InlineData("!outcome.IsSuccess")]
    [InlineData("outcome.IsSuccess == false")]
    [InlineData("outcome is { IsSuccess: false }")]
    [InlineData("outcome is not { IsSuccess: true }")]
    [InlineData("outcome.Value == null")]
    [InlineData("outcome.Value is null")]
    [InlineData("outcome.Value is not { } value")]
    [InlineData("outcome.Error != null")]
    [InlineData("outcome.Error is not null")]
    [InlineData("outcome.Error is { }")]
    [InlineData("outcome.Error is { } error")]
    [InlineData("outcome.Error is Exception")]
    [InlineData("outcome.Error is Exception error")]
    [InlineData("outcome.Error is OperationFailedException or OperationTimeoutException")]
    [InlineData("outcome.State != OperationState.Succeeded")]
    [InlineData("!(outcome.State == OperationState.Succeeded)")]
    [InlineData("outcome.State is not OperationState.Succeeded")]
    [InlineData("outcome.State.ToString() != \"Succeeded\"")]
    [InlineData("outcome.State.ToString() != nameof(OperationState.Succeeded)")]
    [InlineData("!outcome.State.Equals(OperationState.Succeeded)")]
    [InlineData("outcome.LastValue!.Status != \"ready\"")]
    [InlineData("outcome.LastValue is { Status.Value: not \"ready\" }")]
    [InlineData("operation.State != OperationState.Succeeded")]
    [InlineData("operation.Current!.Status != \"ready\"")]
    public Task Value_where_the_job_has_not_succeeded(string condition) => ReportsAsync(OutcomeBranches(condition, "[|Value|]", "Value"));

    [Theory]
    [InlineData("outcome.TimedOut")]
    [InlineData("outcome.State == OperationState.Failed")]
    [InlineData("outcome.State == OperationState.Running")]
    [InlineData("outcome.Error is OperationFailedException")]
    [InlineData("outcome.Error is OperationTimeoutException")]
    [InlineData("outcome.Error is OperationFailedException failed")]
    [InlineData("outcome.Error is OperationTimeoutException { }")]
    [InlineData("flag")]
    [InlineData("outcome.Error?.Message == text")]
    [InlineData("outcome.LastValue!.Reason == text")]
    [InlineData("operation.Id == text")]
    public Task Value_in_both_branches(string condition) => ReportsAsync(OutcomeBranches(condition, "[|Value|]", "[|Value|]"));

    [Theory]
    [InlineData("outcome.GetHashCode() == 3")]
    [InlineData("outcome.ToString() == \"ok\"")]
    public Task Value_where_something_may_have_been_told(string condition) => SilentAsync(OutcomeBranches(condition, "Value", "Value"));

    [Theory]
    [InlineData("(await wait).[|Value|]!.Id")]
    [InlineData("(await wait.ConfigureAwait(false)).[|Value|]!.Id")]
    [InlineData("(await wait.WaitAsync(stop)).[|Value|]!.Id")]
    [InlineData("wait.{|LRO1006:Result|}.[|Value|]!.Id")]
    [InlineData("wait.GetAwaiter().{|LRO1006:GetResult|}().[|Value|]!.Id")]
    [InlineData("(await Task.WhenAll(wait))[0].[|Value|]!.Id")]
    [InlineData("(await new ValueTask<OperationOutcome<VideoTask>>(wait)).[|Value|]!.Id")]
    [InlineData("new[] { await wait }[0].[|Value|]!.Id")]
    [InlineData("(await wait, 1).Item1.[|Value|]!.Id")]
    [InlineData("((await wait) as OperationOutcome<VideoTask>)!.[|Value|]!.Id")]
    [InlineData("(await wait).GetValueOrThrow().VideoId!")]
    [InlineData("(await wait).Value?.Id")]
    public Task Value_of_a_wait_handed_on(string value) => ReportsAsync($$"""
        var wait = api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine({{value}});
        """);

    private static string OutcomeBranches(string condition, string then, string otherwise) => $$"""
        var operation = api.ResumeIndexing(text);
        var outcome = await operation.WaitForOutcomeAsync(cancellationToken: stop);
        if ({{condition}}) { Console.WriteLine(outcome.{{then}}!.Id); }
        else { Console.WriteLine(outcome.{{otherwise}}!.Id); }
        """;
}
