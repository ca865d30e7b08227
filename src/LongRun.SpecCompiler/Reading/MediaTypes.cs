namespace LongRun.SpecCompiler.Reading;

/// <summary>Chooses among the media types that a body may have.</summary>
public static class MediaTypes
{
    /// <summary>JSON as such.</summary>
    public const string JsonType = "application/json";

    /// <summary>A form whose parts may be files.</summary>
    public const string FormType = "multipart/form-data";

    /// <summary>The body's form as JSON: <c>application/json</c> before others that end in <c>json</c>.</summary>
    /// <param name="content">The media types.</param>
    /// <returns>The entry, or <see langword="null"/>.</returns>
    public static MapNode.Entry? Json(MapNode? content) =>
        content?.Entries.FirstOrDefault(static media => Essence(media.Key) == JsonType)
        ?? content?.Entries.FirstOrDefault(static media => Essence(media.Key) is var type && (type.EndsWith("/json", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal)));

    /// <summary>The body's form as a multipart form.</summary>
    /// <param name="content">The media types.</param>
    /// <returns>The entry, or <see langword="null"/>.</returns>
    public static MapNode.Entry? Form(MapNode? content) => content?.Entries.FirstOrDefault(static media => Essence(media.Key) == FormType);

    /// <summary>A media type without its parameters, in lower case.</summary>
    /// <param name="mediaType">The media type: <c>application/json; charset=utf-8</c>.</param>
    /// <returns>Its type and subtype.</returns>
    public static string Essence(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
