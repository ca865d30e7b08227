using TwelveLabs;

namespace Mistakes.ByHand;

/// <summary>What no fix mends, because only its author knows what was meant.</summary>
public sealed class WaitingByHand(ITwelveLabsClient videos)
{
    // Whether the first attempt has started a job, nobody knows: the second may start another. LRO1012.
    public async Task<string> RepeatedStartAsync(CreateExternalProviderTaskRequest request, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return (await videos.CreateExternalProviderTaskAsync(request, stop)).Id;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(1000, stop);
            }
        }
    }
}
