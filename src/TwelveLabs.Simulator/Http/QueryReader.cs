using System.Globalization;
using Microsoft.Extensions.Primitives;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Http;

/// <summary>Reads a query string: paging and filters beside plain parameters.</summary>
internal sealed class QueryReader(IQueryCollection query) : TextParameters
{
    private static readonly string[] Comparisons = ["gte", "lte", "gt", "lt"];

    protected override IEnumerable<string> Names => query.Keys;

    /// <summary>A number filter: <c>duration=12</c> is equality, <c>duration[gte]=12</c> a bound.</summary>
    public RangeFilter<double> NumberFilter(string name)
    {
        RangeFilter<double> filter = default;
        if (Text(name) is { } exact)
        {
            double value = ParseNumber(name, exact);
            filter = new(value, value, null, null);
        }

        return Bounded(name, filter, ParseNumber);
    }

    /// <summary>A time filter: the plain form means "at this time or later".</summary>
    public RangeFilter<DateTimeOffset> TimeFilter(string name)
    {
        RangeFilter<DateTimeOffset> filter = Time(name) is { } from ? new(from, null, null, null) : default;
        return Bounded(name, filter, ParseTime);
    }

    public DateTimeOffset? Time(string name) => Text(name) is { } text ? ParseTime(name, text) : null;

    /// <param name="isSortable">Whether the list takes <c>sort_by</c> and <c>sort_option</c>.</param>
    public Paging Paging(bool isSortable = true) => new(
        Integer("page", byDefault: 1, min: 1, max: int.MaxValue),
        Integer("page_limit", byDefault: 10, min: 1, max: 50),
        ByUpdate: isSortable && Choice("sort_by", "created_at", "created_at", "updated_at") == "updated_at",
        Ascending: isSortable && Choice("sort_option", "desc", "asc", "desc") == "asc");

    /// <summary>Names nobody read so far, with their values.</summary>
    public IEnumerable<KeyValuePair<string, string>> Rest() => UnreadNames.Select(n => KeyValuePair.Create(n, query[n].ToString()));

    protected override StringValues Values(string name) => query[name];

    private static DateTimeOffset ParseTime(string name, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset value)
            ? value
            : throw Refusal.Invalid(name, "It must be a time as in RFC 3339.");

    private RangeFilter<T> Bounded<T>(string name, RangeFilter<T> filter, Func<string, string, T> parse)
        where T : struct, IComparable<T>
    {
        foreach (string comparison in Comparisons)
        {
            string full = $"{name}[{comparison}]";
            if (Text(full) is not { } text)
            {
                continue;
            }

            T value = parse(full, text);
            filter = comparison switch
            {
                "gte" => filter with { AtLeast = value },
                "lte" => filter with { AtMost = value },
                "gt" => filter with { Above = value },
                _ => filter with { Below = value },
            };
        }

        return filter;
    }
}
