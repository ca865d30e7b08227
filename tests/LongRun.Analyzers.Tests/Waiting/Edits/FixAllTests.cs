using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Constraints;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>All reports of a file fixed at once: each place gets the fix that was chosen, or the best that is offered there.</summary>
public sealed class FixAllTests : FixTests
{
    private const string TwoLoops = """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }

        while (true)
        {
            var render = await renders.GetRenderAsync(id, stop);
            if (render.State == RenderState.Done) break;
            await Task.Delay(5000, stop);
        }
        """;

    [Fact]
    public Task Chosen_fix_is_taken_though_another_is_better() => FixesAllAsync<FailureNotSeenCodeFix>(
        "AddFailureCheck",
        TwoLoops,
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }

        while (true)
        {
            var render = await renders.GetRenderAsync(id, stop);
            if (render.State is RenderState.Error or RenderState.Cancelled)
            {
                throw new InvalidOperationException($"The job has ended '{render.State}'.");
            }

            if (render.State == RenderState.Done) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Another_fix_is_taken_where_the_chosen_one_is_not_offered() => FixesAllAsync<FailureNotSeenCodeFix>(
        "ReplaceLoop",
        TwoLoops,
        """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);

        while (true)
        {
            var render = await renders.GetRenderAsync(id, stop);
            if (render.State is RenderState.Error or RenderState.Cancelled)
            {
                throw new InvalidOperationException($"The job has ended '{render.State}'.");
            }

            if (render.State == RenderState.Done) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Fix_within_the_place_of_another_waits_for_the_next_time() => FixesAllAsync<BlockedThreadCodeFix>(
        "Await",
        """Console.WriteLine(api.ResumeIndexing(api.ResumeIndexing(id).WaitForCompletionAsync().Result.Id).WaitForCompletionAsync().Result);""",
        """Console.WriteLine(api.ResumeIndexing((await api.ResumeIndexing(id).WaitForCompletionAsync()).Id).WaitForCompletionAsync().Result);""");

    [Fact]
    public Task Start_is_returned_where_that_is_chosen_and_there_is_room() => FixesAllAsync<DroppedOperationCodeFix>(
        "Return",
        """
        Console.WriteLine(await UploadAsync());
        await api.CreateTaskAsync(new(), stop);
        async Task<VideoTask?> UploadAsync()
        {
            await api.CreateTaskAsync(new(), stop);
            return null;
        }
        """,
        """
        Console.WriteLine(await UploadAsync());
        await api.UploadAndWaitAsync(new(), cancellationToken: stop);
        async Task<VideoTask?> UploadAsync()
        {
            return await api.CreateTaskAsync(new(), stop);
        }
        """);

    [Fact]
    public Task Start_is_waited_for_where_that_is_chosen() => FixesAllAsync<DroppedOperationCodeFix>(
        "WaitForm",
        """
        Console.WriteLine(await UploadAsync());
        async Task<VideoTask?> UploadAsync()
        {
            await api.CreateTaskAsync(new(), stop);
            return null;
        }
        """,
        """
        Console.WriteLine(await UploadAsync());
        async Task<VideoTask?> UploadAsync()
        {
            return await api.UploadAndWaitAsync(new(), cancellationToken: stop);
        }
        """);

    [Fact]
    public Task Two_starts_of_one_statement_share_its_await() => FixesAllAsync<DroppedOperationCodeFix>(
        "WaitForm",
        """Task.WhenAll(api.CreateTaskAsync(new()), api.CreateTaskAsync(new()));""",
        """await Task.WhenAll(api.UploadAndWaitAsync(new()), api.UploadAndWaitAsync(new()));""");

    [Fact]
    public Task Values_are_replaced_whatever_fix_was_chosen() => FixesAllAsync<NumberOutOfRangeCodeFix>(
        "LRO2007",
        """
        const int Many = 100;
        await api.ListTasksAsync(60);
        await api.ListTasksAsync(Many);
        await api.ListTasksAsync(70);
        """,
        """
        const int Many = 100;
        await api.ListTasksAsync(50);
        await api.ListTasksAsync(Many);
        await api.ListTasksAsync(50);
        """);
}
