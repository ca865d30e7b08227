namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Handles, and clients of other shapes: nested paths, enums, positional records, tasks of values.</content>
public sealed partial class ResultReadBeforeSuccessTests
{
    private const string OtherClients = """
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.Serialization;
        enum Stage { [EnumMember(Value = "waiting")] Waiting, [EnumMember(Value = "finished")] Done, [EnumMember(Value = "broken")] Broken }
        abstract record Numbered(string Id);
        record Work(string Id, Stage Stage, [property: AvailableWhenSucceeded] string? Result, [property: AvailableWhenSucceeded] int? Size) : Numbered(Id)
        {
            [MemberNotNullWhen(true, nameof(Result))] public bool HasResult => Result is not null;
            [MemberNotNullWhen(false, nameof(Result), nameof(Size))] public bool IsEmpty() => Result is null;
            public static implicit operator Stage(Work work) => work.Stage;
        }
        record Reply(Work? Job, string Token);
        record Envelope(Inner Inner);
        record Inner(List<Work> Works, string Next);
        interface IWorks
        {
            [OperationMonitor("Work", "id", "Stage", Succeeded = new[] { "finished" }, Failed = new[] { "broken" }, ListMethod = nameof(ListAsync), ListItems = "Inner.Works", ListId = "Id", ListStatus = "Stage")]
            ValueTask<Work> GetAsync(string id);
            Task<Envelope> ListAsync(Stage? stage = null, string? text = null);
            [OperationMonitor("Nested", "id", "Job.Stage", Succeeded = new[] { "finished" }, Failed = new[] { "broken" })]
            Task<Reply> NestedAsync(string id);
        }

        """;

    [Theory]
    [InlineData("operation.State != OperationState.Succeeded")]
    [InlineData("operation.State is not OperationState.Succeeded")]
    [InlineData("operation is { State: not OperationState.Succeeded }")]
    [InlineData("operation.State is OperationState.Running or OperationState.Failed")]
    [InlineData("operation.State.ToString() != \"Succeeded\"")]
    [InlineData("$\"{operation.State}\" != \"Succeeded\"")]
    [InlineData("operation.State switch { OperationState.Succeeded => false, _ => true }")]
    [InlineData("operation.Current!.Status != \"ready\"")]
    [InlineData("operation.Current is { Status.Value: not \"ready\" }")]
    [InlineData("(await operation.UpdateStatusAsync(stop)).Status != \"ready\"")]
    public Task In_the_branch_of_a_handle_that_has_not_succeeded(string condition) => ReportsAsync($$"""
        var operation = api.ResumeIndexing(text);
        var task = await operation.UpdateStatusAsync(stop);
        if ({{condition}}) { Console.WriteLine(task.[|VideoId|]!); }
        else { Console.WriteLine(task.VideoId!); }
        """);

    [Theory]
    [InlineData("operation.HasCompleted")]
    [InlineData("operation.State == OperationState.Failed")]
    [InlineData("operation.State == OperationState.Running")]
    [InlineData("operation.Id == text")]
    public Task In_both_branches_of_a_handle(string condition) => ReportsAsync($$"""
        var operation = api.ResumeIndexing(text);
        var task = await operation.UpdateStatusAsync(stop);
        if ({{condition}}) { Console.WriteLine(task.[|VideoId|]!); }
        else { Console.WriteLine(task.[|VideoId|]!); }
        """);

