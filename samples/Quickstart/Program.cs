// Uploads a YouTube video, shows how far it is, and prints the video's id.
//
//   TWELVELABS_API_KEY=… dotnet run --project samples/Quickstart -- https://www.youtube.com/watch?v=dQw4w9WgXcQ
//
// Without a key, against the simulator: dotnet run --project src/TwelveLabs.Simulator -- --port 5000 --speed 60
//   TWELVELABS_API_KEY=any TWELVELABS_BASE_URL=http://127.0.0.1:5000/v1.2/ dotnet run --project samples/Quickstart
using LongRun;
using TwelveLabs;

if (Environment.GetEnvironmentVariable("TWELVELABS_API_KEY") is not { Length: > 0 } apiKey)
{
    Console.Error.WriteLine("Set TWELVELABS_API_KEY to your key; for the simulator any text will do.");
    return 2;
}

if (!Uri.TryCreate(args.FirstOrDefault() ?? "https://www.youtube.com/watch?v=dQw4w9WgXcQ", UriKind.Absolute, out Uri? url))
{
    Console.Error.WriteLine($"'{args[0]}' is no URL.");
    return 2;
}

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

var options = new TwelveLabsOptions { ApiKey = apiKey };
if (Environment.GetEnvironmentVariable("TWELVELABS_BASE_URL") is { Length: > 0 } server)
{
    options.BaseAddress = new Uri(server);
}

var videos = new TwelveLabsClient(options);
try
{
    CreatedResource index = await videos.CreateIndexAsync(
        new()
        {
            IndexName = $"quickstart-{Guid.NewGuid():N}",
            Engines = [new IndexEngine { EngineName = "marengo2.6", EngineOptions = ["visual", "conversation"] }],
        },
        stopping.Token);

    IndexingOperation upload = await videos.StartUploadFromExternalProviderAsync(new() { IndexId = index.Id, Url = url }, stopping.Token);
    Console.WriteLine($"Task {upload.Id}. Should this program end early, resume with: {upload.Token}");

    IndexTask task = await upload.WaitForCompletionAsync(
        new WaitOptions { Progress = new Progress<OperationProgress>(p => Console.WriteLine($"{p.Status} {p.Fraction:P0}")) },
        stopping.Token);
    Console.WriteLine($"Video {task.VideoId}");
    return 0;
}
catch (OperationFailedException failed)
{
    Console.Error.WriteLine(failed.Message);
    return 1;
}
catch (OperationTimeoutException late)
{
    Console.Error.WriteLine(late.Message);
    return 4;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped. The task goes on.");
    return 130;
}
