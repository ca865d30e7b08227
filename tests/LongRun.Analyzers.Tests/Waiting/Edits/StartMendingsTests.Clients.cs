using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>On clients whose methods have other parameters.</content>
public sealed partial class StartMendingsTests
{
    [Fact]
    public Task Arguments_in_another_order() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, CancellationToken stop)
            {
                await prints.StartAsync("1", 2, stop);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, int @class, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, string text, bool all = false, int @class = 1, CancellationToken token = default) => api.GetAsync("1");
            }
        }
        """,
        new Offer("Use PrintAndWaitAsync", "WaitForm", """
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, CancellationToken stop)
            {
                await prints.PrintAndWaitAsync("1", @class: 2, token: stop);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, int @class, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, string text, bool all = false, int @class = 1, CancellationToken token = default) => api.GetAsync("1");
            }
        }
        """));

    [Fact]
    public Task Nothing_where_an_argument_has_no_place() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints, CancellationToken stop)
            {
                await prints.StartAsync("1", 2, stop);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, int copies, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, string text, CancellationToken token = default) => api.GetAsync("1");
            }
        }
        """);

    [Fact]
    public Task Nothing_where_the_form_is_private() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(IPrintApi prints)
            {
                await prints.StartAsync("1");
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                private static Task<Job> PrintAndWaitAsync(this IPrintApi api, string text, CancellationToken token = default) => api.GetAsync("1");
            }
        }
        """);

    [Fact]
    public Task Method_that_renames_a_parameter() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(PrintApi prints, CancellationToken stop)
            {
                await prints.StartAsync("1", stop);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public abstract class PrintApi : IPrintApi
            {
                public abstract Task<Job> StartAsync(string what, CancellationToken token = default);

                public abstract Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, string text, int copies = 1, CancellationToken token = default) => api.GetAsync("1");
            }
        }
        """,
        new Offer("Use PrintAndWaitAsync", "WaitForm", """
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(PrintApi prints, CancellationToken stop)
            {
                await prints.PrintAndWaitAsync("1", token: stop);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public abstract class PrintApi : IPrintApi
            {
                public abstract Task<Job> StartAsync(string what, CancellationToken token = default);

                public abstract Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, string text, int copies = 1, CancellationToken token = default) => api.GetAsync("1");
            }
        }
        """));

    [Fact]
    public Task Nothing_where_a_renamed_parameter_is_named() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using LongRun.Annotations;
        using Prints;

        class Program
        {
            async Task RunAsync(PrintApi prints, CancellationToken stop)
            {
                await prints.StartAsync(what: "1", stop);
            }
        }

        namespace Prints
        {
            public sealed class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; }

            public interface IPrintApi
            {
                [StartsOperation("Print", nameof(GetAsync), "Id")]
                Task<Job> StartAsync(string text, CancellationToken token = default);

                [OperationMonitor("Printing", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "broken" })]
                Task<Job> GetAsync(string id);
            }

            public abstract class PrintApi : IPrintApi
            {
                public abstract Task<Job> StartAsync(string what, CancellationToken token = default);

                public abstract Task<Job> GetAsync(string id);
            }

            public static class PrintExtensions
            {
                public static Task<Job> PrintAndWaitAsync(this IPrintApi api, string text, int copies = 1, CancellationToken token = default) => api.GetAsync("1");
            }
        }
        """);
}
