using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

/// <summary>What the rule reports, and what it offers. <see cref="ResultReadAfterSuccessTests"/> holds what it must not report.</summary>
public sealed partial class ResultReadBeforeSuccessTests : RuleTests<WaitingAnalyzer>
{
    protected override string Id => "LRO1002";

    protected override string Mistake => """var task = await api.GetTaskAsync(text, stop); Console.WriteLine(task.[|VideoId|]!.Length);""";

    [Fact]
    public Task Of_the_answer_of_a_start() => ReportsAsync("""
        var task = await api.CreateTaskAsync(new UploadRequest(), stop);
        Use(task.[|VideoId|]!);
        void Use(string id) => Console.WriteLine(id);
        """);

    [Fact]
    public Task Of_a_handle_s_answer() => ReportsAsync("""
        var operation = await api.StartUploadAsync(new UploadRequest(), stop);
        var task = await operation.UpdateStatusAsync(stop);
        Console.WriteLine(task.[|VideoId|]!);
        Func<string> trim = task.[|VideoId|].Trim;
        Console.WriteLine(trim());
        """);

    [Fact]
    public Task In_place_without_a_local() => ReportsAsync("""Console.WriteLine((await api.GetTaskAsync(text).ConfigureAwait(false)).[|VideoId|].Length);""");

    [Fact]
    public Task Of_a_task_that_is_blocked_on() => FileAsync("""
        class Program
        {
            static int Length(IVideoApi api) => api.GetTaskAsync("t").Result.[|VideoId|]!.Length + api.GetTaskAsync("t").GetAwaiter().GetResult().[|VideoId|]!.Length;
        }
        """);

