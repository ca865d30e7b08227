using LongRun;
using TwelveLabs;

// Uploads many videos with a journal, until it is done or killed:
//   UploadInAnotherProcess <base URL> <index id> <journal> <URLs, one a line in a file>
// Prints "journal <kind>" for each line of the journal, and "<outcome> <URL> <task id> <candidates>" for each result.
var clock = new FastClock(speed: 50);
var client = new TwelveLabsClient(
    new TwelveLabsOptions
    {
        ApiKey = "key-of-the-uploading-process",
        BaseAddress = new Uri(args[0]),
        AttemptTimeout = TimeSpan.FromMinutes(1),
        CreateTimeout = TimeSpan.FromMinutes(1),
    },
    clock);
await using var journal = new PrintedJournal(FileUploadJournal.Open(args[2]));
var options = new UploadManyOptions
{
    MaxConcurrency = 200,
    Journal = journal,
    SettlingTime = TimeSpan.FromSeconds(10),
    Watch = new OperationWatcherOptions { TimeProvider = clock, RequestsPerSecond = 10, PollTimeout = TimeSpan.FromMinutes(1), MaxWaitTime = TimeSpan.FromDays(2) },
};
await foreach (UploadResult result in client.UploadManyAsync(args[1], File.ReadLines(args[3]).Select(static line => new Uri(line)), options))
{
    Console.WriteLine($"{result.Outcome} {result.Url.OriginalString} {result.TaskId} {string.Join(',', result.Candidates)} {result.Error?.Message}");
}
