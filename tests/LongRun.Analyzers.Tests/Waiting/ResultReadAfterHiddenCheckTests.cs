using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

/// <summary>Code that has looked at the job in a place that is not understood or out of sight, of which <see cref="ResultReadBeforeSuccess"/> must say nothing.</summary>
public sealed class ResultReadAfterHiddenCheckTests : RuleTests<WaitingAnalyzer>
{
    protected override string Id => "LRO1002";

    protected override string Mistake => """Console.WriteLine((await api.GetTaskAsync(text, stop)).[|VideoId|]!);""";

    [Fact]
    public Task Member_checked_by_methods_that_throw() => FileAsync("""
        using System.Diagnostics.CodeAnalysis;
        class Program
        {
            static void Must([DoesNotReturnIf(false)] bool condition) { }
            static void NotNull([NotNull] object? value) => ArgumentNullException.ThrowIfNull(value);
            [DoesNotReturn] static void NotReady() => throw new InvalidOperationException();
            async Task RunAsync(IVideoApi api, VideoTask a, VideoTask b, VideoTask c)
            {
                a = await api.GetTaskAsync("a"); Must(a.Status == VideoStatus.Ready); Console.WriteLine(a.VideoId!);
            }
            async Task NextAsync(IVideoApi api) { var b = await api.GetTaskAsync("b"); NotNull(b.VideoId); Console.WriteLine(b.VideoId.Length); }
            async Task LastAsync(IVideoApi api) { var c = await api.GetTaskAsync("c"); if (c.Status != "ready") { NotReady(); } Console.WriteLine(c.VideoId!); }
        }
        """);

    [Fact]
    public Task Given_to_code_that_may_check() => FileAsync("""
        static class Checks { public static bool IsReady(this VideoTask task) => task.Status == "ready"; public static string? Video(VideoTask task) => task.VideoId; }
        class Program
        {
            async Task OneAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); if (task.IsReady()) { Console.WriteLine(task.VideoId!); } }
            async Task TwoAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); Ensure(task.Status); Console.WriteLine(task.VideoId!); }
            async Task<string?> ThreeAsync(IVideoApi api) => Checks.Video(await api.GetTaskAsync("t"));
            static void Ensure(VideoStatus status) { if (status != "ready") { throw new InvalidOperationException(); } }
        }
        """);

    [Fact]
    public Task Checks_that_are_not_understood() => FileAsync("""
        enum Step { Waiting, Done }
        class Settings { public string Done { get; set; } = "ready"; }
        class Work
        {
            public string State { get; set; } = "";
            public int Percentage { get; set; }
            public DateTime? EndedAt { get; set; }
            [AvailableWhenSucceeded] public string? Result { get; set; }
            public bool IsDone => State == "done";
            public void Deconstruct(out string state, out string? result) { state = State; result = Result; }
        }
        interface IJobs { [OperationMonitor("Work", "id", nameof(Work.State), Succeeded = new[] { "done" }, Failed = new[] { "broken" })] Task<Work> GetAsync(string id); }
        class Program
        {
            private static readonly HashSet<string> Finished = new(StringComparer.Ordinal) { "done" };
            private readonly Dictionary<string, Step> _steps = new();
            async Task MemberAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); if (!work.IsDone) { return; } Console.WriteLine(work.Result!); }
            async Task PatternAsync(IJobs jobs) { if (await jobs.GetAsync("w") is { IsDone: true, Result: var result }) { Console.WriteLine(result!); } }
            async Task NumberAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); if (work.Percentage < 100) { return; } Console.WriteLine(work.Result!); }
            async Task DateAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); if (work.EndedAt is null) { return; } Console.WriteLine(work.Result!); }
            async Task SettingAsync(IJobs jobs, Settings settings) { var work = await jobs.GetAsync("w"); if (work.State == settings.Done) { Console.WriteLine(work.Result!); } }
            async Task SetAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); if (Finished.Contains(work.State)) { Console.WriteLine(work.Result!); } }
            async Task ParsedAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); var step = Enum.Parse<Step>(work.State); if (step == Step.Done) { Console.WriteLine(work.Result!); } }
            async Task MapAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); if (_steps.TryGetValue(work.State, out var step) && step == Step.Done) { Console.WriteLine(work.Result!); } }
            async Task IndexerAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); if (_steps[work.State] == Step.Done) { Console.WriteLine(work.Result!); } }
            async Task PartsAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); var (state, result) = work; if (state == "done") { Console.WriteLine(result! + work.Result!); } }
            async Task LocalFunctionAsync(IJobs jobs) { var work = await jobs.GetAsync("w"); Check(); Console.WriteLine(work.Result!); void Check() { if (!work.IsDone) { throw new InvalidOperationException(); } } }
            async Task DecidesNothingAsync(IJobs jobs)
            {
                var work = await jobs.GetAsync("w");
                if (work.Percentage > 50) { Console.WriteLine("half"); }
                Console.WriteLine(work.[|Result|]!);
            }
        }
        """);

