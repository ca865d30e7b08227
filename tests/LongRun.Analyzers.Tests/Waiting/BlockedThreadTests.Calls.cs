namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Each call that keeps a thread, what is said of it, and tasks that are done when their result is taken.</content>
public sealed partial class BlockedThreadTests
{
    [Theory]
    [InlineData("Console.WriteLine(wait.[|Result|].Id)")]
    [InlineData("wait.[|Wait|]()")]
    [InlineData("wait.[|Wait|](1000)")]
    [InlineData("wait.GetAwaiter().[|GetResult|]()")]
    [InlineData("wait.ConfigureAwait(false).GetAwaiter().[|GetResult|]()")]
    public Task Call_that_keeps_the_thread(string call) => PollsAsync($$"""
        var wait = api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        {{call}};
        """);

    [Theory]
    [InlineData("await wait")]
    [InlineData("_ = await wait.ConfigureAwait(false)")]
    [InlineData("await wait.WaitAsync(stop)")]
    [InlineData("await Task.WhenAll(wait)")]
    [InlineData("await Task.WhenAny(wait, Task.Delay(1000))")]
    [InlineData("if (!wait.IsCompleted) return")]
    [InlineData("if (!wait.IsCompletedSuccessfully) return")]
    [InlineData("if (wait.Status != TaskStatus.RanToCompletion) return")]
    public Task Task_that_is_done_by_then(string look) => PollsAsync($$"""
        var wait = api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        {{look}};
        Console.WriteLine(wait.Result.Id + wait.GetAwaiter().GetResult().Id + wait.ConfigureAwait(false).GetAwaiter().GetResult().Id);
        wait.Wait();
        """);

    [Theory]
    [InlineData("Console.WriteLine(wait.Id)")]
    [InlineData("if (wait.IsFaulted) return")]
    [InlineData("if (wait.IsCanceled) return")]
    [InlineData("await other")]
    [InlineData("if (!other.IsCompleted) return")]
    [InlineData("Console.WriteLine(wait)")]
    [InlineData("var same = wait")]
    public Task Task_of_which_nobody_knows_whether_it_is_done(string look) => PollsAsync($$"""
        var other = Task.Delay(1000);
        var wait = api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        {{look}};
        Console.WriteLine(wait.[|Result|].Id);
        """);

    [Theory]
    [InlineData("pause.[|Wait|]()")]
    [InlineData("pause?.[|Wait|]()")]
    [InlineData("Task.[|WaitAll|](pause)")]
    [InlineData("Task.[|WaitAny|](pause)")]
    [InlineData("pause.GetAwaiter().[|GetResult|]()")]
    [InlineData("_ = Pause(2).[|Result|]")]
    [InlineData("_ = QuickPause(2).[|Result|]")]
    [InlineData("_ = exports.GetExportAsync(number).[|Result|]")]
    public Task Call_in_a_loop_that_keeps_the_thread(string call) => PollsAsync($$"""
        static async Task<int> Pause(int seconds) { await Task.Delay(seconds); return 3; }
        static async ValueTask<int> QuickPause(int seconds) { await Task.Delay(seconds); return 3; }
        for (var i = 0; i < 50; i++)
        {
            Task pause = Task.Delay(2000, stop);
            if ((await api.GetTaskAsync(id, stop)).Status == "ready") break;
            {{call}};
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Task_that_is_looked_at_too_late() => PollsAsync("""
        var wait = api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(wait.[|Result|].Id);
        await wait;
        """);

    [Fact]
    public Task Tasks_of_an_array_that_are_done() => PollsAsync("""
        var waits = ids.Select(i => api.ResumeIndexing(i).WaitForCompletionAsync(cancellationToken: stop)).ToArray();
        await Task.WhenAll(waits);
        Console.WriteLine(waits[0].Result.Id);
        foreach (var wait in waits) { Console.WriteLine(wait.Result.Id); }
        """);

    [Fact]
    public Task Message_of_a_sleep() => SaysAsync(
        """for (var i = 0; i < 50; i++) { if ((await api.GetTaskAsync(text, stop)).Status == "ready") break; Thread.[|Sleep|](2000); }""",
        "'Thread.Sleep' blocks a thread for as long as the job runs, and can lock up where the caller has a context of its own. Write 'await Task.Delay(…)'.");

    [Fact]
    public Task Message_of_a_result() => SaysAsync(
        """Console.WriteLine(api.ResumeIndexing(text).WaitForCompletionAsync(cancellationToken: stop).[|Result|].Id);""",
        "'Result' blocks a thread for as long as the job runs, and can lock up where the caller has a context of its own. Await the task.");

    [Fact]
    public Task Message_of_a_wait() => SaysAsync(
        """api.ResumeIndexing(text).WaitForCompletionAsync(cancellationToken: stop).[|Wait|]();""",
        "'Wait()' blocks a thread for as long as the job runs, and can lock up where the caller has a context of its own. Await the task.");

    [Fact]
    public Task Message_of_an_awaiter() => SaysAsync(
        """api.ResumeIndexing(text).WaitForCompletionAsync(cancellationToken: stop).GetAwaiter().[|GetResult|]();""",
        "'GetAwaiter().GetResult()' blocks a thread for as long as the job runs, and can lock up where the caller has a context of its own. Await the task.");

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAny")]
    public Task Message_of_a_wait_for_several(string method) => SaysAsync(
        $"Task.[|{method}|](new Task[] {{ api.ResumeIndexing(text).WaitForCompletionAsync(cancellationToken: stop) }});",
        $"'{method}' blocks a thread for as long as the job runs, and can lock up where the caller has a context of its own. Await 'Task.When…'.");
}
