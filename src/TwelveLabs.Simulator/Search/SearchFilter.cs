using System.Text.Json;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Search;

/// <summary>Which videos a search looks into. Whatever it does not know is a key of custom metadata.</summary>
internal sealed class SearchFilter
{
    private readonly List<Func<VideoRecord, bool>> _conditions = [];

    /// <exception cref="Refusal"><c>search_filter_invalid</c>.</exception>
    public static SearchFilter Read(JsonObject json)
    {
        var filter = new SearchFilter();
        foreach ((string name, JsonNode? value) in json)
        {
            filter._conditions.Add(name switch
            {
                "id" => OneOf(value),
                "title" => Title(value),
                "duration" => InRange(name, value, static v => v.Video.DurationSeconds),
                "width" => InRange(name, value, static v => v.Video.Width),
                "height" => InRange(name, value, static v => v.Video.Height),
                "size" => InRange(name, value, static v => v.Video.SizeBytes),
                _ => Custom(name, value),
            });
        }

        return filter;
    }

    /// <exception cref="Refusal"><c>search_filter_invalid</c>: it is no JSON object.</exception>
    public static SearchFilter Parse(string text)
    {
        try
        {
            return Read(JsonNode.Parse(text) as JsonObject ?? throw Invalid("It must be an object."));
        }
        catch (JsonException)
        {
            throw Invalid("It is not JSON.");
        }
    }

    public bool Allows(VideoRecord video) => _conditions.TrueForAll(c => c(video));

    private static Refusal Invalid(string why) => Refusal.BadRequest("search_filter_invalid", $"The `filter` is invalid. {why}");

    private static Func<VideoRecord, bool> OneOf(JsonNode? value)
    {
        if (value is not JsonArray { Count: > 0 } list || list.Any(static i => i?.GetValueKind() != JsonValueKind.String))
        {
            throw Invalid("`id` must be a list of ids.");
        }

        HashSet<string> ids = [.. list.Select(static i => i!.GetValue<string>())];
        return v => ids.Contains(v.Id);
    }

    private static Func<VideoRecord, bool> Title(JsonNode? value)
    {
        string title = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw Invalid("`title` must be a text.");
        return v => v.Title == title;
    }

    private static Func<VideoRecord, bool> InRange(string name, JsonNode? value, Func<VideoRecord, double> of)
    {
        // A bare number means exactly that number.
        if (value?.GetValueKind() == JsonValueKind.Number)
        {
            double exact = value.GetValue<double>();
            return v => of(v) == exact;
        }

        if (value is not JsonObject range || range.Any(static m => m.Key is not ("gte" or "lte") || m.Value?.GetValueKind() != JsonValueKind.Number))
        {
            throw Invalid($"`{name}` takes `gte` and `lte`, both numbers.");
        }

        double atLeast = range["gte"]?.GetValue<double>() ?? double.MinValue;
        double atMost = range["lte"]?.GetValue<double>() ?? double.MaxValue;
        return v => of(v) >= atLeast && of(v) <= atMost;
    }

    private static Func<VideoRecord, bool> Custom(string name, JsonNode? value)
    {
        string? wanted = value?.ToJsonString();
        return v => v.CustomMetadata.TryGetPropertyValue(name, out JsonNode? actual) && actual?.ToJsonString() == wanted;
    }
}
