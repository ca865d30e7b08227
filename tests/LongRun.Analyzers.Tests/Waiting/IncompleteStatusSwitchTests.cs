using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using LongRun.CodeFixes.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class IncompleteStatusSwitchTests : RuleTests<IncompleteStatusSwitch>
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
    public Task Fix_copies_what_asks_for_the_ending_and_no_more() => MendsAsync<IncompleteStatusSwitchCodeFix>(
        """
                [|switch|] (await api.GetTaskAsync(text))
                {
                    case { Status.Value: "ready", VideoId: { } id }:
                        Console.WriteLine(id);
                        break;
                    case { Status.Value: "failed" } when flag:
                        throw new InvalidOperationException();
                }
        """,
        """
                switch (await api.GetTaskAsync(text))
                {
                    case { Status.Value: "ready", VideoId: { } id }:
                        Console.WriteLine(id);
                        break;
                    case { Status.Value: "failed" } when flag:
                        throw new InvalidOperationException();
                    case { Status.Value: "canceled" }:
                        throw new InvalidOperationException("Indexing ended as 'canceled'.");
                }
        """);

    [Fact]
    public Task Message_names_what_is_missing() => SaysAsync(
        """var task = await api.GetTaskAsync(text); [|switch|] (task.Status.Value) { case "ready": break; }""",
        "The switch handles some endings of Indexing, but not 'failed' and 'canceled', and has no default: a job that ended so is taken for one that still runs. Add the cases, or a default.");
}
