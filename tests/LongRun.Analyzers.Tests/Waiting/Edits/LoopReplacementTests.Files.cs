using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>In whole files: other usings, other ends of lines, clients of their own.</content>
public sealed partial class LoopReplacementTests
{
    [Fact]
    public Task Tabs_and_carriage_returns() => WindowsFileOffersAsync<FailureNotSeenCodeFix>(
        """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
        	async Task RunAsync(IVideoApi api, string id)
        	{
        		VideoTask? task = null;
        		// Waits.
        		while (true)
        		{
        			task = await api.GetTaskAsync(id); // again
        			Console.WriteLine(task.Status);
        			Console.WriteLine(task.Id);
        			if (task.Status == "ready")
        			{
        				Console.WriteLine(
        					task.VideoId);
        				return;
        			}

        			await Task.Delay(2000);
        		}
        	}
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
        	async Task RunAsync(IVideoApi api, string id)
        	{
        		// Waits.
        		// again
        		VideoTask task = await api.ResumeIndexing(id).WaitForCompletionAsync(new LongRun.WaitOptions { Progress = new Progress<LongRun.OperationProgress>(update =>
        		{
        			Console.WriteLine(update.Status);
        			Console.WriteLine(update.Id);
        		}) });
        		Console.WriteLine(
        			task.VideoId);
        		return;
        	}
        }
        """),
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
        	async Task RunAsync(IVideoApi api, string id)
        	{
        		VideoTask? task = null;
        		// Waits.
        		while (true)
        		{
        			task = await api.GetTaskAsync(id); // again
        			if (task.Status.Value is "failed" or "canceled")
        			{
        				throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
        			}

        			Console.WriteLine(task.Status);
        			Console.WriteLine(task.Id);
        			if (task.Status == "ready")
        			{
        				Console.WriteLine(
        					task.VideoId);
        				return;
        			}

        			await Task.Delay(2000);
        		}
        	}
        }
        """));

    [Fact]
    public Task Nothing_where_the_handle_is_in_no_namespace_that_is_used() => FileOffersAsync<FailureNotSeenCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    System.Console.WriteLine(task.Status);
                    if (task.Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(2000);
                }
            }
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status.Value is "failed" or "canceled")
                    {
                        throw new System.InvalidOperationException($"The job has ended '{task.Status.Value}'.");
                    }

                    System.Console.WriteLine(task.Status);
                    if (task.Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(2000);
                }
            }
        }
        """));

    [Fact]
    public Task Using_of_the_client_only() => FileOffersAsync<FailureNotSeenCodeFix>(
        """
        using Videos;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(IVideoApi api, string id)
            {
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    System.Console.WriteLine(task.Status);
                    if (task.Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(2000);
                }
            }
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        using Videos;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(IVideoApi api, string id)
            {
                await api.ResumeIndexing(id).WaitForCompletionAsync(new LongRun.WaitOptions { Progress = new System.Progress<LongRun.OperationProgress>(update => System.Console.WriteLine(update.Status)) });
            }
        }
        """),
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        using Videos;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(IVideoApi api, string id)
            {
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status.Value is "failed" or "canceled")
                    {
                        throw new System.InvalidOperationException($"The job has ended '{task.Status.Value}'.");
                    }

                    System.Console.WriteLine(task.Status);
                    if (task.Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(2000);
                }
            }
        }
        """));

    [Fact]
    public Task Program_of_top_level_statements() => FileOffersAsync<FailureNotSeenCodeFix>(
        """
        using System;
        using System.Threading.Tasks;
        using LongRun;
        using Videos;
        IVideoApi api = null!;
        while (true)
        {
            var task = await api.GetTaskAsync("1");
            Console.WriteLine(task.Status);
            if (task.Status == "ready") { Console.WriteLine(task.VideoId); break; }
            await Task.Delay(2000);
        }
        """,
        new Offer("Replace the loop by WaitForCompletionAsync", "ReplaceLoop", """
        using System;
        using System.Threading.Tasks;
        using LongRun;
        using Videos;
        IVideoApi api = null!;
        var task = await api.ResumeIndexing("1").WaitForCompletionAsync(new WaitOptions { Progress = new Progress<OperationProgress>(update => Console.WriteLine(update.Status)) });
        Console.WriteLine(task.VideoId);
        """),
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        using System;
        using System.Threading.Tasks;
        using LongRun;
        using Videos;
        IVideoApi api = null!;
        while (true)
        {
            var task = await api.GetTaskAsync("1");
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            Console.WriteLine(task.Status);
            if (task.Status == "ready") { Console.WriteLine(task.VideoId); break; }
            await Task.Delay(2000);
        }
        """));
}
