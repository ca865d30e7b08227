// A first program with the client, as somebody writes it who has not read the documentation.
using TwelveLabs;

var videos = new TwelveLabsClient(new TwelveLabsOptions
{
    ApiKey = Environment.GetEnvironmentVariable("TWELVELABS_API_KEY"),
    BaseAddress = new Uri(Environment.GetEnvironmentVariable("TWELVELABS_BASE_URL")!),
});
CancellationToken stop = CancellationToken.None;
CreatedResource index = await videos.CreateIndexAsync(
    new() { IndexName = "talks", Engines = [new IndexEngine { EngineName = "marengo2.6", EngineOptions = ["visual", "conversation"] }] },
    stop);

await UploadAsync(new()
{
    IndexId = index.Id,
    Url = new Uri("https://www.yuotube.com/watch?v=dQw4w9WgXcQ"), // LRO2002, mended
});

var second = new CreateExternalProviderTaskRequest { IndexId = index.Id, Url = new Uri("https://youtu.be/9bZkp7q19f0") };
await videos.StartUploadFromExternalProviderAsync(second, stop); // LRO1001, mended

IndexTaskPage page = await videos.ListTasksAsync(pageLimit: 100, cancellationToken: stop); // LRO2005, mended
foreach (IndexTask task in page.Data!)
{
    if (task.Status == "Ready") // LRO1009, mended
    {
        Console.WriteLine($"Video {task.VideoId}");
    }
}

async Task UploadAsync(CreateExternalProviderTaskRequest request)
{
    CreatedResource created = await videos.CreateExternalProviderTaskAsync(request, stop);
    IndexTask task = await videos.RetrieveTaskAsync(created.Id, stop);
    while (task.Status != IndexTaskStatus.Ready) // LRO1003, mended
    {
        await Task.Delay(TimeSpan.FromSeconds(5), stop);
        task = await videos.RetrieveTaskAsync(created.Id, stop);
    }
}
