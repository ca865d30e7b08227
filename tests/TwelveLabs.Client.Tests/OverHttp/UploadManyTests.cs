using LongRun;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Faults;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>Many uploads with a journal: every URL ends with exactly one task, or says that nobody can know.</summary>
public sealed class UploadManyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_url_ends_with_its_own_task()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(60), new MemoryUploadJournal());

        Assert.Equal(UploadRuns.Urls(60).Order(), results.Select(static r => r.Url.OriginalString).Order());
        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        UploadRuns.AssertOneTaskEach(platform, results);
        Assert.All(results, static r => Assert.NotNull(r.Task!.VideoId));
    }

    [Fact]
    public async Task One_that_fails_does_not_stop_the_others()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        string[] urls = [VideoCatalogue.UrlOf("first-00001"), "https://www.youtube.com/watch?v=", VideoCatalogue.UrlOf(VideoCatalogue.FailsWhileIndexing), VideoCatalogue.UrlOf("last-000001")];

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, urls, new MemoryUploadJournal());

        UploadResult Of(int i) => results.Single(r => r.Url.OriginalString == urls[i]);
        Assert.Equal(UploadOutcome.Ready, Of(0).Outcome);
        Assert.Equal(UploadOutcome.NotCreated, Of(1).Outcome);
        Assert.IsType<TwelveLabsException>(Of(1).Error);
        Assert.Equal(UploadOutcome.Failed, Of(2).Outcome);
        Assert.IsType<OperationFailedException>(Of(2).Error);
        Assert.Equal(UploadOutcome.Ready, Of(3).Outcome);
    }

    [Fact]
    public async Task Lost_answers_are_resolved_by_the_list()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        platform.Simulator.Faults.Add(Fault.Drop(FaultMoment.After) with { Method = "POST", Path = "/tasks/external-provider", Every = 5 });
        platform.Simulator.Faults.Add(Fault.Drop() with { Method = "POST", Path = "/tasks/external-provider", Every = 7 });

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(60), new MemoryUploadJournal());

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        UploadRuns.AssertOneTaskEach(platform, results);
    }

    [Fact]
    public async Task A_second_run_creates_nothing_anew()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        List<UploadResult> first = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(10), journal);

        List<UploadResult> second = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(12), journal);

        Assert.Equal(12, platform.Simulator.Tasks.Count);
        Assert.Equal(first.Select(static r => r.TaskId).Order(), second.Where(r => first.Any(f => f.Url == r.Url)).Select(static r => r.TaskId).Order());
        UploadRuns.AssertOneTaskEach(platform, second);
    }

    [Fact]
    public async Task A_url_that_comes_again_is_uploaded_once()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, [.. UploadRuns.Urls(3), .. UploadRuns.Urls(3)], new MemoryUploadJournal());

        Assert.Equal(3, results.Count);
        Assert.Equal(3, platform.Simulator.Tasks.Count);
    }

    [Fact]
    public async Task Tasks_that_were_there_before_are_nobodys()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "before-0001"), Stop);
        platform.Simulator.Faults.Add(Fault.Drop(FaultMoment.After) with { Method = "POST", Path = "/tasks/external-provider", Count = 1 });

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(2), new MemoryUploadJournal());

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        UploadRuns.AssertOneTaskEach(platform, results);
    }

    [Fact]
    public async Task Several_that_could_be_it_leave_the_url_uncertain_and_send_nothing_twice()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), journal);

        // The process ended after the intent; the create went through, and so did one of somebody else's.
        await journal.AppendAsync(UploadRuns.Record(index, UploadRecordKind.Intent, UploadRuns.Urls(2)[1]), Stop);
        CreatedResource ours = await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "upload-0001"), Stop);
        CreatedResource theirs = await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "theirs-0001"), Stop);

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(3), journal);

        UploadResult uncertain = results.Single(static r => r.Outcome == UploadOutcome.Uncertain);
        Assert.Equal(UploadRuns.Urls(2)[1], uncertain.Url.OriginalString);
        Assert.Equal(new[] { ours.Id, theirs.Id }.Order(), uncertain.Candidates.Order());
        Assert.Null(uncertain.TaskId);
        Assert.Equal(4, platform.Simulator.Tasks.Count);
        Assert.Equal(2, results.Count(static r => r.Outcome == UploadOutcome.Ready));
    }

    [Fact]
    public async Task Another_writer_seen_before_makes_a_single_find_uncertain()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), journal);
        await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "theirs-0001"), Stop);
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(2), journal);
        platform.Simulator.Faults.Add(Fault.Drop(FaultMoment.After) with { Method = "POST", Path = "/tasks/external-provider", Count = 1 });

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(3), journal);

        UploadResult uncertain = results.Single(static r => r.Outcome == UploadOutcome.Uncertain);
        Assert.Single(uncertain.Candidates);
        Assert.Equal(4, platform.Simulator.Tasks.Count);
    }

    [Fact]
    public async Task A_task_that_somebody_made_between_two_runs_is_not_taken_for_ours()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), journal);
        CreatedResource theirs = await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "theirs-0001"), Stop);

        // The connection breaks before the create arrives: the only task that the journal does not know is theirs.
        platform.Simulator.Faults.Add(Fault.Drop() with { Method = "POST", Path = "/tasks/external-provider", Count = 1 });
        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(2), journal);

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        Assert.DoesNotContain(results, result => result.TaskId == theirs.Id);
        UploadRuns.AssertOneTaskEach(platform, results);
    }

    [Fact]
    public async Task A_task_that_somebody_makes_during_a_run_makes_what_is_lost_after_it_uncertain()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        async IAsyncEnumerable<string> UrlsAsync()
        {
            yield return UploadRuns.Urls(1)[0];
            await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "theirs-0001"), Stop);
            platform.Clock.Advance(TimeSpan.FromSeconds(1));
            platform.Simulator.Faults.Add(Fault.Drop(FaultMoment.After) with { Method = "POST", Path = "/tasks/external-provider", Count = 1 });
            yield return UploadRuns.Urls(2)[1];
        }

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UrlsAsync().ToBlockingEnumerable(Stop), journal);

        UploadResult uncertain = Assert.Single(results, static r => r.Outcome == UploadOutcome.Uncertain);
        Assert.Equal(Assert.Single(platform.Simulator.Tasks, task => task.Url == UploadRuns.Urls(2)[1]).Id, Assert.Single(uncertain.Candidates));
        Assert.Equal(3, platform.Simulator.Tasks.Count);
    }

    [Fact]
    public async Task Tasks_that_are_deleted_meanwhile_do_not_make_older_ones_look_like_somebodys()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "before-0001"), Stop);
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        CreatedResource newest = await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, VideoCatalogue.FailsWhileIndexing), Stop);
        var journal = new MemoryUploadJournal();
        await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), journal);
        platform.Clock.Advance(TimeSpan.FromHours(1));
        await platform.Client.DeleteTaskAsync(newest.Id, Stop);
        platform.Simulator.Faults.Add(Fault.Drop(FaultMoment.After) with { Method = "POST", Path = "/tasks/external-provider", Count = 1 });

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(2), journal);

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        UploadRuns.AssertOneTaskEach(platform, results);
    }

    [Fact]
    public async Task The_journal_of_one_index_says_nothing_about_another()
    {
        await using Platform platform = await Platform.StartAsync();
        string first = await platform.CreateIndexAsync();
        string second = await platform.CreateIndexAsync("more films");
        var journal = new MemoryUploadJournal();
        await UploadRuns.UploadAsync(platform, first, UploadRuns.Urls(2), journal);
        await journal.AppendAsync(UploadRuns.Record(first, UploadRecordKind.Intent, UploadRuns.Urls(3)[2]), Stop);

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, second, UploadRuns.Urls(3), journal);

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        Assert.Equal(5, platform.Simulator.Tasks.Count);
        Assert.Equal(results.Select(static r => r.TaskId).Order(), platform.Simulator.Tasks.Where(task => task.IndexId == second).Select(static task => task.Id).Order());
    }

    [Fact]
    public async Task Urls_are_read_only_as_far_as_results_are_taken()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        int read = 0;
        IEnumerable<string> Endless()
        {
            while (true)
            {
                yield return VideoCatalogue.UrlOf($"upload-{read++:0000}");
            }
        }

        var options = UploadRuns.Options(platform, new MemoryUploadJournal(), maxConcurrency: 3);
        int taken = 0;
        await foreach (UploadResult result in platform.Client.UploadManyAsync(index, Endless().Select(static u => new Uri(u)), options, Stop))
        {
            // Whoever takes his time over a result pays for no more uploads than he has asked for at once.
            await platform.Client.ListTasksAsync(cancellationToken: Stop);
            Assert.InRange(read, taken, taken + 1 + 3);
            if (++taken == 20)
            {
                break;
            }
        }

        // Leaving the loop may stop the last create before it is sent.
        Assert.InRange(platform.Simulator.Tasks.Count, read - 1, read);
    }

    [Fact]
    public async Task A_create_that_never_arrived_is_sent_again_after_the_settling_time()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), journal);
        await journal.AppendAsync(UploadRuns.Record(index, UploadRecordKind.Intent, UploadRuns.Urls(2)[1]), Stop);
        DateTimeOffset before = platform.Clock.GetUtcNow();

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(2), journal);

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        UploadRuns.AssertOneTaskEach(platform, results);
        Assert.True(platform.Clock.GetUtcNow() - before >= new UploadManyOptions().SettlingTime);
    }
}
