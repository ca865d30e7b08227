using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LongRun.Serialization;

/// <summary>Reads RFC 3339 times with any number of fraction digits and any offset; writes them in the shortest round-trip form.</summary>
/// <remarks>
/// System.Text.Json stops at 16 fraction digits and wants a colon in the offset. Digits beyond the seventh
/// (100 ns, the resolution of <see cref="DateTimeOffset"/>) are dropped. A time without an offset is taken as UTC.
/// </remarks>
public sealed class Rfc3339DateTimeOffsetConverter : JsonConverter<DateTimeOffset>
{
    private const int FractionDigits = 7;
    private const int SecondsEnd = 19; // "yyyy-MM-ddTHH:mm:ss"

    private static readonly string[] Formats =
    [
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out DateTimeOffset time) && !HasNoOffset(ref reader))
        {
            return time;
        }

        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text is not null && TryParse(text, out time)
            ? time
            : throw new JsonException($"'{text ?? reader.TokenType.ToString()}' is not an RFC 3339 time.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>Parses an RFC 3339 time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time.</param>
    /// <returns>Whether the text is such a time.</returns>
    internal static bool TryParse(string text, out DateTimeOffset time)
    {
        text = text.Trim().ToUpperInvariant();
        if (text.Length > SecondsEnd && text[10] == ' ')
        {
            text = string.Concat(text.AsSpan(0, 10), "T", text.AsSpan(11));
        }

        return DateTimeOffset.TryParseExact(
            CutFraction(text),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out time);
    }

    private static string CutFraction(string text)
    {
        if (text.Length <= SecondsEnd || text[SecondsEnd] is not ('.' or ','))
        {
            return text;
        }

        int end = SecondsEnd + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        int kept = Math.Min(end, SecondsEnd + 1 + FractionDigits);
        return string.Concat(text.AsSpan(0, SecondsEnd), ".", text.AsSpan(SecondsEnd + 1, kept - SecondsEnd - 1), text.AsSpan(end));
    }

    // The platform's parser takes a time without an offset as local; on another machine it would be another time.
    private static bool HasNoOffset(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> value = reader.HasValueSequence ? [] : reader.ValueSpan;
        if (value.Length < SecondsEnd)
        {
            return true;
        }

        return value[^1] is not (byte)'Z' and not (byte)'z' && value[SecondsEnd..].IndexOfAny((byte)'+', (byte)'-') < 0;
    }
}
