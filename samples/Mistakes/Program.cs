using Mistakes.Constraints;
using Mistakes.Waiting;
using TwelveLabs;

// Against the simulator: dotnet run --project src/TwelveLabs.Simulator -- --port 5000 --speed 600
// TWELVELABS_BASE_URL=http://127.0.0.1:5000 TWELVELABS_API_KEY=any dotnet run --project samples/Mistakes
var videos = new TwelveLabsClient(new TwelveLabsOptions
{
    ApiKey = Environment.GetEnvironmentVariable("TWELVELABS_API_KEY"),
    BaseAddress = new Uri(Environment.GetEnvironmentVariable("TWELVELABS_BASE_URL") ?? "http://127.0.0.1:5000/v1.2/"),
});
using var stopping = new CancellationTokenSource(TimeSpan.FromMinutes(5));
CancellationToken stop = stopping.Token;

CreatedResource index = await videos.CreateIndexAsync(Requests.Index("mistakes"), stop);
async Task<string> UploadAsync() => (await videos.CreateExternalProviderTaskAsync(Requests.Upload(index.Id), stop)).Id;

var loops = new Loops(videos);
Console.WriteLine($"LRO1003 {await loops.FailureNotSeenAsync(await UploadAsync(), stop)}");
Console.WriteLine($"LRO1004 {await loops.LoopWithoutPauseAsync(await UploadAsync(), stop)}");
Console.WriteLine($"LRO1005 {await loops.WaitWithoutEndAsync(await UploadAsync())}");
Console.WriteLine($"LRO1006 {await loops.BlockedThreadAsync(await UploadAsync(), stop)}");
Console.WriteLine($"LRO1007 {await loops.TooFastPollingAsync(await UploadAsync(), stop)}");
Console.WriteLine($"LRO1008 {await loops.HandWrittenLoopAsync(await UploadAsync(), stop)}");

var results = new Results(videos);
await results.DroppedOperationAsync(index.Id, stop);
Console.WriteLine("LRO1001 started");
Console.WriteLine($"LRO1002 {await results.ReadBeforeSuccessAsync(await UploadAsync(), stop)}");
await results.OutcomeIgnoredAsync(await UploadAsync(), stop);
Console.WriteLine("LRO1011 waited");

IndexTask done = await videos.ResumeIndexing(await UploadAsync()).WaitForCompletionAsync(cancellationToken: stop);
Console.WriteLine($"LRO1009 {Statuses.IsReady(done)}");
Console.WriteLine($"LRO1010 {await new Statuses(videos).DescribeAsync(done.Id, stop)}");
Console.WriteLine($"LRO2005 {(await Requests.ListAsync(videos, stop)).Data?.Count} tasks");
