using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>What becomes of locals.</content>
public sealed partial class LoopReplacementTests
{
    [Fact]
    public Task Local_of_before_is_declared_where_it_gets_its_value() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask? task = null;
        Console.WriteLine("Waiting.");
        while (true)
        {
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }

        Console.WriteLine(task.VideoId);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        Console.WriteLine("Waiting.");
        VideoTask task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);

        Console.WriteLine(task.VideoId);
        """));

    [Fact]
    public Task Local_without_a_value_is_declared_where_it_gets_one() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask task;
        do
        {
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
        }
        while (task.Status != "ready");
        Console.WriteLine(task.VideoId);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        VideoTask task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId);
        """));

    [Fact]
    public Task Local_that_nobody_reads_afterwards_goes() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask task;
        do
        {
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
        }
        while (task.Status != "ready");
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task First_look_of_the_same_job_goes() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var task = await api.GetTaskAsync(id, stop).ConfigureAwait(false);
        while (task.Status != "ready")
        {
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(id, stop);
        }

        Console.WriteLine(task.VideoId);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);

        Console.WriteLine(task.VideoId);
        """));

    [Fact]
    public Task First_look_of_another_job_stays() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var task = await api.GetTaskAsync("1", stop);
        do
        {
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            await Task.Delay(2000, stop);
        }
        while (task.Status != "ready");
        Console.WriteLine(task.VideoId);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var task = await api.GetTaskAsync("1", stop);
        task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId);
        """));

    [Fact]
    public Task Local_that_was_read_before_stays() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask? task = null;
        Console.WriteLine(task);
        do
        {
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            await Task.Delay(2000, stop);
        }
        while (task.Status != "ready");
        Console.WriteLine(task.VideoId);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        VideoTask? task = null;
        Console.WriteLine(task);
        task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId);
        """));

    [Fact]
    public Task Local_of_an_outer_block_stays() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask? task = null;
        if (flag)
        {
            do
            {
                task = await api.GetTaskAsync(id, stop);
                if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
                await Task.Delay(2000, stop);
            }
            while (task.Status != "ready");
        }

        Console.WriteLine(task?.VideoId);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        VideoTask? task = null;
        if (flag)
        {
            task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        }

        Console.WriteLine(task?.VideoId);
        """));

    [Fact]
    public Task Local_of_an_outer_block_that_nobody_reads_stays() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask? task = null;
        if (flag)
        {
            do
            {
                task = await api.GetTaskAsync(id, stop);
                if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
                await Task.Delay(2000, stop);
            }
            while (task.Status != "ready");
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        VideoTask? task = null;
        if (flag)
        {
            await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        }
        """));

    [Fact]
    public Task Local_among_others_stays() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask? task = null, other = null;
        do
        {
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            await Task.Delay(2000, stop);
        }
        while (task.Status != "ready");
        Console.WriteLine(other);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        VideoTask? task = null, other = null;
        task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(other);
        """));

    [Fact]
    public Task Job_that_was_started_is_resumed_by_its_id() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var task = await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ", cancellationToken: stop);
        while (task.Status != "ready")
        {
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(task.Id, stop);
        }

        Console.WriteLine(task.VideoId);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var task = await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ", cancellationToken: stop);
        task = await api.ResumeIndexing(task.Id).WaitForCompletionAsync(cancellationToken: stop);

        Console.WriteLine(task.VideoId);
        """));

    [Fact]
    public Task First_look_stays_where_its_id_is_used() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var task = await api.GetTaskAsync(id, stop);
        while (task.Status != "ready")
        {
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(task.Id, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var task = await api.GetTaskAsync(id, stop);
        await api.ResumeIndexing(task.Id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Status_alone_needs_no_local() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoStatus status;
        do
        {
            await Task.Delay(2000, stop);
            status = (await api.GetTaskAsync(id, stop)).Status;
            if (status == "failed" || status == "canceled") throw new InvalidOperationException();
        }
        while (status != "ready");
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Local_for_the_status_of_the_job_goes() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            var status = task.Status.Value;
            if (status == "failed" || status == "canceled") throw new InvalidOperationException();
            if (status == "ready")
            {
                Console.WriteLine(task.VideoId);
                break;
            }

            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId);
        """));

    [Fact]
    public Task Local_of_the_loop_that_nobody_reads_is_none() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") { Console.WriteLine("Done."); break; }
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine("Done.");
        """));

    [Fact]
    public Task Local_of_a_status_in_an_outer_block_stays() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoStatus status;
        while (true)
        {
            status = (await api.GetTaskAsync(id, stop)).Status;
            if (status == "failed" || status == "canceled") throw new InvalidOperationException();
            if (status == "ready") { Console.WriteLine(number); break; }
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(number);
        """));

    [Fact]
    public Task Local_of_a_null_that_is_none_goes() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask task = null!;
        do
        {
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
        }
        while (task.Status != "ready");
        Console.WriteLine(task.VideoId);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        VideoTask task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId);
        """));
}
