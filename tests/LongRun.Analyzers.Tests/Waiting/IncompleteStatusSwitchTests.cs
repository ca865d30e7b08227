using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using LongRun.CodeFixes.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

public sealed class IncompleteStatusSwitchTests : RuleTests<IncompleteStatusSwitch>
{
    protected override string Id => "LRO1010";

    protected override string Mistake => """
        var task = await api.GetTaskAsync(text, stop);
        [|switch|] (task.Status.Value)
        {
            case "ready":
                Console.WriteLine(task.VideoId);
                break;
            case "failed":
                throw new InvalidOperationException(task.Reason);
        }
        """;

    protected override IEnumerable<MetadataReference> MoreReferences => [References.TwelveLabs];

    protected override string Support => References.OtherClientsSource;

    [Fact]
    public Task In_the_polling_loop() => ReportsAsync("""
        while (true)
        {
            var task = await api.GetTaskAsync(text, stop);
            [|switch|] (task.Status.Value)
            {
                case "ready": return;
                case "failed": throw new InvalidOperationException(task.Reason);
            }
            await Task.Delay(1000, stop);
        }
        """);

    [Theory]
    [InlineData("""task.Status.Value is not ("ready" or "failed" or "canceled")""")]
    [InlineData("""task.Status != "ready" && task.Status != "failed" && task.Status != VideoStatus.Canceled""")]
    [InlineData("""!(task.Status == "ready" || task.Status == "failed" || task.Status == "canceled")""")]
    [InlineData("""!new[] { "ready", "failed", "canceled" }.Contains(task.Status.Value)""")]
    public Task After_a_loop_that_waits_for_every_ending(string condition) => ReportsAsync($$"""
        var task = await api.GetTaskAsync(text, stop);
        while ({{condition}})
        {
            await Task.Delay(1000, stop);
            task = await api.GetTaskAsync(text, stop);
        }
        [|switch|] (task.Status.Value)
        {
            case "ready": Console.WriteLine(task.VideoId); break;
            case "canceled": Console.WriteLine("Somebody stopped it."); break;
        }
        """);

    [Theory]
    [InlineData("""[|switch|] (task.Status.ToString()) { case VideoStatus.Names.Ready: return; case VideoStatus.Names.Queued: return; }""")]
    [InlineData("""[|switch|] (task) { case { Status.Value: "ready", VideoId: { } id }: Console.WriteLine(id); break; case { Status.Value: "canceled" }: return; }""")]
    [InlineData("""[|switch|] (task.Status) { case var s when s == VideoStatus.Failed: return; case var s when s == "canceled": return; }""")]
    [InlineData("""[|switch|] ((task.Status.Value, flag)) { case ("ready", _): return; case ("failed", true): return; case ("failed", false): return; }""")]
    [InlineData("""[|switch|] (task.Status.Value.ToUpperInvariant()) { case "READY" or "FAILED": return; }""")]
    [InlineData("""switch (number) { case 1: [|switch|] (task.Status.Value) { case "ready": return; case "failed": return; } break; default: break; }""")]
    public Task Constants_patterns_and_conditions(string statements) => ReportsAsync($$"""
        var task = await api.GetTaskAsync(text);
        {{statements}}
        """);

    [Theory]
    [InlineData("""var pair = (Id: task.Id, State: task.Status.Value); [|switch|] (pair.State) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }""")]
    [InlineData("""async Task<string> NextAsync() => (await api.GetTaskAsync(text)).Status.Value; [|switch|] (await NextAsync()) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }""")]
    [InlineData("""void Show(VideoTask shown) { [|switch|] (shown.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } } Show(task);""")]
    [InlineData("""if (task is { Status.Value: var status }) { [|switch|] (status) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } }""")]
    [InlineData("""Func<Task> later = async () => { var other = await api.GetTaskAsync(text); [|switch|] (other.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } }; await later();""")]
    public Task Status_by_way_of_locals_tuples_and_functions(string statements) => ReportsAsync($$"""
        var task = await api.GetTaskAsync(text);
        {{statements}}
        """);

