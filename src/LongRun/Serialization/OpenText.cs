using System.Text.Json;

namespace LongRun.Serialization;

/// <summary>Reads a value of an open set of texts. Used by generated code.</summary>
public static class OpenText
{
    /// <summary>Reads the value as text, whatever it is: an answer of tomorrow must not break a client of today.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>The text; empty for null, and the JSON itself for what is no text.</returns>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        if (reader.TokenType == JsonTokenType.Null)
        {
            return "";
        }

        using JsonDocument value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.GetRawText();
    }
}
