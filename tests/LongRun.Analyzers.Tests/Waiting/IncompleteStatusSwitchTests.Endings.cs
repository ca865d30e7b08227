using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Which endings are missing and how the message names them; code that only shows progress; an ending that comes through.</content>
public sealed partial class IncompleteStatusSwitchTests
{
    [Theory]
    [InlineData("""var task = await api.GetTaskAsync(text); [|switch|] (task.Status.Value) { case "ready": break; case "failed": break; }""", "Indexing", "'canceled'", "case")]
    [InlineData("""var task = await api.GetTaskAsync(text); [|switch|] (task.Status.Value) { case "failed": break; case "canceled": break; }""", "Indexing", "'ready'", "case")]
    [InlineData("""var task = await api.GetTaskAsync(text); [|switch|] (task.Status.Value) { case "canceled": break; }""", "Indexing", "'failed' and 'ready'", "cases")]
    [InlineData("""var task = await api.GetTaskAsync(text); [|switch|] (task.Status.Value.ToUpperInvariant()) { case "READY": break; }""", "Indexing", "'FAILED' and 'CANCELED'", "cases")]
    [InlineData("""var job = await ((Clients.IRenderApi)null!).GetAsync(text); [|switch|] (job.State) { case Clients.RenderState.Error: break; }""", "Render", "'cancelled' and 'done'", "cases")]
    [InlineData("""var job = await ((Clients.IRenderApi)null!).GetAsync(text); [|switch|] (job.State.ToString()) { case "Error": break; }""", "Render", "'Cancelled' and 'Done'", "cases")]
    [InlineData("""var operation = api.ResumeIndexing(text); await operation.UpdateStatusAsync(); [|switch|] (operation.State) { case OperationState.Failed: break; }""", "Indexing", "'Succeeded'", "case")]
    [InlineData("""var operation = api.ResumeIndexing(text); await operation.UpdateStatusAsync(); [|switch|] (operation.State) { case OperationState.Succeeded: break; }""", "Indexing", "'Failed'", "case")]
    [InlineData("""async Task Show(Operation<VideoTask> any) { await any.UpdateStatusAsync(); [|switch|] (any.State) { case OperationState.Succeeded: break; } }""", "the operation", "'Failed'", "case")]
    public Task The_message(string statements, string job, string missing, string cases) => SaysAsync(
        statements,
        $"The switch handles some endings of {job}, but not {missing}, and has no default: a job that ended so is taken for one that still runs. Add the {cases}, or a default.");

    [Theory]
    [InlineData("void OnProgress(VideoTask task) { SWITCH }", false)]
    [InlineData("void LogState(VideoTask task) { SWITCH }", false)]
    [InlineData("void Show(VideoTask task) { SWITCH }", true)]
    [InlineData("void Report(VideoTask task) { SWITCH }", true)]
    [InlineData("object Make() => new Progress<VideoTask>(task => { SWITCH });", false)]
    [InlineData("object Make() => new Lazy<Action<VideoTask>>(() => task => { SWITCH });", true)]
    [InlineData("void Make() => Run(onProgress: task => { SWITCH });", false)]
    [InlineData("void Make() => Then(next: task => { SWITCH });", true)]
    [InlineData("void Make() => Progressed = task => { SWITCH };", false)]
    [InlineData("void Make() => Changed = task => { SWITCH };", true)]
    [InlineData("void Make() { Action<VideoTask> progress = task => { SWITCH }; Run(progress); }", false)]
    [InlineData("void Make() { Action<VideoTask> show = task => { SWITCH }; Then(show); }", true)]
    public Task Code_that_shows_progress(string member, bool isReported) => FileAsync($$"""
        class Program
        {
            private Action<VideoTask>? Progressed { get; set; }
            private Action<VideoTask>? Changed { get; set; }
            void Run(Action<VideoTask> onProgress) => onProgress(new());
            void Then(Action<VideoTask> next) => next(new());
            {{member.Replace("SWITCH", (isReported ? "[|switch|]" : "switch") + """ (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }""", StringComparison.Ordinal)}}
        }
        """);

