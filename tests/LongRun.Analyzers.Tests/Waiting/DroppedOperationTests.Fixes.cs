using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What is done about it.</content>
public sealed partial class DroppedOperationTests
{
    [Fact]
    public Task Waits_instead() => MendsAsync<DroppedOperationCodeFix>(
        """
                // The newest first.
                await api.[|CreateTaskAsync|](new(), /* ends early */ stop) // paid
                    .ConfigureAwait(false);
                await VideoApiOperationExtensions.[|StartUploadAsync|](api, new(), stop);
                await api.[|CreateTaskAsync|](cancellationToken: stop, request: new());
        """,
        """
                // The newest first.
                await api.UploadAndWaitAsync(new(), /* ends early */ cancellationToken: stop) // paid
                    .ConfigureAwait(false);
                await VideoApiOperationExtensions.UploadAndWaitAsync(api, new(), cancellationToken: stop);
                await api.UploadAndWaitAsync(cancellationToken: stop, request: new());
        """);

    [Fact]
    public Task Awaits_what_was_not_awaited() => MendsAsync<DroppedOperationCodeFix>(
        """
                api.[|CreateTaskAsync|](new());
                var started = api.[|StartUploadAsync|](new(), stop);
                Task.Run(() => api.[|CreateTaskAsync|](new()));
        """,
        """
                await api.UploadAndWaitAsync(new());
                var started = await api.UploadAndWaitAsync(new(), cancellationToken: stop);
                await Task.Run(() => api.UploadAndWaitAsync(new()));
        """);

    [Fact]
    public Task Waits_for_all() => MendsAsync<DroppedOperationCodeFix>(
        """
                await Task.WhenAll(text.Split(' ').Select(url => api.[|StartUploadAsync|](new() { Url = new Uri(url) }, stop)));
                text.Split(' ').ToList().ForEach(async name => await api.[|CreateTaskAsync|](new() { Name = name }));
                var tasks = new List<Task<VideoTask>>();
                tasks.Add(api.[|CreateTaskAsync|](new()));
                await Task.WhenAll(tasks);
        """,
        """
                await Task.WhenAll(text.Split(' ').Select(url => api.UploadAndWaitAsync(new() { Url = new Uri(url) }, cancellationToken: stop)));
                text.Split(' ').ToList().ForEach(async name => await api.UploadAndWaitAsync(new() { Name = name }));
                var tasks = new List<Task<VideoTask>>();
                tasks.Add(api.UploadAndWaitAsync(new()));
                await Task.WhenAll(tasks);
        """);

    [Fact]
    public Task Changes_the_type_of_a_local_that_nobody_reads() => MendsAsync<DroppedOperationCodeFix>(
        """        IndexingOperation started = await api.[|StartUploadAsync|](new());""",
        """        var started = await api.UploadAndWaitAsync(new());""");

    [Fact]
    public Task Returns_where_there_is_room() => MendsAsync<DroppedOperationCodeFix>(
        """
                Console.WriteLine(await ImportAsync() == await UploadAsync());
                async Task<VideoTask?> ImportAsync()
                {
                    await api.[|ImportAsync|](text); // keeps the id

                    return null;
                }

                async Task<VideoTask?> UploadAsync()
                {
                    await api.[|CreateTaskAsync|](new(), stop);
                    // Nothing to return.
                    return null;
                }
        """,
        """
                Console.WriteLine(await ImportAsync() == await UploadAsync());
                async Task<VideoTask?> ImportAsync()
                {
                    return await api.ImportAsync(text); // keeps the id
                }

                async Task<VideoTask?> UploadAsync()
                {
                    return await api.CreateTaskAsync(new(), stop);
                    // Nothing to return.
                }
        """);

    [Fact]
    public Task Returns_what_the_wait_gives() => MendsAsync<DroppedOperationCodeFix>(
        """
                TwelveLabs.ITwelveLabsClient client = null!;
                Console.WriteLine(await UploadAsync());
                async Task<TwelveLabs.IndexTask?> UploadAsync()
                {
                    TwelveLabs.TwelveLabsClientOperationExtensions.[|StartUploadVideoAsync|](client, new() { IndexId = text }, stop);
                    return default;
                }
        """,
        """
                TwelveLabs.ITwelveLabsClient client = null!;
                Console.WriteLine(await UploadAsync());
                async Task<TwelveLabs.IndexTask?> UploadAsync()
                {
                    return await TwelveLabs.TwelveLabsClientOperationExtensions.UploadVideoAndWaitAsync(client, new() { IndexId = text }, cancellationToken: stop);
                }
        """);

    [Fact]
    public Task No_fix_where_there_is_no_such_form() => OffersNothingAsync<DroppedOperationCodeFix>("""await api.[|ImportAsync|](text);""");

    [Fact]
    public Task No_fix_where_nothing_can_be_awaited() => OffersNothingAsync<DroppedOperationCodeFix>("""
        using var timer = new Timer(_ => api.[|CreateTaskAsync|](new()), null, 0, 1000);
        lock (api) { api.[|CreateTaskAsync|](new()); }
        """);

    [Fact]
    public Task No_fix_that_would_not_compile() => OffersNothingAsync<DroppedOperationCodeFix>("""
        var tasks = new List<Task<IndexingOperation>>();
        tasks.Add(api.[|StartUploadAsync|](new()));
        await Task.WhenAll(tasks);
        """);

    [Fact]
    public Task No_fix_that_would_lose_a_race() => OffersNothingAsync<DroppedOperationCodeFix>("""
        await Task.WhenAny(api.[|CreateTaskAsync|](new()), Task.Delay(5000, stop));
        await api.[|CreateTaskAsync|](new()).WaitAsync(TimeSpan.FromSeconds(5));
        """);
}
