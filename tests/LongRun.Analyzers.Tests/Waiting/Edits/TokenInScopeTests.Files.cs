using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>In whole files: other usings, other ends of lines, clients of their own.</content>
public sealed partial class TokenInScopeTests
{
    [Fact]
    public Task Nothing_without_a_token() => FileOffersAsync<WaitWithoutEndCodeFix>(
        """
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task RunAsync(IVideoApi api, string id)
            {
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
                    await Task.Delay(2000);
                }
            }
        }
        """);

    [Fact]
    public Task Local_of_before() => FileOffersAsync<WaitWithoutEndCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task RunAsync(IVideoApi api, string id, CancellationTokenSource source)
            {
                CancellationToken stop = source.Token;
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
                    await Task.Delay(2000);
                }
            }
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task RunAsync(IVideoApi api, string id, CancellationTokenSource source)
            {
                CancellationToken stop = source.Token;
                while (true)
                {
                    var task = await api.GetTaskAsync(id, stop);
                    if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
                    await Task.Delay(2000, stop);
                }
            }
        }
        """));

    [Fact]
    public Task Nothing_with_a_local_of_later() => FileOffersAsync<WaitWithoutEndCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task RunAsync(IVideoApi api, string id, CancellationTokenSource source)
            {
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
                    await Task.Delay(2000);
                }

                CancellationToken stop = source.Token;
                stop.ThrowIfCancellationRequested();
            }
        }
        """);

    [Fact]
    public Task Nothing_where_two_locals_are_there() => FileOffersAsync<WaitWithoutEndCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task RunAsync(IVideoApi api, string id, CancellationTokenSource source)
            {
                CancellationToken stop = source.Token, other = source.Token;
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
                    await Task.Delay(2000);
                }
            }
        }
        """);

    [Fact]
    public Task Local_of_the_method_around_a_local_function() => FileOffersAsync<WaitWithoutEndCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task RunAsync(IVideoApi api, string id, CancellationTokenSource source)
            {
                var stop = source.Token;
                await WaitAsync();
                async Task WaitAsync()
                {
                    while (true)
                    {
                        var task = await api.GetTaskAsync(id);
                        if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
                        await Task.Delay(2000);
                    }
                }
            }
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        class Program
        {
            async Task RunAsync(IVideoApi api, string id, CancellationTokenSource source)
            {
                var stop = source.Token;
                await WaitAsync();
                async Task WaitAsync()
                {
                    while (true)
                    {
                        var task = await api.GetTaskAsync(id, stop);
                        if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
                        await Task.Delay(2000, stop);
                    }
                }
            }
        }
        """));

    [Fact]
    public Task Nothing_with_a_local_of_the_program() => FileOffersAsync<WaitWithoutEndCodeFix>(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Videos;

        CancellationToken stop = new CancellationTokenSource().Token;
        await Waiter.RunAsync(null!, stop.ToString()!);

        record struct Waiter
        {
            public static async Task RunAsync(IVideoApi api, string id)
            {
                while (true)
                {
                    var task = await api.GetTaskAsync(id);
                    if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
                    await Task.Delay(2000);
                }
            }
        }
        """);
}
