using LongRun;
using LongRun.Http;
using TwelveLabs.Cli.Output;
using TwelveLabs.Simulator;

namespace TwelveLabs.Cli.Demo;

/// <summary>The main job, step by step: a simulator, an index, an upload, a wait, a video.</summary>
internal static class DemoRun
{
    /// <summary>Runs the job and reports it.</summary>
    /// <param name="url">The video.</param>
    /// <param name="speed">How many times faster than life.</param>
    /// <param name="maxWaitTime">Longest wait; <see langword="null"/>: the document's.</param>
    /// <param name="reporter">Shows what happens.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(Uri url, double speed, TimeSpan? maxWaitTime, IReporter reporter, CancellationToken cancellationToken)
    {
        IndexingOperation? operation = null;
        try
        {
            await using TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = speed }, cancellationToken).ConfigureAwait(false);
            reporter.Step("simulator", $"Simulator of the platform at {simulator.BaseUrl} ({speed:0.##} times faster than life; no key needed).");

            ITwelveLabsClient client = new TwelveLabsClient(new TwelveLabsOptions { ApiKey = "demo", BaseAddress = simulator.BaseUrl });
            CreatedResource index = await client.CreateIndexAsync(
                new CreateIndexRequest
                {
                    IndexName = "longrun-demo",
                    Engines = [new IndexEngine { EngineName = "marengo2.6", EngineOptions = ["visual", "conversation"] }],
                },
                cancellationToken).ConfigureAwait(false);
            reporter.Step("index", $"Index created: {index.Id}.");

            operation = await client.StartUploadFromExternalProviderAsync(
                new CreateExternalProviderTaskRequest { IndexId = index.Id, Url = url },
                cancellationToken).ConfigureAwait(false);
            reporter.Step("upload", $"Upload of {url.OriginalString} started: task {operation.Id}.");

            IndexTask task = await reporter.WaitAsync(progress => operation.WaitForCompletionAsync(
                new WaitOptions { Progress = progress, MaxWaitTime = maxWaitTime },
                cancellationToken)).ConfigureAwait(false);

            Video video = await client.RetrieveVideoAsync(index.Id, task.VideoId!, cancellationToken: cancellationToken).ConfigureAwait(false);
            reporter.Finished(new VideoSummary(
                task.Id,
                task.Status.Value,
                video.Id,
                video.Metadata?.Filename,
                video.Metadata?.Duration,
                video.Metadata?.Width,
                video.Metadata?.Height));
            return ExitCodes.Success;
        }
        catch (OperationFailedException exception)
        {
            reporter.Failed(new JobFailure(exception.OperationId, exception.Status, exception.Reason, exception.Message));
            return ExitCodes.JobFailed;
        }
        catch (OperationTimeoutException exception)
        {
            reporter.Failed(new JobFailure(exception.OperationId, exception.LastStatus, null, exception.Message));
            return ExitCodes.TimedOut;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            reporter.Failed(new JobFailure(operation?.Id, operation?.Current?.Status.Value, null, "Stopped. On the real platform the job would go on; here the simulator ended with the program."));
            return ExitCodes.Cancelled;
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException or OperationStartUncertainException or TimeoutException or IOException)
        {
            reporter.Failed(new JobFailure(operation?.Id, null, null, exception.Message));
            return ExitCodes.CallFailed;
        }
    }
}
