using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

/// <summary>Good code, of which <see cref="ResultReadBeforeSuccess"/> must say nothing.</summary>
public sealed class ResultReadAfterSuccessTests : RuleTests<WaitingAnalyzer>
{
    protected override string Id => "LRO1002";

    protected override string Mistake => """Console.WriteLine((await api.GetTaskAsync(text, stop)).[|VideoId|]!);""";

    [Fact]
    public Task Status_checked_by_if_and_else() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (task.Status == VideoStatus.Ready) { Console.WriteLine(task.VideoId!); }
        if (task.Status != "ready") { Console.WriteLine("not yet"); } else { Console.WriteLine(task.VideoId!); }
        if (flag && task.Status.Value == "ready" && task.VideoId!.Length > number) { Console.WriteLine("long"); }
        """);

    [Fact]
    public Task Status_checked_by_an_early_exit() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (!task.Status.Equals("ready")) { throw new InvalidOperationException(task.Reason); }
        string video = task.VideoId!;
        Console.WriteLine(video);
        """);

    [Fact]
    public Task Status_checked_by_patterns() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (task is { Status.Value: "ready", VideoId: var video }) { Console.WriteLine(video!); }
        if (task is not { Status.Value: "ready" or "done" }) { return; }
        Console.WriteLine(task.VideoId!);
        """);

    [Fact]
    public Task Status_checked_by_a_switch() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        switch (task.Status.Value) { case "ready": Console.WriteLine(task.VideoId!); break; case "failed" or "canceled": throw new InvalidOperationException(); }
        switch (task) { case var t when t.Status == VideoStatus.Ready: Console.WriteLine(t.VideoId!); break; default: break; }
        Console.WriteLine(task.Status.Value switch { "ready" => task.VideoId!, "failed" => "none", _ => "later" });
        Console.WriteLine((task.Status.Value, number) switch { ("ready", > 3) => task.VideoId!, _ => "later" });
        """);

    [Fact]
    public Task Status_checked_through_locals() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        var (status, id) = (task.Status.ToString(), task.Id);
        bool isReady = string.Equals(status, "READY", StringComparison.OrdinalIgnoreCase);
        bool mayGo = isReady & flag;
        if (mayGo) { Console.WriteLine(id + task.VideoId!.Length); }
        """);

    [Fact]
    public Task Every_other_listed_status_left() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        switch (task.Status.Value) { case "queued": case "indexing": return; case "failed": case "canceled": throw new InvalidOperationException(); default: Console.WriteLine(task.VideoId!); break; }
        """);

    [Fact]
    public Task Loops_that_end_on_success() => SilentAsync("""
        var task = await api.CreateTaskAsync(new UploadRequest(), stop);
        {|LRO1008:while|} (task.Status != VideoStatus.Ready)
        {
            if (task.Status == VideoStatus.Failed || task.Status == VideoStatus.Canceled) { throw new InvalidOperationException(task.Reason); }
            await Task.Delay(1000, stop);
            task = await api.GetTaskAsync(task.Id, stop);
        }
        Console.WriteLine(task.VideoId!);
        """);

    [Fact]
    public Task Attempts_that_ran_out_are_asked_about() => SilentAsync("""
        VideoTask? task = null;
        int attempt = 0;
        {|LRO1008:for|} (; attempt < 10; attempt++)
        {
            task = await api.GetTaskAsync(text, stop);
            if (task.Status == VideoStatus.Ready) { break; }
            await Task.Delay(1000, stop);
        }
        if (attempt == 10) { throw new TimeoutException(); }
        Console.WriteLine(task!.VideoId!);
        """);

    [Fact]
    public Task Attempts_that_ran_out_are_asked_about_in_a_local_function() => SilentAsync("""
        Console.WriteLine(await VideoAsync());
        async Task<string> VideoAsync()
        {
            var deadline = DateTime.UtcNow.AddMinutes(5);
            var task = await api.GetTaskAsync(text, stop);
            {|LRO1008:while|} (task.Status != VideoStatus.Ready && DateTime.UtcNow < deadline)
            {
                await Task.Delay(1000, stop);
                task = await api.GetTaskAsync(text, stop);
            }
            return DateTime.UtcNow >= deadline ? throw new TimeoutException() : task.VideoId!;
        }
        """);

    [Fact]
    public Task Member_checked_for_null() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (task.VideoId != null) { Console.WriteLine(task.VideoId.Length); }
        if (task.VideoId is { Length: > 3 } video) { Console.WriteLine(video.Length); }
        if (!string.IsNullOrEmpty(task.VideoId)) { Console.WriteLine(task.VideoId.Length); }
        Console.WriteLine(task.VideoId?.Length);
        Console.WriteLine((task.VideoId ?? "none").Length);
        if (task.ExportId.HasValue) { Console.WriteLine(task.ExportId.Value); }
        string sure = task.VideoId ?? throw new InvalidOperationException("not ready");
        Console.WriteLine(sure);
        """);

    [Fact]
    public Task Member_known_not_to_be_null_by_another() => FileAsync("""
        using System.Diagnostics.CodeAnalysis;
        class Job
        {
            public string State { get; set; } = "";
            [AvailableWhenSucceeded] public string? Result { get; set; }
            [MemberNotNullWhen(true, nameof(Result))] public bool HasResult => Result is not null;
        }
        interface IJobs { [OperationMonitor("Work", "id", nameof(Job.State), Succeeded = new[] { "done" }, Failed = new[] { "broken" })] Task<Job> GetAsync(string id); }
        class Program
        {
            async Task RunAsync(IJobs jobs)
            {
                var job = await jobs.GetAsync("j");
                if (job.HasResult) { Console.WriteLine(job.Result.Length); }
                if (!job.HasResult) { Console.WriteLine(job.[|Result|]!); }
            }
        }
        """);

    [Fact]
    public Task Interpolation_projection_and_targets_that_take_null() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        string? maybe = task.VideoId;
        Console.WriteLine($"{task.VideoId} {maybe}" + task.VideoId);
        var row = new { task.Id, task.VideoId };
        var rows = (await api.ListTasksAsync(cancellationToken: stop)).Data.Select(t => t.VideoId).ToList();
        Console.WriteLine(string.Join(", ", rows) + row + System.Text.Json.JsonSerializer.Serialize(task.VideoId));
        """);

    [Fact]
    public Task Assertions_of_tests() => FileAsync("""
        static class Assert { public static void Equal(string expected, string actual) { } public static void True(bool condition) { } }
        class Program
        {
            async Task OneAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); Assert.Equal("v", task.VideoId); }
            async Task TwoAsync(IVideoApi api) { var task = await api.GetTaskAsync("t"); Assert.True(task.Status == "ready"); Console.WriteLine(task.VideoId!); }
        }
        """);

    [Fact]
    public Task Waited_for() => SilentAsync("""
        var operation = await api.StartUploadAsync(new UploadRequest(), stop);
        Console.WriteLine((await operation.WaitForCompletionAsync(cancellationToken: stop)).VideoId!);
        Console.WriteLine((await api.UploadAndWaitAsync(new UploadRequest(), cancellationToken: stop)).VideoId!);
        """);

    [Fact]
    public Task A_list_asked_for_finished_jobs_only() => FileAsync("""
        class Work { public string Id { get; set; } = ""; public string State { get; set; } = ""; [AvailableWhenSucceeded] public string? Result { get; set; } }
        class Page { public List<Work> Items { get; set; } = new(); }
        interface IJobs
        {
            [OperationMonitor("Work", "id", "State", Succeeded = new[] { "done" }, Failed = new[] { "broken" }, ListMethod = nameof(ListAsync), ListItems = "Items", ListId = "Id", ListStatus = "State")]
            Task<Work> GetAsync(string id);
            Task<Page> ListAsync(string? state = null);
        }
        class Program
        {
            async Task RunAsync(IJobs jobs)
            {
                foreach (var work in (await jobs.ListAsync(state: "done")).Items) { Console.WriteLine(work.Result!); }
                foreach (var work in (await jobs.ListAsync(state: "working")).Items) { Console.WriteLine(work.[|Result|]!); }
            }
        }
        """);

    [Fact]
    public Task One_job_under_several_names() => FileAsync("""
        class Program
        {
            async Task ByStartAsync(IVideoApi api, UploadRequest request)
            {
                var started = await api.CreateTaskAsync(request);
                string id = started.Id;
                if ((await api.GetTaskAsync(started.Id)).Status != VideoStatus.Ready) { return; }
                Console.WriteLine((await api.GetTaskAsync(id)).VideoId!);
            }
            async Task ByHandleAsync(IVideoApi api, string id)
            {
                var operation = api.ResumeIndexing(id);
                await operation.UpdateStatusAsync();
                if (operation.State == OperationState.Succeeded) { Console.WriteLine((await api.GetTaskAsync(id)).VideoId!); }
            }
            async Task TwoAsync(IVideoApi api, string one, string two)
            {
                var (first, second) = (await api.GetTaskAsync(one), await api.GetTaskAsync(two));
                if (first.Status == VideoStatus.Ready && second.Status == VideoStatus.Ready) { Console.WriteLine(first.VideoId! + second.VideoId!); }
            }
        }
        """);

    [Fact]
    public Task Asked_for_after_a_wait() => FileAsync("""
        class Program
        {
            async Task OneAsync(IVideoApi api, UploadRequest request)
            {
                var operation = await api.StartUploadAsync(request);
                await operation.WaitForCompletionAsync();
                Console.WriteLine((await api.GetTaskAsync(operation.Id)).VideoId!.Length + operation.Current!.VideoId!);
            }
            async Task TwoAsync(IVideoApi api, UploadRequest request)
            {
                var done = await api.UploadAndWaitAsync(request);
                Console.WriteLine((await api.GetTaskAsync(done.Id)).VideoId!);
            }
            async Task ManyAsync(IVideoApi api, List<IndexingOperation> operations)
            {
                await Task.WhenAll(operations.Select(o => o.WaitForCompletionAsync()));
                foreach (var operation in operations) { Console.WriteLine(operation.Current!.VideoId!); }
            }
            async Task InALambdaAsync(IVideoApi api, IndexingOperation operation)
            {
                await Task.Run(() => operation.WaitForCompletionAsync());
                Console.WriteLine(operation.Current!.VideoId!);
            }
            async Task OutcomeAsync(IVideoApi api, IndexingOperation operation)
            {
                (await operation.WaitForOutcomeAsync()).GetValueOrThrow();
                Console.WriteLine(operation.Current!.VideoId!);
            }
        }
        """);

    [Fact]
    public Task Lists_filtered_by_status_or_by_the_member() => SilentAsync("""
        var page = await api.ListTasksAsync(cancellationToken: stop);
        Console.WriteLine(page.Data.Where(t => t.Status == VideoStatus.Ready).Select(t => t.VideoId!).Count());
        Console.WriteLine(page.Data.Where(t => t.VideoId != null).Sum(t => t.VideoId!.Length));
        Console.WriteLine((from t in page.Data where t.Status == VideoStatus.Ready select t.VideoId!).ToList().Count);
        Console.WriteLine(page.Data.First(t => t.Status == VideoStatus.Ready).VideoId!);
        Console.WriteLine(page.Data.FirstOrDefault(t => t.Status == VideoStatus.Ready)?.VideoId!);
        Console.WriteLine(page.Data.Where(t => t.Status == VideoStatus.Ready).ToArray() is [var only] ? only.VideoId! : "none");
        foreach (var task in page.Data.Where(t => t.Status == VideoStatus.Ready)) { Console.WriteLine(task.VideoId!); }
        if (page.Data.All(t => t.Status == VideoStatus.Ready)) { Console.WriteLine(page.Data[0].VideoId!); }
        """);

    [Fact]
    public Task State_of_a_handle() => SilentAsync("""
        var operation = api.ResumeIndexing(text);
        var task = await operation.UpdateStatusAsync(stop);
        if (operation.State == OperationState.Succeeded) { Console.WriteLine(task.VideoId!); }
        switch (operation.State) { case OperationState.Succeeded: Console.WriteLine(operation.Current!.VideoId!); break; }
        """);

    [Fact]
    public Task Success_of_an_outcome() => SilentAsync("""
        var operation = api.ResumeIndexing(text);
        var outcome = await operation.WaitForOutcomeAsync(cancellationToken: stop);
        if (outcome.IsSuccess) { Console.WriteLine(outcome.Value.VideoId!); }
        if (!outcome.IsSuccess) { return; }
        Console.WriteLine((await api.GetTaskAsync(operation.Id, stop)).VideoId!);
        """);

    [Fact]
    public Task Guarded_around_a_lambda_and_a_local_function() => SilentAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (task.Status != VideoStatus.Ready) { return; }
        Func<int> length = () => task.VideoId!.Length;
        Console.WriteLine(length() + Twice());
        int Twice() => task.VideoId!.Length * 2;
        """);

    [Fact]
    public Task A_webhook_has_told_of_the_success() => FileAsync("""
        class Program
        {
            async Task OnEventAsync(IVideoApi api, byte[] body, string signature, string secret, string id)
            {
                var posted = VideoWebhook.Parse(body, signature, secret);
                if (posted.Type == "ready") { Console.WriteLine((await api.GetTaskAsync(id)).VideoId!); }
            }
        }
        """);

    [Fact]
    public Task In_handlers_of_exceptions() => SilentAsync("""
        VideoTask? last = null;
        try { last = await api.GetTaskAsync(text, stop); if (last.Status != VideoStatus.Ready) { return; } await Task.Delay(number, stop); }
        catch (TimeoutException) { Console.WriteLine(last!.VideoId!); }
        try { Console.WriteLine(number); }
        catch (TimeoutException) { var task = await api.GetTaskAsync(text, stop); if (task.Status == VideoStatus.Ready) { Console.WriteLine(task.VideoId!); } }
        """);

    [Fact]
    public Task Jobs_that_come_from_elsewhere() => FileAsync("""
        class Program
        {
            private readonly List<VideoTask> _known = new();
            static string Video(VideoTask task) => task.VideoId!;
            async Task RunAsync(IVideoApi api)
            {
                _known.Add(await api.GetTaskAsync("t"));
                foreach (var task in _known) { Console.WriteLine(task.VideoId!); }
            }
        }
        """);
}
