namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What is the same in every turn: it lets no turn leave that did not leave in the first. And what may change meanwhile.</content>
public sealed partial class FailureNotSeenTests
{
    [Theory]
    [InlineData("List<string> open", "open.Count > 0")]
    [InlineData("HashSet<string> open", "open.Count > 0")]
    [InlineData("Dictionary<string, int> open", "open.Count > 0")]
    [InlineData("Queue<string> open", "open.Count > 0")]
    [InlineData("Stack<string> open", "open.Count > 0")]
    [InlineData("LinkedList<string> open", "open.Count > 0")]
    [InlineData("SortedSet<string> open", "open.Count > 0")]
    [InlineData("SortedDictionary<string, int> open", "open.Count > 0")]
    [InlineData("PriorityQueue<string, int> open", "open.Count > 0")]
    [InlineData("IList<string> open", "open.Count > 0")]
    [InlineData("ICollection<string> open", "open.Count > 0")]
    [InlineData("IReadOnlyCollection<string> open", "open.Count > 0")]
    [InlineData("IReadOnlyList<string> open", "open.Count > 0")]
    [InlineData("ISet<string> open", "open.Count > 0")]
    [InlineData("string[] open", "open.Length > 0")]
    [InlineData("List<string> open", "open.Any()")]
    [InlineData("List<string> open", "open.Count() > 0")]
    [InlineData("List<string> open", "open.ToList().Count > 0")]
    [InlineData("List<string> open", "open.ToArray().Length > 0")]
    [InlineData("List<string> open", "open.AsReadOnly().Count > 0")]
    [InlineData("List<string> open", "!(open.Count == 0)")]
    [InlineData("bool open", "open")]
    [InlineData("bool open", "!open")]
    [InlineData("int open", "open > 0")]
    [InlineData("int open", "0 < open")]
    [InlineData("string open", "open == \"a\"")]
    [InlineData("string open", "open != null")]
    [InlineData("bool open, bool other", "open == other")]
    public Task Condition_that_stays_as_it_was(string parameter, string condition) => FileAsync(Loop(parameter, condition, "", isReported: true));

