using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>Where it is not offered.</content>
public sealed partial class LoopReplacementTests
{
    [Fact]
    public Task Nothing_where_the_status_is_read_afterwards() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        string status;
        do
        {
            await Task.Delay(2000, stop);
            status = (await api.GetTaskAsync(id, stop)).Status.Value;
            if (status == "failed" || status == "canceled") throw new InvalidOperationException();
        }
        while (status != "ready");
        Console.WriteLine(status);
        """);

    [Fact]
    public Task Nothing_where_the_status_is_read_on_success() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            var status = task.Status.Value;
            if (status == "failed" || status == "canceled") throw new InvalidOperationException();
            if (status == "ready")
            {
                Console.WriteLine(status);
                break;
            }

            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_a_local_holds_something_else() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            var reason = task.Reason;
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException(reason);
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_one_statement_would_become_two() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        if (flag)
            while (true)
            {
                var task = await api.GetTaskAsync(id, stop);
                if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
                if (task.Status == "ready") { Console.WriteLine(task.VideoId); break; }
                await Task.Delay(2000, stop);
            }
        """);

    [Fact]
    public Task Nothing_where_one_statement_would_need_a_handle() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        if (flag)
            while (true)
            {
                var task = await api.GetTaskAsync(id, stop);
                progress.Report(task);
                if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
                if (task.Status == "ready") break;
                await Task.Delay(2000, stop);
            }
        """);

    [Fact]
    public Task Nothing_without_a_handle_for_the_job() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var render = await renders.GetRenderAsync(id, stop);
            if (render.State is RenderState.Error or RenderState.Cancelled) throw new InvalidOperationException();
            if (render.State == RenderState.Done) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_several_are_asked_for() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            var other = await api.GetTaskAsync("1", stop);
            if (task.Status == "failed" || task.Status == "canceled" || other.Status == "failed" || other.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready" && other.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_a_count_is_kept() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var turns = 0;
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            turns++;
            await Task.Delay(5000, stop);
        }

        Console.WriteLine(turns);
        """);

    [Fact]
    public Task Nothing_where_failure_leaves_without_throwing() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") break;
            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_one_failure_counts_as_success() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed") throw new InvalidOperationException();
            if (task.Status == "ready" || task.Status == "canceled") break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_the_pause_depends() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            if (task.Status == "queued") await Task.Delay(5000, stop);
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_what_follows_success_goes_on() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready")
            {
                foreach (var one in new[] { 1, 2 }) { if (flag) break; }
                break;
            }

            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_success_does_not_leave_by_itself() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var done = false;
        while (!done)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") done = true;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_two_branches_take_success() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") { Console.WriteLine(1); break; }
            if (task.Status == "ready") { Console.WriteLine(2); break; }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_for_a_counting_loop() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_nothing_can_be_awaited() => OffersAsync<FailureNotSeenCodeFix>(
        """
        void Wait()
        {
            while (true)
            {
                var task = api.GetTaskAsync(id, stop).Result;
                if (task.Status == "ready") break;
                Thread.Sleep(5000);
            }
        }

        Wait();
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        void Wait()
        {
            while (true)
            {
                var task = api.GetTaskAsync(id, stop).Result;
                if (task.Status.Value is "failed" or "canceled")
                {
                    throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
                }

                if (task.Status == "ready") break;
                Thread.Sleep(5000);
            }
        }

        Wait();
        """));

    [Fact]
    public Task Nothing_where_a_branch_is_empty() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            if (task.Status == "ready") { }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_the_id_is_of_no_job_yet() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask task = await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ", cancellationToken: stop), other = task;
        while (task.Status != "ready")
        {
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(task.Id, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_the_id_is_of_a_null() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask task = null!;
        do
        {
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(task.Id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
        }
        while (task.Status != "ready");
        """);

    [Fact]
    public Task Nothing_where_the_loop_goes_on_for_another_failure() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask task;
        do
        {
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed") throw new InvalidOperationException();
        }
        while (task.Status != "ready" && task.Status != "canceled");
        """);

    [Fact]
    public Task Nothing_with_an_else_that_does_more() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            else if (task.Status == "ready") break;
            else number++;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_with_a_pause_of_ones_own() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "ready") break;
            await Task.Delay(2000);
            await Task.Yield();
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "ready") break;
            await Task.Delay(2000);
            await Task.Yield();
        }
        """));

    [Fact]
    public Task Nothing_where_a_token_is_only_tested() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (!stop.IsCancellationRequested)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000);
        }
        """);

    [Fact]
    public Task Nothing_where_failure_does_more_than_to_tell() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed")
            {
                await api.DeleteTaskAsync(id, stop);
                throw new InvalidOperationException();
            }

            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """,
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
                await api.DeleteTaskAsync(id, stop);
                throw new InvalidOperationException();
            }

            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """));
}
