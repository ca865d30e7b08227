namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Each way a result can go: to nobody, or where somebody may keep it.</content>
public sealed partial class DroppedOperationTests
{
    [Theory]
    [InlineData("await (cached ?? api.[|CreateTaskAsync|](new()));")]
    [InlineData("await (flag ? api.[|CreateTaskAsync|](new()) : cached!);")]
    [InlineData("await (flag ? cached! : api.[|CreateTaskAsync|](new()));")]
    [InlineData("await (number switch { 1 => api.[|CreateTaskAsync|](new()), _ => cached! });")]
    [InlineData("await ((Task)api.[|CreateTaskAsync|](new()));")]
    [InlineData("maybe?.[|CreateTaskAsync|](new());")]
    [InlineData("var id = (await api.[|CreateTaskAsync|](new())).Id;")]
    [InlineData("var id = api.[|CreateTaskAsync|](new()).Result.Id;")]
    [InlineData("var started = api.[|CreateTaskAsync|](new()); Console.WriteLine(started.IsCompleted);")]
    [InlineData("var started = api.[|CreateTaskAsync|](new()); Console.WriteLine(started.Status);")]
    [InlineData("var started = api.[|CreateTaskAsync|](new()); Console.WriteLine(started == null);")]
    [InlineData("var started = api.[|CreateTaskAsync|](new()); Console.WriteLine(null != started);")]
    [InlineData("var started = api.[|CreateTaskAsync|](new()); Console.WriteLine(started is null);")]
    [InlineData("var started = api.[|CreateTaskAsync|](new()); Console.WriteLine(started is not null);")]
    [InlineData("var started = api.[|CreateTaskAsync|](new()); var second = started; await second;")]
    [InlineData("Task<VideoTask> started; started = api.[|CreateTaskAsync|](new()); await started;")]
    [InlineData("var started = api.[|CreateTaskAsync|](new()); started = started; await started;")]
    [InlineData("Task<VideoTask> started; await (started = api.[|CreateTaskAsync|](new()));")]
    [InlineData("var tasks = new[] { api.[|CreateTaskAsync|](new()) }; await tasks[0]; Console.WriteLine(tasks.Length);")]
    [InlineData("var tasks = new Task<VideoTask>[1]; tasks[0] = api.[|CreateTaskAsync|](new()); await Task.WhenAll(tasks);")]
    [InlineData("Task<VideoTask>[] tasks = [api.[|CreateTaskAsync|](new())]; await Task.WhenAll(tasks);")]
    [InlineData("Task<VideoTask>[] tasks = [api.[|CreateTaskAsync|](new())]; Task<VideoTask>[] all = [.. tasks]; await Task.WhenAll(all);")]
    [InlineData("var tasks = new List<Task<VideoTask>> { api.[|CreateTaskAsync|](new()) }; foreach (var task in tasks) { await task; }")]
    [InlineData("var tasks = new List<Task<VideoTask>> { api.[|CreateTaskAsync|](new()) }; tasks.ForEach(t => t.Wait());")]
    [InlineData("var tasks = new List<Task<VideoTask>> { api.[|CreateTaskAsync|](new()) }; await Task.WhenAll(tasks.ToArray()); tasks.Clear();")]
    [InlineData("var tasks = new List<Task<VideoTask>> { api.[|CreateTaskAsync|](new()) }; await Task.WhenAll(tasks); tasks.RemoveAt(0); Console.WriteLine(tasks.Count);")]
    [InlineData("var tasks = new List<Task<VideoTask>>(); var started = api.[|CreateTaskAsync|](new()); tasks.Add(started); await Task.WhenAll(tasks); tasks.Remove(started);")]
    [InlineData("var tasks = new List<Task<VideoTask>>(); var started = api.[|CreateTaskAsync|](new()); tasks.Add(started); await Task.WhenAll(tasks); Console.WriteLine(tasks.Contains(started));")]
    [InlineData("var tasks = new List<Task<VideoTask>>(new[] { api.[|CreateTaskAsync|](new()) }); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new LinkedList<Task<VideoTask>>(); tasks.AddLast(api.[|CreateTaskAsync|](new())); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new Queue<Task<VideoTask>>(); tasks.Enqueue(api.[|CreateTaskAsync|](new())); await tasks.Dequeue();")]
    [InlineData("var tasks = new Queue<Task<VideoTask>>(); tasks.Enqueue(api.[|CreateTaskAsync|](new())); await tasks.Peek();")]
    [InlineData("var tasks = new Stack<Task<VideoTask>>(); tasks.Push(api.[|CreateTaskAsync|](new())); await tasks.Pop();")]
    [InlineData("await Task.WhenAll(new[] { api.[|CreateTaskAsync|](new()) }.AsParallel());")]
    [InlineData("await Task.WhenAll(new[] { api.[|CreateTaskAsync|](new()) }.Cast<Task>());")]
    [InlineData("await Task.WhenAll(text.Split(' ').AsParallel().Select(u => api.[|ImportAsync|](u)));")]
    [InlineData("await Task.Factory.StartNew(() => api.[|CreateTaskAsync|](new())).Unwrap();")]
    [InlineData("await Parallel.ForEachAsync(text.Split(' '), (u, t) => new ValueTask(api.[|ImportAsync|](u, null, t)));")]
    [InlineData("await new ValueTask<VideoTask>(api.[|CreateTaskAsync|](new())).AsTask();")]
    [InlineData("await new ValueTask<VideoTask>(api.[|CreateTaskAsync|](new())).Preserve();")]
    [InlineData("new ValueTask<VideoTask>(api.[|CreateTaskAsync|](new())).GetAwaiter().GetResult();")]
    [InlineData("Func<Task> later = () => Run(async () => { await api.[|CreateTaskAsync|](new()); }); Task Run(Func<Task> work) => work();")]
    [InlineData("await Start(); Task Start() => api.[|CreateTaskAsync|](new());")]
    [InlineData("await Polly.Policy.NoOpAsync().ExecuteAsync(t => api.[|CreateTaskAsync|](new(), t), stop);")]
    public Task Lost(string statements) => ReportsAsync("Task<VideoTask>? cached = null; IVideoApi? maybe = api;\n" + statements);

