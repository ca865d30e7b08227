using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>What a loop is replaced by, and which loops are not.</summary>
public sealed partial class LoopReplacementTests : FixTests
{
    [Fact]
    public Task Loop_becomes_a_wait() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException(task.Reason);
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task What_is_done_on_success_follows_the_wait() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            // Every two seconds.
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready")
            {
                // It is there.
                Console.WriteLine(task.VideoId);
                if (flag)
                {
                    Console.WriteLine(1);
                }

                return;
            }
            else if (task.Status == "failed" || task.Status == "canceled")
            {
                Console.WriteLine("It has failed.");
                throw new InvalidOperationException(task.Reason);
            }

            await Task.Delay(2000, stop).ConfigureAwait(false); /* as the guide says */
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        // Every two seconds.
        // It is there.
        /* as the guide says */
        var task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId);
        if (flag)
        {
            Console.WriteLine(1);
        }
        return;
        """));

    [Fact]
    public Task Look_at_a_handle_becomes_a_wait() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var job = api.ResumeIndexing(id);
        while (true)
        {
            await job.UpdateStatusAsync(stop);
            if (job.State == OperationState.Failed) throw new InvalidOperationException();
            if (job.State == OperationState.Succeeded) break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var job = api.ResumeIndexing(id);
        await job.WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Look_at_a_handle_that_tells_how_far_it_is() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var job = api.ResumeIndexing(id);
        if (flag)
            while (true)
            {
                var task = await job.UpdateStatusAsync(stop);
                Console.WriteLine(task.Reason);
                if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
                if (task.Status == "ready") break;
                await Task.Delay(2000, stop);
            }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var job = api.ResumeIndexing(id);
        if (flag)
            await job.WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(_ => Console.WriteLine(job.Current!.Reason)) }, stop);
        """));

    [Fact]
    public Task Only_statement_of_an_if_becomes_one() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        if (flag)
            while (true)
            {
                var task = await api.GetTaskAsync(id, stop);
                if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
                if (task.Status == "ready") break;
                await Task.Delay(2000, stop);
            }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        if (flag)
            await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Section_of_a_switch_has_room_for_many() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        switch (number)
        {
            case 1:
                while (true)
                {
                    var task = await api.GetTaskAsync(id, stop);
                    if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
                    if (task.Status == "ready") { Console.WriteLine(task.VideoId); break; }
                    await Task.Delay(2000, stop);
                }

                break;
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        switch (number)
        {
            case 1:
                var task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
                Console.WriteLine(task.VideoId);

                break;
        }
        """));

    [Fact]
    public Task Loop_of_a_token_keeps_it() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (!stop.IsCancellationRequested)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Token_of_the_pause_is_kept() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        using var limit = new CancellationTokenSource();
        while (true)
        {
            var task = await api.GetTaskAsync(id, CancellationToken.None);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, limit.Token);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        using var limit = new CancellationTokenSource();
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: limit.Token);
        """));

    [Fact]
    public Task Client_in_parentheses() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await (flag ? api : null!).GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await (flag ? api : null!).ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Client_of_a_call() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        IVideoApi Api() => api;
        while (true)
        {
            var task = await Api().GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        IVideoApi Api() => api;
        await Api().ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Client_of_a_tuple() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var both = (Api: api, Other: 1);
        while (true)
        {
            var task = await both.Api.GetTaskAsync(id: id, cancellationToken: stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var both = (Api: api, Other: 1);
        await both.Api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Lambda_that_awaits() => OffersAsync<FailureNotSeenCodeFix>(
        """
        Func<Task> wait = async () =>
        {
            while (true)
            {
                var task = await api.GetTaskAsync(id, stop);
                if (task.Status == "ready") break;
                await Task.Delay(5000, stop);
            }
        };
        await wait();
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        Func<Task> wait = async () =>
        {
            await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        };
        await wait();
        """),
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        Func<Task> wait = async () =>
        {
            while (true)
            {
                var task = await api.GetTaskAsync(id, stop);
                if (task.Status.Value is "failed" or "canceled")
                {
                    throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
                }

                if (task.Status == "ready") break;
                await Task.Delay(5000, stop);
            }
        };
        await wait();
        """));

    [Fact]
    public Task One_line() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while ((await api.GetTaskAsync(id, stop)).Status != "ready") await Task.Delay(2000, stop);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Wait_without_end() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(2000);
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Wait_without_end_in_a_plain_loop() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """),
        new Offer("Pass 'stop'", "PassToken", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Token_of_a_test_alone() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (stop.IsCancellationRequested) throw new OperationCanceledException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Success_that_throws_is_none() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") return;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        return;
        """));

    [Fact]
    public Task Failure_that_tells_before_it_throws() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed")
            {
                Console.WriteLine(task.Reason);
                throw new InvalidOperationException();
            }

            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """),
        new Offer("Throw on 'canceled'", "AddFailureCheck", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status.Value is "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "failed")
            {
                Console.WriteLine(task.Reason);
                throw new InvalidOperationException();
            }

            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """));
}
