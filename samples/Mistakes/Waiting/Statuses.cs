using TwelveLabs;

namespace Mistakes.Waiting;

/// <summary>Statuses that are not what they seem.</summary>
public sealed class Statuses(ITwelveLabsClient videos)
{
    // On the wire it is 'ready'.
    public static bool IsReady(IndexTask task) => task.Status == "Ready";

    // What of a task that failed?
    public async Task<string> DescribeAsync(string id, CancellationToken stop)
    {
        IndexTask task = await videos.RetrieveTaskAsync(id, stop);
        switch (task.Status.Value)
        {
            case "ready":
                return "done";
            case "indexing":
                return "at work";
        }

        return "not yet";
    }
}