    [Theory]
    [InlineData("if (api.CreateTaskAsync(new()) == cached) { return; }")]
    [InlineData("Console.WriteLine(await (flag ? api.CreateTaskAsync(new()) : cached!));")]
    [InlineData("var ___ = await api.CreateTaskAsync(new());")]
    [InlineData("ref Task<VideoTask> slot = ref Slot(); slot = api.CreateTaskAsync(new());", true)]
    [InlineData("var started = api.CreateTaskAsync(new());\n#if DEBUGGING\nConsole.WriteLine(started);\n#endif")]
    [InlineData("var started = api.[|CreateTaskAsync|](new());\n#if DEBUGGING\nConsole.WriteLine(text);\n#endif")]
    [InlineData("var tasks = new List<Task<VideoTask>>(); tasks.Add(api.CreateTaskAsync(new()));")]
    [InlineData("var tasks = new List<Task<VideoTask>> { api.CreateTaskAsync(new()) }; tasks.ForEach(t => Console.WriteLine(t.Result.Id));")]
    [InlineData("var tasks = new List<Task<VideoTask>> { api.CreateTaskAsync(new()) }; tasks.ForEach(Keep); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new List<Task<VideoTask>> { api.CreateTaskAsync(new()) }; tasks.Sort(); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new[] { api.CreateTaskAsync(new()) }; Console.WriteLine((await tasks[0]).Id);")]
    [InlineData("await Task.WhenAll(new Task<VideoTask>[0].Concat(new[] { api.CreateTaskAsync(new()) }));")]
    [InlineData("await Task.WhenAll(new[] { api.CreateTaskAsync(new()) }.Where(t => t.Result.Id != \"\"));")]
    [InlineData("Console.WriteLine(new[] { api.CreateTaskAsync(new()) }.Aggregate((a, b) => b).Result.Id);")]
    [InlineData("await Task.FromResult(api.CreateTaskAsync(new()));")]
    [InlineData("api.CreateTaskAsync(new()).RunSynchronously();")]
    [InlineData("await Enumerable.Repeat(1, 1).Select(_ => api.CreateTaskAsync(new())).First().ContinueWith(t => t.Result.Id);")]
    [InlineData("await Later(() => api.CreateTaskAsync(new()));")]
    [InlineData("await Start(); Task<VideoTask> Start() => api.CreateTaskAsync(new());")]
    [InlineData("object kept; kept = api.CreateTaskAsync(new()); Keep(kept);")]
    [InlineData("var list = new System.Collections.ArrayList(); list.Add(api.CreateTaskAsync(new()));")]
    [InlineData("(await api.CreateTaskAsync(new())).GetResult();")]
    [InlineData("var lazy = new Lazy<Task<VideoTask>>(api.CreateTaskAsync(new()));")]
    public Task Kept_or_out_of_sight(string statements, bool isBlocking = false) => FileAsync($$"""
        static class Tasks { public static void GetResult(this VideoTask task) => Console.WriteLine(task.Id); }
        class Program
        {
            {{(isBlocking ? "void Run" : "async Task RunAsync")}}(IVideoApi api, string text, bool flag)
            {
                Task<VideoTask>? cached = null;
                {{(isBlocking ? "" : "await Task.Yield();")}}
                {{statements}}
            }
            static Task<VideoTask> _slot = null!;
            static ref Task<VideoTask> Slot() => ref _slot;
            static void Keep(object kept) => Console.WriteLine(kept);
            static Task Later(Func<Task> work) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("Check", "ThrowsAsync", false)]
    [InlineData("Check", "AssertAll", false)]
    [InlineData("Check", "ShouldNotWork", false)]
    [InlineData("Check", "ExpectNone", false)]
    [InlineData("Check", "Invoking", false)]
    [InlineData("Check", "Awaiting", false)]
    [InlineData("Check", "VerifyAll", false)]
    [InlineData("Check", "ReceivedNone", false)]
    [InlineData("Check", "FailsWith", false)]
    [InlineData("Check", "GetException", false)]
    [InlineData("Check", "CatchAny", false)]
    [InlineData("Record", "Try", false)]
    [InlineData("Assertions", "That", false)]
    [InlineData("Check", "HandleException", true)]
    [InlineData("Check", "TryCatch", true)]
    [InlineData("Check", "Twice", true)]
    [InlineData("Recorder", "Try", true)]
    public Task A_start_that_is_given_to_a_check(string type, string method, bool isReported) => FileAsync($$"""
        namespace Own { public static class {{type}} { public static Task {{method}}(Func<Task> code) => code(); } }
        class Program { Task RunAsync(IVideoApi api) => Own.{{type}}.{{method}}(async () => { await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(null!); }); }
        """);

    [Theory]
    [InlineData("Own", "DidNotReceive", false)]
    [InlineData("Own", "Received", false)]
    [InlineData("Own", "Verify", false)]
    [InlineData("NSubstitute.Own", "Again", false)]
    [InlineData("Own", "Again", true)]
    public Task A_start_of_a_mock(string space, string method, bool isReported) => FileAsync($$"""
        using {{space}};
        namespace {{space}} { public static class Mocks { public static T {{method}}<T>(this T mock) => mock; } }
        class Program { async Task RunAsync(IVideoApi api) { await api.{{method}}().{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(null!); } }
        """);

    [Theory]
    [InlineData("await api.CreateTaskAsync(null!); Assert.Fail(\"\");")]
    [InlineData("await api.[|CreateTaskAsync|](null!); Assert.NotNull(\"\");")]
    [InlineData("await api.[|CreateTaskAsync|](null!); throw new NotSupportedException();")]
    [InlineData("try { await api.CreateTaskAsync(null!); throw new NotSupportedException(); } catch (ArgumentException) { }")]
    [InlineData("try { { await api.CreateTaskAsync(null!); } } catch (ArgumentException) { return; } Assert.Fail(\"\");", true)]
    [InlineData("try { await api.CreateTaskAsync(null!); } catch (ArgumentException) { return; } Assert.Fail(\"\");")]
    [InlineData("try { await api.[|CreateTaskAsync|](null!); } finally { Console.WriteLine(); } Assert.NotNull(\"\");")]
    [InlineData("try { await api.[|CreateTaskAsync|](null!); Console.WriteLine(); } catch (ArgumentException) { return; } Assert.Fail(\"\");")]
    [InlineData("if (flag) { await api.[|CreateTaskAsync|](null!); } Assert.Fail(\"\");")]
    public Task A_start_and_what_follows_it(string statements, bool isNested = false) => ReportsAsync(isNested ? statements.Replace("{ { await", "{ await", StringComparison.Ordinal).Replace("; } }", "; }", StringComparison.Ordinal) : statements);

    [Fact]
    public Task A_test_that_expects_an_exception_by_an_attribute() => FileAsync("""
        class ExpectedExceptionAttribute : Attribute;
        class Program
        {
            [ExpectedException] async Task FirstAsync(IVideoApi api) { await api.CreateTaskAsync(null!); }
            [Obsolete] async Task SecondAsync(IVideoApi api) { await api.[|CreateTaskAsync|](null!); }
        }
        """);
}
