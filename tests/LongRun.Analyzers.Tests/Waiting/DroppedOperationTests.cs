using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class DroppedOperationTests : RuleTests<WaitingAnalyzer>
{
    protected override string Id => "LRO1001";

    protected override string Mistake => """await api.[|CreateTaskAsync|](new(), stop);""";

    protected override IEnumerable<MetadataReference> MoreReferences => [References.TwelveLabs, .. References.Polly];

    // Assertions and mocks as the libraries name them.
    protected override string Support => """
        using System;
        using System.Threading.Tasks;

        public static class Assert
        {
            public static Task<T> ThrowsAsync<T>(Func<Task> code) where T : Exception => throw new NotSupportedException();
            public static void Throws<T>(Action code) where T : Exception { }
            public static void NotNull(object? value) { }
            public static void Fail(string message) { }
        }

        public static class Should
        {
            public static Task ShouldThrowAsync(this Func<Task> code) => Task.CompletedTask;
        }

        namespace NSubstitute
        {
            public static class SubstituteExtensions
            {
                public static T Received<T>(this T substitute, int count) where T : class => substitute;
                public static void Returns<T>(this Task<T> call, T value) { }
                public static void When<T>(this T substitute, Action<T> call) where T : class { }
            }
        }

        public sealed partial class Mock<T>
        {
            public void Verify(System.Linq.Expressions.Expression<Action<T>> call) { }
        }
        """;

    [Fact]
    public Task Message_of_a_start_with_a_form_that_waits() => SaysAsync(
        """await api.[|CreateTaskAsync|](new(), stop);""",
        "CreateTaskAsync starts a paid Upload job that nobody can find again: its result is thrown away. Keep the result, use UploadAndWaitAsync, or write '_ =' where it is on purpose.");

    [Fact]
    public Task Message_of_a_local_and_of_a_start_without_such_a_form() => SaysAsync(
        """var started = await api.[|ImportAsync|](text);""",
        "ImportAsync starts a paid Import job that nobody can find again: 'started' is never read. Keep the result, or write '_ =' where it is on purpose.");

    [Fact]
    public Task Message_of_a_plain_task() => SaysAsync(
        """await Start(); Task Start() => api.[|CreateTaskAsync|](new());""",
        "CreateTaskAsync starts a paid Upload job that nobody can find again: a plain Task carries no id. Keep the result, use UploadAndWaitAsync, or write '_ =' where it is on purpose.");

    [Fact]
    public Task Generated_start() => ReportsAsync("""await api.[|StartUploadAsync|](new(), stop).ConfigureAwait(false);""");

    [Fact]
    public Task Not_even_awaited() => ReportsAsync("""
        api.[|CreateTaskAsync|](new());
        api?.[|ImportAsync|](text);
        """);

    [Fact]
    public Task Blocking() => ReportsAsync("""
        void Start() { api.[|CreateTaskAsync|](new()).Wait(); api.[|ImportAsync|](text).GetAwaiter().GetResult(); }
        Start();
        """);

    [Fact]
    public Task Local_that_nobody_reads() => ReportsAsync("""
        var task = await api.[|CreateTaskAsync|](new());
        IndexingOperation operation = await api.[|StartUploadAsync|](new());
        var id = (await api.[|ImportAsync|](text)).Id;
        """);

    [Fact]
    public Task Task_in_a_local_that_is_only_awaited() => ReportsAsync("""
        Task started = api.[|CreateTaskAsync|](new());
        Console.WriteLine("started");
        await started;
        """);

    [Fact]
    public Task Task_in_a_local_that_is_only_looked_at() => ReportsAsync("""
        Task<VideoTask>? started = null;
        if (flag) { started = api.[|CreateTaskAsync|](new()); }
        if (started != null && !started.IsCompleted) { await started; }
        """);

    [Fact]
    public Task Local_that_every_turn_overwrites() => ReportsAsync("""
        VideoTask? last = null;
        foreach (string url in text.Split(' ')) { last = await api.[|ImportAsync|](url); }
        """);

    [Fact]
    public Task All_of_a_query_awaited() => ReportsAsync("""await Task.WhenAll(text.Split(' ').Select(url => api.[|ImportAsync|](url, null, stop)));""");

    [Fact]
    public Task All_of_a_query_in_query_syntax() => ReportsAsync("""await Task.WhenAll(from url in text.Split(' ') select api.[|ImportAsync|](url));""");

    [Fact]
    public Task All_of_a_query_of_async_lambdas() => ReportsAsync("""
        using var gate = new SemaphoreSlim(4);
        await Task.WhenAll(text.Split(' ').Select(async url =>
        {
            await gate.WaitAsync(stop);
            try { return await api.[|ImportAsync|](url); }
            finally { gate.Release(); }
        }));
        """);

    [Fact]
    public Task Results_that_nobody_reads() => ReportsAsync("""var results = await Task.WhenAll(text.Split(' ').Select(url => api.[|ImportAsync|](url)));""");

    [Fact]
    public Task Starts_as_arguments_array_and_collection() => ReportsAsync("""
        await Task.WhenAll(api.[|CreateTaskAsync|](new()), api.[|ImportAsync|](text));
        var some = new[] { api.[|CreateTaskAsync|](new()), api.[|ImportAsync|](text) };
        Task.WaitAll(some);
        Task[] others = [api.[|CreateTaskAsync|](new()), Task.Delay(1, stop)];
        await Task.WhenAny(others);
        """);

    [Fact]
    public Task List_that_is_filled_and_awaited() => ReportsAsync("""
        var tasks = new List<Task>();
        foreach (string url in text.Split(' ')) { tasks.Add(api.[|ImportAsync|](url)); }
        Console.WriteLine($"{tasks.Count} uploads");
        await Task.WhenAll(tasks);
        """);

    [Fact]
    public Task Array_that_is_filled_and_awaited() => ReportsAsync("""
        var tasks = new Task[3];
        for (int i = 0; i < tasks.Length; i++) { tasks[i] = api.[|CreateTaskAsync|](new() { Priority = i }); }
        await Task.WhenAll(tasks);
        """);

    [Fact]
    public Task List_awaited_one_by_one() => ReportsAsync("""
        var tasks = text.Split(' ').Select(url => api.[|ImportAsync|](url)).ToList();
        while (tasks.Count > 0)
        {
            var done = await Task.WhenAny(tasks);
            tasks.Remove(done);
            await done;
        }

        foreach (var task in new List<Task<VideoTask>> { api.[|CreateTaskAsync|](new()) }) { await task; }
        """);

    [Fact]
    public Task Loops_that_run_a_lambda() => ReportsAsync("""
        await Parallel.ForEachAsync(text.Split(' '), stop, async (url, token) => await api.[|ImportAsync|](url, null, token));
        await Parallel.ForEachAsync(text.Split(' '), (url, token) => new ValueTask(api.[|ImportAsync|](url, null, token)));
        Parallel.ForEach(text.Split(' '), url => api.[|ImportAsync|](url).Wait());
        text.Split(' ').ToList().ForEach(async url => await api.[|ImportAsync|](url));
        """);

    [Fact]
    public Task Work_for_another_thread() => ReportsAsync("""
        await Task.Run(() => api.[|CreateTaskAsync|](new()));
        Task.Run(async () => { await api.[|CreateTaskAsync|](new()); });
        new Thread(() => api.[|CreateTaskAsync|](new()).Wait()).Start();
        """);

    [Fact]
    public Task Choice_of_starts() => ReportsAsync("""
        await (flag ? api.[|CreateTaskAsync|](new()) : api.[|ImportAsync|](text));
        await (number switch { 0 => api.[|CreateTaskAsync|](new()), _ => Task.CompletedTask });
        """);

    [Fact]
    public Task Continuation_that_does_not_look_at_the_result() => ReportsAsync("""
        await api.[|CreateTaskAsync|](new()).ContinueWith(_ => Console.WriteLine("started"));
        await api.[|CreateTaskAsync|](new()).ContinueWith(t => Console.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted);
        """);

    [Fact]
    public Task Start_in_a_try() => ReportsAsync("""
        try { await api.[|CreateTaskAsync|](new()); }
        catch (Exception e) { Console.WriteLine(e); await api.[|ImportAsync|](text); }
        """);

    [Fact]
    public Task Event_handler_and_delegate() => ReportsAsync("""
        EventHandler clicked = async (sender, e) => await api.[|CreateTaskAsync|](new());
        Func<Task> later = async () => { await api.[|ImportAsync|](text); };
        clicked(null, EventArgs.Empty);
        await later();
        """);

    [Fact]
    public Task Pipeline_whose_result_is_dropped() => ReportsAsync("""
        var pipeline = new Polly.ResiliencePipelineBuilder().Build();
        await pipeline.ExecuteAsync(async token => await api.[|CreateTaskAsync|](new(), token), stop);
        """);

    [Fact]
    public Task Plain_task_in_every_kind_of_member() => FileAsync("""
        class Program(IVideoApi api)
        {
            Task Expression() => api.[|CreateTaskAsync|](new());
            Task Block(UploadRequest request) { ArgumentNullException.ThrowIfNull(request); return api.[|StartUploadAsync|](request); }
            Task All(IEnumerable<string> urls) => Task.WhenAll(urls.Select(u => api.[|ImportAsync|](u)));
            ValueTask Wrapped() => new(api.[|CreateTaskAsync|](new()));
            Task Property => api.[|CreateTaskAsync|](new());
            async Task Async() => await api.[|CreateTaskAsync|](new());
            async void Void() => await api.[|CreateTaskAsync|](new());
            async Task Local() { await Start(); Task Start() => api.[|CreateTaskAsync|](new()); }
        }
        """);

    [Fact]
    public Task Program_of_top_level_statements() => ProgramAsync("""
        IVideoApi api = null!;
        var task = await api.[|CreateTaskAsync|](new());
        await api.[|ImportAsync|]("https://youtu.be/dQw4w9WgXcQ");
        """);

    [Fact]
    public Task Iterator() => FileAsync("""
        class Program
        {
            async IAsyncEnumerable<string> UploadAsync(IVideoApi api, IAsyncEnumerable<string> urls)
            {
                await foreach (string url in urls) { await api.[|ImportAsync|](url); yield return url; }
            }
        }
        """);

    [Fact]
    public Task Generated_client() => FileAsync("""
        using TwelveLabs;
        class Program
        {
            async Task RunAsync(TwelveLabsClient client, CreateExternalProviderTaskRequest request, CancellationToken stop)
            {
                await client.[|CreateExternalProviderTaskAsync|](request, stop);
                await client.[|StartUploadFromExternalProviderAsync|](request, stop);
                await client.UploadFromExternalProviderAndWaitAsync(request, cancellationToken: stop);
            }
        }
        """);
}
