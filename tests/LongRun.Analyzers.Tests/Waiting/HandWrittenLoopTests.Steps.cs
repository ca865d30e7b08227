namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Statements beside the wait: those that are part of one, and those that somebody else sees.</content>
public sealed partial class HandWrittenLoopTests
{
    [Theory]
    [InlineData("await Task.Delay(1, stop)")]
    [InlineData("await Task.Delay(1, stop).ConfigureAwait(false)")]
    [InlineData("await Task.WhenAll(Task.Delay(1), Task.Delay(2))")]
    [InlineData("stop.WaitHandle.WaitOne(10)")]
    [InlineData("if (stop.WaitHandle.WaitOne(10)) return")]
    [InlineData("signal.WaitOne()")]
    [InlineData("await timer.WaitForNextTickAsync(stop)")]
    [InlineData("onProgress(id)")]
    [InlineData("log(id)")]
    [InlineData("Local()")]
    [InlineData("await PauseAsync()")]
    [InlineData("await PauseForAsync()")]
    [InlineData("Nap()")]
    [InlineData("int more = 3; more = 4; more++; more += 2")]
    [InlineData("(var a, var b) = (1, 2); (a, b) = (b, a)")]
    [InlineData("var (x, y) = (1, 2)")]
    [InlineData("_ = number")]
    [InlineData("number = 3")]
    [InlineData("var request = new UploadRequest { Name = \"a\" }")]
    [InlineData("var error = new InvalidOperationException(\"\", other)")]
    [InlineData("var reader = new System.IO.StringReader(id)")]
    [InlineData("var source = new CancellationTokenSource(TimeSpan.FromSeconds(3), TimeProvider.System)")]
    [InlineData("var ticks = new PeriodicTimer(TimeSpan.FromSeconds(3), TimeProvider.System)")]
    [InlineData("if (stop.IsCancellationRequested) throw new OperationCanceledException(stop)")]
    [InlineData("if (stop.IsCancellationRequested) throw new OwnException(list)")]
    [InlineData("if (Constant) Console.WriteLine()")]
    [InlineData("foreach (var one in list) Console.WriteLine(one)")]
    public Task Step_of_a_wait(string step) => FileAsync(WithStep(step, isReported: true));

    [Theory]
    [InlineData("if (signal.WaitOne(10)) return")]
    [InlineData("if (slim.Wait(10)) return")]
    [InlineData("onReady(id)")]
    [InlineData("await PauseAndCallAsync()")]
    [InlineData("await PauseAndCountAsync()")]
    [InlineData("await PauseAndWriteAsync()")]
    [InlineData("await PauseAndMakeAsync()")]
    [InlineData("await PauseOrThrowAsync()")]
    [InlineData("await NoPauseAsync()")]
    [InlineData("await PauseByOthersAsync()")]
    [InlineData("await Other.PauseAsync()")]
    [InlineData("_count++")]
    [InlineData("_count = 3")]
    [InlineData("_count += 3")]
    [InlineData("Last = id")]
    [InlineData("this.Last = id")]
    [InlineData("array[0] = 1")]
    [InlineData("(number, _count) = (1, 2)")]
    [InlineData("Changed += null")]
    [InlineData("dynamic d = list; d.Clear()")]
    [InlineData("using (timer) { }")]
    [InlineData("lock (list) { }")]
    [InlineData("while (number > 100) number--")]
    [InlineData("for (; number > 100; ) number--")]
    [InlineData("if (_flag) return")]
    [InlineData("if (Program._shared) return")]
    [InlineData("if (IsOver) return")]
    [InlineData("var reader = new System.IO.StreamReader(stream)")]
    [InlineData("var own = new Own(list)")]
    public Task Step_of_more_than_a_wait(string step) => FileAsync(WithStep(step, isReported: false));

    private static string WithStep(string step, bool isReported) => $$"""
        class Other { public static Task PauseAsync() => Task.Delay(3); }
        class Own(List<int> list) { public int Count => list.Count; }
        class OwnException(List<int> list) : Exception { public int Count => list.Count; }
        abstract class Program
        {
            const bool Constant = true;
            static bool _shared;
            private int _count;
            private bool _flag;
            public string Last { get; set; } = "";
            public bool IsOver { get; set; }
            public event Action? Changed;
            static Task PauseAsync() => Task.Delay(3);
            static async Task PauseForAsync() { await Task.Delay(TimeSpan.FromSeconds(3)).ConfigureAwait(false); }
            static void Nap() => Thread.Sleep(3);
            static async Task PauseAndCallAsync() { await Task.Delay(3); Console.Beep(); }
            async Task PauseAndCountAsync() { await Task.Delay(3); _count++; }
            async Task PauseAndWriteAsync() { await Task.Delay(3); _count = 3; }
            static async Task PauseAndMakeAsync() { await Task.Delay(3); new object(); }
            static async Task PauseOrThrowAsync() { await Task.Delay(3); throw new Exception(); }
            static async Task NoPauseAsync() => await Task.CompletedTask.ConfigureAwait(false);
            protected virtual Task PauseByOthersAsync() => Task.Delay(3);

            async Task RunAsync(IVideoApi api, string id, List<int> list, int[] array, int number, Exception other, System.IO.Stream stream, PeriodicTimer timer,
                AutoResetEvent signal, ManualResetEventSlim slim, Action<string> onProgress, Action<string> log, Action<string> onReady, CancellationToken stop)
            {
                {{(isReported ? "[|for|]" : "for")}} (var i = 0; i < 50; i++)
                {
                    if ((await api.GetTaskAsync(id, stop)).Status == "ready") break;
                    {{step}};
                    await Task.Delay(2000, stop);
                }
                void Local() { }
            }
        }
        """;
}