    [Theory]
    [InlineData("System.Collections.Concurrent.ConcurrentQueue<string> open", "open.Count > 0")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary<string, int> open", "!open.IsEmpty")]
    [InlineData("System.Collections.ObjectModel.ObservableCollection<string> open", "open.Count > 0")]
    [InlineData("IEnumerable<string> open", "open.Any()")]
    [InlineData("IQueryable<string> open", "open.Any()")]
    [InlineData("IQueryable<string> open", "open.Count() > 0")]
    [InlineData("Own.List open", "open.Count > 0")]
    [InlineData("ref bool open", "open")]
    [InlineData("List<string> open", "open.Any(o => Environment.HasShutdownStarted)")]
    [InlineData("List<string> open", "open.Capacity > 4")]
    [InlineData("Stream open", "open.Length > 0")]
    [InlineData("Func<bool> open", "open()")]
    public Task Condition_that_others_may_change(string parameter, string condition) => FileAsync(Loop(parameter, condition, "", isReported: false));

    [Theory]
    [InlineData("open.Contains(id)")]
    [InlineData("known.ContainsKey(id)", "known")]
    [InlineData("known.TryGetValue(id, out _)", "known")]
    [InlineData("open.ToArray()")]
    [InlineData("open.ToList()")]
    [InlineData("open.GetEnumerator()")]
    [InlineData("open.IndexOf(id)")]
    [InlineData("open.Any(o => o == id)")]
    [InlineData("open.All(o => o == id)")]
    [InlineData("open.CopyTo(new string[9])")]
    [InlineData("open.Exists(o => o == id)")]
    [InlineData("open.Find(o => o == id)")]
    [InlineData("open.FindAll(o => o == id)")]
    [InlineData("open.TrueForAll(o => o == id)")]
    [InlineData("queue.Peek()", "queue")]
    [InlineData("open.AsReadOnly()")]
    [InlineData("open.ForEach(o => Console.WriteLine(o))")]
    [InlineData("string.Join(',', open)")]
    [InlineData("open.RemoveAll(o => t.Status == \"ready\")")]
    public Task Call_that_leaves_a_collection_as_it_is(string call, string collection = "open") =>
        FileAsync(Loop("List<string> open, Dictionary<string, int> known, Queue<string> queue", collection + ".Count > 0", call + ";", isReported: true));

    [Theory]
    [InlineData("open.Remove(id)")]
    [InlineData("open.Clear()")]
    [InlineData("open.RemoveAt(0)")]
    [InlineData("open.RemoveAll(o => o == id)")]
    [InlineData("open.RemoveAll(o => t.Status == \"failed\" || t.Status == \"canceled\")")]
    [InlineData("queue.Dequeue()", "queue")]
    [InlineData("queue.TryDequeue(out _)", "queue")]
    [InlineData("known.Remove(id)", "known")]
    [InlineData("Change(open)")]
    [InlineData("open = new List<string>()")]
    public Task Call_that_may_change_a_collection(string call, string collection = "open") =>
        FileAsync(Loop("List<string> open, Dictionary<string, int> known, Queue<string> queue", collection + ".Count > 0", call + ";", isReported: false));

    private static string Loop(string parameters, string condition, string step, bool isReported) => $$"""
        namespace Own { class List { public int Count => Environment.TickCount; } }
        class Program
        {
            static void Change(List<string> list) => list.Clear();
            void Run(IVideoApi api, string id, {{parameters}}, CancellationToken stop)
            {
                {{(isReported ? "[|while|]" : "while")}} ({{condition}})
                {
                    var t = api.GetTaskAsync(id, stop).Result;
                    if (t.Status == "ready") break;
                    {{step}}
                    Work();
                    Thread.Sleep(5000);
                }
            }
            static void Work() { }
        }
        """.Replace("Stream open", "System.IO.Stream open", StringComparison.Ordinal);

    [Theory]
    [InlineData("source.Cancel()")]
    [InlineData("await source.CancelAsync()")]
    [InlineData("completion.SetResult(1)")]
    [InlineData("completion.SetException(new Exception())")]
    [InlineData("completion.TrySetResult(1)")]
    [InlineData("completion.TrySetCanceled()")]
    [InlineData("slim.Set()")]
    [InlineData("handle.Set()")]
    [InlineData("manual.Set()")]
    [InlineData("automatic.Set()")]
    [InlineData("writer.Complete()")]
    [InlineData("writer.TryComplete()")]
    [InlineData("blocking.CompleteAdding()")]
    [InlineData("timer.Dispose()")]
    [InlineData("throw new Exception()")]
    [InlineData("Environment.Exit(1)")]
    [InlineData("Environment.FailFast(\"\")")]
    [InlineData("return")]
    [InlineData("Stop()")]
    [InlineData("StopToo()")]
    [InlineData("StopByAttribute()")]
    [InlineData("AbortAll()")]
    [InlineData("Foreign.ThrowNow()")]
    [InlineData("Foreign.FailNow()")]
    [InlineData("Foreign.ExitNow()")]
    [InlineData("Foreign.AbortNow()")]
    [InlineData("Foreign.PanicNow()")]
    [InlineData("Foreign.RaiseNow()")]
    [InlineData("Foreign.DieNow()")]
    public Task Failure_that_ends_the_loop_or_may(string call) => FileAsync(OnFailure(call, isReported: false));

    [Theory]
    [InlineData("slim.Reset()")]
    [InlineData("manual.Reset()")]
    [InlineData("writer.TryWrite(1)")]
    [InlineData("blocking.Add(1)")]
    [InlineData("source.CancelAfter(TimeSpan.Zero)")]
    [InlineData("Console.Beep()")]
    [InlineData("ThrowNothing()")]
    [InlineData("Sometimes(flag)")]
    [InlineData("Returns()")]
    [InlineData("Inner()")]
    [InlineData("Foreign.IsFailed()")]
    [InlineData("Foreign.Refail()")]
    public Task Failure_that_lets_the_loop_go_on(string call) => FileAsync(OnFailure(call, isReported: true));

    private static string OnFailure(string call, bool isReported) => $$"""
        abstract class Foreign
        {
            public static extern void ThrowNow();
            public static extern void FailNow();
            public static extern void ExitNow();
            public static extern void AbortNow();
            public static extern void PanicNow();
            public static extern void RaiseNow();
            public static extern void DieNow();
            public static extern bool IsFailed();
            public static extern void Refail();
        }
        class Program
        {
            static void Stop() => throw new Exception();
            static void StopToo() { Console.Beep(); throw new Exception(); }
            [System.Diagnostics.CodeAnalysis.DoesNotReturn] static void StopByAttribute() => Environment.Exit(3);
            static void AbortAll() { Action later = () => { return; }; later(); throw new Exception(); }
            static void ThrowNothing() { }
            static void Sometimes(bool flag) { if (flag) return; throw new Exception(); }
            static int Returns() { return 1; }
            static void Inner() { void Never() { throw new Exception(); } Console.WriteLine((Action)Never); }

            async Task RunAsync(IVideoApi api, string id, bool flag, CancellationTokenSource source, TaskCompletionSource<int> completion, ManualResetEventSlim slim,
                EventWaitHandle handle, ManualResetEvent manual, AutoResetEvent automatic, System.Threading.Channels.ChannelWriter<int> writer,
                System.Collections.Concurrent.BlockingCollection<int> blocking, PeriodicTimer timer, CancellationToken stop)
            {
                {{(isReported ? "[|while|]" : "while")}} (true)
                {
                    var t = await api.GetTaskAsync(id, stop);
                    if (t.Status == "ready") return;
                    if (t.Status == "failed" || t.Status == "canceled") { {{call}}; }
                    Work();
                    await Task.Delay(2000, stop);
                }
            }
            static void Work() { }
        }
        """;
}
