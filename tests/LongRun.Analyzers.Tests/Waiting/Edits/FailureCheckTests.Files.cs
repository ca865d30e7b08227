using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>In whole files: other usings, other ends of lines, clients of their own.</content>
public sealed partial class FailureCheckTests
{
    [Fact]
    public Task Without_usings() => FileOffersAsync<FailureNotSeenCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, Renders.IRenderApi renders, string id)
            {
                for (var i = 0; ; i++)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(2000);
                }
            }
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, Renders.IRenderApi renders, string id)
            {
                for (var i = 0; ; i++)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status.Value is "failed" or "canceled")
                    {
                        throw new System.InvalidOperationException($"The job has ended '{task.Status.Value}'.");
                    }

                    if (task.Status == "ready") break;
                    await System.Threading.Tasks.Task.Delay(2000);
                }
            }
        }
        """));

    [Fact]
    public Task Enum_without_usings() => FileOffersAsync<FailureNotSeenCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Prints.IPrintApi prints, string id)
            {
                for (var i = 0; ; i++)
                {
                    var job = await prints.GetAsync(id);
                    if (job.Status == Prints.PrintState.Succeeded) break;
                    await System.Threading.Tasks.Task.Delay(2000);
                }
            }
        }

        namespace Prints
        {
            public enum PrintState { Running, Succeeded, Failed }

            public sealed class PrintJob { public PrintState? Status { get; set; } }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "Succeeded" }, Failed = new[] { "Failed" })]
                System.Threading.Tasks.Task<PrintJob> GetAsync(string id);
            }
        }
        """,
        new Offer("Throw on 'Failed'", "AddFailureCheck", """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Prints.IPrintApi prints, string id)
            {
                for (var i = 0; ; i++)
                {
                    var job = await prints.GetAsync(id);
                    if (job.Status is Prints.PrintState.Failed)
                    {
                        throw new System.InvalidOperationException($"The job has ended '{job.Status}'.");
                    }

                    if (job.Status == Prints.PrintState.Succeeded) break;
                    await System.Threading.Tasks.Task.Delay(2000);
                }
            }
        }

        namespace Prints
        {
            public enum PrintState { Running, Succeeded, Failed }

            public sealed class PrintJob { public PrintState? Status { get; set; } }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "Succeeded" }, Failed = new[] { "Failed" })]
                System.Threading.Tasks.Task<PrintJob> GetAsync(string id);
            }
        }
        """));

    [Fact]
    public Task Status_that_may_be_missing() => FileOffersAsync<FailureNotSeenCodeFix>(
        """
        using System.Threading.Tasks;

        class Program
        {
            async Task RunAsync(Prints.IPrintApi prints, string id)
            {
                for (var i = 0; ; i++)
                {
                    var job = await prints.GetAsync(id);
                    if (job.Status == Prints.PrintStatus.Done) break;
                    await Task.Delay(2000);
                }
            }
        }

        namespace Prints
        {
            public readonly record struct PrintStatus(string Value)
            {
                [LongRun.Annotations.StatusValue("done")] public static PrintStatus Done => new("done");
            }

            public sealed class PrintJob { public PrintStatus? Status { get; set; } }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "out of \"ink\"" })]
                Task<PrintJob> GetAsync(string id);
            }
        }
        """,
        new Offer("Throw on 'out of \"ink\"'", "AddFailureCheck", """
        using System.Threading.Tasks;

        class Program
        {
            async Task RunAsync(Prints.IPrintApi prints, string id)
            {
                for (var i = 0; ; i++)
                {
                    var job = await prints.GetAsync(id);
                    if (job.Status?.Value is "out of \"ink\"")
                    {
                        throw new System.InvalidOperationException($"The job has ended '{job.Status?.Value}'.");
                    }

                    if (job.Status == Prints.PrintStatus.Done) break;
                    await Task.Delay(2000);
                }
            }
        }

        namespace Prints
        {
            public readonly record struct PrintStatus(string Value)
            {
                [LongRun.Annotations.StatusValue("done")] public static PrintStatus Done => new("done");
            }

            public sealed class PrintJob { public PrintStatus? Status { get; set; } }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "out of \"ink\"" })]
                Task<PrintJob> GetAsync(string id);
            }
        }
        """));

    [Fact]
    public Task Nothing_where_the_status_is_no_text() => FileOffersAsync<FailureNotSeenCodeFix>(
        """
        using System.Threading.Tasks;

        class Program
        {
            async Task RunAsync(Prints.IPrintApi prints, string id)
            {
                for (var i = 0; ; i++)
                {
                    var job = await prints.GetAsync(id);
                    if (job.Status == Prints.PrintState.Done) break;
                    await Task.Delay(2000);
                }
            }
        }

        namespace Prints
        {
            public enum PrintState { Running, Done }

            public sealed class PrintJob { public PrintState Status { get; set; } }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "Done" }, Failed = new[] { "Broken" })]
                Task<PrintJob> GetAsync(string id);
            }
        }
        """);

    [Fact]
    public Task Nothing_where_the_answer_is_kept_in_a_field() => FileOffersAsync<FailureNotSeenCodeFix>(
        """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            private VideoTask _task = new();

            async Task RunAsync(IVideoApi api, string id)
            {
                while (true)
                {
                    _task = await api.GetTaskAsync(id);
                    if (_task.Status == "ready") break;
                    await Task.Delay(2000);
                }
            }
        }
        """);
}
