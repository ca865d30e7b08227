namespace LongRun.SpecCompiler.Reading;

/// <summary>Chooses among the media types that a body may have.</summary>
public static class MediaTypes
{
    /// <summary>JSON as such.</summary>
    public const string JsonType = "application/json";

    /// <summary>A form whose parts may be files.</summary>
    public const string FormType = "multipart/form-data";

    /// <summary>A form without files, in the form of a query.</summary>
    public const string UrlEncodedType = "application/x-www-form-urlencoded";

    /// <summary>The body's form as JSON: <c>application/json</c> before others that end in <c>json</c>.</summary>
    /// <param name="content">The media types.</param>
    /// <returns>The entry, or <see langword="null"/>.</returns>
    public static MapNode.Entry? Json(MapNode? content) =>
        content?.Entries.FirstOrDefault(static media => Essence(media.Key) == JsonType)
        ?? content?.Entries.FirstOrDefault(static media => Essence(media.Key) is var type && (type.EndsWith("/json", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal)));

    /// <summary>The schema of a body as JSON, as written.</summary>
    /// <param name="content">The media types.</param>
    /// <returns>The schema, or <see langword="null"/>.</returns>
    public static MapNode? JsonSchema(MapNode? content) => (Json(content)?.Value as MapNode)?.Map("schema");

    /// <summary>The schema of what a client sends: as JSON, else as a form; as written.</summary>
    /// <param name="content">The media types.</param>
    /// <returns>The schema, or <see langword="null"/>.</returns>
    public static MapNode? SentSchema(MapNode? content) => ((Json(content) ?? Form(content))?.Value as MapNode)?.Map("schema");

    /// <summary>The body's form: as a multipart one, else as one in the form of a query.</summary>
    /// <param name="content">The media types.</param>
    /// <returns>The entry, or <see langword="null"/>.</returns>
    public static MapNode.Entry? Form(MapNode? content) =>
        content?.Entries.FirstOrDefault(static media => Essence(media.Key) == FormType)
        ?? content?.Entries.FirstOrDefault(static media => Essence(media.Key) == UrlEncodedType);

    /// <summary>Whether a request is sent as a form: it can be, and not as JSON.</summary>
    /// <param name="content">The media types.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsForm(MapNode? content) => Json(content) is null && Form(content) is not null;

    /// <summary>Whether a media type is text: it says so, or it is JSON, XML or a form.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsText(string mediaType) =>
        Essence(mediaType) is var type
        && !IsStream(type)
        && (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal)
            || type is "application/x-www-form-urlencoded" or "application/yaml" or "application/x-yaml" or "application/javascript");

    // Read as they arrive, event by event.
    private static bool IsStream(string type) =>
        type == "text/event-stream" || type.EndsWith("ndjson", StringComparison.Ordinal) || type.EndsWith("jsonl", StringComparison.Ordinal) || type.EndsWith("json-seq", StringComparison.Ordinal);

    /// <summary>A media type without its parameters, in lower case.</summary>
    /// <param name="mediaType">The media type: <c>application/json; charset=utf-8</c>.</param>
    /// <returns>Its type and subtype.</returns>
    public static string Essence(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
