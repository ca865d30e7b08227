using TwelveLabs;

internal static class Polling
{
    internal static async Task<IndexTask> UntilReadyAsync(ITwelveLabsClient client, string taskId, CancellationToken stop)
    {
        IndexTask task = await client.RetrieveTaskAsync(taskId, stop);
        while (task.Status != IndexTaskStatus.Ready) // LRO1003, mended
        {
            Console.WriteLine($"{taskId} is {task.Status}.");
            await Task.Delay(TimeSpan.FromSeconds(5), stop);
            task = await client.RetrieveTaskAsync(taskId, stop);
        }

        return task;
    }

    internal static async Task<IndexTask> WithoutPauseAsync(ITwelveLabsClient client, string taskId, CancellationToken stop)
    {
        IndexTask task = await client.RetrieveTaskAsync(taskId, stop);
        while (task.Status != IndexTaskStatus.Ready && task.Status != IndexTaskStatus.Failed) // LRO1004, mended
        {
            task = await client.RetrieveTaskAsync(taskId, stop);
        }

        return task;
    }
}
