using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>What a pause that is too short becomes.</summary>
public sealed class LongEnoughPauseTests : FixTests
{
    [Fact]
    public Task Milliseconds() => OffersAsync<TooFastPollingCodeFix>(
        """
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(200, stop);
        }
        """,
        new Offer("Pause for 1000", "Minimum", """
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(1000, stop);
        }
        """));

    [Fact]
    public Task Time_span() => OffersAsync<TooFastPollingCodeFix>(
        """
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(TimeSpan.FromMilliseconds(200), stop);
        }
        """,
        new Offer("Pause for TimeSpan.FromSeconds(1)", "Minimum", """
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task Five_seconds() => OffersAsync<TooFastPollingCodeFix>(
        """
        while (true)
        {
            if ((await renders.GetRenderAsync(id)).State == RenderState.Done) break;
            await Task.Delay(delay: TimeSpan.FromSeconds(1), stop);
        }
        """,
        new Offer("Pause for TimeSpan.FromSeconds(5)", "Minimum", """
        while (true)
        {
            if ((await renders.GetRenderAsync(id)).State == RenderState.Done) break;
            await Task.Delay(delay: TimeSpan.FromSeconds(5), stop);
        }
        """));

    [Fact]
    public Task Pause_that_a_local_holds() => OffersAsync<TooFastPollingCodeFix>(
        """
        var pause = 200;
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(pause, stop);
        }
        """,
        new Offer("Pause for 1000", "Minimum", """
        var pause = 200;
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(1000, stop);
        }
        """));

    [Fact]
    public Task Without_usings() => FileOffersAsync<TooFastPollingCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Prints.IPrintApi prints, string id)
            {
                while (true)
                {
                    if ((await prints.GetAsync(id)).Status == "done") break;
                    await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromSeconds(1));
                }
            }
        }

        namespace Prints
        {
            public sealed class PrintJob { public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" }, MinDelaySeconds = 1.2505)]
                System.Threading.Tasks.Task<PrintJob> GetAsync(string id);
            }
        }
        """,
        new Offer("Pause for System.TimeSpan.FromMilliseconds(1251)", "Minimum", """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Prints.IPrintApi prints, string id)
            {
                while (true)
                {
                    if ((await prints.GetAsync(id)).Status == "done") break;
                    await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromMilliseconds(1251));
                }
            }
        }

        namespace Prints
        {
            public sealed class PrintJob { public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" }, MinDelaySeconds = 1.2505)]
                System.Threading.Tasks.Task<PrintJob> GetAsync(string id);
            }
        }
        """));

    [Fact]
    public Task Part_of_a_second() => FileOffersAsync<TooFastPollingCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Prints.IPrintApi prints, string id)
            {
                while (true)
                {
                    if ((await prints.GetAsync(id)).Status == "done") break;
                    await System.Threading.Tasks.Task.Delay(300);
                }
            }
        }

        namespace Prints
        {
            public sealed class PrintJob { public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" }, MinDelaySeconds = 1.2505)]
                System.Threading.Tasks.Task<PrintJob> GetAsync(string id);
            }
        }
        """,
        new Offer("Pause for 1251", "Minimum", """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Prints.IPrintApi prints, string id)
            {
                while (true)
                {
                    if ((await prints.GetAsync(id)).Status == "done") break;
                    await System.Threading.Tasks.Task.Delay(1251);
                }
            }
        }

        namespace Prints
        {
            public sealed class PrintJob { public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" }, MinDelaySeconds = 1.2505)]
                System.Threading.Tasks.Task<PrintJob> GetAsync(string id);
            }
        }
        """));

    [Fact]
    public Task Target_typed_time() => OffersAsync<TooFastPollingCodeFix>(
        """
        TimeSpan pause = TimeSpan.FromMilliseconds(200);
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(delay: new(0, 0, 0, 0, 200), cancellationToken: stop);
        }
        """,
        new Offer("Pause for TimeSpan.FromSeconds(1)", "Minimum", """
        TimeSpan pause = TimeSpan.FromMilliseconds(200);
        while (true)
        {
            if ((await api.GetTaskAsync(id)).Status == "ready") break;
            await Task.Delay(delay: TimeSpan.FromSeconds(1), cancellationToken: stop);
        }
        """));
}
