namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What the rule leaves alone.</content>
public sealed partial class IncompleteStatusSwitchTests
{
    [Fact]
    public Task Every_ending() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": case "canceled": throw new InvalidOperationException(); }
        switch (task) { case { Status.Value: "ready" or "failed" }: break; case var t when t.Status == VideoStatus.Canceled: break; }
        Clients.IRenderApi renders = null!;
        var job = await renders.GetAsync(text);
        switch (job.State) { case Clients.RenderState.Done: break; case > Clients.RenderState.Done: break; }
        switch (job.State.ToString()) { case "Done": break; case "Error" or nameof(Clients.RenderState.Cancelled): break; }
        """);

    [Theory]
    [InlineData("default: break;")]
    [InlineData("case var other: Console.WriteLine(other); break;")]
    [InlineData("case string: break;")]
    [InlineData("case { }: break;")]
    [InlineData("case not \"ready\": break;")]
    [InlineData("case string other when other.StartsWith(\"fail\") || other.StartsWith(\"cancel\"): break;")]
    [InlineData("case ['f', ..] or { Length: 8 }: break;")]
    public Task Something_takes_the_rest(string label) => SilentAsync($$"""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; {{label}} }
        """);

    [Fact]
    public Task No_ending_at_all() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value) { case "queued": Console.WriteLine("waits"); break; case "indexing": Console.WriteLine("works"); break; }
        """);

    [Fact]
    public Task Switch_expression() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        int code = task.Status.Value switch { "ready" => 0, "failed" => 1, _ => 2 };
        """);

    [Theory]
    [InlineData("""if (task.Status == "canceled") { return; }""")]
    [InlineData("""if (task.Status.Value is not ("ready" or "failed" or "queued")) { throw new InvalidOperationException(); }""")]
    [InlineData("""bool gone = task.Status == VideoStatus.Canceled; if (gone) { return; }""")]
    [InlineData("""while (task.Status == "canceled") { task = await api.CreateTaskAsync(new()); }""")]
    [InlineData("""Check(task); static void Check(VideoTask t) { if (t.Status == "canceled") { throw new InvalidOperationException(); } }""")]
    [InlineData("""if (task.Status == "canceled") { Console.WriteLine("Somebody stopped it."); }""")]
    public Task Ending_seen_before(string before) => SilentAsync($$"""
        var task = await api.GetTaskAsync(text);
        {{before}}
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
        """);

    [Theory]
    [InlineData("""while (task.Status != "ready");""")]
    [InlineData("""while (task.VideoId is null);""")]
    public Task Failures_in_the_loop_and_success_in_its_condition(string condition) => SilentAsync($$"""
        VideoTask task;
        do
        {
            await Task.Delay(1000, stop);
            task = await api.GetTaskAsync(text, stop);
            switch (task.Status.Value) { case "failed": case "canceled": throw new InvalidOperationException(task.Reason); }
        }
        {{condition}}
        """);

    [Fact]
    public Task Ending_seen_after() => SilentAsync("""
        for (int i = 0; i < 100; i++)
        {
            var task = await api.GetTaskAsync(text, stop);
            switch (task.Status.Value) { case "failed": case "canceled": throw new InvalidOperationException(task.Reason); }
            if (task.VideoId is not null) { break; }
            await Task.Delay(1000, stop);
        }
        """);

    [Fact]
    public Task Throw_in_place_of_a_default() => FileAsync("""
        class Program
        {
            async Task<string> RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("x");
                switch (task.Status.Value) { case "ready": return "done"; case "failed": return "broken"; }
                throw new InvalidOperationException($"What is {task.Status}?");
            }
        }
        """);

    [Fact]
    public Task Checked_out_of_sight() => FileAsync("""
        static class Ensure { public static void NotCanceled(VideoTask task) => _ = task.Status == "canceled" ? throw new InvalidOperationException() : 0; }

        class Program
        {
            async Task RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("x");
                Ensure.NotCanceled(task);
                switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
            }

            async Task PollAsync(IVideoApi api)
            {
                var task = await NextAsync(api);
                switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
            }

            async Task<VideoTask> NextAsync(IVideoApi api) => await api.GetTaskAsync("x") is { Status.Value: not "canceled" } task ? task : throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task Caller_has_left_with_the_ending() => FileAsync("""
        class Program
        {
            async Task RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("x");
                if (task.Status == VideoStatus.Canceled) { return; }
                Show(task);
            }

            void Show(VideoTask task)
            {
                switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
            }
        }
        """);

    [Fact]
    public Task After_a_wait() => SilentAsync("""
        var operation = await api.StartUploadAsync(new(), stop);
        var task = await operation.WaitForCompletionAsync(cancellationToken: stop);
        switch (operation.State) { case OperationState.Succeeded: Console.WriteLine(1); break; }
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; }
        var outcome = await operation.WaitForOutcomeAsync();
        if (!outcome.IsSuccess && !outcome.TimedOut) { throw outcome.Error!; }
        switch (outcome.State) { case OperationState.Succeeded: Console.WriteLine(1); break; case OperationState.Running: Console.WriteLine(2); break; }
        """);

    [Fact]
    public Task Handle_that_has_completed() => SilentAsync("""
        var operation = await api.StartUploadAsync(new(), stop);
        await operation.UpdateStatusAsync(stop);
        switch (operation) { case { State: OperationState.Succeeded }: Console.WriteLine(1); break; case { HasCompleted: true }: Console.WriteLine(2); break; }
        switch (await operation.WaitForOutcomeAsync()) { case { State: OperationState.Succeeded, Value: var v }: Console.WriteLine(v); break; case { Error: { } e }: Console.WriteLine(e); break; }
        """);

    [Fact]
    public Task Progress_is_only_shown() => FileAsync("""
        class Shown : IProgress<VideoTask>
        {
            public void Report(VideoTask value) { switch (value.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } }
        }

        class Program
        {
            void OnProgress(VideoTask task) { switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; } }

            IProgress<VideoTask> Create() => new Progress<VideoTask>(task =>
            {
                switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
            });
        }
        """);

    [Fact]
    public Task Values_that_are_no_statuses() => FileAsync("""
        class Order { public string Status { get; set; } = ""; }

        class Program
        {
            void Look(Order order, Clients.ExportJob job, string status)
            {
                switch (order.Status) { case "ready": return; case "failed": return; }
                switch (job.Stage.Status) { case "completed": return; case "failed": return; }
                switch (status) { case "ready": return; case "failed": return; }
            }
        }
        """);

    [Fact]
    public Task Status_or_something_else() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        string status = flag ? task.Status.Value : text;
        switch (status) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
        string mapped = task.Status.Value switch { "canceled" => "failed", var other => other };
        switch (mapped) { case "ready": Console.WriteLine(1); break; case "failed": Console.WriteLine(2); break; }
        """);

    [Fact]
    public Task Ending_under_a_wrong_name() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value) { case "ready": Console.WriteLine(1); break; case "Failed": Console.WriteLine(2); break; case "cancelled": Console.WriteLine(3); break; }
        """);
}