    [Fact]
    public Task Items_of_a_list() => ReportsAsync("""
        int ready = 0, failed = 0;
        foreach (var task in (await api.ListTasksAsync()).Data)
        {
            [|switch|] (task.Status.Value) { case "ready": ready++; break; case "failed": failed++; break; }
        }
        (await api.ListTasksAsync()).Data.ToList().ForEach(task =>
        {
            [|switch|] (task.Status.Value) { case "ready": ready++; break; case "failed": failed++; break; }
        });
        """);

    [Theory]
    [InlineData("""[|switch|] (operation.State) { case OperationState.Running: break; case OperationState.Succeeded: Console.WriteLine("done"); break; }""")]
    [InlineData("""var outcome = await operation.WaitForOutcomeAsync(); [|switch|] (outcome.State) { case OperationState.Failed: throw outcome.Error!; case OperationState.Running: return; }""")]
    [InlineData("""[|switch|] (operation) { case { State: OperationState.Succeeded }: Console.WriteLine("done"); break; case { HasCompleted: false }: break; }""")]
    [InlineData("""[|switch|] (operation.Current?.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }""")]
    public Task States_of_handles_and_outcomes(string statements) => ReportsAsync($$"""
        var operation = await api.StartUploadAsync(new(), stop);
        await operation.UpdateStatusAsync(stop);
        {{statements}}
        """);

    [Fact]
    public Task Jobs_that_come_from_outside() => FileAsync("""
        class Program
        {
            static string Describe(VideoTask task)
            {
                [|switch|] (task.Status.Value) { case "ready": return "done"; case "failed": return "broken"; }
                return "at work";
            }

            static void Show(IEnumerable<VideoTask> tasks, VideoStatus status, Operation<VideoTask> any)
            {
                foreach (var task in tasks) { [|switch|] (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } }
                [|switch|] (status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
                [|switch|] (any.State) { case OperationState.Succeeded: Console.WriteLine(1); break; }
            }

            static async Task WatchAsync(IndexingOperation operation)
            {
                await foreach (var task in operation.WatchAsync())
                {
                    [|switch|] (task.Status.Value) { case "queued": Console.WriteLine(0); break; case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
                }
            }
        }
        """);

    [Fact]
    public Task Background_service_and_top_level_program() => ProgramAsync("""
        IVideoApi api = null!;
        var task = await api.GetTaskAsync("x");
        [|switch|] (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }

        class Poller(IVideoApi api)
        {
            protected async Task ExecuteAsync(CancellationToken stop)
            {
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
                while (await timer.WaitForNextTickAsync(stop))
                {
                    try
                    {
                        [|switch|] ((await api.GetTaskAsync("x", stop)).Status.Value) { case "ready": return; case "failed": return; case "queued" or "indexing": continue; }
                    }
                    catch (TimeoutException) { }
                }
            }
        }
        """);

    [Fact]
    public Task Some_endings_left_before() => ReportsAsync("""
        var task = await api.GetTaskAsync(text);
        if (task.Status == "failed") { throw new InvalidOperationException(); }
        [|switch|] (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "indexing": Console.WriteLine(2); break; }
        """);

    [Theory]
    [InlineData("""[|switch|] (job.State) { case Clients.RenderState.Done: Console.WriteLine(job.Image); break; case Clients.RenderState.Error: return; }""")]
    [InlineData("""[|switch|] (job.State.ToString()) { case "Done": Console.WriteLine(1); break; case "Error": Console.WriteLine(2); break; }""")]
    [InlineData("""[|switch|] (job) { case { State: Clients.RenderState.Done, Image: { } image }: Console.WriteLine(image); break; case { State: Clients.RenderState.Cancelled }: return; }""")]
    public Task Enum(string statements) => ReportsAsync($$"""
        Clients.IRenderApi renders = null!;
        var job = await renders.GetAsync(text);
        {{statements}}
        """);

