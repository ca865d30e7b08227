using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>Where a pause is inserted, and in which words.</summary>
public sealed partial class InsertedPauseTests : FixTests
{
    [Fact]
    public Task At_the_end_of_the_block() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task Before_the_call_of_a_loop_that_asks_at_its_end() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        var task = await api.GetTaskAsync(id, stop);
        var turns = 0;
        while (task.Status != "ready")
        {
            turns++;
            task = await api.GetTaskAsync(id, stop);
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        var task = await api.GetTaskAsync(id, stop);
        var turns = 0;
        while (task.Status != "ready")
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
            turns++;
            task = await api.GetTaskAsync(id, stop);
        }
        """));

    [Fact]
    public Task At_the_end_where_the_last_statement_leaves() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        while (true)
        {
            number++;
            if ((await api.GetTaskAsync(id, stop)).Status == "ready") break;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        while (true)
        {
            number++;
            if ((await api.GetTaskAsync(id, stop)).Status == "ready") break;
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task At_the_end_where_the_last_statement_returns() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        while (true)
        {
            number++;
            if ((await api.GetTaskAsync(id, stop)).Status == "ready") return;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        while (true)
        {
            number++;
            if ((await api.GetTaskAsync(id, stop)).Status == "ready") return;
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task At_the_end_of_a_do_loop() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        VideoTask task;
        do
        {
            number++;
            task = await api.GetTaskAsync(id, stop);
        }
        while (task.Status != "ready");
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        VideoTask task;
        do
        {
            number++;
            task = await api.GetTaskAsync(id, stop);
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        while (task.Status != "ready");
        """));

    [Fact]
    public Task At_the_end_where_the_last_statement_does_not_ask() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            number++;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            number++;
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task At_the_end_of_a_for_loop_with_another_call_outside() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        var first = await api.GetTaskAsync(id, stop);
        for (var i = 0; i < 9; i++)
        {
            var task = await api.GetTaskAsync(first.Id, stop);
            if (task.Status == "ready") break;
            number++;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        var first = await api.GetTaskAsync(id, stop);
        for (var i = 0; i < 9; i++)
        {
            var task = await api.GetTaskAsync(first.Id, stop);
            if (task.Status == "ready") break;
            number++;
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task Body_without_braces() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        var task = await api.GetTaskAsync(id, stop);
        for (var i = 0; task.Status != "ready"; i++)
            task = await api.GetTaskAsync(id, stop);
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        var task = await api.GetTaskAsync(id, stop);
        for (var i = 0; task.Status != "ready"; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
            task = await api.GetTaskAsync(id, stop);
        }
        """));

    [Fact]
    public Task Empty_statement() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; (await api.GetTaskAsync(id, stop)).Status != "ready"; i++) ;
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; (await api.GetTaskAsync(id, stop)).Status != "ready"; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task Empty_block() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; (await api.GetTaskAsync(id, stop)).Status != "ready"; i++)
        {
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; (await api.GetTaskAsync(id, stop)).Status != "ready"; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task Block_in_one_line() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; ; i++) { var task = await api.GetTaskAsync(id, stop); if (task.Status == "ready") break; }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; ; i++) { var task = await api.GetTaskAsync(id, stop); if (task.Status == "ready") break; await Task.Delay(TimeSpan.FromSeconds(1), stop); }
        """));

    [Fact]
    public Task Block_with_statements_behind_the_brace() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; ; i++) { var task = await api.GetTaskAsync(id, stop); if (task.Status == "ready") break;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; ; i++) { var task = await api.GetTaskAsync(id, stop); if (task.Status == "ready") break;
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task Loop_over_ticks() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        foreach (var i in Enumerable.Range(0, 50))
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        foreach (var i in Enumerable.Range(0, 50))
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task Nothing_in_a_goto() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        again:
        var task = await api.GetTaskAsync(id, stop);
        number++;
        if (task.Status != "ready") goto again;
        """);

    [Fact]
    public Task Pause_that_is_not_always_taken() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            if (task.Status == "queued") await Task.Delay(2000, stop);
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            if (task.Status == "queued") await Task.Delay(2000, stop);
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));

    [Fact]
    public Task Five_seconds_and_the_token_of_the_call() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        using var limit = new CancellationTokenSource();
        for (var i = 0; ; i++)
        {
            var render = await renders.GetRenderAsync(id, limit.Token);
            if (render.State == RenderState.Done) break;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(5), limit.Token);'", "InsertPause", """
        using var limit = new CancellationTokenSource();
        for (var i = 0; ; i++)
        {
            var render = await renders.GetRenderAsync(id, limit.Token);
            if (render.State == RenderState.Done) break;
            await Task.Delay(TimeSpan.FromSeconds(5), limit.Token);
        }
        """));
}
