using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

/// <summary>What is made of a dropped start where the form that waits takes its arguments in another order, or not all of them.</summary>
public sealed class StartMendingTests : RuleTests<WaitingAnalyzer>
{
    protected override string Id => "LRO1001";

    protected override string Mistake => """IJobsApi jobs = null!; await jobs.[|StartAsync|]("a");""";

    protected override string Support => """
        global using Jobs;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun;
        using LongRun.Annotations;

        namespace Jobs
        {
            public sealed class Job { public string Id { get; set; } = ""; public string State { get; set; } = ""; }

            public interface IJobsApi
            {
                [StartsOperation("Job", nameof(GetAsync), nameof(Job.Id))]
                Task<Job> StartAsync(string name, string @event = "", CancellationToken cancellationToken = default);

                [StartsOperation("Count", nameof(GetAsync), nameof(Job.Id))]
                Task<Job> CountAsync(string name, int count = 1);

                [StartsOperation("Hidden", nameof(GetAsync), nameof(Job.Id))]
                Task<Job> HideAsync(string name);

                [OperationMonitor("Work", "id", nameof(Job.State), Succeeded = new[] { "done" }, Failed = new[] { "failed" })]
                Task<Job> GetAsync(string id, CancellationToken cancellationToken = default);
            }

            public static class JobsExtensions
            {
                public static Task<Job> JobAndWaitAsync(this IJobsApi api, string name, WaitOptions? options = null, string @event = "", CancellationToken cancellationToken = default) => null!;
                public static Task<Job> CountAndWaitAsync(this IJobsApi api, string name, WaitOptions? options = null) => null!;
                private static Task<Job> HiddenAndWaitAsync(this IJobsApi api, string name) => null!;
            }
        }
        """;

    [Theory]
    [InlineData("await jobs.[|StartAsync|](\"a\");", "await jobs.JobAndWaitAsync(\"a\");")]
    [InlineData("await jobs.[|StartAsync|](\"a\", \"b\");", "await jobs.JobAndWaitAsync(\"a\", @event: \"b\");")]
    [InlineData("await jobs.[|StartAsync|](\"a\", \"b\", stop);", "await jobs.JobAndWaitAsync(\"a\", @event: \"b\", cancellationToken: stop);")]
    [InlineData("await jobs.[|StartAsync|](@event: \"b\", name: \"a\");", "await jobs.JobAndWaitAsync(@event: \"b\", name: \"a\");")]
    [InlineData("var task = jobs.[|StartAsync|](\"a\"); await Task.WhenAny(task, Task.Delay(5));", "var task = jobs.JobAndWaitAsync(\"a\"); await Task.WhenAny(task, Task.Delay(5));")]
    [InlineData("Task task = jobs.[|StartAsync|](\"a\"); await Task.WhenAny((Task)task, Task.Delay(5));", "Task task = jobs.JobAndWaitAsync(\"a\"); await Task.WhenAny((Task)task, Task.Delay(5));")]
    [InlineData("await jobs.[|CountAsync|](\"a\");", "await jobs.CountAndWaitAsync(\"a\");")]
    [InlineData("await (maybe?.[|StartAsync|](\"a\") ?? Task.FromResult(new Job()));", "await (maybe?.JobAndWaitAsync(\"a\") ?? Task.FromResult(new Job()));")]
    [InlineData("Job job = await jobs.[|StartAsync|](\"a\");", "Job job = await jobs.JobAndWaitAsync(\"a\");")]
    [InlineData("async Task<object?> Run() { await jobs.[|StartAsync|](\"a\"); return null; } await Run();", "async Task<object?> Run() { await jobs.JobAndWaitAsync(\"a\"); return null; } await Run();")]
    [InlineData("async Task<Job> Run() { await jobs.[|StartAsync|](\"a\"); return new(); } await Run();", "async Task<Job> Run() { await jobs.JobAndWaitAsync(\"a\"); return new(); } await Run();")]
    [InlineData("async Task<Job?> Run() { if (flag) { await jobs.[|StartAsync|](\"a\"); } return null; } await Run();", "async Task<Job?> Run() { if (flag) { await jobs.JobAndWaitAsync(\"a\"); } return null; } await Run();")]
    public Task Is_mended(string before, string after) => MendsAsync<DroppedOperationCodeFix>(Given + before, Given + after);

    [Theory]
    [InlineData("async Task<Job> Run() { await jobs.[|StartAsync|](\"a\"); return default!; }", "async Task<Job> Run() { return await jobs.StartAsync(\"a\"); }")]
    [InlineData("async Task<Job?> Run() { await jobs.[|StartAsync|](\"a\"); return (Job?)null; }", "async Task<Job?> Run() { return await jobs.StartAsync(\"a\"); }")]
    [InlineData("Task<Job>? Run() { jobs.[|StartAsync|](\"a\"); return null; }", "Task<Job>? Run() { return jobs.StartAsync(\"a\"); }")]
    public Task Is_returned(string before, string after) => MendsAsync<DroppedOperationCodeFix>(Given + before + " Console.WriteLine(Run());", Given + after + " Console.WriteLine(Run());");

    [Theory]
    [InlineData("await jobs.[|CountAsync|](\"a\", 2);")]
    [InlineData("await jobs.[|HideAsync|](\"a\");")]
    [InlineData("maybe?.[|StartAsync|](\"a\");")]
    [InlineData("await Task.WhenAny(jobs.[|StartAsync|](\"a\"), Task.Delay(5));")]
    [InlineData("Action go = () => { jobs.[|StartAsync|](\"a\"); }; go();")]
    public Task Is_not_mended(string statements) => OffersNothingAsync<DroppedOperationCodeFix>(Given + statements);

    [Fact]
    public Task The_form_that_nobody_can_call_is_not_named() => SaysAsync(
        Given + "await jobs.[|HideAsync|](\"a\");",
        "HideAsync starts a paid Hidden job that nobody can find again: its result is thrown away. Keep the result, or write '_ =' where it is on purpose.");

    [Fact]
    public Task Inside_the_client_itself() => MendsAsync<DroppedOperationCodeFix>(
        Inside("await [|StartAsync|](\"a\", \"b\"); await this.[|StartAsync|](\"a\");"),
        Inside("await this.JobAndWaitAsync(\"a\", @event: \"b\"); await this.JobAndWaitAsync(\"a\");"));

    [Fact]
    public Task Inside_a_client_that_renames_a_parameter() => OffersNothingAsync<DroppedOperationCodeFix>(Inside("await [|StartAsync|](title: \"a\");"));

    private const string Given = """
        IJobsApi jobs = null!;
        IJobsApi? maybe = jobs;

        """;

    // The frame of the method closes this one.
    private static string Inside(string statements) => $$"""
            }
        }

        abstract class Client : IJobsApi
        {
            public abstract Task<Job> StartAsync(string title, string @event = "", CancellationToken cancellationToken = default);
            public abstract Task<Job> CountAsync(string name, int count = 1);
            public abstract Task<Job> HideAsync(string name);
            public abstract Task<Job> GetAsync(string id, CancellationToken cancellationToken = default);

            async Task RunAsync()
            {
                {{statements}}
        """;
}
