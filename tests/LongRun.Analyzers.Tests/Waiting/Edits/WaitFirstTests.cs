using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>Where a wait is put before a read.</summary>
public sealed partial class WaitFirstTests : FixTests
{
    [Fact]
    public Task Status_call() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        var task = await api.GetTaskAsync(id);
        Console.WriteLine(task.VideoId!);
        """,
        new Offer("Wait first with WaitForCompletionAsync", "WaitFirst", """
        var task = await api.ResumeIndexing(id).WaitForCompletionAsync();
        Console.WriteLine(task.VideoId!);
        """));

    [Fact]
    public Task Named_arguments() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        var task = await api.GetTaskAsync(cancellationToken: stop, id: id);
        Console.WriteLine(task.VideoId!);
        """,
        new Offer("Wait first with WaitForCompletionAsync", "WaitFirst", """
        var task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId!);
        """));

    [Fact]
    public Task Result_that_is_blocked_on() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        Console.WriteLine(api.GetTaskAsync(id).Result.VideoId!);
        Console.WriteLine(api.GetTaskAsync(id).GetAwaiter().GetResult().VideoId!);
        """,
        new Offer("Wait first with WaitForCompletionAsync", "WaitFirst", """
        Console.WriteLine(api.ResumeIndexing(id).WaitForCompletionAsync().Result.VideoId!);
        Console.WriteLine(api.GetTaskAsync(id).GetAwaiter().GetResult().VideoId!);
        """));

    [Fact]
    public Task Awaiter() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        Console.WriteLine(api.GetTaskAsync(id).GetAwaiter().GetResult().VideoId!);
        """,
        new Offer("Wait first with WaitForCompletionAsync", "WaitFirst", """
        Console.WriteLine(api.ResumeIndexing(id).WaitForCompletionAsync().GetAwaiter().GetResult().VideoId!);
        """));

    [Fact]
    public Task Parentheses_and_conditional_access() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        Console.WriteLine((await api.GetTaskAsync(id))?.VideoId!);
        """,
        new Offer("Wait first with WaitForCompletionAsync", "WaitFirst", """
        Console.WriteLine((await api.ResumeIndexing(id).WaitForCompletionAsync())?.VideoId!);
        """));

    [Fact]
    public Task Conditional_access_on_a_local() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        VideoTask? task = await api.GetTaskAsync(id, stop);
        Console.WriteLine(task?.VideoId!.Length);
        """,
        new Offer("Wait first with WaitForCompletionAsync", "WaitFirst", """
        VideoTask? task = await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task?.VideoId!.Length);
        """));

    [Fact]
    public Task Start_with_positions() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        var task = await api.CreateTaskAsync(new UploadRequest(), stop);
        Console.WriteLine(task.VideoId!);
        """,
        new Offer("Wait first with UploadAndWaitAsync", "WaitFirst", """
        var task = await api.UploadAndWaitAsync(new UploadRequest(), cancellationToken: stop);
        Console.WriteLine(task.VideoId!);
        """));

    [Fact]
    public Task Start_without_a_token() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        var task = await api.CreateTaskAsync(request: new UploadRequest());
        Console.WriteLine(task.VideoId!);
        """,
        new Offer("Wait first with UploadAndWaitAsync", "WaitFirst", """
        var task = await api.UploadAndWaitAsync(request: new UploadRequest());
        Console.WriteLine(task.VideoId!);
        """));

    [Fact]
    public Task Look_at_a_handle_in_a_local() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        var job = api.ResumeIndexing(id);
        var task = await job.UpdateStatusAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId!);
        """,
        new Offer("Wait first with WaitForCompletionAsync", "WaitFirst", """
        var job = api.ResumeIndexing(id);
        var task = await job.WaitForCompletionAsync(cancellationToken: stop);
        Console.WriteLine(task.VideoId!);
        """));

    [Fact]
    public Task Nothing_without_a_handle() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        var render = await renders.GetRenderAsync(id, stop);
        Console.WriteLine(render.Output!);
        """);

    [Fact]
    public Task Nothing_where_the_id_is_a_number() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        var reply = await exports.GetExportAsync(number, stop);
        Console.WriteLine(reply.Job.Url!);
        """);

    [Fact]
    public Task Nothing_for_a_parameter() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        void Show(VideoTask task) => Console.WriteLine(task.VideoId!);
        Show(await api.GetTaskAsync(id, stop));
        """);

    [Fact]
    public Task Nothing_for_a_cast_of_another_method() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        var task = await Task.Run(() => api.GetTaskAsync(id, stop));
        Console.WriteLine(task.VideoId!);
        """);

    [Fact]
    public Task Nothing_on_a_client_that_may_be_missing() => OffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        IVideoApi? other = api;
        var task = await other?.GetTaskAsync(id, stop)!;
        Console.WriteLine(task.VideoId!);
        """);

    [Fact]
    public Task Nothing_inside_the_client() => FileOffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        using System;
        using System.Threading.Tasks;
        using LongRun.Annotations;

        public sealed class Job { public string Status { get; set; } = ""; [AvailableWhenSucceeded] public string? Url { get; set; } }

        class Program
        {
            [OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
            public Task<Job> GetAsync(string id) => Task.FromResult(new Job());

            async Task RunAsync(string id) => Console.WriteLine((await GetAsync(id)).Url!);
        }
        """);

    [Fact]
    public Task Nothing_where_the_namespace_is_not_used() => FileOffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api) => System.Console.WriteLine((await api.GetTaskAsync("1")).VideoId!);
        }
        """);
}
