using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>What is done about a start that is dropped.</summary>
public sealed partial class StartMendingsTests : FixTests
{
    [Fact]
    public Task Returned_by_a_lambda() => OffersAsync<DroppedOperationCodeFix>(
        """
        Func<Task<VideoTask?>> start = async () =>
        {
            await api.CreateTaskAsync(new(), stop);
            return default(VideoTask);
        };
        await start();
        """,
        new Offer("Return the result", "Return", """
        Func<Task<VideoTask?>> start = async () =>
        {
            return await api.CreateTaskAsync(new(), stop);
        };
        await start();
        """),
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        Func<Task<VideoTask?>> start = async () =>
        {
            return await api.UploadAndWaitAsync(new(), cancellationToken: stop);
        };
        await start();
        """));

    [Fact]
    public Task Conditional_access() => OffersAsync<DroppedOperationCodeFix>(
        """
        IVideoApi? other = flag ? api : null;
        await (other?.CreateTaskAsync(new(), stop) ?? throw new InvalidOperationException());
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        IVideoApi? other = flag ? api : null;
        await (other?.UploadAndWaitAsync(new(), cancellationToken: stop) ?? throw new InvalidOperationException());
        """));

    [Fact]
    public Task Local_that_nobody_reads() => OffersAsync<DroppedOperationCodeFix>(
        """
        VideoTask task = await api.CreateTaskAsync(new(), stop);
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        VideoTask task = await api.UploadAndWaitAsync(new(), cancellationToken: stop);
        """));

    [Fact]
    public Task Handle_that_nobody_reads() => OffersAsync<DroppedOperationCodeFix>(
        """
        IndexingOperation job = await api.StartUploadAsync(new(), stop);
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        var job = await api.UploadAndWaitAsync(new(), cancellationToken: stop);
        """));

    [Fact]
    public Task Handle_that_nobody_reads_by_var() => OffersAsync<DroppedOperationCodeFix>(
        """
        var job = await api.StartUploadAsync(new(), stop);
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        var job = await api.UploadAndWaitAsync(new(), cancellationToken: stop);
        """));

    [Fact]
    public Task Nothing_raced() => OffersAsync<DroppedOperationCodeFix>(
        """
        await Task.WhenAny(api.CreateTaskAsync(new()), Task.Delay(5000, stop));
        """);

    [Fact]
    public Task Plain_extension_with_names() => OffersAsync<DroppedOperationCodeFix>(
        """
        await VideoApiOperationExtensions.StartUploadAsync(request: new(), api: api, cancellationToken: stop);
        """,
        new Offer("Use UploadAndWaitAsync", "WaitForm", """
        await VideoApiOperationExtensions.UploadAndWaitAsync(request: new(), api: api, cancellationToken: stop);
        """));
}
