using System.Text.Json.Nodes;

namespace TwelveLabs.Simulator.Store;

/// <summary>Which page of a list, in which order.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Limit">Items a page, 1 to 50.</param>
/// <param name="ByUpdate">Sorted by the last change instead of by creation.</param>
/// <param name="Ascending">Oldest first.</param>
internal readonly record struct Paging(int Number, int Limit, bool ByUpdate, bool Ascending)
{
    /// <summary>The page as the platform answers it: <c>data</c> and <c>page_info</c>.</summary>
    public JsonObject Of<T>(
        IEnumerable<T> items,
        Func<T, DateTimeOffset> created,
        Func<T, DateTimeOffset> updated,
        Func<T, string> id,
        Func<T, JsonNode> write)
    {
        // Ids carry a counter, so they settle the order of what was made within one millisecond.
        Func<T, DateTimeOffset> key = ByUpdate ? updated : created;
        List<T> all = Ascending
            ? [.. items.OrderBy(key).ThenBy(id, StringComparer.Ordinal)]
            : [.. items.OrderByDescending(key).ThenByDescending(id, StringComparer.Ordinal)];

        long skip = (long)(Number - 1) * Limit;
        var data = new JsonArray();
        foreach (T item in skip >= all.Count ? [] : all.Skip((int)skip).Take(Limit))
        {
            data.Add(write(item));
        }

        return new JsonObject
        {
            ["data"] = data,
            ["page_info"] = new JsonObject
            {
                ["limit_per_page"] = Limit,
                ["page"] = Number,
                ["total_page"] = (all.Count + Limit - 1) / Limit,
                ["total_results"] = all.Count,
            },
        };
    }
}
