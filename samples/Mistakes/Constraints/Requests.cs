using TwelveLabs;

namespace Mistakes.Constraints;

/// <summary>Requests that the server would refuse.</summary>
public static class Requests
{
    // No such host: LRO2002.
    public static CreateExternalProviderTaskRequest Upload(string indexId) => new() { IndexId = indexId, Url = new Uri("https://www.yuotube.com/watch?v=dQw4w9WgXcQ") };

    // White space in front: LRO2001.
    public static CreateExternalProviderTaskRequest Spaced(string indexId) => new() { IndexId = indexId, Url = new Uri(" https://youtu.be/dQw4w9WgXcQ") };

    // The same option twice: LRO2008.
    public static CreateIndexRequest Index(string name) => new()
    {
        IndexName = name,
        Engines = [new IndexEngine { EngineName = "marengo2.6", EngineOptions = ["visual", "conversation", "visual"] }],
    };

    // At most 50 on a page: LRO2005.
    public static Task<IndexTaskPage> ListAsync(ITwelveLabsClient videos, CancellationToken stop) => videos.ListTasksAsync(pageLimit: 100, cancellationToken: stop);

    // Clips of 2 to 10 s: LRO2004.
    public static CreateEmbeddingTaskRequest Clips(Uri video) => new() { EngineName = "Marengo-retrieval-2.6", VideoUrl = video, VideoClipLength = 12 };
}
