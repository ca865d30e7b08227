using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>Which token is passed, and how.</summary>
public sealed partial class TokenInScopeTests : FixTests
{
    [Fact]
    public Task Parameter() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(2000);
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task None_is_replaced() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, CancellationToken.None);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(2000, cancellationToken: default);
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(2000, cancellationToken: stop);
        }
        """));

    [Fact]
    public Task Parameter_before_a_local() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        var other = new CancellationTokenSource().Token;
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        var other = new CancellationTokenSource().Token;
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(TimeSpan.FromSeconds(2), stop).ConfigureAwait(false);
        }
        """));

    [Fact]
    public Task Timer_gets_it() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await timer.WaitForNextTickAsync())
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await timer.WaitForNextTickAsync(stop))
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
        }
        """));

    [Fact]
    public Task Pause_by_the_clock_gets_it() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, stop);
        }
        """));

    [Fact]
    public Task Named_where_something_is_left_out() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan });
        """,
        new Offer("Pass 'stop'", "PassToken", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, stop);
        """));

    [Fact]
    public Task Named_behind_what_is_named() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        await api.ResumeIndexing(id).WaitForCompletionAsync(options: new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan });
        """,
        new Offer("Pass 'stop'", "PassToken", """
        await api.ResumeIndexing(id).WaitForCompletionAsync(options: new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, cancellationToken: stop);
        """));

    [Fact]
    public Task Extension_in_its_plain_form() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        await VideoApiOperationExtensions.UploadAndWaitAsync(api, new UploadRequest(), new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan });
        """,
        new Offer("Pass 'stop'", "PassToken", """
        await VideoApiOperationExtensions.UploadAndWaitAsync(api, new UploadRequest(), new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, stop);
        """));

    [Fact]
    public Task Extension_on_a_client() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        await api.UploadAndWaitAsync(new UploadRequest(), new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan });
        """,
        new Offer("Pass 'stop'", "PassToken", """
        await api.UploadAndWaitAsync(new UploadRequest(), new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, stop);
        """));

    [Fact]
    public Task Extension_with_named_arguments() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        await api.UploadAndWaitAsync(options: new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, request: new UploadRequest());
        """,
        new Offer("Pass 'stop'", "PassToken", """
        await api.UploadAndWaitAsync(options: new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, request: new UploadRequest(), cancellationToken: stop);
        """));

    [Fact]
    public Task Token_of_none_at_a_wait() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        await api.UploadAndWaitAsync(new UploadRequest(), new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, CancellationToken.None);
        """,
        new Offer("Pass 'stop'", "PassToken", """
        await api.UploadAndWaitAsync(new UploadRequest(), new WaitOptions { MaxWaitTime = Timeout.InfiniteTimeSpan }, stop);
        """));

    [Fact]
    public Task Handle_s_look() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        var job = api.ResumeIndexing(id);
        while (!job.HasCompleted)
        {
            await job.UpdateStatusAsync();
            await Task.Delay(2000);
        }
        """,
        new Offer("Pass 'stop'", "PassToken", """
        var job = api.ResumeIndexing(id);
        while (!job.HasCompleted)
        {
            await job.UpdateStatusAsync(stop);
            await Task.Delay(2000, stop);
        }
        """));
}
