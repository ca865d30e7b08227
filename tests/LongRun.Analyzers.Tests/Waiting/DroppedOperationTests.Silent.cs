namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Results that somebody keeps, or may.</content>
public sealed partial class DroppedOperationTests
{
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
}