    [Fact]
    public Task Methods_that_never_come_back() => FileAsync("""
        class Program
        {
            async Task OneAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); if (task.Status != "ready") { NotReady("t"); } Console.WriteLine(task.VideoId!); }
            async Task TwoAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); if (task.Status != "ready") { Give(); } Console.WriteLine(task.VideoId!); }
            async Task ThreeAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); if (task.Status != "ready") { Environment.Exit(1); } Console.WriteLine(task.VideoId!); }
            async Task FourAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); if (task.Status != "ready") { Note(); } Console.WriteLine(task.[|VideoId|]!); }
            static void NotReady(string id) => throw new InvalidOperationException(id);
            static void Give() { var text = "up"; throw new InvalidOperationException(text); }
            static void Note() { }
        }
        """);

    [Fact]
    public Task Methods_that_wait_out_of_sight() => FileAsync("""
        interface IWaiter { Task WaitUntilReadyAsync(string id); }
        class Program
        {
            private VideoTask? _task;
            async Task OneAsync(IVideoApi api, string id) { await PollAsync(api, id); Console.WriteLine((await api.GetTaskAsync(id)).VideoId!); }
            async Task TwoAsync(IVideoApi api, IWaiter waiter, string id) { await waiter.WaitUntilReadyAsync(id); Console.WriteLine((await api.GetTaskAsync(id)).VideoId!); }
            async Task ThreeAsync(IVideoApi api) { _task = await api.GetTaskAsync("t"); await RefreshAsync(api); Console.WriteLine(_task.VideoId!); }
            async Task FourAsync(IVideoApi api) { _task = await api.GetTaskAsync("t"); await PauseAsync(); Console.WriteLine(_task.[|VideoId|]!); }
            async Task FiveAsync(IVideoApi api) { _task = await api.GetTaskAsync("t"); Load(); Console.WriteLine(_task.VideoId!); }
            void Load() => _task = new VideoTask { VideoId = "v" };
            static async Task PollAsync(IVideoApi api, string id)
            {
                {|LRO1005:while|} ((await api.GetTaskAsync(id)).Status is not { Value: "ready" or "failed" or "canceled" }) { await Task.Delay(1000); }
            }
            async Task RefreshAsync(IVideoApi api) => _task = await api.UploadAndWaitAsync(new UploadRequest());
            static Task PauseAsync() => Task.Delay(1000);
        }
        """);

    [Fact]
    public Task Came_through_a_retry_that_may_look_at_it() => FileAsync("""
        class Retry { public Task<T> ExecuteAsync<T>(Func<Task<T>> call) => call(); }
        class Program
        {
            async Task OneAsync(IVideoApi api, Retry retry) { var task = await retry.ExecuteAsync(() => api.GetTaskAsync("t")); Console.WriteLine(task.VideoId!); }
            async Task ManyAsync(IVideoApi api, Retry retry) { var page = await retry.ExecuteAsync(() => api.ListTasksAsync()); Console.WriteLine(page.Data[0].VideoId!); }
            async Task RunAsync(IVideoApi api) { var task = await Task.Run(() => api.GetTaskAsync("t")); Console.WriteLine(task.[|VideoId|]!); }
        }
        """);

    [Fact]
    public Task Waited_for_with_a_question_in_a_lambda() => FileAsync("""
        static class Until { public static Task TrueAsync(Func<Task<bool>> condition) => Task.CompletedTask; }
        class Program
        {
            void Spin(IVideoApi api) { SpinWait.SpinUntil(() => api.GetTaskAsync("t").Result.Status == "ready"); Console.WriteLine(api.GetTaskAsync("t").Result.VideoId!); }
            async Task HelpAsync(IVideoApi api) { await Until.TrueAsync(async () => (await api.GetTaskAsync("t")).Status == "ready"); Console.WriteLine((await api.GetTaskAsync("t")).VideoId!); }
        }
        """);

    [Fact]
    public Task The_member_given_to_code_that_may_check_it() => FileAsync("""
        static class Guard { public static T NotNull<T>(T? value) => value ?? throw new ArgumentNullException(); public static void Filled(string? text) { } }
        class Program
        {
            async Task OneAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); Guard.NotNull(task.VideoId); Console.WriteLine(task.VideoId!); }
            async Task TwoAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); Guard.Filled(task.VideoId); Console.WriteLine(task.VideoId!); }
            async Task ThreeAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); var video = Guard.NotNull(task.VideoId); Console.WriteLine(video.Length); }
        }
        """);
}
