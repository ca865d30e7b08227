using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>In methods that have room for a result, and in others.</content>
public sealed partial class StartMendingsTests
{
    [Fact]
    public Task Both_ways() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api, CancellationToken stop)
            {
                await api.CreateTaskAsync(new(), stop);
                return null;
            }
        }
        """,
        new Offer("Return the result", "Return", """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api, CancellationToken stop)
            {
                return await api.CreateTaskAsync(new(), stop);
            }
        }
        """),
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api, CancellationToken stop)
            {
                return await api.UploadAndWaitAsync(new(), cancellationToken: stop);
            }
        }
        """));

    [Fact]
    public Task Start_whose_task_is_returned() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            Task<VideoTask> RunAsync(IVideoApi api)
            {
                api.CreateTaskAsync(new());
                return null!;
            }
        }
        """,
        new Offer("Return the result", "Return", """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            Task<VideoTask> RunAsync(IVideoApi api)
            {
                return api.CreateTaskAsync(new());
            }
        }
        """));

    [Fact]
    public Task Nothing_returned_where_something_is() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api)
            {
                await api.CreateTaskAsync(new());
                return new VideoTask();
            }
        }
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api)
            {
                await api.UploadAndWaitAsync(new());
                return new VideoTask();
            }
        }
        """));

    [Fact]
    public Task Nothing_returned_where_more_follows() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api)
            {
                await api.CreateTaskAsync(new());
                Console.WriteLine(1);
                return null;
            }
        }
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        using System;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api)
            {
                await api.UploadAndWaitAsync(new());
                Console.WriteLine(1);
                return null;
            }
        }
        """));

    [Fact]
    public Task Nothing_returned_as_an_object() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<object?> RunAsync(IVideoApi api)
            {
                await api.CreateTaskAsync(new());
                return null;
            }
        }
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<object?> RunAsync(IVideoApi api)
            {
                await api.UploadAndWaitAsync(new());
                return null;
            }
        }
        """));

    [Fact]
    public Task Nothing_returned_in_an_inner_block() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api, bool flag)
            {
                if (flag)
                {
                    await api.CreateTaskAsync(new());
                }

                return null;
            }
        }
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api, bool flag)
            {
                if (flag)
                {
                    await api.UploadAndWaitAsync(new());
                }

                return null;
            }
        }
        """));

    [Fact]
    public Task Inside_the_client() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        abstract class Program : IVideoApi
        {
            public abstract Task<VideoTask> CreateTaskAsync(UploadRequest request, CancellationToken cancellationToken = default);
            public abstract Task<VideoTask> ImportAsync(string url, string? key, CancellationToken cancellationToken = default);
            public abstract Task<VideoTask> GetTaskAsync(string id, CancellationToken cancellationToken = default);
            public abstract Task<TaskPage> ListTasksAsync(int? limit, CancellationToken cancellationToken = default);
            public abstract Task DeleteTaskAsync(string id, CancellationToken cancellationToken = default);
            public abstract Task SearchAsync(string query, double threshold, int step, System.TimeSpan? window, double? start, string groupBy, CancellationToken cancellationToken = default);
            public abstract Task<System.Uri> ThumbnailAsync(string id);

            async Task RunAsync()
            {
                await CreateTaskAsync(new());
            }
        }
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        abstract class Program : IVideoApi
        {
            public abstract Task<VideoTask> CreateTaskAsync(UploadRequest request, CancellationToken cancellationToken = default);
            public abstract Task<VideoTask> ImportAsync(string url, string? key, CancellationToken cancellationToken = default);
            public abstract Task<VideoTask> GetTaskAsync(string id, CancellationToken cancellationToken = default);
            public abstract Task<TaskPage> ListTasksAsync(int? limit, CancellationToken cancellationToken = default);
            public abstract Task DeleteTaskAsync(string id, CancellationToken cancellationToken = default);
            public abstract Task SearchAsync(string query, double threshold, int step, System.TimeSpan? window, double? start, string groupBy, CancellationToken cancellationToken = default);
            public abstract Task<System.Uri> ThumbnailAsync(string id);

            async Task RunAsync()
            {
                await this.UploadAndWaitAsync(new());
            }
        }
        """));

    [Fact]
    public Task Nothing_where_the_method_is_not_async() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using Videos;

        class Program
        {
            void Run(IVideoApi api)
            {
                api.CreateTaskAsync(new());
            }
        }
        """);

    [Fact]
    public Task Top_level() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using Videos;

        IVideoApi api = null!;
        api.CreateTaskAsync(new());
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        using Videos;

        IVideoApi api = null!;
        await api.UploadAndWaitAsync(new());
        """));

    [Fact]
    public Task Comments_on_the_line_that_goes() => FileOffersAsync<DroppedOperationCodeFix>(
        """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api)
            {
                await api.CreateTaskAsync(new());

                /* none */ return null; // yet
            }
        }
        """,
        new Offer("Return the result", "Return", """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api)
            {
                return await api.CreateTaskAsync(new());

                /* none */ // yet
            }
        }
        """),
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task<VideoTask?> RunAsync(IVideoApi api)
            {
                return await api.UploadAndWaitAsync(new());

                /* none */ // yet
            }
        }
        """));
}
