namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Calls on the task of a start: those that hand its result on to nobody, and those that may keep it.</content>
public sealed partial class DroppedOperationTests
{
    [Theory]
    [InlineData("await started.ConfigureAwait(false)")]
    [InlineData("await started.WaitAsync(stop)")]
    [InlineData("started.Wait()")]
    [InlineData("started.GetAwaiter().GetResult()")]
    [InlineData("await started.ContinueWith(t => Console.WriteLine(t.IsFaulted))")]
    [InlineData("started.Dispose()")]
    [InlineData("await Task.WhenAll(started)")]
    [InlineData("await Task.WhenAny(started)")]
    [InlineData("Task.WaitAll(started)")]
    [InlineData("Task.WaitAny(started)")]
    [InlineData("await Task.WhenAll(new[] { started }.ToList())")]
    [InlineData("await Task.WhenAll(new[] { started }.ToArray())")]
    [InlineData("await Task.WhenAll(new[] { started }.ToHashSet())")]
    [InlineData("await Task.WhenAll(new[] { started }.AsEnumerable())")]
    [InlineData("await Task.WhenAll(new[] { started }.Append(Task.FromResult(new VideoTask())))")]
    [InlineData("await Task.WhenAll(new[] { started }.Concat(new Task<VideoTask>[0]))")]
    [InlineData("await Task.WhenAll(new[] { started }.AsEnumerable().Reverse())")]
    [InlineData("await Task.WhenAll(new[] { started }.Take(1))")]
    [InlineData("await Task.WhenAll(new[] { started }.Skip(0))")]
    public Task Handed_on_to_nobody(string use) => ReportsAsync($$"""
        var started = api.[|CreateTaskAsync|](new(), stop);
        {{use}};
        """);

    [Theory]
    [InlineData("Console.WriteLine((await started).Id)")]
    [InlineData("await started.ContinueWith(t => Console.WriteLine(t.Result.Id))")]
    [InlineData("Console.WriteLine((await Task.WhenAll(started))[0].Id)")]
    [InlineData("Keep(started)")]
    public Task Kept(string use) => ReportsAsync($$"""
        void Keep(Task<VideoTask> task) => Console.WriteLine(task.Result.Id);
        var started = api.CreateTaskAsync(new(), stop);
        {{use}};
        """);

    [Theory]
    [InlineData("tasks.Add(api.[|CreateTaskAsync|](new()))", "List")]
    [InlineData("tasks.AddRange(new[] { api.[|CreateTaskAsync|](new()) })", "List")]
    [InlineData("tasks.Enqueue(api.[|CreateTaskAsync|](new()))", "Queue")]
    [InlineData("tasks.Push(api.[|CreateTaskAsync|](new()))", "Stack")]
    public Task Kept_in_a_collection_of_which_nobody_takes_results(string add, string collection) => ReportsAsync($$"""
        var tasks = new {{collection}}<Task<VideoTask>>();
        {{add}};
        await Task.WhenAll(tasks);
        """);
}
