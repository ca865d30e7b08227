namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Methods that are called between the answer and the read: what they may have done out of sight, and what not.</content>
public sealed partial class ResultReadBeforeSuccessTests
{
    private const string Helpers = """
        interface IHelper
        {
            Task WaitForAsync(string id);
            Task PollAsync(string id);
            Task RunUntilDoneAsync(string id);
            Task EnsureAsync(string id);
            Task MakeReadyAsync(string id);
            Task CompleteAsync(string id);
            Task FinishAsync(string id);
            Task WaitForAsync(Guid id);
            Task WaitForAsync(IVideoApi api);
            Task WaitForAsync(UploadRequest request);
            Task WaitForAsync<T>(T what);
            Task WaitForAsync(int seconds);
            Task WaitForAsync(TimeSpan time);
            Task WaitForAsync();
            Task HandleAsync(string id);
            Task AwaitReadAsync(string id);
        }
        class Helper(IVideoApi api)
        {
            public async Task OneAsync(string id) { await api.ResumeIndexing(id).UpdateStatusAsync(); }
            public async Task TwoAsync(string id) { await api.ResumeIndexing(id).WaitForCompletionAsync(); }
            public async Task ThreeAsync(string id) { _ = await api.ResumeIndexing(id).WaitForOutcomeAsync(); }
            public async Task FourAsync(string id) => await WaitForResultAsync(id);
            public async Task FiveAsync(string id) => await api.UploadAndWaitAsync(new());
            public async Task SixAsync(string id) { await api.GetTaskAsync(id); }
            public async Task SevenAsync(string id) { await api.ListTasksAsync(); }
            public async Task EightAsync(string id) { await PollForAsync(id); }
            public async Task NineAsync(string id) { await EnsureAsync(id); }
            public async Task TenAsync(string id) { await UntilAsync(id); }
            public async Task ElevenAsync(string id) { await ReadyAsync(id); }
            public async Task TwelveAsync(string id) { await CompleteAsync(id); }
            public async Task ThirteenAsync(string id) { await FinishAsync(id); }
            public void A(string id) { Task.Delay(1).Wait(); }
            public async Task BAsync(string id) { await Task.Delay(1).WaitAsync(TimeSpan.FromSeconds(1)); }
            public void C(WaitHandle handle) { handle.WaitOne(); }
            public async Task DAsync(PeriodicTimer timer) { await timer.WaitForNextTickAsync(); }
            public async Task EAsync(string id) { await Task.Delay(1); }
            public async Task FAsync(string id) { await api.DeleteTaskAsync(id); }
            static Task WaitForResultAsync(string id) => Task.CompletedTask;
            static Task PollForAsync(string id) => Task.CompletedTask;
            static Task EnsureAsync(string id) => Task.CompletedTask;
            static Task UntilAsync(string id) => Task.CompletedTask;
            static Task ReadyAsync(string id) => Task.CompletedTask;
            static Task CompleteAsync(string id) => Task.CompletedTask;
            static Task FinishAsync(string id) => Task.CompletedTask;
        }

        """;

    [Theory]
    [InlineData("await foreign.WaitForAsync(id)")]
    [InlineData("await foreign.PollAsync(id)")]
    [InlineData("await foreign.RunUntilDoneAsync(id)")]
    [InlineData("await foreign.EnsureAsync(id)")]
    [InlineData("await foreign.MakeReadyAsync(id)")]
    [InlineData("await foreign.CompleteAsync(id)")]
    [InlineData("await foreign.FinishAsync(id)")]
    [InlineData("await foreign.WaitForAsync(Guid.Empty)")]
    [InlineData("await foreign.WaitForAsync(api)")]
    [InlineData("await foreign.WaitForAsync(new UploadRequest())")]
    [InlineData("await foreign.WaitForAsync(job)")]
    [InlineData("await own.OneAsync(id)")]
    [InlineData("await own.TwoAsync(id)")]
    [InlineData("await own.ThreeAsync(id)")]
    [InlineData("await own.FourAsync(id)")]
    [InlineData("await own.FiveAsync(id)")]
    [InlineData("await own.SixAsync(id)")]
    [InlineData("await own.SevenAsync(id)")]
    [InlineData("await own.EightAsync(id)")]
    [InlineData("await own.NineAsync(id)")]
    [InlineData("await own.TenAsync(id)")]
    [InlineData("await own.ElevenAsync(id)")]
    [InlineData("await own.TwelveAsync(id)")]
    [InlineData("await own.ThirteenAsync(id)")]
    public Task Not_after_a_call_that_may_have_waited(string call) => FileAsync(Helpers + AfterHelper(call, isReported: false));