    [Theory]
    [InlineData("""switch (task.Status.Value) { case "queued" or "indexing": return; case "failed": return; case "canceled": return; } Console.WriteLine(task.VideoId);""")]
    [InlineData("""[|switch|] (task.Status.Value) { case "queued" or "indexing": return; case "failed": break; case "canceled": return; } Console.WriteLine(task.VideoId);""")]
    [InlineData("""[|switch|] (task.Status.Value) { case "indexing": return; case "failed": return; case "canceled": return; } Console.WriteLine(task.VideoId);""")]
    [InlineData("""[|switch|] (task.Status.Value) { case "queued" or "indexing": return; case "failed": return; } Console.WriteLine(task.VideoId);""")]
    [InlineData("""[|switch|] (task.Status.Value) { case "queued" or "indexing": return; case "failed": return; case "canceled": return; }""")]
    [InlineData("""while (true) { [|switch|] (task.Status.Value) { case "queued" or "indexing": return; case "failed": return; case "canceled": return; } break; }""")]
    [InlineData("""while (flag) { [|switch|] (task.Status.Value) { case "queued" or "indexing": return; case "failed": return; case "canceled": return; } continue; }""")]
    [InlineData("""switch (task.Status.Value) { case "ready": return; case "failed": return; } throw new NotSupportedException();""")]
    [InlineData("""switch (number) { case 1: switch (task.Status.Value) { case "ready": return; case "failed": return; } throw new NotSupportedException(); default: break; }""")]
    [InlineData("""[|switch|] (task.Status.Value) { case "ready": return; case "failed": return; } Console.WriteLine(1); throw new NotSupportedException();""")]
    public Task What_follows_the_switch(string statements) => ReportsAsync("var task = await api.GetTaskAsync(text);\n" + statements);

    [Fact]
    public Task A_throw_follows_in_a_program() => ProgramAsync("""
        IVideoApi api = null!;
        var task = await api.GetTaskAsync("x");
        switch (task.Status.Value) { case "ready": return; case "failed": return; }
        throw new NotSupportedException();
        """);

    [Theory]
    [InlineData("""Helper("canceled");""", false)]
    [InlineData("""Helper("CANCELED");""", false)]
    [InlineData("""Helper("queued");""", true)]
    public Task Jobs_from_outside_whose_ending_is_named_elsewhere(string call, bool isReported) => FileAsync($$"""
        class Program
        {
            void Helper(string word) => Console.WriteLine(word);
            void Other() => {{call}}
            void Show(VideoTask task) { {{(isReported ? "[|switch|]" : "switch")}} (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } }
        }
        """);

    [Theory]
    [InlineData("case VideoStatus.Names.Ready", "case VideoStatus.Names.Failed", "case VideoStatus.Names.Canceled:", "task.Status.Value")]
    [InlineData("case \"ready\"", "case VideoStatus.Names.Failed", "case VideoStatus.Names.Canceled:", "task.Status.Value")]
    [InlineData("case VideoStatus.Names.Ready", "case \"failed\"", "case \"canceled\":", "task.Status.Value")]
    [InlineData("case \"ready\" or \"indexing\"", "case \"failed\" or \"queued\"", "case \"canceled\":", "task.Status.Value")]
    [InlineData("case nameof(Videos) or \"ready\"", "case \"failed\"", "case \"canceled\":", "task.Status.Value")]
    [InlineData("case var s when s == \"ready\"", "case var s when s == \"failed\"", "case var s when s == \"canceled\":", "task.Status.Value")]
    [InlineData("case var s when s is \"ready\"", "case var s when s is \"failed\"", "case var s when s is \"canceled\":", "task.Status.Value")]
    [InlineData("case { Status.Value: \"ready\" }", "case { Status.Value: \"failed\" }", "case { Status.Value: \"canceled\" }:", "task")]
    [InlineData("case { Status: { Value: \"ready\" } }", "case { Status: { Value: \"failed\" } }", "case { Status: { Value: \"canceled\" } }:", "task")]
    [InlineData("case { Status.Value: \"ready\", VideoId: { } id }", "case { Status.Value: \"failed\", Reason: { } why }", "case { Status.Value: \"canceled\" }:", "task")]
    [InlineData("case (\"ready\", _)", "case (\"failed\", _)", "case (\"canceled\", _):", "(task.Status.Value, flag)")]
    [InlineData("case (\"ready\", var on)", "case (\"failed\", var off)", "case (\"canceled\", var off):", "(task.Status.Value, flag)")]
    public Task The_fix_writes_a_case_as_the_others_are(string ready, string failed, string canceled, string value) => MendsAsync<IncompleteStatusSwitchCodeFix>(
        $$"""
                var task = await api.GetTaskAsync(text);
                [|switch|] ({{value}})
                {
                    {{ready}}:
                        Console.WriteLine(1);
                        break;
                    {{failed}}:
                        Console.WriteLine(2);
                        break;
                }
        """,
        $$"""
                var task = await api.GetTaskAsync(text);
                switch ({{value}})
                {
                    {{ready}}:
                        Console.WriteLine(1);
                        break;
                    {{failed}}:
                        Console.WriteLine(2);
                        break;
                    {{canceled}}
                        throw new InvalidOperationException("Indexing ended as 'canceled'.");
                }
        """);
}
