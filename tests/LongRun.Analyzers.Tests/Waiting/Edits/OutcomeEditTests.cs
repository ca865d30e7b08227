using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>What lets failure throw where the outcome is not looked at.</summary>
public sealed class OutcomeEditTests : FixTests
{
    [Fact]
    public Task Dropped() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        """,
        new Offer("Use WaitForCompletionAsync", "ThrowOnFailure", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Local_goes() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        // Waits.
        OperationOutcome<VideoTask> outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        """,
        new Offer("Use WaitForCompletionAsync", "ThrowOnFailure", """
        // Waits.
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Task_that_is_awaited_later_stays() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        var wait = api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        await wait;
        """,
        new Offer("Use WaitForCompletionAsync", "ThrowOnFailure", """
        var wait = api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        await wait;
        """));

    [Fact]
    public Task Nothing_among_other_locals() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        OperationOutcome<VideoTask> outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop), other = null!;
        """);

    [Fact]
    public Task Nothing_where_a_directive_would_go() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        OperationOutcome<VideoTask> outcome
        #if DEBUG
        #endif
            = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        """);

    [Fact]
    public Task Lambda() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        Func<Task> wait = async () => await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        await wait();
        """,
        new Offer("Use WaitForCompletionAsync", "ThrowOnFailure", """
        Func<Task> wait = async () => await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        await wait();
        """));

    [Fact]
    public Task Value_that_is_not_null() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        var outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(outcome.Value!.Id);
        """,
        new Offer("Use GetValueOrThrow", "ThrowOnFailure", """
        var outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(outcome.GetValueOrThrow().Id);
        """));

    [Fact]
    public Task Value() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        var outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        VideoTask? task = outcome.Value;
        Console.WriteLine(task!.Id);
        """,
        new Offer("Use GetValueOrThrow", "ThrowOnFailure", """
        var outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        VideoTask? task = outcome.GetValueOrThrow();
        Console.WriteLine(task!.Id);
        """));

    [Fact]
    public Task Value_of_a_conditional_access() => OffersAsync<OutcomeIgnoredCodeFix>(
        """
        var outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(outcome?.Value!.Id);
        """,
        new Offer("Use GetValueOrThrow", "ThrowOnFailure", """
        var outcome = await api.ResumeIndexing(id).WaitForOutcomeAsync(cancellationToken: stop);
        Console.WriteLine(outcome?.GetValueOrThrow().Id);
        """));
}
