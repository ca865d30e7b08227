using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>What becomes of pauses and of what shares its line.</content>
public sealed partial class LoopReplacementTests
{
    [Fact]
    public Task Timer_and_numbers_that_only_the_loop_used_go() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        var shown = number;
        const int Two = 2000;
        while (await timer.WaitForNextTickAsync(stop))
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
        }

        Console.WriteLine(shown);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var shown = number;
        const int Two = 2000;
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);

        Console.WriteLine(shown);
        """));

    [Fact]
    public Task Pauses_and_functions_that_only_the_loop_used_go() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var pause = TimeSpan.FromSeconds(2);
        var other = new TimeSpan(0, 0, 2);
        var third = default(TimeSpan);
        var read = TimeSpan.FromSeconds(number);
        var kept = 3;
        var job = "1" + "2";
        for (;;)
        {
            var task = await api.GetTaskAsync(job, stop);
            if (IsBroken(task)) throw new InvalidOperationException();
            if (task.Status == "ready") { Console.WriteLine(kept); break; }
            await Task.Delay(pause + other + third + read, stop);
        }

        bool IsBroken(VideoTask task) => task.Status == "failed" || task.Status == "canceled";
        bool IsKept() => true;
        Console.WriteLine(IsKept());
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var read = TimeSpan.FromSeconds(number);
        var kept = 3;
        var job = "1" + "2";
        await api.ResumeIndexing(job).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(kept);

        bool IsKept() => true;
        Console.WriteLine(IsKept());
        """));

    [Fact]
    public Task Pause_that_others_use_stays() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var pause = TimeSpan.FromSeconds(2);
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(pause, stop);
        }

        Console.WriteLine(pause);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var pause = TimeSpan.FromSeconds(2);
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);

        Console.WriteLine(pause);
        """));

    [Fact]
    public Task Pauses_of_each_kind() => OffersAsync<FailureNotSeenCodeFix>(
        """
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "ready") break;
            Thread.Sleep(2000);
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System).ConfigureAwait(false);
            await timer.WaitForNextTickAsync();
            ;
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """),
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "ready") break;
            Thread.Sleep(2000);
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System).ConfigureAwait(false);
            await timer.WaitForNextTickAsync();
            ;
        }
        """));

    [Fact]
    public Task Statement_on_the_line_of_another() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        VideoTask task; Console.WriteLine("Waiting.");
        do
        {
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
        }
        while (task.Status != "ready");
        Console.WriteLine(task);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
         Console.WriteLine("Waiting.");
        VideoTask task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task);
        """));

    [Fact]
    public Task Comment_on_the_line_of_what_goes() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        // The job.
        VideoTask task; // none yet
        do
        {
            await Task.Delay(2000, stop);
            task = await api.GetTaskAsync(id, stop);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
        }
        while (task.Status != "ready"); // at last
        Console.WriteLine(task);
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        // The job.
         // none yet
        VideoTask task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop); // at last
        Console.WriteLine(task);
        """));
}