    [Theory]
    [InlineData("await foreign.WaitForAsync(3)")]
    [InlineData("await foreign.WaitForAsync(TimeSpan.Zero)")]
    [InlineData("await foreign.WaitForAsync()")]
    [InlineData("await foreign.HandleAsync(id)")]
    [InlineData("await foreign.AwaitReadAsync(id)")]
    [InlineData("own.A(id)")]
    [InlineData("await own.BAsync(id)")]
    [InlineData("own.C(stop.WaitHandle)")]
    [InlineData("await own.DAsync(new PeriodicTimer(TimeSpan.FromSeconds(1)))")]
    [InlineData("await own.EAsync(id)")]
    [InlineData("await own.FAsync(id)")]
    [InlineData("System.Threading.Channels.Channel.CreateUnbounded<int>().Writer.Complete(new InvalidOperationException())")]
    [InlineData("new List<string>().EnsureCapacity(3)")]
    public Task After_a_call_that_waits_for_no_job(string call) => FileAsync(Helpers + AfterHelper(call, isReported: true));

    private static string AfterHelper(string call, bool isReported) => $$"""
        class Program
        {
            async Task RunAsync<TJob>(IVideoApi api, IHelper foreign, Helper own, TJob job, CancellationToken stop)
            {
                string id = (await api.CreateTaskAsync(new(), stop)).Id;
                {{call}};
                Console.WriteLine((await api.GetTaskAsync(id, stop)).{{(isReported ? "[|VideoId|]" : "VideoId")}}!);
            }
        }
        """;

    [Theory]
    [InlineData("void Step() { Console.Beep(); }", true)]
    [InlineData("void Step() => Console.Beep();", true)]
    [InlineData("static void Step() { Console.Beep(); }", true)]
    [InlineData("void Step() { _task = new VideoTask(); }", false)]
    [InlineData("void Step() => _task = new VideoTask();", false)]
    [InlineData("static void Step() { Instance._task = new VideoTask(); }", false)]
    [InlineData("protected virtual void Step() { }", true)]
    [InlineData("protected abstract void Step();", false)]
    [InlineData("[System.Runtime.CompilerServices.MethodImpl(256)] void Step() { Console.WriteLine(\"_task\"); }", true)]
    public Task Of_a_field_after_a_call_of_the_own_type(string step, bool isReported) => FileAsync($$"""
        abstract class Program
        {
            private VideoTask _task = new();
            internal static Program Instance = null!;
            {{step}}
            async Task<int> RunAsync(IVideoApi api)
            {
                _task = await api.GetTaskAsync("t");
                Step();
                return _task.{{(isReported ? "[|VideoId|]" : "VideoId")}}!.Length;
            }
        }
        """);

    [Theory]
    [InlineData("ArgumentNullException.ThrowIfNull(task.VideoId)", false)]
    [InlineData("Need(task.VideoId)", false)]
    [InlineData("NeedAny(task.VideoId)", false)]
    [InlineData("Check(task.Status == \"ready\")", false)]
    [InlineData("Refuse(task.Status != \"ready\")", false)]
    [InlineData("Debug.Assert(task.Status == \"ready\")", true)]
    [InlineData("Debug.Assert(task.VideoId != null)", true)]
    [InlineData("Trace.Assert(task.Status == \"ready\")", true)]
    [InlineData("Check(id == \"t\")", true)]
    [InlineData("Sleep(3)", true)]
    [InlineData("Stop()", false)]
    [InlineData("StopBelow()", false)]
    [InlineData("Maybe(3)", true)]
    [InlineData("Later()", true)]
    [InlineData("Environment.Exit(3)", false)]
    [InlineData("Look(ref task)", false)]
    [InlineData("Make(out task)", false)]
    [InlineData("Count(ref count)", true)]
    [InlineData("Count(ref count); if (count > 3) { return 3; }", true)]
    public Task After_a_call_that_may_not_come_back(string call, bool isReported) => FileAsync($$"""
        using System.Diagnostics;
        using System.Diagnostics.CodeAnalysis;
        class Program
        {
            static void Need(string? value) { if (value == null) throw new Exception(); }
            static void NeedAny<T>(T value) { if (value == null) throw new Exception(); }
            static void Check([DoesNotReturnIf(false)] bool isGood) { if (!isGood) throw new Exception(); }
            static void Refuse([DoesNotReturnIf(true)] bool isBad) { if (isBad) throw new Exception(); }
            static void Sleep(int seconds) { }
            static void Stop() => throw new Exception();
            static void StopBelow() { Console.Beep(); throw new Exception(); }
            static void Maybe(int number) { if (number > 4) { return; } throw new Exception(); }
            static void Later() { Action never = () => throw new Exception(); }
            static void Look(ref VideoTask task) => task = new VideoTask();
            static void Make(out VideoTask task) => task = new VideoTask();
            static void Count(ref int count) => count++;
            async Task<int> RunAsync(IVideoApi api, string id)
            {
                int count = 0;
                var task = await api.GetTaskAsync(id);
                {{call}};
                return task.{{(isReported ? "[|VideoId|]" : "VideoId")}}!.Length + count;
            }
        }
        """);
}
