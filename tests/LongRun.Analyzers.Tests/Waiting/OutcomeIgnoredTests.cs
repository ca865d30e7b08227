using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class OutcomeIgnoredTests : RuleTests<WaitingAnalyzer>
{
    protected override string Id => "LRO1011";

    protected override string Mistake => """await api.ResumeIndexing(text).[|WaitForOutcomeAsync|](cancellationToken: stop);""";

    [Fact]
    public Task Dropped_without_an_await() => ReportsAsync("""
        var operation = api.ResumeIndexing(text);
        operation.[|WaitForOutcomeAsync|](cancellationToken: stop);
        operation.[|WaitForOutcomeAsync|](cancellationToken: stop).ConfigureAwait(false);
        """);

    [Fact]
    public Task Dropped_after_blocking() => FileAsync("""
        class Program { void Run(IVideoApi api) { api.ResumeIndexing("t").[|WaitForOutcomeAsync|]().Wait(); api.ResumeIndexing("t").[|WaitForOutcomeAsync|]().GetAwaiter().GetResult(); } }
        """);

    [Fact]
    public Task Kept_in_a_local_that_nobody_reads() => ReportsAsync("""
        var first = await api.ResumeIndexing(text).[|WaitForOutcomeAsync|](cancellationToken: stop);
        OperationOutcome<VideoTask> second;
        second = await api.ResumeIndexing(text).[|WaitForOutcomeAsync|](cancellationToken: stop);
        Console.WriteLine("indexed");
        """);

    [Fact]
    public Task Task_awaited_later_for_nothing() => ReportsAsync("""
        var wait = api.ResumeIndexing(text).[|WaitForOutcomeAsync|](cancellationToken: stop);
        Console.WriteLine("meanwhile");
        await wait;
        """);

    [Fact]
    public Task Many_awaited_for_nothing() => ReportsAsync("""
        var operations = new[] { api.ResumeIndexing(text), api.ResumeIndexing("other") };
        await Task.WhenAll(operations.Select(o => o.[|WaitForOutcomeAsync|](cancellationToken: stop)));
        await Task.WhenAll(operations[0].[|WaitForOutcomeAsync|](cancellationToken: stop), operations[1].[|WaitForOutcomeAsync|](cancellationToken: stop));
        """);

    [Fact]
    public Task Dropped_in_a_loop_and_in_a_lambda() => ReportsAsync("""
        foreach (var operation in new[] { api.ResumeIndexing(text) }) { await operation.[|WaitForOutcomeAsync|](cancellationToken: stop); }
        Func<Task> later = async () => { await api.ResumeIndexing(text).[|WaitForOutcomeAsync|](cancellationToken: stop); Console.WriteLine("indexed"); };
        await later();
        """);

    [Fact]
    public Task Value_used_unseen() => ReportsAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(outcome.[|Value|]!.Id);
        Console.WriteLine((await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop)).[|Value|].Id);
        """);

    [Fact]
    public Task Value_returned_unseen() => FileAsync("""
        class Program { async Task<VideoTask> RunAsync(IVideoApi api) { var outcome = await api.ResumeIndexing("t").WaitForOutcomeAsync(); var task = outcome.[|Value|]; return task!; } }
        """);

    [Fact]
    public Task Value_used_after_one_of_two_ends_was_excluded() => ReportsAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        if (outcome.TimedOut) { Console.WriteLine("late"); } else { Console.WriteLine(outcome.[|Value|]!.Id); }
        if (outcome.State == OperationState.Failed) { throw outcome.Error!; }
        Console.WriteLine(outcome.[|Value|]!.Id);
        """);

    [Fact]
    public Task Value_used_in_the_wrong_branch() => ReportsAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(outcome.State);
        if (!outcome.IsSuccess) { Console.WriteLine(outcome.[|Value|]!.Id); }
        """);

    [Fact]
    public Task Value_of_each_of_many() => ReportsAsync("""
        var operations = new[] { api.ResumeIndexing(text), api.ResumeIndexing("other") };
        foreach (var outcome in await Task.WhenAll(operations.Select(o => o.WaitForOutcomeAsync(cancellationToken: stop)))) { Console.WriteLine(outcome.[|Value|]!.Id); }
        """);

    [Fact]
    public Task The_message_of_a_dropped_outcome() => MessageAsync(
        Mistake,
        "The outcome of this wait is dropped: nobody learns that the job ended 'failed' or 'canceled', or that the time ran out. Call WaitForCompletionAsync, which throws then, or look at IsSuccess.");

    [Fact]
    public Task The_message_of_a_value() => MessageAsync(
        """Console.WriteLine((await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop)).[|Value|]!.Id);""",
        "'Value' is null unless the job ended 'ready': here it may still be running, or have ended 'failed' or 'canceled'. Call GetValueOrThrow, or look at IsSuccess.");

    [Fact]
    public Task Discarded_on_purpose() => SilentAsync("""
        _ = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        _ = api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        var _ignored = 1;
        Console.WriteLine(_ignored);
        """);

    [Fact]
    public Task Success_looked_at() => SilentAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        if (outcome.IsSuccess) { Console.WriteLine(outcome.Value.Id); }
        Console.WriteLine(outcome.IsSuccess ? outcome.Value.Id : outcome.Error.Message);
        bool isFine = outcome.IsSuccess;
        if (!isFine) { return; }
        Console.WriteLine(outcome.Value!.Id);
        """);

    [Fact]
    public Task State_looked_at() => SilentAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        switch (outcome.State) { case OperationState.Succeeded: Console.WriteLine(outcome.Value!.Id); break; case OperationState.Failed: throw outcome.Error!; default: Console.WriteLine("later"); break; }
        Console.WriteLine(outcome.State switch { OperationState.Succeeded => outcome.Value!.Id, _ => "none" });
        """);

    [Fact]
    public Task Both_other_ends_excluded() => SilentAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        if (outcome.TimedOut) { return; }
        if (outcome.State == OperationState.Failed) { throw outcome.Error!; }
        Console.WriteLine(outcome.Value!.Id);
        """);

    [Fact]
    public Task Error_looked_at() => SilentAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(outcome.Error switch { OperationFailedException failed => failed.Status, OperationTimeoutException => "late", _ => outcome.Value!.Id });
        if (outcome.Error is OperationFailedException) { return; }
        if (outcome.Error is OperationTimeoutException late) { throw late; }
        Console.WriteLine(outcome.Value!.Id);
        """);

    [Fact]
    public Task Error_thrown() => SilentAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        if (outcome.Error is { } error) { throw error; }
        Console.WriteLine(outcome.Value!.Id);
        """);

    [Fact]
    public Task Value_or_exception() => SilentAsync("""
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(outcome.GetValueOrThrow().Id);
        Console.WriteLine((await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop)).GetValueOrThrow().Id);
        """);

    [Fact]
    public Task Value_checked_for_null_and_patterns() => SilentAsync("""
        if (await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop) is { IsSuccess: true, Value: var value }) { Console.WriteLine(value!.Id); }
        var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        if (outcome is { Value: { } task }) { Console.WriteLine(task.Id); }
        Console.WriteLine(outcome.Value?.Id);
        """);

    [Fact]
    public Task Returned_stored_or_passed_on() => FileAsync("""
        class Program
        {
            private OperationOutcome<VideoTask>? _last;
            Task<OperationOutcome<VideoTask>> ReturnAsync(IVideoApi api) => api.ResumeIndexing("t").WaitForOutcomeAsync();
            async Task StoreAsync(IVideoApi api) => _last = await api.ResumeIndexing("t").WaitForOutcomeAsync();
            async Task PassAsync(IVideoApi api)
            {
                var outcome = await api.ResumeIndexing("t").WaitForOutcomeAsync();
                Check(outcome);
                Console.WriteLine(outcome.Value!.Id);
            }
            void Check(OperationOutcome<VideoTask> outcome) { outcome.GetValueOrThrow(); }
        }
        """);

    [Fact]
    public Task The_handle_is_looked_at_instead() => SilentAsync("""
        var operation = api.ResumeIndexing(text);
        await operation.WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(operation.State == OperationState.Succeeded ? "indexed" : "failed");
        """);

    [Fact]
    public Task The_handle_is_looked_at_by_another_member() => FileAsync("""
        class Program
        {
            private readonly IndexingOperation _operation = null!;
            bool IsIndexed => _operation.State == OperationState.Succeeded;
            async Task RunAsync() { await _operation.WaitForOutcomeAsync(); }
        }
        """);

    [Fact]
    public Task The_status_is_asked_for_afterwards() => SilentAsync("""
        await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
        var task = await api.GetTaskAsync(text, stop);
        if (task.Status == VideoStatus.Ready) { Console.WriteLine(task.VideoId!); }
        """);

    [Fact]
    public Task A_test_that_wants_an_exception() => FileAsync("""
        static class Assert { public static Task ThrowsAsync<T>(Func<Task> call) => call(); }
        class Program { Task RunAsync(IVideoApi api) => Assert.ThrowsAsync<TimeoutException>(async () => await api.ResumeIndexing("t").WaitForOutcomeAsync()); }
        """);

    [Fact]
    public Task Many_that_are_counted() => SilentAsync("""
        var operations = new[] { api.ResumeIndexing(text), api.ResumeIndexing("other") };
        var outcomes = await Task.WhenAll(operations.Select(o => o.WaitForOutcomeAsync(cancellationToken: stop)));
        Console.WriteLine(outcomes.Count(o => o.IsSuccess));
        foreach (var task in outcomes.Where(o => o.IsSuccess).Select(o => o.Value!)) { Console.WriteLine(task.Id); }
        """);

    [Fact]
    public Task Mends_what_is_dropped() => MendsAsync<OutcomeIgnoredCodeFix>(
        """
                await api.ResumeIndexing(text)
                    .[|WaitForOutcomeAsync|](new WaitOptions(), stop) // up to an hour
                    .ConfigureAwait(false);
                // The second.
                var outcome = await api.ResumeIndexing(text).[|WaitForOutcomeAsync|](cancellationToken: stop);
                var wait = api.ResumeIndexing(text).[|WaitForOutcomeAsync|](cancellationToken: stop);
                await wait;
        """,
        """
                await api.ResumeIndexing(text)
                    .WaitForCompletionAsync(new WaitOptions(), stop) // up to an hour
                    .ConfigureAwait(false);
                // The second.
                await api.ResumeIndexing(text).WaitForCompletionAsync(cancellationToken: stop);
                var wait = api.ResumeIndexing(text).WaitForCompletionAsync(cancellationToken: stop);
                await wait;
        """);

    [Fact]
    public Task Mends_the_use_of_a_value() => MendsAsync<OutcomeIgnoredCodeFix>(
        """
                var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
                Console.WriteLine(outcome.[|Value|]!.Id /* the task's */);
        """,
        """
                var outcome = await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop);
                Console.WriteLine(outcome.GetValueOrThrow().Id /* the task's */);
        """);

    [Fact]
    public Task Mends_the_use_of_a_value_in_place() => MendsAsync<OutcomeIgnoredCodeFix>(
        """Console.WriteLine((await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop)).[|Value|].Id);""",
        """Console.WriteLine((await api.ResumeIndexing(text).WaitForOutcomeAsync(cancellationToken: stop)).GetValueOrThrow().Id);""");

    [Fact]
    public Task Offers_nothing_where_the_type_is_written_out() => OffersNothingAsync<OutcomeIgnoredCodeFix>("""
        Task<OperationOutcome<VideoTask>> wait = api.ResumeIndexing(text).[|WaitForOutcomeAsync|](cancellationToken: stop);
        await wait;
        """);
}