    [Theory]
    [InlineData("""[|switch|] (job.Status) { case Clients.ExportStatuses.Completed: Console.WriteLine(job.Url); break; case Clients.ExportStatuses.Failed: Console.WriteLine(2); break; }""")]
    [InlineData("""[|switch|] (job) { case (_, "completed", var url): Console.WriteLine(url); break; case (_, "cancelled", _): Console.WriteLine(2); break; }""")]
    [InlineData("""var (_, status, _) = job; [|switch|] (status) { case "failed": Console.WriteLine(1); break; case "cancelled": Console.WriteLine(2); break; }""")]
    public Task Plain_texts(string statements) => ReportsAsync($$"""
        Clients.IExportApi exports = null!;
        var job = await exports.GetAsync(text);
        {{statements}}
        """);

    [Fact]
    public Task Generated_client() => ReportsAsync("""
        TwelveLabs.ITwelveLabsClient client = null!;
        var task = await client.RetrieveTaskAsync(text, stop);
        [|switch|] (task.Status.Value) { case TwelveLabs.IndexTaskStatus.Names.Ready: Console.WriteLine(1); break; case "indexing": Console.WriteLine(2); break; }
        """);

    [Fact]
    public Task Every_ending() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": case "canceled": throw new InvalidOperationException(); }
        switch (task) { case { Status.Value: "ready" or "failed" }: break; case var t when t.Status == VideoStatus.Canceled: break; }
        Clients.IRenderApi renders = null!;
        var job = await renders.GetAsync(text);
        switch (job.State) { case Clients.RenderState.Done: break; case > Clients.RenderState.Done: break; }
        switch (job.State.ToString()) { case "Done": break; case "Error" or nameof(Clients.RenderState.Cancelled): break; }
        """);

    [Theory]
    [InlineData("default: break;")]
    [InlineData("case var other: Console.WriteLine(other); break;")]
    [InlineData("case string: break;")]
    [InlineData("case { }: break;")]
    [InlineData("case not \"ready\": break;")]
    [InlineData("case string other when other.StartsWith(\"fail\") || other.StartsWith(\"cancel\"): break;")]
    [InlineData("case ['f', ..] or { Length: 8 }: break;")]
    public Task Something_takes_the_rest(string label) => SilentAsync($$"""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; {{label}} }
        """);

    [Fact]
    public Task No_ending_at_all() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value) { case "queued": Console.WriteLine("waits"); break; case "indexing": Console.WriteLine("works"); break; }
        """);

    [Fact]
    public Task Switch_expression() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        int code = task.Status.Value switch { "ready" => 0, "failed" => 1, _ => 2 };
        """);

    [Theory]
    [InlineData("""if (task.Status == "canceled") { return; }""")]
    [InlineData("""if (task.Status.Value is not ("ready" or "failed" or "queued")) { throw new InvalidOperationException(); }""")]
    [InlineData("""bool gone = task.Status == VideoStatus.Canceled; if (gone) { return; }""")]
    [InlineData("""while (task.Status == "canceled") { task = await api.CreateTaskAsync(new()); }""")]
    [InlineData("""Check(task); static void Check(VideoTask t) { if (t.Status == "canceled") { throw new InvalidOperationException(); } }""")]
    [InlineData("""if (task.Status == "canceled") { Console.WriteLine("Somebody stopped it."); }""")]
    public Task Ending_seen_before(string before) => SilentAsync($$"""
        var task = await api.GetTaskAsync(text);
        {{before}}
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
        """);

    [Theory]
    [InlineData("""while (task.Status != "ready");""")]
    [InlineData("""while (task.VideoId is null);""")]
    public Task Failures_in_the_loop_and_success_in_its_condition(string condition) => SilentAsync($$"""
        VideoTask task;
        do
        {
            await Task.Delay(1000, stop);
            task = await api.GetTaskAsync(text, stop);
            switch (task.Status.Value) { case "failed": case "canceled": throw new InvalidOperationException(task.Reason); }
        }
        {{condition}}
        """);

    [Fact]
    public Task Ending_seen_after() => SilentAsync("""
        for (int i = 0; i < 100; i++)
        {
            var task = await api.GetTaskAsync(text, stop);
            switch (task.Status.Value) { case "failed": case "canceled": throw new InvalidOperationException(task.Reason); }
            if (task.VideoId is not null) { break; }
            await Task.Delay(1000, stop);
        }
        """);

    [Fact]
    public Task Throw_in_place_of_a_default() => FileAsync("""
        class Program
        {
            async Task<string> RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("x");
                switch (task.Status.Value) { case "ready": return "done"; case "failed": return "broken"; }
                throw new InvalidOperationException($"What is {task.Status}?");
            }
        }
        """);

    [Fact]
    public Task Checked_out_of_sight() => FileAsync("""
        static class Ensure { public static void NotCanceled(VideoTask task) => _ = task.Status == "canceled" ? throw new InvalidOperationException() : 0; }

        class Program
        {
            async Task RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("x");
                Ensure.NotCanceled(task);
                switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
            }

            async Task PollAsync(IVideoApi api)
            {
                var task = await NextAsync(api);
                switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
            }

            async Task<VideoTask> NextAsync(IVideoApi api) => await api.GetTaskAsync("x") is { Status.Value: not "canceled" } task ? task : throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task Caller_has_left_with_the_ending() => FileAsync("""
        class Program
        {
            async Task RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("x");
                if (task.Status == VideoStatus.Canceled) { return; }
                Show(task);
            }

            void Show(VideoTask task)
            {
                switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
            }
        }
        """);

    [Fact]
    public Task After_a_wait() => SilentAsync("""
        var operation = await api.StartUploadAsync(new(), stop);
        var task = await operation.WaitForCompletionAsync(cancellationToken: stop);
        switch (operation.State) { case OperationState.Succeeded: Console.WriteLine(1); break; }
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; }
        var outcome = await operation.WaitForOutcomeAsync();
        if (!outcome.IsSuccess && !outcome.TimedOut) { throw outcome.Error!; }
        switch (outcome.State) { case OperationState.Succeeded: Console.WriteLine(1); break; case OperationState.Running: Console.WriteLine(2); break; }
        """);

    [Fact]
    public Task Handle_that_has_completed() => SilentAsync("""
        var operation = await api.StartUploadAsync(new(), stop);
        await operation.UpdateStatusAsync(stop);
        switch (operation) { case { State: OperationState.Succeeded }: Console.WriteLine(1); break; case { HasCompleted: true }: Console.WriteLine(2); break; }
        switch (await operation.WaitForOutcomeAsync()) { case { State: OperationState.Succeeded, Value: var v }: Console.WriteLine(v); break; case { Error: { } e }: Console.WriteLine(e); break; }
        """);

    [Fact]
    public Task Progress_is_only_shown() => FileAsync("""
        class Shown : IProgress<VideoTask>
        {
            public void Report(VideoTask value) { switch (value.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } }
        }

        class Program
        {
            void OnProgress(VideoTask task) { switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } }

            IProgress<VideoTask> Create() => new Progress<VideoTask>(task =>
            {
                switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
            });
        }
        """);

    [Fact]
    public Task Values_that_are_no_statuses() => FileAsync("""
        class Order { public string Status { get; set; } = ""; }

        class Program
        {
            void Look(Order order, Clients.ExportJob job, string status)
            {
                switch (order.Status) { case "ready": return; case "failed": return; }
                switch (job.Stage.Status) { case "completed": return; case "failed": return; }
                switch (status) { case "ready": return; case "failed": return; }
            }
        }
        """);

    [Fact]
    public Task Status_or_something_else() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        string status = flag ? task.Status.Value : text;
        switch (status) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
        string mapped = task.Status.Value switch { "canceled" => "failed", var other => other };
        switch (mapped) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
        """);

    [Fact]
    public Task Ending_under_a_wrong_name() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "Failed": Console.WriteLine(2); break; case "cancelled": Console.WriteLine(3); break; }
        """);

    [Fact]
    public Task Fix_adds_cases_in_the_style_of_those_that_are_there() => MendsAsync<IncompleteStatusSwitchCodeFix>(
        """
                async Task OneAsync()
                {
                    var task = await api.GetTaskAsync(text);
                    [|switch|] (task.Status.Value)
                    {
                        // What we are here for.
                        case "ready":
                            Console.WriteLine(task.VideoId);
                            break; // and on

                        // Others still run.
                    }
                }
                async Task TwoAsync()
                {
                    [|switch|] ((await api.GetTaskAsync(text)).Status.ToString())
                    {
                        case VideoStatus.Names.Ready:
                            Console.WriteLine(1);
                            break;

                        case VideoStatus.Names.Failed:
                            Console.WriteLine(2);
                            break;
                    }
                }
                async Task ThreeAsync()
                {
                    [|switch|] (await api.GetTaskAsync(text)) { case { Status.Value: "failed" }: return; case { Status.Value: "canceled" }: return; }
                }
        """,
        """
                async Task OneAsync()
                {
                    var task = await api.GetTaskAsync(text);
                    switch (task.Status.Value)
                    {
                        // What we are here for.
                        case "ready":
                            Console.WriteLine(task.VideoId);
                            break; // and on
                        case "failed":
                            throw new InvalidOperationException("Indexing ended as 'failed'.");
                        case "canceled":
                            throw new InvalidOperationException("Indexing ended as 'canceled'.");

                        // Others still run.
                    }
                }
                async Task TwoAsync()
                {
                    switch ((await api.GetTaskAsync(text)).Status.ToString())
                    {
                        case VideoStatus.Names.Ready:
                            Console.WriteLine(1);
                            break;

                        case VideoStatus.Names.Failed:
                            Console.WriteLine(2);
                            break;

                        case VideoStatus.Names.Canceled:
                            throw new InvalidOperationException("Indexing ended as 'canceled'.");
                    }
                }
                async Task ThreeAsync()
                {
                    switch (await api.GetTaskAsync(text)) { case { Status.Value: "failed" }: return; case { Status.Value: "canceled" }: return; case { Status.Value: "ready" }: break; }
                }
        """);

    [Fact]
    public Task Fix_knows_members_of_enums_and_their_names() => MendsAsync<IncompleteStatusSwitchCodeFix>(
        """
                async Task OneAsync(Clients.IRenderApi renders)
                {
                    [|switch|] ((await renders.GetAsync(text)).State)
                    {
                        case Clients.RenderState.Done:
                        case Clients.RenderState.Error:
                            break;
                    }
                }
                async Task TwoAsync(Clients.IRenderApi renders)
                {
                    [|switch|] ((await renders.GetAsync(text)).State.ToString())
                    {
                        case "Done":
                        case "Error":
                            break;
                    }
                }
                async Task ThreeAsync(IndexingOperation operation)
                {
                    await operation.UpdateStatusAsync(stop);
                    [|switch|] (operation.State)
                    {
                        case OperationState.Succeeded:
                            break;
                    }
                }
        """,
        """
                async Task OneAsync(Clients.IRenderApi renders)
                {
                    switch ((await renders.GetAsync(text)).State)
                    {
                        case Clients.RenderState.Done:
                        case Clients.RenderState.Error:
                            break;
                        case Clients.RenderState.Cancelled:
                            throw new InvalidOperationException("Render ended as 'cancelled'.");
                    }
                }
                async Task TwoAsync(Clients.IRenderApi renders)
                {
                    switch ((await renders.GetAsync(text)).State.ToString())
                    {
                        case "Done":
                        case "Error":
                            break;
                        case "Cancelled":
                            throw new InvalidOperationException("Render ended as 'Cancelled'.");
                    }
                }
                async Task ThreeAsync(IndexingOperation operation)
                {
                    await operation.UpdateStatusAsync(stop);
                    switch (operation.State)
                    {
                        case OperationState.Succeeded:
                            break;
                        case OperationState.Failed:
                            throw new InvalidOperationException("Indexing ended as 'Failed'.");
                    }
                }
        """);

    [Fact]
    public Task Message_names_what_is_missing() => SaysAsync(
        """var task = await api.GetTaskAsync(text); [|switch|] (task.Status.Value) { case "ready": break; }""",
        "The switch handles some endings of Indexing, but not 'failed' and 'canceled', and has no default: a job that ended so is taken for one that still runs. Add the cases, or a default.");
}
