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

        List<UploadResult> results = await UploadAsync(platform, index, Urls(60), new MemoryUploadJournal());

        Assert.Equal(Urls(60).Order(), results.Select(static r => r.Url.OriginalString).Order());
        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        AssertOneTaskEach(platform, results);
        Assert.All(results, static r => Assert.NotNull(r.Task!.VideoId));
    }

    [Fact]
    public async Task One_that_fails_does_not_stop_the_others()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        string[] urls = [VideoCatalogue.UrlOf("first-00001"), "https://www.youtube.com/watch?v=", VideoCatalogue.UrlOf(VideoCatalogue.FailsWhileIndexing), VideoCatalogue.UrlOf("last-000001")];

        List<UploadResult> results = await UploadAsync(platform, index, urls, new MemoryUploadJournal());

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

        List<UploadResult> results = await UploadAsync(platform, index, Urls(60), new MemoryUploadJournal());

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        AssertOneTaskEach(platform, results);
    }

    [Fact]
    public async Task A_second_run_creates_nothing_anew()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        List<UploadResult> first = await UploadAsync(platform, index, Urls(10), journal);

        List<UploadResult> second = await UploadAsync(platform, index, Urls(12), journal);

        Assert.Equal(12, platform.Simulator.Tasks.Count);
        Assert.Equal(first.Select(static r => r.TaskId).Order(), second.Where(r => first.Any(f => f.Url == r.Url)).Select(static r => r.TaskId).Order());
        AssertOneTaskEach(platform, second);
    }

    [Fact]
    public async Task A_url_that_comes_again_is_uploaded_once()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();

        List<UploadResult> results = await UploadAsync(platform, index, [.. Urls(3), .. Urls(3)], new MemoryUploadJournal());

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

        List<UploadResult> results = await UploadAsync(platform, index, Urls(2), new MemoryUploadJournal());

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        AssertOneTaskEach(platform, results);
    }

    [Fact]
    public async Task Several_that_could_be_it_leave_the_url_uncertain_and_send_nothing_twice()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        await UploadAsync(platform, index, Urls(1), journal);

        // The process ended after the intent; the create went through, and so did one of somebody else's.
        await journal.AppendAsync(Record(index, UploadRecordKind.Intent, Urls(2)[1]), Stop);
        CreatedResource ours = await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "upload-0001"), Stop);
        CreatedResource theirs = await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "theirs-0001"), Stop);

        List<UploadResult> results = await UploadAsync(platform, index, Urls(3), journal);

        UploadResult uncertain = results.Single(static r => r.Outcome == UploadOutcome.Uncertain);
        Assert.Equal(Urls(2)[1], uncertain.Url.OriginalString);
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
        await UploadAsync(platform, index, Urls(1), journal);
        await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "theirs-0001"), Stop);
        await UploadAsync(platform, index, Urls(2), journal);
        platform.Simulator.Faults.Add(Fault.Drop(FaultMoment.After) with { Method = "POST", Path = "/tasks/external-provider", Count = 1 });

        List<UploadResult> results = await UploadAsync(platform, index, Urls(3), journal);

        UploadResult uncertain = results.Single(static r => r.Outcome == UploadOutcome.Uncertain);
        Assert.Single(uncertain.Candidates);
        Assert.Equal(4, platform.Simulator.Tasks.Count);
    }

    [Fact]
    public async Task A_create_that_never_arrived_is_sent_again_after_the_settling_time()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new MemoryUploadJournal();
        await UploadAsync(platform, index, Urls(1), journal);
        await journal.AppendAsync(Record(index, UploadRecordKind.Intent, Urls(2)[1]), Stop);
        DateTimeOffset before = platform.Clock.GetUtcNow();

        List<UploadResult> results = await UploadAsync(platform, index, Urls(2), journal);

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        AssertOneTaskEach(platform, results);
        Assert.True(platform.Clock.GetUtcNow() - before >= new UploadManyOptions().SettlingTime);
    }

    [Fact]
    public async Task Wherever_a_journal_is_cut_off_no_url_gets_two_tasks()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("longrun-journal-").FullName, "uploads.jsonl");
        byte[] whole;
        await using (Platform platform = await Platform.StartAsync())
        {
            await UploadAsync(platform, await platform.CreateIndexAsync(), Urls(2), path);
            whole = await File.ReadAllBytesAsync(path, Stop);
        }

        string[] lines = System.Text.Encoding.UTF8.GetString(whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        int lastIntent = whole.Length - (lines[4].Length + 1) - (lines[3].Length + 1);
        for (int length = lastIntent; length <= whole.Length; length += length == lastIntent ? 1 : 7)
        {
            await using Platform platform = await Platform.StartAsync();
            string index = await platform.CreateIndexAsync();
            File.Delete(path);
            await UploadAsync(platform, index, Urls(1), path);

            // The second upload, ended at this byte. Its create is sent only when the intent is on the disk.
            bool wasSent = length > whole.Length - (lines[4].Length + 1);
            string id = wasSent ? (await platform.Client.CreateExternalProviderTaskAsync(Platform.Upload(index, "upload-0001"), Stop)).Id : "";
            byte[] rest = System.Text.Encoding.UTF8.GetBytes(Renamed(lines[3], index) + "\n" + Renamed(lines[4], index, id) + "\n");
            await using (FileStream file = File.Open(path, FileMode.Append))
            {
                await file.WriteAsync(rest.AsMemory(0, Math.Min(length - lastIntent, rest.Length)), Stop);
            }

            List<UploadResult> results = await UploadAsync(platform, index, Urls(2), path);

            Assert.All(results, r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
            Assert.Equal(2, platform.Simulator.Tasks.Count);
            AssertOneTaskEach(platform, results);
        }
    }

    [Fact]
    public async Task A_journal_serves_one_run_at_a_time()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("longrun-journal-").FullName, "uploads.jsonl");
        await using FileUploadJournal journal = FileUploadJournal.Open(path);

        IOException exception = Assert.Throws<IOException>(() => FileUploadJournal.Open(path));

        Assert.Contains("another upload", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_line_is_named_and_nothing_is_sent()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        string path = Path.Combine(Directory.CreateTempSubdirectory("longrun-journal-").FullName, "uploads.jsonl");
        await File.WriteAllTextAsync(path, "{\"kind\":\"Begin\",\"index_id\":\"i\",\"at\":\"2026-01-01T00:00:00Z\"}\nnonsense\n", Stop);

        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => UploadAsync(platform, index, Urls(1), path));

        Assert.Contains("Line 2", exception.Message, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Tasks);
    }

    private static string[] Urls(int count) => [.. Enumerable.Range(0, count).Select(static i => VideoCatalogue.UrlOf($"upload-{i:0000}"))];

    private static UploadRecord Record(string index, UploadRecordKind kind, string url) => new() { Kind = kind, IndexId = index, Url = url, At = DateTimeOffset.UnixEpoch };

    private static string Renamed(string line, string index, string? taskId = null)
    {
        var json = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(line)!;
        json["index_id"] = index;
        if (taskId is not null)
        {
            json["task_id"] = taskId;
        }

        return json.ToJsonString();
    }

    private static void AssertOneTaskEach(Platform platform, List<UploadResult> results)
    {
        IReadOnlyList<SimulatedTask> tasks = platform.Simulator.Tasks;
        Assert.All(results, result => Assert.Equal(result.TaskId, Assert.Single(tasks, task => task.Url == result.Url.OriginalString).Id));
    }

    private static async Task<List<UploadResult>> UploadAsync(Platform platform, string index, IEnumerable<string> urls, string path)
    {
        await using FileUploadJournal journal = FileUploadJournal.Open(path);
        return await UploadAsync(platform, index, urls, journal);
    }

    private static async Task<List<UploadResult>> UploadAsync(Platform platform, string index, IEnumerable<string> urls, IUploadJournal journal)
    {
        var options = new UploadManyOptions
        {
            Journal = journal,
            Watch = new OperationWatcherOptions { TimeProvider = platform.Clock, MaxWaitTime = Timeout.InfiniteTimeSpan, RequestsPerSecond = 1000, PollTimeout = Platform.PollLimit },
        };
        var results = new List<UploadResult>();
        await foreach (UploadResult result in platform.Client.UploadManyAsync(index, urls.Select(static u => new Uri(u)), options, Stop))
        {
            results.Add(result);
        }

        return results;
    }
}
