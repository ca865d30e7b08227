namespace TwelveLabs.Http;

/// <summary>Tells the <see cref="CallKind"/> of a request from its method and path.</summary>
internal static class CallClassifier
{
    /// <summary>Set on a request whose answer is a stream of events.</summary>
    public static readonly HttpRequestOptionsKey<bool> StreamedAnswer = new("TwelveLabs.StreamedAnswer");

    // The calls that create nothing although they are POSTs. A new one that is missing here is treated as a create: safe.
    private static readonly string[] ComputePaths =
        ["/search", "/search-v2", "/generate", "/summarize", "/gist", "/embed"];

    public static CallKind Classify(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
        {
            return CallKind.Read;
        }

        if (request.Method == HttpMethod.Put)
        {
            return CallKind.Update;
        }

        if (request.Method == HttpMethod.Delete)
        {
            return CallKind.Delete;
        }

        bool computes = request.Method == HttpMethod.Post && Computes(request.RequestUri);
        if (computes && IsStreamed(request))
        {
            return CallKind.ComputeStream;
        }

        if (!CanBeResent(request.Content))
        {
            return CallKind.Upload;
        }

        return computes ? CallKind.Compute
            : request.Content is MultipartContent ? CallKind.Fetch
            : CallKind.Create;
    }

    /// <summary>Whether the answer is a stream of events, which must not be collected first.</summary>
    public static bool IsStreamed(HttpRequestMessage request) =>
        request.Options.TryGetValue(StreamedAnswer, out bool streamed) && streamed;

    /// <summary>Whether the body lies in memory, so that it is the same when it is sent again.</summary>
    /// <remarks>A body that reads from a stream may be at its end after the first attempt.</remarks>
    public static bool CanBeResent(HttpContent? content) => content switch
    {
        null or ByteArrayContent or ReadOnlyMemoryContent => true,
        MultipartContent parts => parts.All(CanBeResent),
        _ => false,
    };

    private static bool Computes(Uri? uri)
    {
        string path = uri is null ? "" : uri.IsAbsoluteUri ? uri.AbsolutePath : "/" + uri.OriginalString;
        foreach (string computed in ComputePaths)
        {
            if (path.EndsWith(computed, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
