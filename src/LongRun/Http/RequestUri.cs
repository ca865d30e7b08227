using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LongRun.Http;

/// <summary>Builds the address of a request: literal path, escaped segments, escaped query.</summary>
/// <remarks>Used by generated code. Values are written in the invariant culture, times in the round-trip form.</remarks>
public ref struct RequestUri
{
    private DefaultInterpolatedStringHandler _text;
    private bool _hasQuery;

    /// <summary>Starts with a literal path.</summary>
    /// <param name="path">The path, already escaped, relative to the server's address.</param>
    public RequestUri(string path)
    {
        _text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        _text.AppendLiteral(path);
    }

    /// <summary>Appends a literal piece of the path.</summary>
    /// <param name="path">The piece, already escaped.</param>
    public void AppendLiteral(string path) => _text.AppendLiteral(path);

    /// <summary>Appends a value as one segment of the path.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="name">Name of the parameter, for the message.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, <c>.</c> or <c>..</c>, which would name another resource.</exception>
    public void AppendSegment<T>(T value, string name)
    {
        if (value is null)
        {
            throw new ArgumentNullException(name);
        }

        string text = Format(value);
        if (text is "" or "." or "..")
        {
            throw new ArgumentException($"'{text}' cannot be a part of a path; the call would reach another resource.", name);
        }

        _text.AppendLiteral(Uri.EscapeDataString(text));
    }

    /// <summary>Appends a query parameter, unless the value is <see langword="null"/>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The value.</param>
    public void AppendQuery<T>(string name, T? value)
    {
        if (value is null)
        {
            return;
        }

        AppendName(name);
        _text.AppendLiteral(Uri.EscapeDataString(Format(value)));
    }

    /// <summary>Appends a query parameter once for each item.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">The items; <see langword="null"/> appends nothing.</param>
    public void AppendQueryEach<T>(string name, IEnumerable<T>? values)
    {
        foreach (T value in values ?? [])
        {
            AppendQuery(name, value);
        }
    }

    /// <summary>Appends a query parameter whose items are joined by a sign.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">The items; <see langword="null"/> or none appends nothing.</param>
    /// <param name="separator">The sign. A comma stands as it is, any other is escaped.</param>
    public void AppendQueryJoined<T>(string name, IEnumerable<T>? values, string separator = ",")
    {
        string between = separator == "," ? separator : Uri.EscapeDataString(separator);
        bool first = true;
        foreach (T value in values ?? [])
        {
            if (first)
            {
                AppendName(name);
            }
            else
            {
                _text.AppendLiteral(between);
            }

            first = false;
            _text.AppendLiteral(Uri.EscapeDataString(Format(value)));
        }
    }

    /// <summary>Appends a query parameter that is an object: each of its members by its own name.</summary>
    /// <param name="name">Name on the wire; unused where the members stand alone.</param>
    /// <param name="value">The object as JSON; <see langword="null"/> appends nothing.</param>
    /// <param name="isDeep">Whether a member is written as <c>name[member]</c>.</param>
    public void AppendQueryObject(string name, JsonElement? value, bool isDeep)
    {
        switch (value?.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.Value.EnumerateObject())
                {
                    AppendMember(isDeep ? $"{name}[{member.Name}]" : member.Name, member.Value);
                }

                break;
            case not null:
                AppendMember(name, value.Value);
                break;
        }
    }

    /// <summary>Items joined by commas, as a header or one segment of a path has them.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="values">The items.</param>
    /// <returns>The text; <see langword="null"/> where there are no items.</returns>
    public static string? Join<T>(IEnumerable<T>? values) =>
        values is null ? null : string.Join(',', values.Select(Format)) is { Length: > 0 } joined ? joined : null;

    private void AppendMember(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendQueryObject(name, value, isDeep: true);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    AppendMember(name, item);
                }

                break;
            case not (JsonValueKind.Null or JsonValueKind.Undefined):
                AppendQuery(name, value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : value.ToString());
                break;
        }
    }

    /// <summary>Gives the address and returns the memory used to build it.</summary>
    /// <returns>The address, relative to the server's.</returns>
    public string ToStringAndClear() => _text.ToStringAndClear();

    /// <summary>Writes a value as the wire wants it.</summary>
    internal static string Format<T>(T value) => value switch
    {
        null => "",
        string text => text,
        Uri uri => uri.OriginalString,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private void AppendName(string name)
    {
        _text.AppendLiteral(_hasQuery ? "&" : "?");
        _text.AppendLiteral(Uri.EscapeDataString(name));
        _text.AppendLiteral("=");
        _hasQuery = true;
    }
}
