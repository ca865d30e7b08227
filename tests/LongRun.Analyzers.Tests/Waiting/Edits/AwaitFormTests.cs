using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>What is awaited instead of blocking.</summary>
public sealed class AwaitFormTests : FixTests
{
    [Fact]
    public Task Sleep() => OffersAsync<BlockedThreadCodeFix>(
        """
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            Thread.Sleep(2000);
        }
        """,
        new Offer("Await instead of blocking", "Await", """
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Result_in_an_expression() => OffersAsync<BlockedThreadCodeFix>(
        """
        Console.WriteLine(api.ResumeIndexing(id).WaitForCompletionAsync().Result.VideoId);
        """,
        new Offer("Await instead of blocking", "Await", """
        Console.WriteLine((await api.ResumeIndexing(id).WaitForCompletionAsync()).VideoId);
        """));

    [Fact]
    public Task Result_as_an_argument() => OffersAsync<BlockedThreadCodeFix>(
        """
        Console.WriteLine(api.ResumeIndexing(id).WaitForCompletionAsync().Result);
        """,
        new Offer("Await instead of blocking", "Await", """
        Console.WriteLine(await api.ResumeIndexing(id).WaitForCompletionAsync());
        """));

    [Fact]
    public Task Result_in_a_declaration() => OffersAsync<BlockedThreadCodeFix>(
        """
        var task = api.ResumeIndexing(id).WaitForCompletionAsync().Result;
        """,
        new Offer("Await instead of blocking", "Await", """
        var task = await api.ResumeIndexing(id).WaitForCompletionAsync();
        """));

    [Fact]
    public Task Result_in_an_assignment() => OffersAsync<BlockedThreadCodeFix>(
        """
        VideoTask task;
        task = api.ResumeIndexing(id).WaitForCompletionAsync().Result;
        """,
        new Offer("Await instead of blocking", "Await", """
        VideoTask task;
        task = await api.ResumeIndexing(id).WaitForCompletionAsync();
        """));

    [Fact]
    public Task Result_in_parentheses() => OffersAsync<BlockedThreadCodeFix>(
        """
        var name = (api.ResumeIndexing(id).WaitForCompletionAsync().Result).VideoId;
        """,
        new Offer("Await instead of blocking", "Await", """
        var name = (await api.ResumeIndexing(id).WaitForCompletionAsync()).VideoId;
        """));

    [Fact]
    public Task Result_in_a_sum() => OffersAsync<BlockedThreadCodeFix>(
        """
        var name = "" + api.ResumeIndexing(id).WaitForCompletionAsync().Result;
        """,
        new Offer("Await instead of blocking", "Await", """
        var name = "" + (await api.ResumeIndexing(id).WaitForCompletionAsync());
        """));

    [Fact]
    public Task Result_on_the_left_of_an_assignment() => OffersAsync<BlockedThreadCodeFix>(
        """
        api.ResumeIndexing(id).WaitForCompletionAsync().Result.Id = "";
        """,
        new Offer("Await instead of blocking", "Await", """
        (await api.ResumeIndexing(id).WaitForCompletionAsync()).Id = "";
        """));

    [Fact]
    public Task Result_that_is_returned() => OffersAsync<BlockedThreadCodeFix>(
        """
        async Task<VideoTask> OneAsync() { await Task.CompletedTask; return api.ResumeIndexing(id).WaitForCompletionAsync().Result; }
        await OneAsync();
        """,
        new Offer("Await instead of blocking", "Await", """
        async Task<VideoTask> OneAsync() { await Task.CompletedTask; return await api.ResumeIndexing(id).WaitForCompletionAsync(); }
        await OneAsync();
        """));

    [Fact]
    public Task Result_of_an_arrow() => OffersAsync<BlockedThreadCodeFix>(
        """
        async Task<VideoTask> OneAsync() => api.ResumeIndexing(id).WaitForCompletionAsync().Result;
        await OneAsync();
        """,
        new Offer("Await instead of blocking", "Await", """
        async Task<VideoTask> OneAsync() => await api.ResumeIndexing(id).WaitForCompletionAsync();
        await OneAsync();
        """));

    [Fact]
    public Task Awaiter() => OffersAsync<BlockedThreadCodeFix>(
        """
        api.ResumeIndexing(id).WaitForCompletionAsync().ConfigureAwait(false).GetAwaiter().GetResult();
        """,
        new Offer("Await instead of blocking", "Await", """
        await api.ResumeIndexing(id).WaitForCompletionAsync().ConfigureAwait(false);
        """));

    [Fact]
    public Task Wait() => OffersAsync<BlockedThreadCodeFix>(
        """
        api.ResumeIndexing(id).WaitForCompletionAsync().Wait();
        """,
        new Offer("Await instead of blocking", "Await", """
        await api.ResumeIndexing(id).WaitForCompletionAsync();
        """));

    [Fact]
    public Task Nothing_for_a_wait_with_a_limit() => OffersAsync<BlockedThreadCodeFix>(
        """
        api.ResumeIndexing(id).WaitForCompletionAsync().Wait(5000);
        """);

    [Fact]
    public Task Wait_for_all() => OffersAsync<BlockedThreadCodeFix>(
        """
        Task.WaitAll(api.ResumeIndexing(id).WaitForCompletionAsync(), api.ResumeIndexing("1").WaitForCompletionAsync());
        """,
        new Offer("Await instead of blocking", "Await", """
        await Task.WhenAll(api.ResumeIndexing(id).WaitForCompletionAsync(), api.ResumeIndexing("1").WaitForCompletionAsync());
        """));

    [Fact]
    public Task Wait_for_any_in_full() => OffersAsync<BlockedThreadCodeFix>(
        """
        var first = System.Threading.Tasks.Task.WaitAny(new Task[] { api.ResumeIndexing(id).WaitForCompletionAsync() });
        """);

    [Fact]
    public Task Wait_for_any() => OffersAsync<BlockedThreadCodeFix>(
        """
        Task.WaitAny(new Task[] { api.ResumeIndexing(id).WaitForCompletionAsync() });
        """,
        new Offer("Await instead of blocking", "Await", """
        await Task.WhenAny(new Task[] { api.ResumeIndexing(id).WaitForCompletionAsync() });
        """));

    [Fact]
    public Task Nothing_for_all_with_a_limit() => OffersAsync<BlockedThreadCodeFix>(
        """
        Task.WaitAll(new Task[] { api.ResumeIndexing(id).WaitForCompletionAsync() }, 5000);
        """);

    [Fact]
    public Task Nothing_in_a_lock() => OffersAsync<BlockedThreadCodeFix>(
        """
        lock (api)
        {
            Console.WriteLine(api.ResumeIndexing(id).WaitForCompletionAsync().Result);
        }
        """);

    [Fact]
    public Task Lambda_in_a_lock() => OffersAsync<BlockedThreadCodeFix>(
        """
        lock (api)
        {
            Func<Task> act = async () => Console.WriteLine(api.ResumeIndexing(id).WaitForCompletionAsync().Result);
        }
        """,
        new Offer("Await instead of blocking", "Await", """
        lock (api)
        {
            Func<Task> act = async () => Console.WriteLine(await api.ResumeIndexing(id).WaitForCompletionAsync());
        }
        """));

    [Fact]
    public Task Local_function_in_a_lock() => OffersAsync<BlockedThreadCodeFix>(
        """
        lock (api)
        {
            async Task ActAsync() => Console.WriteLine(api.ResumeIndexing(id).WaitForCompletionAsync().Result);
            Console.WriteLine(ActAsync().IsCompleted);
        }
        """,
        new Offer("Await instead of blocking", "Await", """
        lock (api)
        {
            async Task ActAsync() => Console.WriteLine(await api.ResumeIndexing(id).WaitForCompletionAsync());
            Console.WriteLine(ActAsync().IsCompleted);
        }
        """));

    [Fact]
    public Task Sleep_without_usings_or_token() => FileOffersAsync<BlockedThreadCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                while (true)
                {
                    if ((await api.GetTaskAsync(id)).Status == "ready") break;
                    System.Threading.Thread.Sleep(System.TimeSpan.FromSeconds(2));
                }
            }
        }
        """,
        new Offer("Await instead of blocking", "Await", """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                while (true)
                {
                    if ((await api.GetTaskAsync(id)).Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromSeconds(2));
                }
            }
        }
        """));

    [Fact]
    public Task Sleep_where_another_task_is_meant() => FileOffersAsync<BlockedThreadCodeFix>(
        """
        class Task;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id, System.Threading.CancellationToken token)
            {
                while (true)
                {
                    if ((await api.GetTaskAsync(id)).Status == "ready") break;
                    System.Threading.Thread.Sleep(2000);
                }
            }
        }
        """,
        new Offer("Await instead of blocking", "Await", """
        class Task;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id, System.Threading.CancellationToken token)
            {
                while (true)
                {
                    if ((await api.GetTaskAsync(id)).Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(2000, token);
                }
            }
        }
        """));

    [Fact]
    public Task Nothing_where_the_first_of_many_is_used() => OffersAsync<BlockedThreadCodeFix>(
        """
        int first = Task.WaitAny(new Task[] { api.ResumeIndexing(id).WaitForCompletionAsync() });
        """);

    [Fact]
    public Task Nothing_where_it_is_called_on_what_may_be_missing() => OffersAsync<BlockedThreadCodeFix>(
        """
        IndexingOperation? job = flag ? api.ResumeIndexing(id) : null;
        job?.WaitForCompletionAsync().Wait();
        """);

    [Fact]
    public Task Nothing_where_one_of_many_may_be_missing() => OffersAsync<BlockedThreadCodeFix>(
        """
        IndexingOperation[]? jobs = flag ? [api.ResumeIndexing(id)] : null;
        Console.WriteLine(jobs?[0].WaitForCompletionAsync().Result);
        """);
}
