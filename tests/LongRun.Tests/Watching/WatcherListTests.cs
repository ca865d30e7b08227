using LongRun.Tests.Support;

namespace LongRun.Tests.Watching;

/// <summary>How a watcher reads a list that has more in it than what is watched, or less.</summary>
public sealed class WatcherListTests : WaitingTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void News_of_others_before_ours_do_not_hide_ours()
    {
        // Somebody else's jobs end all the time, and fill the first pages of a list by last change.
        JobWatcher watcher = Recent();
        for (int i = 0; i < 300; i++)
        {
            watcher.With($"theirs-{i}", i * 3);
        }

        string[] ours = [.. Enumerable.Range(0, 60).Select(static i => $"ours-{i}")];
        foreach (string id in ours)
        {
            watcher.With(id, id == "ours-7" ? 300 : 900);
        }

        Time.Run(watcher.WaitAllAsync(ours, Stop));

        // Not only by the full rounds, which come every two minutes: 240, 360 …
        Assert.InRange(watcher.ConfirmedAt["ours-7"], Seconds(300), Seconds(330));
    }

    [Fact]
    public void News_of_others_are_no_reason_to_distrust_the_order()
    {
        JobWatcher watcher = Recent(page: 20);
        for (int i = 0; i < 300; i++)
        {
            watcher.With($"theirs-{i}", i * 5);
        }

        string[] ours = [.. Enumerable.Range(0, 100).Select(static i => $"ours-{i}")];
        for (int i = 0; i < ours.Length; i++)
        {
            watcher.With(ours[i], 200 + (i * 15));
        }

        Time.Run(watcher.WaitAllAsync(ours, Stop));

        // A distrusted list is read to its last page every time, and a trusted one to the first that stands still.
        double share = watcher.Pages.Count(static page => page == 1) / (double)watcher.Pages.Count;
        Assert.True(share > 0.4, $"{share:P0} of {watcher.Pages.Count} pages were the first");
    }

    [Fact]
    public void Old_jobs_that_are_added_later_are_no_reason_to_distrust_the_order()
    {
        JobWatcher watcher = Recent();
        string[] old = [.. Enumerable.Range(0, 20).Select(static i => $"old-{i}")];
        string[] young = [.. Enumerable.Range(0, 20).Select(static i => $"young-{i}")];
        foreach (string id in (string[])[.. old, .. young])
        {
            watcher.With(id, 3000);
        }

        Task<IReadOnlyList<WatchedOperation<Job>>> first = watcher.WaitAllAsync(young, Stop);
        Time.Pass(Seconds(200));
        Task<IReadOnlyList<WatchedOperation<Job>>> second = watcher.WaitAllAsync(old, Stop);
        Time.Pass(Seconds(300));
        watcher.Pages.Clear();
        Time.Pass(Seconds(600));

        Assert.True(watcher.Pages.Count(static page => page > 1) < watcher.Pages.Count * 0.9, string.Join(' ', watcher.Pages));
        Assert.Equal(40, Time.Run(first).Count + Time.Run(second).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Those_on_no_page_are_asked_for_in_turn_and_do_not_hold_up_the_others(bool recent)
    {
        JobWatcher watcher = recent ? Recent() : Watcher();
        string[] hidden = [.. Enumerable.Range(0, 400).Select(static i => $"hidden-{i}")];
        string[] listed = [.. Enumerable.Range(0, 10).Select(static i => $"listed-{i}")];
        foreach (string id in hidden)
        {
            watcher.With(id, 900);
            watcher.Hidden.Add(id);
        }

        foreach (string id in listed)
        {
            watcher.With(id, id == "listed-6" ? 600 : 1500);
        }

        Task<IReadOnlyList<WatchedOperation<Job>>> all = watcher.WaitAllAsync([.. hidden, .. listed], Stop);
        Time.Pass(Seconds(590));
        watcher.Asked.Clear();
        watcher.Pages.Clear();
        Time.Pass(Seconds(240));

        // All 400 would take 40 s at 10 requests a second; meanwhile nobody would look at the list.
        Assert.InRange(watcher.ConfirmedAt["listed-6"], Seconds(600), Seconds(620));

        // Each in its turn: two minutes is the longest pause, and none is asked for twice as often as another.
        int[] turns = [.. hidden.Select(id => watcher.Asked.Count(asked => asked == id))];
        Assert.InRange(turns.Max() - turns.Min(), 0, 1);
        Assert.InRange(turns.Min(), 1, 8);
        Assert.All(Time.Run(all), static e => Assert.True(e.IsSuccess, e.Error?.Message));
    }

    [Fact]
    public void A_list_that_shows_none_of_them_is_not_read_to_its_end_again_and_again()
    {
        JobWatcher watcher = Watcher();
        string[] ours = [.. Enumerable.Range(0, 40).Select(static i => $"ours-{i}")];
        foreach (string id in ours)
        {
            watcher.With(id, 900);
            watcher.Hidden.Add(id);
        }

        for (int i = 0; i < 300; i++)
        {
            watcher.With($"theirs-{i}", 5000);
        }

        Time.Run(watcher.WaitAllAsync(ours, Stop));

        // As many pages as there are jobs, once, to find out that they are not there.
        Assert.InRange(watcher.Pages.Count, 40, 100);
    }

    [Fact]
    public void One_that_turns_up_in_the_list_later_is_watched_by_the_list()
    {
        JobWatcher watcher = Watcher();
        string[] ours = [.. Enumerable.Range(0, 9).Select(static i => $"ours-{i}")];
        foreach (string id in ours)
        {
            watcher.With(id, 1500);
        }

        watcher.Hidden.Add("ours-8");
        Task<IReadOnlyList<WatchedOperation<Job>>> all = watcher.WaitAllAsync(ours, Stop);
        Time.Pass(Seconds(100));
        watcher.Hidden.Clear();
        Time.Pass(Seconds(400));
        watcher.Asked.Clear();
        Time.Pass(Seconds(400));

        Assert.Empty(watcher.Asked);
        Assert.All(Time.Run(all), static e => Assert.True(e.IsSuccess));
    }

    [Fact]
    public void An_id_that_comes_again_is_given_once()
    {
        JobWatcher watcher = Watcher().With("one", 10).With("two", 300);
        var given = new List<string>();

        Time.Run(ReadAsync());

        Assert.Equal(["one", "two"], given);

        async Task<int> ReadAsync()
        {
            await foreach (WatchedOperation<Job> ended in watcher.WatchAsync(["one", "two", "one", "two"], Stop))
            {
                given.Add(ended.Id);
            }

            return given.Count;
        }
    }

    private JobWatcher Watcher() => new(Time, new OperationWatcherOptions { TimeProvider = Time });

    private JobWatcher Recent(int page = 3) => new(Time, new OperationWatcherOptions { TimeProvider = Time }) { AsksForRecent = true, Page = page };
}