    [Theory]
    [InlineData("work.Stage != Stage.Done")]
    [InlineData("Stage.Done != work.Stage")]
    [InlineData("!work.Stage.Equals(Stage.Done)")]
    [InlineData("!Equals(work.Stage, Stage.Done)")]
    [InlineData("work.Stage is not Stage.Done")]
    [InlineData("work is { Stage: not Stage.Done }")]
    [InlineData("work is not (_, Stage.Done, _, _)")]
    [InlineData("work is (_, not Stage.Done, _, _)")]
    [InlineData("work is var (_, stage, _, _) && stage != Stage.Done")]
    [InlineData("work is (_, _, null, _)")]
    [InlineData("work is (_, _, _, null)")]
    [InlineData("work.Stage.ToString() != \"Done\"")]
    [InlineData("work.Stage.ToString() != nameof(Stage.Done)")]
    [InlineData("$\"{work.Stage}\" != \"Done\"")]
    [InlineData("work.Stage.ToString().ToLowerInvariant() != \"done\"")]
    [InlineData("!work.HasResult")]
    [InlineData("work.HasResult == false")]
    [InlineData("work.IsEmpty()")]
    [InlineData("work.Size == null")]
    [InlineData("!work.Size.HasValue")]
    [InlineData("!(work.Size > 0)")]
    [InlineData("work.Stage switch { Stage.Done => false, _ => true }")]
    [InlineData("new[] { Stage.Waiting, Stage.Broken, }.Contains(work.Stage) || work.Stage != Stage.Done")]
    [InlineData("!new[] { Stage.Done }.Contains(work.Stage)")]
    [InlineData("(Stage)work.Stage != Stage.Done")]
    [InlineData("(Stage?)work.Stage != Stage.Done")]
    public Task In_the_branch_of_an_enum_that_is_not_the_ending(string condition) => FileAsync(OtherClients + $$"""
        class Program
        {
            async Task RunAsync(IWorks works)
            {
                var work = await works.GetAsync("w");
                if ({{condition}}) { Console.WriteLine(work.[|Result|]!); }
                else { Console.WriteLine(work.Result!); }
            }
        }
        """);

    [Theory]
    [InlineData("(await works.GetAsync(\"w\")).[|Result|]!")]
    [InlineData("(await works.GetAsync(\"w\").AsTask()).[|Result|]!")]
    [InlineData("(await works.GetAsync(\"w\").Preserve()).[|Result|]!")]
    [InlineData("(await works.GetAsync(\"w\").ConfigureAwait(false)).[|Result|]!")]
    [InlineData("works.GetAsync(\"w\").Result.[|Result|]!")]
    [InlineData("(await works.NestedAsync(\"w\")).Job!.[|Result|]!")]
    [InlineData("(await works.NestedAsync(\"w\"))!.Job?.[|Result|]!")]
    [InlineData("(await works.NestedAsync(\"w\")) is { Job: var job } ? job!.[|Result|]! : \"\"")]
    [InlineData("(await works.NestedAsync(\"w\")) is var (job, _) ? job!.[|Result|]! : \"\"")]
    [InlineData("(await works.NestedAsync(\"w\")) is { Job.Stage: not Stage.Done } reply ? reply.Job!.[|Result|]! : \"\"")]
    [InlineData("(await works.NestedAsync(\"w\")) is { Job.Stage: Stage.Done } reply ? reply.Job!.Result! : \"\"")]
    [InlineData("(await works.ListAsync()).Inner.Works[0].[|Result|]!")]
    [InlineData("(await works.ListAsync()) is { Inner.Works: var all } ? all[0].[|Result|]! : \"\"")]
    [InlineData("(await works.ListAsync()).Inner.Works.Find(w => w.Stage == Stage.Done)?.Result!")]
    [InlineData("(await works.ListAsync()).Inner.Works.Find(w => w.Stage != Stage.Done)!.[|Result|]!")]
    [InlineData("(await works.ListAsync(Stage.Waiting)).Inner.Works[0].[|Result|]!")]
    [InlineData("(await works.ListAsync(Stage.Done)).Inner.Works[0].Result!")]
    [InlineData("(await works.ListAsync(stage: Stage.Done)).Inner.Works[0].Result!")]
    [InlineData("(await works.ListAsync(null, \"Finished\")).Inner.Works[0].Result!")]
    [InlineData("(await works.ListAsync(null, \"waiting\")).Inner.Works[0].[|Result|]!")]
    public Task Of_a_client_of_another_shape(string value) => FileAsync(OtherClients + $$"""
        class Program
        {
            async Task RunAsync(IWorks works)
            {
                Console.WriteLine({{value}});
            }
        }
        """);

    [Theory]
    [InlineData("var (_, stage, result, _) = await works.GetAsync(\"w\");", "stage != Stage.Done")]
    [InlineData("Stage stage; string? result; (_, stage, result, _) = await works.GetAsync(\"w\");", "stage != Stage.Done")]
    [InlineData("var (_, _, result, size) = await works.GetAsync(\"w\");", "size is null")]
    [InlineData("var (_, stage, _, _) = await works.GetAsync(\"w\"); string? result = null;", "false")]
    public Task Taken_apart_before(string step, string condition) => FileAsync(OtherClients + $$"""
        class Program
        {
            async Task RunAsync(IWorks works)
            {
                {{step}}
                if (!({{condition}})) { Console.WriteLine(result!); }
            }
        }
        """);
}
