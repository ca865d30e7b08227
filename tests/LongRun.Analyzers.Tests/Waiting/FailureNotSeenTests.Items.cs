namespace LongRun.Analyzers.Tests.Waiting;

/// <content>A job that has no status of its own, whose items have.</content>
public sealed partial class FailureNotSeenTests
{
    [Fact]
    public Task Items_all() => PollsAsync("""
        var import = await imports.GetImportAsync(id, stop);
        [|while|] (!import.Items!.All(i => i.Status == ImportStatus.Ready))
        {
            await Task.Delay(5000, stop);
            import = await imports.GetImportAsync(id, stop);
        }
        """);

    [Fact]
    public Task Items_one_by_one() => PollsAsync("""
        bool done = false;
        [|while|] (!done)
        {
            done = true;
            foreach (var item in (await imports.GetImportAsync(id, stop)).Items!)
            {
                if (item.Status?.Value != "ready") done = false;
            }
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Items_until_none_is_running_is_fine() => PollsAsync("""
        Import import;
        {|LRO1008:do|}
        {
            await Task.Delay(5000, stop);
            import = await imports.GetImportAsync(id, stop);
        }
        while (import.Items!.Any(i => i.Status != ImportStatus.Ready && i.Status != ImportStatus.Failed));
        """);

    [Fact]
    public Task Items_that_are_counted_are_fine() => PollsAsync("""
        while (true)
        {
            var import = await imports.GetImportAsync(id, stop);
            int ended = import.Items!.Count(i => i.Status?.Value is "ready" or "failed");
            if (ended == import.Count) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Items_of_which_one_failed_throw() => PollsAsync("""
        {|LRO1008:while|} (true)
        {
            var import = await imports.GetImportAsync(id, stop);
            if (import.Items!.Any(i => i.Status == ImportStatus.Failed)) throw new InvalidOperationException();
            if (import.Items!.All(i => i.Status == ImportStatus.Ready)) break;
            await Task.Delay(5000, stop);
        }
        """);

    [Fact]
    public Task Items_of_which_all_are_looked_at_until_one_has_ended() => PollsAsync("""
        Import import;
        [|do|]
        {
            await Task.Delay(5000, stop);
            import = await imports.GetImportAsync(id, stop);
        }
        while (!import.Items!.Any(i => i.Status == ImportStatus.Ready));
        """);

    [Fact]
    public Task Items_in_a_helper_are_fine() => FileAsync("""
        class Program
        {
            async Task RunAsync(IImportApi imports, string id, CancellationToken stop)
            {
                while (!IsDone(await imports.GetImportAsync(id, stop)))
                {
                    await Task.Delay(5000, stop);
                }
            }

            static bool IsDone(Import import) => import.Items is { Count: > 0 } items && items.All(i => i.Status is { Value: "ready" or "failed" });
        }
        """);
}
