using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>On clients whose methods have other parameters.</content>
public sealed partial class WaitFirstTests
{
    [Fact]
    public Task Nothing_where_more_is_given_than_the_job() => FileOffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, string id)
            {
                Console.WriteLine((await prints.GetAsync(id, true)).Url!);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Status { get; set; } = ""; [LongRun.Annotations.AvailableWhenSucceeded] public string? Url { get; set; } }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id, bool full = false, CancellationToken token = default);
            }

            public sealed class PrintOperation(string id) : Operation<Job>(new StatusMonitor("Print"), id)
            {
                protected override Task<Job> RetrieveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

                protected override OperationReading Read(Job value) => new() { Status = value.Status };
            }

            public static class PrintExtensions
            {
                public static PrintOperation ResumePrint(this IPrintApi api, string id) => new(id);
            }
        }
        """);

    [Fact]
    public Task Other_names_of_tokens() => FileOffersAsync<ResultReadBeforeSuccessCodeFix>(
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
                Console.WriteLine((await prints.GetAsync(id, token: stop)).Url!);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Status { get; set; } = ""; [LongRun.Annotations.AvailableWhenSucceeded] public string? Url { get; set; } }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id, bool full = false, CancellationToken token = default);
            }

            public sealed class PrintOperation(string id) : Operation<Job>(new StatusMonitor("Print"), id)
            {
                protected override Task<Job> RetrieveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

                protected override OperationReading Read(Job value) => new() { Status = value.Status };
            }

            public static class PrintExtensions
            {
                public static PrintOperation ResumePrint(this IPrintApi api, string id) => new(id);
            }
        }
        """,
        new Offer("Wait first with WaitForCompletionAsync", "WaitFirst", """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, string id, CancellationToken stop)
            {
                Console.WriteLine((await prints.ResumePrint(id).WaitForCompletionAsync(cancellationToken: stop)).Url!);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Status { get; set; } = ""; [LongRun.Annotations.AvailableWhenSucceeded] public string? Url { get; set; } }

            public interface IPrintApi
            {
                [LongRun.Annotations.OperationMonitor("Print", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id, bool full = false, CancellationToken token = default);
            }

            public sealed class PrintOperation(string id) : Operation<Job>(new StatusMonitor("Print"), id)
            {
                protected override Task<Job> RetrieveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

                protected override OperationReading Read(Job value) => new() { Status = value.Status };
            }

            public static class PrintExtensions
            {
                public static PrintOperation ResumePrint(this IPrintApi api, string id) => new(id);
            }
        }
        """));

    [Fact]
    public Task Start_whose_waiting_form_takes_other_things() => FileOffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, CancellationToken stop)
            {
                Console.WriteLine((await prints.StartAsync("1", 2, stop)).Url!);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; [AvailableWhenSucceeded] public string? Url { get; set; } }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, int copies, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, int copies, string text, CancellationToken stop = default) => api.GetAsync("1");
            }
        }
        """);

    [Fact]
    public Task Start_whose_arguments_have_names() => FileOffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, CancellationToken stop)
            {
                Console.WriteLine((await prints.StartAsync(text: "1", copies: 2, token: stop)).Url!);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; [AvailableWhenSucceeded] public string? Url { get; set; } }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, int copies, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, int copies, string text, CancellationToken stop = default) => api.GetAsync("1");
            }
        }
        """,
        new Offer("Wait first with PrintAndWaitAsync", "WaitFirst", """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, CancellationToken stop)
            {
                Console.WriteLine((await prints.PrintAndWaitAsync(text: "1", copies: 2, stop: stop)).Url!);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; [AvailableWhenSucceeded] public string? Url { get; set; } }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, int copies, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, int copies, string text, CancellationToken stop = default) => api.GetAsync("1");
            }
        }
        """));

    [Fact]
    public Task Start_whose_waiting_form_takes_no_token() => FileOffersAsync<ResultReadBeforeSuccessCodeFix>(
        """
        using System;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints)
            {
                Console.WriteLine((await prints.StartAsync("1")).Url!);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; [AvailableWhenSucceeded] public string? Url { get; set; } }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, string text) => api.GetAsync("1");
            }
        }
        """);
}
