using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using LongRun.CodeFixes.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

public sealed class DroppedOperationTests : RuleTests<WaitingAnalyzer>
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

        public sealed class Mock<T>
        {
            public void Verify(System.Linq.Expressions.Expression<Action<T>> call) { }
        }
        """;

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
    public Task Top_level_code_of_an_iterator() => FileAsync("""
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

    [Fact]
    public Task Discard() => SilentAsync("""
        _ = await api.CreateTaskAsync(new());
        _ = api.CreateTaskAsync(new());
        _ = Task.Run(() => api.CreateTaskAsync(new()));
        async Task Local() { var _ = await api.ImportAsync(text); }
        await Local();
        """);

    [Fact]
    public Task Id_that_is_printed() => SilentAsync("""
        Console.WriteLine((await api.CreateTaskAsync(new())).Id);
        var task = await api.CreateTaskAsync(new());
        text = $"started {task.Id}";
        """);

    [Fact]
    public Task Result_that_is_passed_on() => SilentAsync("""
        Assert.NotNull(await api.CreateTaskAsync(new()));
        var all = new List<VideoTask>();
        foreach (string url in text.Split(' ')) { all.Add(await api.ImportAsync(url)); }
        """);

    [Fact]
    public Task Task_that_is_passed_on() => SilentAsync("""
        Track(api.CreateTaskAsync(new()));
        var tasks = new List<Task> { api.ImportAsync(text) };
        Task.WhenAll(tasks).Wait(stop);
        Task.WaitAll(Keep(tasks));
        static void Track(Task task) { }
        static Task[] Keep(List<Task> tasks) => tasks.ToArray();
        """);

    [Fact]
    public Task Members_that_store_or_return() => FileAsync("""
        class Program(IVideoApi api)
        {
            private readonly List<Task> _running = [];
            private Task? _last;
            private VideoTask? Current { get; set; }
            Task<VideoTask> Returns() => api.CreateTaskAsync(new());
            async Task<object?> ReturnsObject() => await api.CreateTaskAsync(new());
            async Task<string> ReturnsId() { var task = await api.CreateTaskAsync(new()); return task.Id; }
            Task<VideoTask[]> ReturnsAll(string[] urls) => Task.WhenAll(urls.Select(u => api.ImportAsync(u)));
            IEnumerable<Task> Yields() { yield return api.CreateTaskAsync(new()); }
            void Adds() => _running.Add(api.CreateTaskAsync(new()));
            Task Assigns() => _last = api.CreateTaskAsync(new());
            async Task Sets() { Current = await api.CreateTaskAsync(new()); }
        }
        """);

    [Fact]
    public Task Wait_for_the_job() => SilentAsync("""
        await api.UploadAndWaitAsync(new(), cancellationToken: stop);
        await (await api.StartUploadAsync(new())).WaitForCompletionAsync();
        var operation = await api.StartUploadAsync(new());
        await operation.WaitForCompletionAsync(cancellationToken: stop);
        """);

    [Fact]
    public Task Results_of_all_that_are_used() => SilentAsync("""
        foreach (var task in await Task.WhenAll(text.Split(' ').Select(url => api.ImportAsync(url)))) { Console.WriteLine(task.Id); }
        var ids = (await Task.WhenAll(text.Split(' ').Select(async url => new { url, Task = await api.ImportAsync(url) }))).ToDictionary(t => t.url, t => t.Task.Id);
        Console.WriteLine(ids.Count);
        """);

    [Fact]
    public Task Tasks_whose_results_are_taken_later() => SilentAsync("""
        var first = api.CreateTaskAsync(new());
        var second = api.ImportAsync(text);
        await Task.WhenAll(first, second);
        Console.WriteLine(first.Result.Id + (await second).Id);
        var tasks = text.Split(' ').Select(url => api.ImportAsync(url)).ToList();
        await Task.WhenAll(tasks);
        tasks.ForEach(t => Console.WriteLine(t.Result.Id));
        """);

    [Fact]
    public Task Patterns_and_tuples() => SilentAsync("""
        if (await api.CreateTaskAsync(new()) is { Id: var id }) { Console.WriteLine(id); }
        var (task, attempts) = (await api.CreateTaskAsync(new()), 1);
        switch (await api.ImportAsync(text)) { case { Id: "x" }: throw new InvalidOperationException(); }
        Console.WriteLine(task.Id + attempts);
        """);

    [Fact]
    public Task Read_in_a_later_lambda() => SilentAsync("""
        var task = await api.CreateTaskAsync(new());
        using var registration = stop.Register(() => Console.WriteLine(task.Id));
        """);

    [Fact]
    public Task Read_behind_a_try() => SilentAsync("""
        VideoTask? task = null;
        try { task = await api.CreateTaskAsync(new()); await api.DeleteTaskAsync(text); }
        catch (Exception e) { throw new InvalidOperationException($"task {task?.Id}", e); }
        """);

    [Fact]
    public Task Continuation_that_takes_the_result() => SilentAsync("""
        await api.CreateTaskAsync(new()).ContinueWith(t => Console.WriteLine(t.Result.Id));
        await api.CreateTaskAsync(new()).ContinueWith(Log);
        static void Log(Task<VideoTask> task) => Console.WriteLine(task.Result.Id);
        """);

    [Fact]
    public Task Time_limit_before_the_result_is_taken() => SilentAsync("""
        var task = api.CreateTaskAsync(new());
        if (await Task.WhenAny(task, Task.Delay(5000, stop)) != task) { throw new TimeoutException(); }
        Console.WriteLine((await task).Id);
        """);

    [Fact]
    public Task Lambdas_that_return_the_task() => SilentAsync("""
        Func<Task> later = () => api.CreateTaskAsync(new());
        await later();
        var lazy = new Lazy<Task<VideoTask>>(() => api.CreateTaskAsync(new()));
        Console.WriteLine((await lazy.Value).Id);
        Delegate endpoint = async (UploadRequest request) => await api.CreateTaskAsync(request);
        Console.WriteLine(endpoint);
        """);

    [Fact]
    public Task Calls_that_are_meant_to_fail() => SilentAsync("""
        await Assert.ThrowsAsync<ArgumentNullException>(() => api.CreateTaskAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await api.CreateTaskAsync(null!));
        Assert.Throws<ArgumentNullException>(() => { api.CreateTaskAsync(null!); });
        Func<Task> act = async () => { await api.CreateTaskAsync(null!); };
        await act.ShouldThrowAsync();
        await Assert.ThrowsAsync<ArgumentNullException>(Act);
        await Assert.ThrowsAsync<ArgumentNullException>(() => Act());
        async Task Act() => await api.CreateTaskAsync(null!);
        """);

    [Fact]
    public Task Calls_that_are_followed_by_a_failure() => SilentAsync("""
        try { await api.CreateTaskAsync(null!); Assert.Fail("accepted"); }
        catch (ArgumentNullException) { }
        try { await api.CreateTaskAsync(null!); }
        catch (ArgumentNullException) { return; }
        throw new InvalidOperationException("accepted");
        """);

    [Fact]
    public Task Calls_of_mocks() => FileAsync("""
        using NSubstitute;
        class Program
        {
            async Task RunAsync(IVideoApi api, Mock<IVideoApi> mock)
            {
                await api.Received(1).CreateTaskAsync(null!);
                api.CreateTaskAsync(null!).Returns(new VideoTask());
                api.When(a => a.CreateTaskAsync(null!));
                mock.Verify(a => a.CreateTaskAsync(null!, default));
            }
        }
        """);

    [Fact]
    public Task Looks_that_take_something_of_the_result() => SilentAsync("""
        if (await api.CreateTaskAsync(new()) == null) { throw new InvalidOperationException(); }
        var results = await Task.WhenAll(text.Split(' ').Select(url => api.ImportAsync(url)));
        Console.WriteLine($"{results.Length} {nameof(text)}");
        var named = await api.CreateTaskAsync(new());
        Console.WriteLine(nameof(named));
        """);

    [Fact]
    public Task Waits_instead() => MendsAsync<DroppedOperationCodeFix>(
        """
                // The newest first.
                await api.[|CreateTaskAsync|](new(), /* ends early */ stop) // paid
                    .ConfigureAwait(false);
                await VideoApiOperationExtensions.[|StartUploadAsync|](api, new(), stop);
                await api.[|CreateTaskAsync|](cancellationToken: stop, request: new());
        """,
        """
                // The newest first.
                await api.UploadAndWaitAsync(new(), /* ends early */ cancellationToken: stop) // paid
                    .ConfigureAwait(false);
                await VideoApiOperationExtensions.UploadAndWaitAsync(api, new(), cancellationToken: stop);
                await api.UploadAndWaitAsync(cancellationToken: stop, request: new());
        """);

    [Fact]
    public Task Awaits_what_was_not_awaited() => MendsAsync<DroppedOperationCodeFix>(
        """
                api.[|CreateTaskAsync|](new());
                var started = api.[|StartUploadAsync|](new(), stop);
                Task.Run(() => api.[|CreateTaskAsync|](new()));
        """,
        """
                await api.UploadAndWaitAsync(new());
                var started = await api.UploadAndWaitAsync(new(), cancellationToken: stop);
                await Task.Run(() => api.UploadAndWaitAsync(new()));
        """);

    [Fact]
    public Task Waits_for_all() => MendsAsync<DroppedOperationCodeFix>(
        """
                await Task.WhenAll(text.Split(' ').Select(url => api.[|StartUploadAsync|](new() { Url = new Uri(url) }, stop)));
                text.Split(' ').ToList().ForEach(async name => await api.[|CreateTaskAsync|](new() { Name = name }));
                var tasks = new List<Task<VideoTask>>();
                tasks.Add(api.[|CreateTaskAsync|](new()));
                await Task.WhenAll(tasks);
        """,
        """
                await Task.WhenAll(text.Split(' ').Select(url => api.UploadAndWaitAsync(new() { Url = new Uri(url) }, cancellationToken: stop)));
                text.Split(' ').ToList().ForEach(async name => await api.UploadAndWaitAsync(new() { Name = name }));
                var tasks = new List<Task<VideoTask>>();
                tasks.Add(api.UploadAndWaitAsync(new()));
                await Task.WhenAll(tasks);
        """);

    [Fact]
    public Task Changes_the_type_of_a_local_that_nobody_reads() => MendsAsync<DroppedOperationCodeFix>(
        """        IndexingOperation started = await api.[|StartUploadAsync|](new());""",
        """        var started = await api.UploadAndWaitAsync(new());""");

    [Fact]
    public Task Returns_where_there_is_room() => MendsAsync<DroppedOperationCodeFix>(
        """
                Console.WriteLine(await ImportAsync() == await UploadAsync());
                async Task<VideoTask?> ImportAsync()
                {
                    await api.[|ImportAsync|](text); // keeps the id

                    return null;
                }

                async Task<VideoTask?> UploadAsync()
                {
                    await api.[|CreateTaskAsync|](new(), stop);
                    // Nothing to return.
                    return null;
                }
        """,
        """
                Console.WriteLine(await ImportAsync() == await UploadAsync());
                async Task<VideoTask?> ImportAsync()
                {
                    return await api.ImportAsync(text); // keeps the id
                }

                async Task<VideoTask?> UploadAsync()
                {
                    return await api.CreateTaskAsync(new(), stop);
                    // Nothing to return.
                }
        """);

    [Fact]
    public Task Returns_what_the_wait_gives() => MendsAsync<DroppedOperationCodeFix>(
        """
                TwelveLabs.ITwelveLabsClient client = null!;
                Console.WriteLine(await UploadAsync());
                async Task<TwelveLabs.IndexTask?> UploadAsync()
                {
                    TwelveLabs.TwelveLabsClientOperationExtensions.[|StartUploadVideoAsync|](client, new() { IndexId = text }, stop);
                    return default;
                }
        """,
        """
                TwelveLabs.ITwelveLabsClient client = null!;
                Console.WriteLine(await UploadAsync());
                async Task<TwelveLabs.IndexTask?> UploadAsync()
                {
                    return await TwelveLabs.TwelveLabsClientOperationExtensions.UploadVideoAndWaitAsync(client, new() { IndexId = text }, cancellationToken: stop);
                }
        """);

    [Fact]
    public Task No_fix_where_there_is_no_such_form() => OffersNothingAsync<DroppedOperationCodeFix>("""await api.[|ImportAsync|](text);""");

    [Fact]
    public Task No_fix_where_nothing_can_be_awaited() => OffersNothingAsync<DroppedOperationCodeFix>("""
        using var timer = new Timer(_ => api.[|CreateTaskAsync|](new()), null, 0, 1000);
        lock (api) { api.[|CreateTaskAsync|](new()); }
        """);

    [Fact]
    public Task No_fix_that_would_not_compile() => OffersNothingAsync<DroppedOperationCodeFix>("""
        var tasks = new List<Task<IndexingOperation>>();
        tasks.Add(api.[|StartUploadAsync|](new()));
        await Task.WhenAll(tasks);
        """);

    [Fact]
    public Task No_fix_that_would_lose_a_race() => OffersNothingAsync<DroppedOperationCodeFix>("""
        await Task.WhenAny(api.[|CreateTaskAsync|](new()), Task.Delay(5000, stop));
        await api.[|CreateTaskAsync|](new()).WaitAsync(TimeSpan.FromSeconds(5));
        """);
}
