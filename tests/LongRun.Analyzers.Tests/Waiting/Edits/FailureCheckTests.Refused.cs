using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>Where it is not offered.</content>
public sealed partial class FailureCheckTests
{
    [Fact]
    public Task Nothing_where_the_local_holds_a_part() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var job = (await exports.GetExportAsync(number, stop)).Job;
            if (job.State == "completed") break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_the_job_is_in_no_local() => OffersAsync<FailureNotSeenCodeFix>(
        """
        var turns = 0;
        while ((await api.GetTaskAsync(id, stop)).Status != "ready")
        {
            turns++;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_several_jobs_are_asked_for() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            var other = await api.GetTaskAsync("1", stop);
            if (task.Status == "ready" && other.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_for_each_part_of_a_job() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var import = await imports.GetImportAsync(id, stop);
            if (import.Items!.All(i => i.Status == ImportStatus.Ready)) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_the_statement_stands_alone() => OffersAsync<FailureNotSeenCodeFix>(
        """
        var task = await api.GetTaskAsync(id);
        for (var i = 0; task.Status != "ready"; i++)
            task = await api.GetTaskAsync(id, stop);
        """);

    [Fact]
    public Task Nothing_where_several_locals_are_declared() => OffersAsync<FailureNotSeenCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            VideoTask task = await api.GetTaskAsync(id, stop), other = task;
            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Nothing_where_the_local_gets_it_in_passing() => OffersAsync<FailureNotSeenCodeFix>(
        """
        VideoTask? task = null;
        while (true)
        {
            if ((task = await api.GetTaskAsync(id, stop)).Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop);
        """));

    [Fact]
    public Task Nothing_for_a_handle_that_is_asked() => OffersAsync<FailureNotSeenCodeFix>(
        """
        var job = api.ResumeIndexing(id);
        while (job.State != OperationState.Succeeded)
        {
            await job.UpdateStatusAsync(stop);
            await Task.Delay(5000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var job = api.ResumeIndexing(id);
        await job.WaitForCompletionAsync(cancellationToken: stop);
        """));
}
