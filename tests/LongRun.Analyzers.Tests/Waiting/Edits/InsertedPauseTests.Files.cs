using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>In whole files: other usings, other ends of lines, clients of their own.</content>
public sealed partial class InsertedPauseTests
{
    [Fact]
    public Task Thread_that_sleeps_where_nothing_can_be_awaited() => FileOffersAsync<LoopWithoutPauseCodeFix>(
        """
        using System;
        using System.Threading;
        using Videos;

        class Program
        {
            void Run(IVideoApi api, string id, CancellationToken stop)
            {
                for (var i = 0; ; i++)
                {
                    var task = api.GetTaskAsync(id, stop).Result;
                    if (task.Status == "ready") break;
                }
            }
        }
        """,
        new Offer("Pause with 'Thread.Sleep(TimeSpan.FromSeconds(1));'", "InsertPause", """
        using System;
        using System.Threading;
        using Videos;

        class Program
        {
            void Run(IVideoApi api, string id, CancellationToken stop)
            {
                for (var i = 0; ; i++)
                {
                    var task = api.GetTaskAsync(id, stop).Result;
                    if (task.Status == "ready") break;
                    Thread.Sleep(TimeSpan.FromSeconds(1));
                }
            }
        }
        """));

    [Fact]
    public Task Thread_without_usings() => FileOffersAsync<LoopWithoutPauseCodeFix>(
        """
        class Program
        {
            void Run(Exports.IExportApi exports)
            {
                for (var i = 0; ; i++)
                {
                    if (exports.GetExport(3).Job.State == "completed") break;
                }
            }
        }
        """,
        new Offer("Pause with 'System.Threading.Thread.Sleep(System.TimeSpan.FromSeconds(2));'", "InsertPause", """
        class Program
        {
            void Run(Exports.IExportApi exports)
            {
                for (var i = 0; ; i++)
                {
                    if (exports.GetExport(3).Job.State == "completed") break;
                    System.Threading.Thread.Sleep(System.TimeSpan.FromSeconds(2));
                }
            }
        }
        """));

    [Fact]
    public Task Task_without_usings() => FileOffersAsync<LoopWithoutPauseCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                for (var i = 0; ; i++)
                {
                    if ((await api.GetTaskAsync(id)).Status == "ready") break;
                }
            }
        }
        """,
        new Offer("Pause with 'await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromSeconds(1));'", "InsertPause", """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                for (var i = 0; ; i++)
                {
                    if ((await api.GetTaskAsync(id)).Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromSeconds(1));
                }
            }
        }
        """));

    [Fact]
    public Task Names_that_mean_something_else() => FileOffersAsync<LoopWithoutPauseCodeFix>(
        """
        class Program
        {
            class Task;
            class TimeSpan;
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                for (var i = 0; ; i++)
                {
                    if ((await api.GetTaskAsync(id)).Status == "ready") break;
                }
            }
        }
        """,
        new Offer("Pause with 'await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromSeconds(1));'", "InsertPause", """
        class Program
        {
            class Task;
            class TimeSpan;
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                for (var i = 0; ; i++)
                {
                    if ((await api.GetTaskAsync(id)).Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromSeconds(1));
                }
            }
        }
        """));

    [Fact]
    public Task Tabs_and_carriage_returns() => WindowsFileOffersAsync<LoopWithoutPauseCodeFix>(
        """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
        	async Task RunAsync(IVideoApi api, string id)
        	{
        		var task = await api.GetTaskAsync(id);
        		for (var i = 0; task.Status != "ready"; i++)
        			task = await api.GetTaskAsync(id);
        	}
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1));'", "InsertPause", """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
        	async Task RunAsync(IVideoApi api, string id)
        	{
        		var task = await api.GetTaskAsync(id);
        		for (var i = 0; task.Status != "ready"; i++)
        		{
        			await Task.Delay(TimeSpan.FromSeconds(1));
        			task = await api.GetTaskAsync(id);
        		}
        	}
        }
        """));

    [Fact]
    public Task Continue_with_tabs_and_carriage_returns() => WindowsFileOffersAsync<LoopWithoutPauseCodeFix>(
        """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
        	async Task RunAsync(IVideoApi api, string id)
        	{
        		for (var i = 0; ; i++)
        		{
        			var task = await api.GetTaskAsync(id);
        			if (task.Status == "ready") break;
        			if (task.Status == "queued")
        				continue;
        			await Task.Delay(2000);
        		}
        	}
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1));'", "InsertPause", """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
        	async Task RunAsync(IVideoApi api, string id)
        	{
        		for (var i = 0; ; i++)
        		{
        			var task = await api.GetTaskAsync(id);
        			if (task.Status == "ready") break;
        			if (task.Status == "queued")
        			{
        				await Task.Delay(TimeSpan.FromSeconds(1));
        				continue;
        			}
        			await Task.Delay(2000);
        		}
        	}
        }
        """));

    [Fact]
    public Task Pause_of_less_than_a_second() => FileOffersAsync<LoopWithoutPauseCodeFix>(
        """
        using System;
        using System.Threading.Tasks;

        class Program
        {
            async Task RunAsync(Prints.IPrintApi prints, string id)
            {
                for (var i = 0; ; i++)
                {
                    if ((await prints.GetAsync(id)).Status == "done") break;
                }
            }
        }

        namespace Prints
        {
            public sealed class PrintJob { public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" }, MinDelaySeconds = 1.5)]
                Task<PrintJob> GetAsync(string id);
            }
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromMilliseconds(1500));'", "InsertPause", """
        using System;
        using System.Threading.Tasks;

        class Program
        {
            async Task RunAsync(Prints.IPrintApi prints, string id)
            {
                for (var i = 0; ; i++)
                {
                    if ((await prints.GetAsync(id)).Status == "done") break;
                    await Task.Delay(TimeSpan.FromMilliseconds(1500));
                }
            }
        }

        namespace Prints
        {
            public sealed class PrintJob { public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" }, MinDelaySeconds = 1.5)]
                Task<PrintJob> GetAsync(string id);
            }
        }
        """));
}
