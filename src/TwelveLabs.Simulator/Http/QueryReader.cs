using System.Globalization;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Http;

/// <summary>Reads a query string member by member and remembers which names were asked for, so that the rest can be refused as unknown.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private static readonly string[] Comparisons = ["gte", "lte", "gt", "lt"];

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string? Text(string name)
    {
        _known.Add(name);
        return query.TryGetValue(name, out var values) ? values.ToString() : null;
    }

    public string RequiredText(string name) => Text(name) is { Length: > 0 } value ? value : throw Refusal.NotProvided(name);

    /// <summary>Comma separated, repeated, or both.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        _known.Add(name);
        return query.TryGetValue(name, out var values)
            ? [.. values.SelectMany(static v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
            : [];
    }

    public bool Flag(string name, bool byDefault) => Text(name) switch
    {
        null => byDefault,
        "true" => true,
        "false" => false,
        _ => throw Refusal.Invalid(name),
    };

    public int Integer(string name, int byDefault, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return byDefault;
        }

        bool parsed = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        return parsed && value >= min && value <= max ? value : throw Refusal.Invalid(name, $"It must be between {min} and {max}.");
    }

    public double? Number(string name) => Text(name) is { } text ? ParseNumber(name, text) : null;

    public string Choice(string name, string byDefault, params ReadOnlySpan<string> allowed)
    {
        string value = Text(name) ?? byDefault;
        return allowed.Contains(value) ? value : throw Refusal.Invalid(name);
    }

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
        RangeFilter<DateTimeOffset> filter = Text(name) is { } from ? new(ParseTime(name, from), null, null, null) : default;
        return Bounded(name, filter, ParseTime);
    }

    public Paging Paging() => new(
        Integer("page", byDefault: 1, min: 1, max: int.MaxValue),
        Integer("page_limit", byDefault: 10, min: 1, max: 50),
        ByUpdate: Choice("sort_by", "created_at", "created_at", "updated_at") == "updated_at",
        Ascending: Choice("sort_option", "desc", "asc", "desc") == "asc");

    /// <summary>Names nobody read so far, with their values.</summary>
    public IEnumerable<KeyValuePair<string, string>> Rest() => query
        .Where(p => !_known.Contains(p.Key))
        .Select(static p => KeyValuePair.Create(p.Key, p.Value.ToString()));

    /// <summary>Call after the last read and before anything is changed: whatever was not read is unknown.</summary>
    /// <exception cref="Refusal"><c>parameter_unknown</c>.</exception>
    public void RefuseUnknown()
    {
        string[] unknown = [.. Rest().Select(static p => p.Key)];
        if (unknown.Length > 0)
        {
            throw Refusal.Unknown(unknown);
        }
    }

    private static double ParseNumber(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Refusal.Invalid(name);

    private static DateTimeOffset ParseTime(string name, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset value)
            ? value
            : throw Refusal.Invalid(name);

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
