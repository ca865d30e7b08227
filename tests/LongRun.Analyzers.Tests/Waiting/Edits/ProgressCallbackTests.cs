using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>What a loop told in each turn becomes a callback of the wait.</summary>
public sealed partial class ProgressCallbackTests : FixTests
{
    [Fact]
    public Task Status_is_told_as_a_text() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine(task.Status);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update => Console.WriteLine(update.Status)) }, stop);
        """));

    [Fact]
    public Task Status_in_an_interpolation() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine($"{task.Id} is {task.Status.Value,10}.");
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update => Console.WriteLine($"{update.Id} is {update.Status,10}.")) }, stop);
        """));

    [Fact]
    public Task Status_with_its_text() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            logger.LogInformation("{Id} {Status}", task.Id, task.Status.Value.ToString());
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update => logger.LogInformation("{Id} {Status}", update.Id, update.Status)) }, stop);
        """));

    [Fact]
    public Task Text_with_a_format_is_not_the_status() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine(task.Id.ToString(null));
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var operation = api.ResumeIndexing(id);
        await operation.WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(_ => Console.WriteLine(operation.Current!.Id.ToString(null))) }, stop);
        """));

    [Fact]
    public Task Local_of_the_status() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            var status = task.Status.Value;
            Console.WriteLine(status);
            if (status == "failed" || status == "canceled") throw new InvalidOperationException();
            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update => Console.WriteLine(update.Status)) }, stop);
        """));

    [Fact]
    public Task Status_alone() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var status = (await api.GetTaskAsync(id, stop)).Status;
            Console.WriteLine($"{status.Value}");
            if (status == "failed" || status == "canceled") throw new InvalidOperationException();
            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update => Console.WriteLine($"{update.Status}")) }, stop);
        """));

    [Fact]
    public Task Whole_job_is_the_handle_s() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            progress.Report(task);
            Console.WriteLine("Status: " + task.Status.Value + task.Reason);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var operation = api.ResumeIndexing(id);
        await operation.WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(_ =>
        {
            progress.Report(operation.Current!);
            Console.WriteLine("Status: " + operation.Current!.Status.Value + operation.Current!.Reason);
        }) }, stop);
        """));

    [Fact]
    public Task Names_that_are_taken() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var operation = 1;
        var update = "2";
        Console.WriteLine(operation + update);
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            progress?.Report(task);
            Console.WriteLine(task.Id);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var operation = 1;
        var update = "2";
        Console.WriteLine(operation + update);
        var waited = api.ResumeIndexing(id);
        await waited.WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(progressUpdate =>
        {
            progress?.Report(waited.Current!);
            Console.WriteLine(progressUpdate.Id);
        }) }, stop);
        """));

    [Fact]
    public Task All_names_that_are_taken() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        int operation = 1, waited = 2, longRunning = 3, update = 4, progressUpdate = 5, operationProgress = 6;
        Console.WriteLine(operation + update + waited + longRunning + progressUpdate + operationProgress);
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            progress?.Report(task);
            Console.WriteLine(task.Id);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        int operation = 1, waited = 2, longRunning = 3, update = 4, progressUpdate = 5, operationProgress = 6;
        Console.WriteLine(operation + update + waited + longRunning + progressUpdate + operationProgress);
        var longRunning1 = api.ResumeIndexing(id);
        await longRunning1.WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(operationProgress1 =>
        {
            progress?.Report(longRunning1.Current!);
            Console.WriteLine(operationProgress1.Id);
        }) }, stop);
        """));

    [Fact]
    public Task What_looks_at_no_job() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.Write('.');
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(_ => Console.Write('.')) }, stop);
        """));

    [Fact]
    public Task Local_of_before_is_kept() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var name = "The job is ";
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine("{0}{1}", name, task.Status);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        var name = "The job is ";
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update => Console.WriteLine("{0}{1}", name, update.Status)) }, stop);
        """));

    [Fact]
    public Task Delegate_for_progress() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        Action<string> onProgress = Console.WriteLine;
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            onProgress(task.Status.Value);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        Action<string> onProgress = Console.WriteLine;
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update => onProgress(update.Status)) }, stop);
        """));

    [Fact]
    public Task Status_on_a_path() => FileOffersAsync<HandWrittenLoopCodeFix>(
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, string id, CancellationToken stop)
            {
                while (true)
                {
                    var reply = await prints.GetAsync(id, stop);
                    Console.WriteLine(reply.Job.State);
                    Console.WriteLine($"{reply.Job} {reply.Id}");
                    if (reply.Job.State == "broken") throw new InvalidOperationException();
                    if (reply.Job.State == "done") return;
                    await Task.Delay(2000);
                }
            }
        }

        namespace Prints
        {
            public sealed class Reply { public string Id { get; set; } = ""; public Job Job { get; set; } = new(); }

            public sealed class Job { public string State { get; set; } = ""; }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Job.State", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Reply> GetAsync(string id, CancellationToken token = default);
            }

            public sealed class PrintOperation(string id) : Operation<Reply>(new StatusMonitor("Print"), id)
            {
                protected override Task<Reply> RetrieveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

                protected override OperationReading Read(Reply value) => new() { Status = value.Job.State };
            }

            public static class PrintExtensions
            {
                public static PrintOperation ResumePrint(this IPrintApi api, string id) => new(id);
            }
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, string id, CancellationToken stop)
            {
                await prints.ResumePrint(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update =>
                {
                    Console.WriteLine(update.Status);
                    Console.WriteLine($"{update.Status} {update.Id}");
                }) }, stop);
                return;
            }
        }

        namespace Prints
        {
            public sealed class Reply { public string Id { get; set; } = ""; public Job Job { get; set; } = new(); }

            public sealed class Job { public string State { get; set; } = ""; }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Job.State", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Reply> GetAsync(string id, CancellationToken token = default);
            }

            public sealed class PrintOperation(string id) : Operation<Reply>(new StatusMonitor("Print"), id)
            {
                protected override Task<Reply> RetrieveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

                protected override OperationReading Read(Reply value) => new() { Status = value.Job.State };
            }

            public static class PrintExtensions
            {
                public static PrintOperation ResumePrint(this IPrintApi api, string id) => new(id);
            }
        }
        """));

    [Fact]
    public Task Call_that_writes_to_a_log_of_ones_own() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            logger?.LogInformation("{Status}", task.Status);
            Debug.WriteLine(task.Status.ToString());
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update =>
        {
            logger?.LogInformation("{Status}", update.Status);
            Debug.WriteLine(update.Status);
        }) }, stop);
        """));
}
