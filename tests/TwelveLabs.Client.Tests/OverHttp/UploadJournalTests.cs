using System.Text;
using System.Text.Json.Nodes;
using TwelveLabs.Client.Tests.Support;
using TwelveLabs.Simulator;

namespace TwelveLabs.Client.Tests.OverHttp;

/// <summary>A journal that ends anywhere, is held by another process, is damaged, or cannot be written: never two tasks for one URL.</summary>
public sealed class UploadJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("longrun-journal-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Wherever_the_lines_of_an_upload_are_cut_off_there_is_one_task_for_it()
    {
        await using Platform platform = await Platform.StartAsync();
        string[] urls = UploadRuns.Urls(2);
        string path = Path.Combine(_folder, "whole.jsonl");
        string first = await platform.CreateIndexAsync("whole");
        await UploadRuns.UploadAsync(platform, first, urls, path);
        string[] lines = await File.ReadAllLinesAsync(path, Stop);
        Assert.Equal(["Begin", "Intent", "Created", "Intent", "Created"], lines.Select(KindOf));

        int intent = Bytes(lines[3]).Length;
        int total = intent + Bytes(lines[4]).Length;
        for (int length = 0; length <= total; length++)
        {
            string index = await platform.CreateIndexAsync($"cut at {length}");
            string cut = Path.Combine(_folder, $"cut-{length}.jsonl");
            await UploadRuns.UploadAsync(platform, index, urls[..1], cut);

            // The process ends at this byte of the second upload's lines. Its create is sent only when the intent is whole.
            string id = length >= intent ? (await platform.Client.CreateExternalProviderTaskAsync(new() { IndexId = index, Url = new Uri(urls[1]) }, Stop)).Id : new string('0', 24);
            string newest = platform.Simulator.Tasks.First(task => task.IndexId == index && task.Url == urls[0]).Id;
            byte[] rest = [.. Bytes(Of(lines[3], index, newest)), .. Bytes(Of(lines[4], index, id))];
            Assert.Equal(total, rest.Length);
            await using (FileStream file = File.Open(cut, FileMode.Append))
            {
                await file.WriteAsync(rest.AsMemory(0, length), Stop);
            }

            List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, urls, cut);

            Assert.All(results, r => Assert.True(r.Outcome == UploadOutcome.Ready, $"{r.Outcome} when cut at {length}"));
            Assert.Equal(2, platform.Simulator.Tasks.Count(task => task.IndexId == index));
            UploadRuns.AssertOneTaskEach(platform, results, index);
        }
    }

    [Fact]
    public async Task A_task_whose_line_could_not_be_written_is_found_by_the_next_run()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        var journal = new FullDisk(fullAt: 3);
        await Assert.ThrowsAsync<IOException>(() => UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), journal));
        Assert.Single(platform.Simulator.Tasks);

        List<UploadResult> results = await UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(2), journal);

        Assert.All(results, static r => Assert.Equal(UploadOutcome.Ready, r.Outcome));
        Assert.Equal(2, platform.Simulator.Tasks.Count);
        UploadRuns.AssertOneTaskEach(platform, results);
    }

    [Fact]
    public async Task Nothing_is_sent_whose_intent_could_not_be_written()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();

        await Assert.ThrowsAsync<IOException>(() => UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), new FullDisk(fullAt: 2)));

        Assert.Empty(platform.Simulator.Tasks);
    }

    [Fact]
    public async Task A_journal_serves_one_run_at_a_time()
    {
        string path = Path.Combine(_folder, "uploads.jsonl");
        await using FileUploadJournal journal = FileUploadJournal.Open(path);

        IOException exception = Assert.Throws<IOException>(() => FileUploadJournal.Open(path));

        Assert.Contains("another upload", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_line_is_named_and_nothing_is_sent()
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        string path = Path.Combine(_folder, "uploads.jsonl");
        await File.WriteAllTextAsync(path, "{\"kind\":\"Begin\",\"index_id\":\"i\",\"at\":\"2026-01-01T00:00:00Z\"}\nnonsense\n", Stop);

        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), path));

        Assert.Contains("Line 2", exception.Message, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Tasks);
    }

    [Theory]
    [InlineData("""{"kind":"Created","index_id":"INDEX","url":"https://youtu.be/a","at":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"kind":"Intent","index_id":"INDEX","at":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"kind":"7","index_id":"INDEX","at":"2026-01-01T00:00:00Z"}""")]
    public async Task A_line_that_leaves_out_what_it_is_about_is_damaged(string line)
    {
        await using Platform platform = await Platform.StartAsync();
        string index = await platform.CreateIndexAsync();
        string path = Path.Combine(_folder, "uploads.jsonl");
        await File.WriteAllTextAsync(path, line.Replace("INDEX", index, StringComparison.Ordinal) + "\n", Stop);

        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => UploadRuns.UploadAsync(platform, index, UploadRuns.Urls(1), path));

        Assert.Contains("Line 1", exception.Message, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Tasks);
    }

    private static string KindOf(string line) => (string)JsonNode.Parse(line)!["kind"]!;

    private static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line + "\n");

    private static string Of(string line, string index, string taskId)
    {
        JsonNode json = JsonNode.Parse(line)!;
        string old = (string)json["index_id"]!;
        return line.Replace(old, index, StringComparison.Ordinal).Replace((string)json["task_id"]!, taskId, StringComparison.Ordinal);
    }

    /// <summary>Fails to write one line, and never again.</summary>
    private sealed class FullDisk(int fullAt) : IUploadJournal
    {
        private readonly MemoryUploadJournal _journal = new();
        private int _lines;

        public ValueTask<IReadOnlyList<UploadRecord>> ReadAsync(CancellationToken cancellationToken = default) => _journal.ReadAsync(cancellationToken);

        public ValueTask AppendAsync(UploadRecord record, CancellationToken cancellationToken = default) =>
            ++_lines == fullAt ? throw new IOException("No space left on device.") : _journal.AppendAsync(record, cancellationToken);

        public ValueTask DisposeAsync() => _journal.DisposeAsync();
    }
}
