using LongRun;
using TwelveLabs;

// Waits for a job that another process started, knowing nothing but where the platform is and the job's token:
//   ResumeInAnotherProcess <base URL> <token>
// Prints "seen <status>" for each look at the job and "done <status> <video id>" at its end.
var client = new TwelveLabsClient(new TwelveLabsOptions { ApiKey = "key-of-the-second-process", BaseAddress = new Uri(args[0]) });
IndexingOperation operation = client.ResumeIndexing(OperationToken.Parse(args[1]));
IndexTask task = await operation.WaitForCompletionAsync(new WaitOptions
{
    // The test turns the clock of the job, not of this process: look again soon.
    Delay = DelayStrategy.Fixed(TimeSpan.FromMilliseconds(20)),
    Progress = new PrintedProgress(),
});
Console.WriteLine($"done {task.Status} {task.VideoId}");

/// <summary>Prints at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
internal sealed class PrintedProgress : IProgress<OperationProgress>
{
    public void Report(OperationProgress value) => Console.WriteLine($"seen {value.Status}");
}
