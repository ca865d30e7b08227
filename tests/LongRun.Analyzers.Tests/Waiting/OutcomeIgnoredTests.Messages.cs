namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What the messages say of a job whose statuses nobody knows.</content>
public sealed partial class OutcomeIgnoredTests
{
    [Fact]
    public Task The_message_of_a_dropped_outcome_of_any_job() => MessageAsync(
        """
        await Show(api.ResumeIndexing(text));
        async Task Show(Operation<VideoTask> any) { await any.[|WaitForOutcomeAsync|](cancellationToken: stop); Console.WriteLine("over"); }
        """,
        "The outcome of this wait is dropped: nobody learns that the job failed, or that the time ran out. Call WaitForCompletionAsync, which throws then, or look at IsSuccess.");

    [Fact]
    public Task The_message_of_a_value_of_any_job() => MessageAsync(
        """
        await Show(api.ResumeIndexing(text));
        async Task Show(Operation<VideoTask> any) { Console.WriteLine((await any.WaitForOutcomeAsync(cancellationToken: stop)).[|Value|]!.Id); }
        """,
        "'Value' is null unless the job ended success: here it may still be running, or have failed. Call GetValueOrThrow, or look at IsSuccess.");
}
