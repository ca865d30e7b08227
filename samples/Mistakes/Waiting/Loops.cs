using LongRun;
using TwelveLabs;

namespace Mistakes.Waiting;

/// <summary>Polling loops as people write them.</summary>
public sealed class Loops(ITwelveLabsClient videos)
{
    // The guide's own loop: with a task that ends 'failed' it runs for ever.
    public async Task<string?> FailureNotSeenAsync(string id, CancellationToken stop)
    {
        IndexTask task = await videos.RetrieveTaskAsync(id, stop);
        while (task.Status != IndexTaskStatus.Ready)
        {
            // Shows the user that something happens.
            Console.WriteLine($"  {task.Status}");
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
            task = await videos.RetrieveTaskAsync(id, stop);
        }

        return task.VideoId;
    }

    // Asks as fast as the server answers.
    public async Task<string?> LoopWithoutPauseAsync(string id, CancellationToken stop)
    {
        while (true)
        {
            IndexTask task = await videos.RetrieveTaskAsync(id, stop);
            if (task.Status == IndexTaskStatus.Failed)
            {
                throw new InvalidOperationException($"Task {id} failed.");
            }

            if (task.Status == IndexTaskStatus.Ready)
            {
                return task.VideoId;
            }
        }
    }

    // Neither a bound nor a token: nobody can end it.
    public async Task<string?> WaitWithoutEndAsync(string id)
    {
        IndexTask task;
        do
        {
            await Task.Delay(1000);
            task = await videos.RetrieveTaskAsync(id);
            if (task.Status.Value is "failed")
            {
                throw new InvalidOperationException($"Task {id} failed.");
            }
        }
        while (task.Status.Value is not "ready");
        return task.VideoId;
    }

    // A thread of the pool sleeps for as long as the job runs.
    public async Task<string?> BlockedThreadAsync(string id, CancellationToken stop)
    {
        await Task.Yield();
        return videos.ResumeIndexing(id).WaitForCompletionAsync(cancellationToken: stop).Result.VideoId;
    }

    // Five times a second, where the API asks for one.
    public async Task<string?> TooFastPollingAsync(string id, CancellationToken stop)
    {
        for (int attempt = 0; attempt < 3000; attempt++)
        {
            IndexTask task = await videos.RetrieveTaskAsync(id, stop);
            if (task.Status == IndexTaskStatus.Ready || task.Status == IndexTaskStatus.Failed)
            {
                return task.Status == IndexTaskStatus.Ready ? task.VideoId : null;
            }

            Store(task);
            await Task.Delay(200, stop);
        }

        throw new TimeoutException();
    }

    // Nothing is wrong with it, but for what it cannot: hints of the server, Retry-After, broken connections.
    public async Task<string?> HandWrittenLoopAsync(string id, CancellationToken stop)
    {
        while (true)
        {
            IndexTask task = await videos.RetrieveTaskAsync(id, stop);
            if (task.Status == IndexTaskStatus.Ready)
            {
                return task.VideoId;
            }

            if (task.Status == IndexTaskStatus.Failed)
            {
                throw new InvalidOperationException($"Task {id} failed.");
            }

            await Task.Delay(TimeSpan.FromSeconds(2), stop);
        }
    }

    private static void Store(IndexTask task) => Console.WriteLine($"  {task.Id} {task.Status}");
}
