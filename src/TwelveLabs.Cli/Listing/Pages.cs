namespace TwelveLabs.Cli.Listing;

/// <summary>Reads a list that comes in pages, as far as it is wanted.</summary>
internal static class Pages
{
    // The longest that the API gives ("page_limit").
    private const int LongestPage = 50;

    /// <summary>Reads it.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="limit">How many items are wanted at most.</param>
    /// <param name="readAsync">Reads one page, by its number (from 1) and size.</param>
    /// <returns>The items.</returns>
    public static async Task<List<T>> ReadAsync<T>(int limit, Func<int, int, Task<(IReadOnlyList<T>? Items, PageInfo? Info)>> readAsync)
    {
        var all = new List<T>();
        int size = Math.Min(limit, LongestPage);
        for (int page = 1; all.Count < limit; page++)
        {
            (IReadOnlyList<T>? items, PageInfo? info) = await readAsync(page, size).ConfigureAwait(false);
            all.AddRange((items ?? []).Take(limit - all.Count));
            if (items is null or [] || !(info?.TotalPage > page))
            {
                break;
            }
        }

        return all;
    }
}