    [Fact]
    public Task Given_to_an_argument_that_takes_no_null() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        var known = new Dictionary<string, int>();
        Console.WriteLine(known[task.[|VideoId|]]);
        await api.SearchAsync(task.[|VideoId|], cancellationToken: stop);
        """);

    [Fact]
    public Task Assigned_to_targets_that_take_no_null() => FileAsync("""
        class Row { public string Video { get; set; } = ""; public string? Maybe { get; set; } }
        class Program
        {
            private string _last = "";
            async Task<Row> RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("t");
                _last = task.[|VideoId|];
                string video = task.[|VideoId|];
                var names = new string[1];
                names[0] = task.[|VideoId|];
                return new Row { Video = task.[|VideoId|], Maybe = task.VideoId };
            }
        }
        """);

    [Fact]
    public Task Returned_or_yielded_where_no_null_is_promised() => FileAsync("""
        class Program
        {
            async Task<string> OneAsync(IVideoApi api) => (await api.GetTaskAsync("t")).[|VideoId|];
            async Task<string?> MaybeAsync(IVideoApi api) => (await api.GetTaskAsync("t")).VideoId;
            async IAsyncEnumerable<string> ManyAsync(IVideoApi api, string[] ids)
            {
                foreach (string id in ids) { yield return (await api.GetTaskAsync(id)).[|VideoId|]; }
            }
        }
        """);

    [Fact]
    public Task A_nullable_value_unwrapped_or_cast() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        Console.WriteLine(task.[|ExportId|]!.Value);
        Console.WriteLine(task.[|ExportId|].Value);
        Console.WriteLine((Guid)task.[|ExportId|]);
        Console.WriteLine(task.ExportId ?? Guid.Empty);
        Console.WriteLine(task.ExportId.GetValueOrDefault());
        Console.WriteLine(task.ExportId.HasValue);
        """);

    [Fact]
    public Task Kept_in_a_local_it_is_reported_where_it_is_read() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        var video = task.[|VideoId|];
        Console.WriteLine(number);
        Console.WriteLine(video.Length);
        Console.WriteLine(video!);
        """);

    [Fact]
    public Task Failure_excluded_only() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (task.Status == VideoStatus.Failed || task.Status == "canceled") { throw new InvalidOperationException(task.Reason); }
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task After_a_loop_that_ends_on_ready_or_failed() => ReportsAsync("""
        VideoTask task;
        {|LRO1008:do|}
        {
            await Task.Delay(1000, stop);
            task = await api.GetTaskAsync(text, stop);
        }
        while (task.Status != "ready" && task.Status != "failed" && task.Status != "canceled");
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task After_a_loop_that_ends_with_the_running_statuses() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        {|LRO1008:while|} (task.Status == VideoStatus.Queued || task.Status == VideoStatus.Indexing)
        {
            await Task.Delay(1000, stop);
            task = await api.GetTaskAsync(text, stop);
        }
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task After_a_loop_whose_attempts_ran_out() => ReportsAsync("""
        VideoTask? task = null;
        {|LRO1008:for|} (int i = 0; i < 10; i++)
        {
            task = await api.GetTaskAsync(text, stop);
            if (task.Status == VideoStatus.Ready) { break; }
            await Task.Delay(1000, stop);
        }
        Console.WriteLine(task!.[|VideoId|]!);
        """);

    [Fact]
    public Task Completed_is_not_succeeded() => ReportsAsync("""
        var operation = api.ResumeIndexing(text);
        {|LRO1008:while|} (!operation.HasCompleted)
        {
            await operation.UpdateStatusAsync(stop);
            await Task.Delay(1000, stop);
        }
        Console.WriteLine(operation.Current!.[|VideoId|]!);
        """);

    [Fact]
    public Task In_the_wrong_branch() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (task.Status == VideoStatus.Ready) { Console.WriteLine("ready"); } else { Console.WriteLine(task.[|VideoId|]!); }
        Console.WriteLine(task.Status == "ready" ? "ready" : task.[|VideoId|]!);
        """);

    [Fact]
    public Task In_the_arm_of_other_statuses() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        Console.WriteLine(task.Status.Value switch { "failed" => "none", _ => task.[|VideoId|]! });
        """);

    [Fact]
    public Task An_alternative_is_no_check() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (flag || task.Status == VideoStatus.Ready) { Console.WriteLine(task.[|VideoId|]!); }
        """);

    [Fact]
    public Task A_check_that_comes_too_late() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        Console.WriteLine(task.[|VideoId|]!);
        if (task.Status != VideoStatus.Ready) { throw new InvalidOperationException(); }
        """);

    [Fact]
    public Task Debug_assertions_and_logging_decide_nothing() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        System.Diagnostics.Debug.Assert(task.Status == VideoStatus.Ready && task.VideoId is not null);
        Console.WriteLine($"{task.Id}: {task.Status}");
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task Items_of_a_list() => ReportsAsync("""
        var page = await api.ListTasksAsync(cancellationToken: stop);
        foreach (var task in page.Data) { Console.WriteLine(task.[|VideoId|]!); }
        Console.WriteLine(page.Data.First(t => t.Id == text).[|VideoId|]!);
        Console.WriteLine(page.Data.Select(t => t.[|VideoId|]!.Length).Sum());
        Console.WriteLine(page.Data[0].[|VideoId|]![0]);
        """);

    [Fact]
    public Task Jobs_asked_for_at_once() => ReportsAsync("""
        var tasks = await Task.WhenAll(new[] { text, "other" }.Select(id => api.GetTaskAsync(id, stop)));
        foreach (var (task, position) in tasks.Select((t, i) => (t, i))) { Console.WriteLine(position); }
        foreach (var task in tasks) { Console.WriteLine(task.[|VideoId|]!); }
        """);

    [Fact]
    public Task The_reason_of_a_failure_tells_of_failure_only() => ReportsAsync("""
        var task = await api.GetTaskAsync(text, stop);
        if (task.Reason is not null) { throw new InvalidOperationException(task.Reason); }
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task Who_gets_the_id_or_the_result_has_checked_nothing() => FileAsync("""
        interface IStore { Task SaveAsync(string id); Task PutAsync(string video); }
        class Program
        {
            async Task RunAsync(IVideoApi api, IStore store)
            {
                var task = await api.CreateTaskAsync(new UploadRequest());
                await store.SaveAsync(task.Id);
                await store.PutAsync(task.[|VideoId|]!);
                await store.PutAsync(task.[|VideoId|]!);
            }
        }
        """);

    [Fact]
    public Task A_check_of_one_job_says_nothing_of_another() => FileAsync("""
        class Program
        {
            async Task ByIdAsync(IVideoApi api, string one, string two)
            {
                var first = await api.GetTaskAsync(one);
                if (first.Status != VideoStatus.Ready) { return; }
                var second = await api.GetTaskAsync(two);
                Console.WriteLine(first.VideoId! + second.[|VideoId|]!);
            }
            async Task ByStartAsync(IVideoApi api, UploadRequest request)
            {
                var first = await api.UploadAndWaitAsync(request);
                var second = await api.CreateTaskAsync(request);
                Console.WriteLine(first.VideoId! + second.[|VideoId|]!);
            }
            async Task ByHandleAsync(IVideoApi api, UploadRequest request)
            {
                var first = await api.StartUploadAsync(request);
                var second = await api.StartUploadAsync(request);
                await first.WaitForCompletionAsync();
                Console.WriteLine(first.Current!.VideoId! + (await second.UpdateStatusAsync()).[|VideoId|]!);
            }
        }
        """);

    [Fact]
    public Task In_handlers_of_exceptions_and_at_last() => ReportsAsync("""
        try { await Task.Delay(number, stop); }
        catch (TimeoutException) { var task = await api.GetTaskAsync(text, stop); Console.WriteLine(task.[|VideoId|]!); }
        finally { Console.WriteLine((await api.GetTaskAsync(text, stop)).[|VideoId|]!); }
        """);

    [Fact]
    public Task In_what_a_task_goes_on_with() => ReportsAsync("""
        await api.GetTaskAsync(text, stop).ContinueWith(t => Console.WriteLine(t.Result.[|VideoId|]!), stop);
        """);

    [Fact]
    public Task A_local_that_gets_another_job() => ReportsAsync("""
        var task = await api.GetTaskAsync("one", stop);
        if (task.Status != VideoStatus.Ready) { return; }
        Console.WriteLine(task.VideoId!);
        task = await api.GetTaskAsync("two", stop);
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task A_pattern_that_takes_null() => ReportsAsync("""
        if (await api.GetTaskAsync(text, stop) is { [|VideoId|]: var video }) { Console.WriteLine(video!); }
        """);

    [Fact]
    public Task In_lambdas_and_local_functions() => ReportsAsync("""
        await Parallel.ForEachAsync(new[] { text }, stop, async (id, token) => Console.WriteLine((await api.GetTaskAsync(id, token)).[|VideoId|]!));
        Func<Task<int>> later = async () => (await api.GetTaskAsync(text, stop)).[|VideoId|]!.Length;
        Console.WriteLine(await later());
        async Task<string> VideoAsync(string id) => (await api.GetTaskAsync(id, stop)).[|VideoId|];
        Func<string, Task<string>> given = VideoAsync;
        Console.WriteLine(given);
        """);

    [Fact]
    public Task In_code_without_annotations_a_dereference_still_counts() => ReportsAsync("""
        #nullable disable
        var task = await api.GetTaskAsync(text, stop);
        string video = task.VideoId;
        Console.WriteLine(task.[|VideoId|].Length);
        """);

    [Fact]
    public Task The_message_speaks_the_document_s_words() => MessageAsync(
        """
        var task = await api.GetTaskAsync(text, stop);
        if (task.Status == VideoStatus.Failed) { return; }
        Console.WriteLine(task.[|VideoId|]!);
        """,
        "'VideoId' has a value only after 'ready'; here the job may still be running, or have ended 'canceled'. Wait first with WaitForCompletionAsync, or check the status.");

    [Fact]
    public Task Mends_a_status_call() => MendsAsync<ResultReadBeforeSuccessCodeFix>(
        """
                // The video.
                var task = await api.GetTaskAsync(text, stop).ConfigureAwait(false); // as it stands
                Console.WriteLine(task.[|VideoId|]!.Length + task.[|VideoId|]!);
        """,
        """
                // The video.
                var task = await api.ResumeIndexing(text).WaitForCompletionAsync(cancellationToken: stop).ConfigureAwait(false); // as it stands
                Console.WriteLine(task.VideoId!.Length + task.VideoId!);
        """);

    [Fact]
    public Task Mends_a_start() => MendsAsync<ResultReadBeforeSuccessCodeFix>(
        """
                var task = await api.CreateTaskAsync(new UploadRequest { Name = "cats" /* short */ }, stop);
                Console.WriteLine(task.[|VideoId|]!);
                Console.WriteLine((await api.CreateTaskAsync(new UploadRequest(), cancellationToken: stop)).[|VideoId|]!);
        """,
        """
                var task = await api.UploadAndWaitAsync(new UploadRequest { Name = "cats" /* short */ }, cancellationToken: stop);
                Console.WriteLine(task.VideoId!);
                Console.WriteLine((await api.UploadAndWaitAsync(new UploadRequest(), cancellationToken: stop)).VideoId!);
        """);

    [Fact]
    public Task Mends_a_handle_s_look() => MendsAsync<ResultReadBeforeSuccessCodeFix>(
        """
                var operation = api.ResumeIndexing(text);
                Console.WriteLine((await operation.UpdateStatusAsync(stop)).[|VideoId|]!);
        """,
        """
                var operation = api.ResumeIndexing(text);
                Console.WriteLine((await operation.WaitForCompletionAsync(cancellationToken: stop)).VideoId!);
        """);

    [Fact]
    public Task Offers_nothing_where_no_wait_is_generated() => OffersNothingAsync<ResultReadBeforeSuccessCodeFix>("""
        var task = await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ", cancellationToken: stop);
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task Offers_nothing_for_a_list() => OffersNothingAsync<ResultReadBeforeSuccessCodeFix>("""
        foreach (var task in (await api.ListTasksAsync(cancellationToken: stop)).Data) { Console.WriteLine(task.[|VideoId|]!); }
        """);

    [Fact]
    public Task Offers_nothing_where_the_job_has_two_origins() => OffersNothingAsync<ResultReadBeforeSuccessCodeFix>("""
        var task = await api.GetTaskAsync(text, stop);
        if (flag) { task = await api.GetTaskAsync("other", stop); }
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task Offers_nothing_where_it_would_lose_a_comment() => OffersNothingAsync<ResultReadBeforeSuccessCodeFix>("""
        var task = await api.GetTaskAsync(text /* from the store */, stop);
        Console.WriteLine(task.[|VideoId|]!);
        """);

    [Fact]
    public Task Offers_nothing_in_a_loop_that_polls() => OffersNothingAsync<ResultReadBeforeSuccessCodeFix>("""
        {|LRO1008:while|} (!stop.IsCancellationRequested)
        {
            var task = await api.GetTaskAsync(text, stop);
            Console.WriteLine(task.[|VideoId|]!);
            if (task.Status != VideoStatus.Queued && task.Status != VideoStatus.Indexing) { return; }
            await Task.Delay(1000, stop);
        }
        """);
}
